import { type Form, type Forms, SERIES_FORMS } from "../reference/forms.ts";
import { keyOfNumbers, type OwnId } from "./ids.ts";

/** An id, and the part that its kind belongs to. */
export interface PlacedId {
  readonly id: string;
  readonly named: OwnId;
  readonly part: string;
}

/** How the ids of one kind are written, as plain data. */
interface Writing {
  readonly part: string;
  readonly kind: string;
  readonly letters: string;
  readonly separator: string;
  /** How many digits the numbers at each place have where zeros fill them up. */
  readonly widths: readonly number[];
  readonly least: number;
  readonly most: number;
  readonly example: string;
  /** Ids that are written in another way, by their numbers. */
  readonly others: readonly (readonly [numbers: string, id: string])[];
}

/** An id of one's own may have numbers of so many digits. */
const DIGITS = 9;

/** The forms of the series and those of ids of one's own; each kind belongs to one part. */
export function formsWith(ids: readonly PlacedId[]): Forms {
  const byKind = new Map<string, PlacedId[]>();
  for (const it of ids) {
    const { kind } = it.named;
    const ofKind = byKind.get(kind);
    if (ofKind === undefined) byKind.set(kind, [it]);
    else ofKind.push(it);
  }
  const writings = [...byKind].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, it]) => writingOf(it));
  return formsOfWritings(writings);
}

/** The forms that have this key: what another thread is told of them. */
export function formsOfKey(key: string): Forms {
  return formsOfWritings(key === SERIES_FORMS.key ? [] : (JSON.parse(key) as Writing[]));
}

function formsOfWritings(writings: readonly Writing[]): Forms {
  if (writings.length === 0) return SERIES_FORMS;
  return SERIES_FORMS.with(writings.map(formOf), JSON.stringify(writings));
}

/**
 * Ids are written as the catalog has them. What it does not have is written as the first of the kind,
 * with zeros in front where others have them. The ids that this says already are left out.
 */
function writingOf(ids: readonly PlacedId[]): Writing {
  const [first] = ids;
  const { letters = "", kind = "", separator = "" } = first?.named ?? {};
  const widths = widthsOf(ids);
  const counts = ids.map((it) => it.named.numbers.length);
  const least = counts.reduce((a, b) => Math.min(a, b), 4);
  const most = counts.reduce((a, b) => Math.max(a, b), 1);
  const { part = "", id: example = "" } = first ?? {};
  const plain = { part, kind, letters, separator, widths, least, most, example };
  const others = new Map<string, string>();
  for (const { id, named } of ids) {
    const key = keyOfNumbers(named.numbers);
    if (filled(plain, key.split(".")) !== id) others.set(key, id);
  }
  return { ...plain, others: [...others] };
}

function formOf(writing: Writing): Form {
  const { part, kind, least, most, example } = writing;
  const others = new Map(writing.others);
  return {
    kind,
    part,
    numbers: [least, most],
    digits: DIGITS,
    write: (_, numbers) => others.get(numbers.join(".")) ?? filled(writing, numbers),
    example,
  };
}

function filled(
  { letters, separator, widths }: Omit<Writing, "others">,
  numbers: readonly string[],
): string {
  return letters + separator + numbers.map((it, at) => it.padStart(widths[at] ?? 1, "0")).join(".");
}

function widthsOf(ids: readonly PlacedId[]): readonly number[] {
  const widths = [1, 1, 1, 1];
  for (const { named } of ids) {
    for (const [at, it] of named.numbers.entries()) {
      if (/^0\d/.test(it)) widths[at] = Math.max(widths[at] ?? 1, it.length);
    }
  }
  return widths;
}
