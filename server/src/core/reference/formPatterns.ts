/** What finds the kinds of ids in a folded line, compiled from the kinds once. Sticky but for `somewhere`. */
export interface FormPatterns {
  /** A kind. */
  readonly kind: RegExp;
  /** A kind, or several that share a number, with the first digit behind. */
  readonly numbered: RegExp;
  /** An id anywhere in a text. */
  readonly somewhere: RegExp;
  /** A part without the word IEC in front of an id: `2-1 `. */
  readonly barePart: RegExp;
  /** An id within the name of something else: `REQ-CR-1.14`. */
  readonly hidden: RegExp;
  /** Words, in small letters, that begin an id even without a number. */
  readonly beginsOfIds: ReadonlySet<string>;
}

const ORGANISATIONS = ["iec", "isa", "iso", "ansi", "en", "din", "bs"];

/** Compiles the patterns of kinds; some kinds are words that people use otherwise, too. */
export function patternsOf(
  kinds: readonly string[],
  isWord: (kind: string) => boolean,
): FormPatterns {
  const all = alternatives(kinds);
  const any = `(?:${all})(?![a-z])`;
  const begins = kinds.filter((it) => !isWord(it)).map((it) => it.toLowerCase().split("-", 1)[0]);
  return {
    kind: new RegExp(`(${all})(?![a-z])`, "iy"),
    numbered: new RegExp(`${any}(?: *[/&] *${any})* *(?:[-_.] *)?\\d`, "iy"),
    somewhere: new RegExp(`\\b${any} *(?:[-_.] *)?\\d`, "gi"),
    barePart: new RegExp(
      `(\\d)-(\\d)(?!\\d)(?=(?::\\d{4})?(?: +| *[:/] *)(?:${any}|\\d+\\.\\d))`,
      "iy",
    ),
    hidden: new RegExp(
      `[-_](${all})[-_.]?(\\d+(?:\\.\\d+)?)(?:[-_.]?RE[-_.]?(\\d))?(?![\\d.])`,
      "i",
    ),
    beginsOfIds: new Set([
      ...begins.filter((it) => it !== undefined),
      ...ORGANISATIONS,
      "re",
      "res",
    ]),
  };
}

/** The longest first: `ACME-SEC` before `ACME`. A hyphen may be written as another joint. */
function alternatives(kinds: readonly string[]): string {
  return [...kinds]
    .sort((a, b) => b.length - a.length)
    .map((it) => it.replaceAll("-", "[-_ ]"))
    .join("|");
}

/** A kind as it was matched, in the writing of the forms. */
export function kindOf(matched: string): string {
  return matched.toUpperCase().replaceAll(/[_ ]/g, "-");
}
