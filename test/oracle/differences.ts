import type { Opinion, Stretch } from "./treeSitter.ts";

/** A stretch that only one side takes for a comment. */
export interface Difference extends Stretch {
  readonly grammar: string;
  readonly path: string;
  readonly text: string;
  /** Who takes it for a comment. */
  readonly only: "ours" | "theirs";
  readonly opinion: Opinion;
}

/** A kind of difference that was looked at and is the grammar's. */
export interface Known {
  readonly why: string;
  readonly is: (difference: Difference) => boolean;
}

/**
 * Every difference that is not our fault, with its reason. A comment that the grammar sees and we
 * do not is never excused as a whole: each such file is named.
 */
export const KNOWN: readonly Known[] = [
  {
    why:
      "The grammar could not read the file (its tree holds ERROR or MISSING nodes, mostly for macros, " +
      "nested CSS or dialects) and so lost comments that are there.",
    is: ({ only, opinion }) => only === "ours" && opinion.gaveUp,
  },
  {
    why: "The C++ grammar takes a comment behind the text of a #define for a part of that text.",
    is: ({ grammar, only, text, start }) =>
      grammar === "cpp" && only === "ours" && /^\s*#/.test(lineBefore(text, start)),
  },
  {
    why:
      "The Ruby grammar takes an escaped interpolation inside a heredoc, #\\{…}, for a comment: " +
      "it is text that is evaluated later.",
    is: ({ grammar, only, text, start }) =>
      grammar === "ruby" && only === "theirs" && text.startsWith("#\\{", start),
  },
  {
    why:
      "Where the INI grammar cannot read a file, it takes the semicolons that part a list of values " +
      "for comments; ours begin a comment only at a line's start or behind a blank.",
    is: ({ grammar, only, opinion, text, start }) =>
      grammar === "ini" &&
      only === "theirs" &&
      opinion.gaveUp &&
      /\S$/.test(lineBefore(text, start)),
  },
];

function lineBefore(text: string, at: number): string {
  return text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
}
