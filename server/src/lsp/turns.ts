// Node's turns in a browser, where the bundler puts them in the place of the globals of the same names.
/** Of a browser's channel what is used here: Node's is another. */
declare const MessageChannel: new () => {
  readonly port1: { onmessage: (message: { readonly data: number }) => void };
  readonly port2: { postMessage(data: number): void };
};

const waiting = new Map<number, () => void>();
const { port1: heard, port2: told } = new MessageChannel();
let last = 0;

heard.onmessage = ({ data }) => {
  const action = waiting.get(data);
  waiting.delete(data);
  action?.();
};

/** Calls in a turn of its own, behind the messages that have come. A timer would let at least four milliseconds pass. */
export function setImmediate(action: () => void): number {
  last++;
  waiting.set(last, action);
  told.postMessage(last);
  return last;
}

/** Takes it back. */
export function clearImmediate(turn: number): void {
  waiting.delete(turn);
}
