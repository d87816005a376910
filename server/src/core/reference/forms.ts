import { type FormPatterns, patternsOf } from "./formPatterns.ts";

/** How the ids of one kind are written, and the part they belong to. */
export interface Form {
  /** In capitals. */
  readonly kind: string;
  readonly part: string;
  /** How many numbers an id has, at least and at most. */
  readonly numbers: readonly [least: number, most: number];
  /** How many digits a number has at most. */
  readonly digits: number;
  /** The id's canonical writing. */
  readonly write: (kind: string, numbers: readonly string[]) => string;
  /** For messages. */
  readonly example: string;
}

/** No number of the series has more. */
const DIGITS = 3;

const dotted = (kind: string, numbers: readonly string[]) => `${kind} ${numbers.join(".")}`;
const dashed = (kind: string, numbers: readonly string[]) => `${kind}-${numbers.join("")}`;
const padded = (kind: string, numbers: readonly string[]) =>
  [kind, ...numbers.map((it) => it.padStart(2, "0"))].join(".");

const FORMS: readonly Omit<Form, "digits">[] = [
  ...["CR", "SAR", "EDR", "HDR", "NDR"].map((kind) => ({
    kind,
    part: "4-2",
    numbers: [2, 2] as const,
    write: dotted,
    example: kind === "CR" ? "CR 1.5" : `${kind} 2.4`,
  })),
  { kind: "CCSC", part: "4-2", numbers: [1, 1], write: dotted, example: "CCSC 1" },
  { kind: "SR", part: "3-3", numbers: [2, 2], write: dotted, example: "SR 1.1" },
  ...["SM", "SR", "SD", "SI", "SVV", "DM", "SUM", "SG"].map((kind) => ({
    kind,
    part: "4-1",
    numbers: [1, 1] as const,
    write: dashed,
    example: `${kind}-1`,
  })),
  { kind: "ZCR", part: "3-2", numbers: [1, 2], write: dotted, example: "ZCR 3.1" },
  { kind: "SP", part: "2-4", numbers: [2, 2], write: padded, example: "SP.01.01" },
  ...["ORG", "CM", "NET", "COMP", "DATA", "USER", "EVENT", "AVAIL"].map((kind) => ({
    kind,
    part: "2-1",
    numbers: [2, 2] as const,
    write: dotted,
    example: `${kind} 1.1`,
  })),
];

/**
 * The forms of the ids that can be named: those of the series, and perhaps of catalogs of one's own.
 * What is read by them is compiled once.
 */
export class Forms {
  /** Every kind of id, in capitals. */
  readonly kinds: readonly string[];
  readonly patterns: FormPatterns;
  /** The same for forms that understand and write every id in the same way. */
  readonly key: string;
  readonly #byKind: ReadonlyMap<string, readonly Form[]>;

  constructor(forms: readonly Form[], key: string) {
    this.kinds = [...new Set(forms.map((it) => it.kind))];
    this.key = key;
    const byKind = new Map<string, Form[]>(this.kinds.map((kind) => [kind, []]));
    for (const it of forms) byKind.get(it.kind)?.push(it);
    this.#byKind = byKind;
    this.patterns = patternsOf(this.kinds, (kind) => this.of(kind).every(isWord));
  }

  /** The forms of a kind: one, but two for `SR`, which 3-3 and 4-1 both use. */
  of(kind: string): readonly Form[] {
    return this.#byKind.get(kind) ?? [];
  }

  /** These and others. */
  with(others: readonly Form[], key: string): Forms {
    const known = this.kinds.flatMap((kind) => this.of(kind));
    return new Forms([...known, ...others], `${this.key}${key}`);
  }
}

/** `DATA` and `USER` of part 2-1 are words as well: they begin an id only with a number behind them. */
function isWord({ part }: Form): boolean {
  return part === "2-1";
}

/** The ids of the series. */
export const SERIES_FORMS: Forms = new Forms(
  FORMS.map((it) => ({ ...it, digits: DIGITS })),
  "",
);

/** Whether ids of this form can have such numbers. */
export function fits(
  { numbers: [least, most], digits }: Form,
  numbers: readonly string[],
): boolean {
  return (
    numbers.length >= least && numbers.length <= most && numbers.every((it) => it.length <= digits)
  );
}

/**
 * The edition that each part's ids mean when none is written, so that writing it says nothing more.
 * Part 2-1 is not here: its editions share no ids.
 */
const PRESENT_EDITIONS: ReadonlyMap<string, string> = new Map([
  ["4-2", "2019"],
  ["3-3", "2013"],
  ["4-1", "2018"],
  ["3-2", "2020"],
  ["2-4", "2023"],
]);

/** Whether the part's requirements are named by clause numbers instead of ids of their own. */
export function hasClauses(part: string): boolean {
  return !PRESENT_EDITIONS.has(part);
}

/** Whether an edition of one of the series' parts differs from the one meant anyway. */
export function isOtherEdition(part: string, edition: string | undefined): boolean {
  const present = PRESENT_EDITIONS.get(part);
  return edition !== undefined && present !== undefined && edition !== present;
}
