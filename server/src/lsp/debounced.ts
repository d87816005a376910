/** Runs an action when nothing has asked for it for a while; a hundred questions make one run. */
export class Debounced {
  readonly #action: () => void;
  readonly #milliseconds: number;
  #timer: NodeJS.Timeout | undefined;

  constructor(milliseconds: number, action: () => void) {
    this.#milliseconds = milliseconds;
    this.#action = action;
  }

  ask(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#action, this.#milliseconds);
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }
}
