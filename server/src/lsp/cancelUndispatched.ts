import { LSPErrorCodes, Message, type ResponseMessage } from "vscode-languageserver";

/** A request that is cancelled while it waits in the queue is answered at once and never begun. */
export function cancelUndispatched(message: Message): ResponseMessage | undefined {
  if (!Message.isRequest(message)) return undefined;
  const error = { code: LSPErrorCodes.RequestCancelled, message: "The client no longer waits." };
  return { jsonrpc: "2.0", id: message.id, error };
}
