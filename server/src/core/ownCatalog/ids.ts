/** An id of a kind that is not one of the series, taken apart. */
export interface OwnId {
  /** As it is written: `ACME-SEC`. */
  readonly letters: string;
  /** In capitals, for case does not count. */
  readonly kind: string;
  readonly separator: string;
  /** As they are written, perhaps with zeros in front. */
  readonly numbers: readonly string[];
}

const OWN_ID = /^([a-z]{1,20}(?:-[a-z]{1,20}){0,5})([ ._-]?)(\d{1,9}(?:\.\d{1,9}){0,3})$/i;

/** Takes an id such as `ACME 12`, `REQ-001` or `A.5.1` apart; nothing where it has another form. */
export function ownIdOf(id: string): OwnId | undefined {
  const [, letters = "", separator = "", numbers] = OWN_ID.exec(id) ?? [];
  if (numbers === undefined) return undefined;
  return { letters, kind: letters.toUpperCase(), separator, numbers: numbers.split(".") };
}

/** The same for ids that an annotation cannot tell apart: `REQ-1` and `req 001`. */
export function keyOfId({ kind, numbers }: OwnId): string {
  return `${kind} ${keyOfNumbers(numbers)}`;
}

/** The numbers of an id without the zeros in front, as one word: `1.2`. */
export function keyOfNumbers(numbers: readonly string[]): string {
  return numbers.map((it) => it.replace(/^0+(?=\d)/, "")).join(".");
}

/** What begins something else in an annotation, so that no id can begin with it. */
const RESERVED: ReadonlySet<string> = new Set(
  [
    "re res br fr part and to through until",
    "iec isa iso ansi en din bs",
    "implements partial verifies planned compensating not-applicable not applicable",
  ]
    .join(" ")
    .toUpperCase()
    .split(" "),
);

/** Whether the letters of an id mean something else in an annotation. */
export function isReserved({ kind }: OwnId): boolean {
  return RESERVED.has(kind) || RESERVED.has(kind.split("-", 1)[0] ?? "");
}
