/** How the ids of one kind are written, and the part they belong to. */
export interface Form {
  readonly kind: string;
  readonly part: string;
  /** How many numbers an id has, at least and at most. */
  readonly numbers: readonly [least: number, most: number];
  /** The id's canonical writing. */
  readonly write: (kind: string, numbers: readonly string[]) => string;
  /** For messages. */
  readonly example: string;
}

const dotted = (kind: string, numbers: readonly string[]) => `${kind} ${numbers.join(".")}`;
const dashed = (kind: string, numbers: readonly string[]) => `${kind}-${numbers.join("")}`;
const padded = (kind: string, numbers: readonly string[]) =>
  [kind, ...numbers.map((it) => it.padStart(2, "0"))].join(".");

const FORMS: readonly Form[] = [
  ...["CR", "SAR", "EDR", "HDR", "NDR"].map(
    (kind): Form => ({
      kind,
      part: "4-2",
      numbers: [2, 2],
      write: dotted,
      example: kind === "CR" ? "CR 1.5" : `${kind} 2.4`,
    }),
  ),
  { kind: "CCSC", part: "4-2", numbers: [1, 1], write: dotted, example: "CCSC 1" },
  { kind: "SR", part: "3-3", numbers: [2, 2], write: dotted, example: "SR 1.1" },
  ...["SM", "SR", "SD", "SI", "SVV", "DM", "SUM", "SG"].map(
    (kind): Form => ({
      kind,
      part: "4-1",
      numbers: [1, 1],
      write: dashed,
      example: `${kind}-1`,
    }),
  ),
  { kind: "ZCR", part: "3-2", numbers: [1, 2], write: dotted, example: "ZCR 3.1" },
  { kind: "SP", part: "2-4", numbers: [2, 2], write: padded, example: "SP.01.01" },
  ...["ORG", "CM", "NET", "COMP", "DATA", "USER", "EVENT", "AVAIL"].map(
    (kind): Form => ({
      kind,
      part: "2-1",
      numbers: [2, 2],
      write: dotted,
      example: `${kind} 1.1`,
    }),
  ),
];

/** Every kind of id, in capitals. */
export const KINDS: readonly string[] = [...new Set(FORMS.map((it) => it.kind))];

const BY_KIND: ReadonlyMap<string, readonly Form[]> = new Map(
  KINDS.map((kind) => [kind, FORMS.filter((it) => it.kind === kind)]),
);

/** The forms of a kind: one, but two for `SR`, which 3-3 and 4-1 both use. */
export function formsOf(kind: string): readonly Form[] {
  return BY_KIND.get(kind) ?? [];
}

/** Whether ids of this form can have so many numbers. */
export function fits(form: Form, numbers: readonly string[]): boolean {
  return numbers.length >= form.numbers[0] && numbers.length <= form.numbers[1];
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
