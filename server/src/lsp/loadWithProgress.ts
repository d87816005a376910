import type { Connection, WorkDoneProgressServerReporter } from "vscode-languageserver";
import { count } from "../core/report/terminal.ts";
import type { LoadOptions, Progress } from "../workspace/workspace.ts";
import { clientLog } from "./clientLog.ts";

/** At most five reports a second. */
const BETWEEN_REPORTS = 200;

/** Loads, shows how far the load has come, and lets a person stop it. */
export async function loadWithProgress(
  connection: Connection,
  stop: AbortSignal,
  load: (options: LoadOptions) => Promise<void>,
): Promise<void> {
  const cancelled = new AbortController();
  const display = new ProgressDisplay(connection, () => cancelled.abort());
  try {
    await load({
      signal: AbortSignal.any([stop, cancelled.signal]),
      onProgress: (progress) => display.report(progress),
    });
  } finally {
    display.end();
  }
}

/** One progress bar of the client. The load does not wait for it: some clients never answer. */
class ProgressDisplay {
  #reporter: WorkDoneProgressServerReporter | undefined;
  #hasEnded = false;
  #reported = 0;

  constructor(connection: Connection, onCancel: () => void) {
    void connection.window.createWorkDoneProgress().then(
      (reporter) => this.#begin(reporter, onCancel),
      (error) => clientLog(connection).info(`The editor shows no progress: ${String(error)}`),
    );
  }

  report({ files, annotations, share = 0 }: Progress): void {
    const now = performance.now();
    if (this.#reporter === undefined || now - this.#reported < BETWEEN_REPORTS) return;
    this.#reported = now;
    const counts = `${count(files, "file")}, ${count(annotations, "annotation")}`;
    this.#reporter.report(Math.floor(share * 100), counts);
  }

  end(): void {
    this.#hasEnded = true;
    this.#reporter?.done();
    this.#reporter = undefined;
  }

  #begin(reporter: WorkDoneProgressServerReporter, onCancel: () => void): void {
    reporter.begin("Indexing IEC 62443 annotations", 0, undefined, true);
    if (this.#hasEnded) {
      reporter.done();
      return;
    }
    this.#reporter = reporter;
    reporter.token.onCancellationRequested(onCancel);
  }
}
