import {
  CancellationToken,
  type Connection,
  type GenericRequestHandler,
} from "vscode-languageserver";
import type { Method, Params, Result } from "../protocol/requests.ts";
import { clientLog } from "./clientLog.ts";
import { handle } from "./handle.ts";

/** Connects a request of ours with the function that answers it; a fault in it answers `fallback`. */
export function answerOwn<M extends Method>(
  connection: Connection,
  method: M,
  fallback: Result<M>,
  answer: (params: Params<M>) => Result<M> | Promise<Result<M>>,
): void {
  const answered = handle(clientLog(connection), method, fallback, answer);
  // Where there are no parameters some clients send `null` and others nothing: the token is the last.
  const handler: GenericRequestHandler<unknown, never> = (...given: readonly unknown[]) => {
    const token = given.at(-1);
    const params = given.length > 1 ? given[0] : null;
    return answered(
      params as Params<M>,
      CancellationToken.is(token) ? token : CancellationToken.None,
    );
  };
  connection.onRequest(method, handler);
}
