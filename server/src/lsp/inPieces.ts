import type { CancellationToken, ResultProgressReporter } from "vscode-languageserver";

/** So many fit in a message that is read at once. */
const PIECE = 1000;

/**
 * A long list as the answer; where the client takes a part of it before the whole, in pieces, and then the answer is
 * empty. Between pieces others have their turn, so that a request can be taken back.
 */
export async function inPieces<T>(
  list: readonly T[],
  token: CancellationToken,
  progress: ResultProgressReporter<T[]> | undefined,
): Promise<T[]> {
  if (progress === undefined) return [...list];
  for (let from = 0; from < list.length && !token.isCancellationRequested; from += PIECE) {
    progress.report(list.slice(from, from + PIECE));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return [];
}
