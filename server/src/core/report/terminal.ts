/** How a text is made to stand out; each function gives its text back as it was where nothing is. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly green: (text: string) => string;
  readonly cyan: (text: string) => string;
}

/** Where a text goes to. */
export interface Screen {
  readonly style: Style;
  /** In columns; infinite where the text goes to a file or a pipe. */
  readonly width: number;
}

const same = (text: string) => text;

/** No colours, lines of any length. */
export const PLAIN: Screen = {
  style: { bold: same, dim: same, red: same, yellow: same, green: same, cyan: same },
  width: Number.POSITIVE_INFINITY,
};

// Control characters can drive a terminal, and direction marks make it show another text.
const UNSAFE = /[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]+/gu;

/** A text of unknown origin on one line, without characters that do more than show themselves. */
export function safe(text: string): string {
  return text.replace(UNSAFE, " ").trim();
}

/** A source line as `safe`, each character in its place: a tab becomes as many blanks as `TAB`. */
export function safeSource(line: string): string {
  return line.replaceAll("\t", TAB).replace(UNSAFE, (run) => " ".repeat(run.length));
}

const TAB = "    ";

// East Asian letters and pictures take two columns, combining marks none.
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const NARROW = /^\p{M}|\u200d/u;

/** The columns that a text takes. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (character < "\u0300") width++;
    else if (!NARROW.test(character)) width += WIDE.test(character) ? 2 : 1;
  }
  return width;
}

/** The text with blanks behind it, up to a width. */
export function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

/** The text, or as much of it as fits with an ellipsis. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let fitting = "";
  let used = 1;
  for (const character of text) {
    used += widthOf(character);
    if (used > width) break;
    fitting += character;
  }
  return `${fitting.trimEnd()}…`;
}

/** The text, or as much of its end as fits behind an ellipsis. */
export function cutStart(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let fitting = "";
  let used = 1;
  for (const character of [...text].reverse()) {
    used += widthOf(character);
    if (used > width) break;
    fitting = character + fitting;
  }
  return `…${fitting.trimStart()}`;
}

/** A paragraph in lines of at most `width` columns, each behind an indent. */
export function wrap(text: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && widthOf(indent + longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line].map((it) => indent + it).join("\n");
}

/** `1,234` */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** `1 error`, `2,000 errors`. */
export function count(number: number, noun: string): string {
  return `${grouped(number)} ${noun}${number === 1 ? "" : "s"}`;
}

/** A bar of blocks; full only when all of it is. */
export function bar(part: number, whole: number, width: number, style: Style): string {
  if (whole === 0) return "";
  const full = part === 0 ? 0 : Math.max(1, Math.floor((part / whole) * width));
  return style.green("█".repeat(full)) + style.dim("░".repeat(width - full));
}
