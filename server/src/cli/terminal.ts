import picocolors from "picocolors";
import { bar, count, cut, PLAIN, type Screen } from "../core/report/terminal.ts";
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
    width: stream.isTTY === true ? columnsOf(stream) : Number.POSITIVE_INFINITY,
  };
}

/** Some terminals do not know how wide they are, and say 0. */
function columnsOf({ columns = 0 }: Stream): number {
  return columns > 0 ? columns : 80;
}

function wantsColours(stream: Stream, environment: NodeJS.ProcessEnv): boolean {
  const { NO_COLOR = "", FORCE_COLOR = "", TERM } = environment;
  if (NO_COLOR !== "") return false;
  if (FORCE_COLOR !== "") return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return stream.isTTY === true && TERM !== "dumb";
}

/** At most ten lines a second: a terminal is slower than a disk. In milliseconds. */
const BETWEEN_LINES = 100;
const BAR = 24;

/** A bar that grows while files are read; nothing where no person looks on. */
export class ProgressLine {
  readonly #stream: Stream;
  readonly #isShown: boolean;
  readonly #now: () => number;
  #isThere = false;
  #shown = Number.NEGATIVE_INFINITY;

  constructor(stream: Stream, mode: "shown" | "quiet", now: () => number) {
    this.#stream = stream;
    this.#isShown = mode === "shown" && stream.isTTY === true;
    this.#now = now;
  }

  report(progress: Progress): void {
    if (!this.#isShown || this.#now() - this.#shown < BETWEEN_LINES) return;
    this.#shown = this.#now();
    this.#stream.write(`\r\u001b[K${cut(lineOf(progress), columnsOf(this.#stream) - 1)}`);
    this.#isThere = true;
  }

  clear(): void {
    if (this.#isThere) this.#stream.write("\r\u001b[K");
    this.#isThere = false;
  }
}

/** `████████░░░░  33 %  12,345 files read, 210 annotations` */
function lineOf({ files, annotations, share }: Progress): string {
  const counts = `${count(files, "file")} read, ${count(annotations, "annotation")}`;
  if (share === undefined) return counts;
  const percent = `${Math.floor(share * 100)} %`.padStart(5);
  return `${bar(share, 1, BAR, PLAIN.style)}  ${percent}  ${counts}`;
}
