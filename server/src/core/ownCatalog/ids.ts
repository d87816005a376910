import { type Form, type Forms, SERIES_FORMS } from "../reference/forms.ts";

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
const DIGITS = 9;

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

function keyOfNumbers(numbers: readonly string[]): string {
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

/** An id, and the part that its kind belongs to. */
export interface PlacedId {
  readonly id: string;
  readonly named: OwnId;
  readonly part: string;
}

/** The forms of the series and those of ids of one's own; each kind belongs to one part. */
export function formsWith(ids: readonly PlacedId[]): Forms {
  const byKind = new Map<string, PlacedId[]>();
  for (const it of ids) {
    const { kind } = it.named;
    const ofKind = byKind.get(kind);
    if (ofKind === undefined) byKind.set(kind, [it]);
    else ofKind.push(it);
  }
  if (byKind.size === 0) return SERIES_FORMS;
  const made = [...byKind].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, it]) => formOf(it));
  return SERIES_FORMS.with(
    made.map((it) => it.form),
    JSON.stringify(made.map((it) => it.key)),
  );
}

/**
 * Ids are written as the catalog has them. What it does not have is written as the first of the kind,
 * with zeros in front where others have them. The key leaves out the ids that this says already.
 */
function formOf(ids: readonly PlacedId[]): { readonly form: Form; readonly key: unknown } {
  const [first] = ids;
  const { letters = "", kind = "", separator = "" } = first?.named ?? {};
  const widths = widthsOf(ids);
  const fallback = (numbers: readonly string[]) =>
    letters + separator + numbers.map((it, at) => it.padStart(widths[at] ?? 1, "0")).join(".");
  const others = new Map<string, string>();
  for (const { id, named } of ids) {
    const key = keyOfNumbers(named.numbers);
    if (fallback(key.split(".")) !== id) others.set(key, id);
  }
  const counts = ids.map((it) => it.named.numbers.length);
  const least = counts.reduce((a, b) => Math.min(a, b), 4);
  const most = counts.reduce((a, b) => Math.max(a, b), 1);
  const { part = "", id: example = "" } = first ?? {};
  return {
    form: {
      kind,
      part,
      numbers: [least, most],
      digits: DIGITS,
      write: (_, numbers) => others.get(numbers.join(".")) ?? fallback(numbers),
      example,
    },
    key: [part, letters, separator, widths, least, most, [...others]],
  };
}

/** How many digits the numbers at each place have where zeros fill them up. */
function widthsOf(ids: readonly PlacedId[]): readonly number[] {
  const widths = [1, 1, 1, 1];
  for (const { named } of ids) {
    for (const [at, it] of named.numbers.entries()) {
      if (/^0\d/.test(it)) widths[at] = Math.max(widths[at] ?? 1, it.length);
    }
  }
  return widths;
}
