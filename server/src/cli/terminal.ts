import picocolors from "picocolors";
import type { Screen } from "../core/report/terminal.ts";
import type { Progress } from "../workspace/workspace.ts";

/** What is asked of a stream to be written to as to a terminal. */
export interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Where a result goes to: colours only on a terminal, or where the environment asks for them. */
export function screenOf(stream: Stream, environment: NodeJS.ProcessEnv): Screen {
  const { bold, dim, red, yellow, green, cyan } = picocolors.createColors(
    wantsColours(stream, environment),
  );
  return {
    style: { bold, dim, red, yellow, green, cyan },
    width: stream.isTTY === true ? (stream.columns ?? 80) : Number.POSITIVE_INFINITY,
  };
}

function wantsColours(stream: Stream, environment: NodeJS.ProcessEnv): boolean {
  const { NO_COLOR = "", FORCE_COLOR = "", TERM } = environment;
  if (NO_COLOR !== "") return false;
  if (FORCE_COLOR !== "") return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return stream.isTTY === true && TERM !== "dumb";
}

/** A line that counts the files read; nothing where no person looks on. */
export class ProgressLine {
  readonly #stream: Stream;
  readonly #isShown: boolean;
  #isThere = false;

  constructor(stream: Stream, mode: "shown" | "quiet") {
    this.#stream = stream;
    this.#isShown = mode === "shown" && stream.isTTY === true;
  }

  report({ files, annotations }: Progress): void {
    if (!this.#isShown) return;
    const numbers = [files, annotations].map((it) => it.toLocaleString("en"));
    this.#stream.write(`\r\u001b[K${numbers[0]} files read, ${numbers[1]} annotations`);
    this.#isThere = true;
  }

  clear(): void {
    if (this.#isThere) this.#stream.write("\r\u001b[K");
    this.#isThere = false;
  }
}
