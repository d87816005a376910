import {
  type CancellationToken,
  LSPErrorCodes,
  ResponseError,
  type ResultProgressReporter,
} from "vscode-languageserver";

/** Where the server writes what a person may want to read when something went wrong. */
export interface Log {
  error(message: string): void;
  warn(message: string): void;
  info(message: string): void;
}

/**
 * Wraps a request handler at the edge of the server: a fault in one feature is logged and answered
 * with `fallback`, and an answer nobody waits for any more is not sent. An error that is answered is for the person
 * who asks, and no fault.
 */
export function handle<P, R, T = never>(
  log: Log,
  name: string,
  fallback: R,
  answer: (
    params: P,
    token: CancellationToken,
    parts?: ResultProgressReporter<T>,
  ) => R | ResponseError<never> | Promise<R | ResponseError<never>>,
): (
  params: P,
  token: CancellationToken,
  work?: unknown,
  parts?: ResultProgressReporter<T>,
) => Promise<R | ResponseError<never>> {
  return async (params, token, _, parts) => {
    if (token.isCancellationRequested) return cancelled();
    try {
      const result = await answer(params, token, parts);
      return token.isCancellationRequested ? cancelled() : result;
    } catch (error) {
      log.error(fault(name, error));
      return fallback;
    }
  };
}

/** The same for what the client tells without waiting for an answer. */
export function handleNotification<P>(
  log: Log,
  name: string,
  action: (params: P) => void | Promise<void>,
): (params: P) => void {
  return (params) => run(log, name, () => action(params));
}

/** Runs what nobody waits for; a fault in it is logged and ends nothing else. */
export function run(log: Log, name: string, action: () => void | Promise<void>): void {
  try {
    action()?.catch((error: unknown) => log.error(fault(name, error)));
  } catch (error) {
    log.error(fault(name, error));
  }
}

/** The same for work that has a result. */
export function guarded<T>(log: Log, name: string, fallback: T, work: () => T): T {
  try {
    return work();
  } catch (error) {
    log.error(fault(name, error));
    return fallback;
  }
}

/** A fault as the log shows it, with the place it comes from. */
function fault(name: string, error: unknown): string {
  return `${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

function cancelled(): ResponseError<never> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, "The client no longer waits.");
}
