import type { Reference } from "../reference.ts";
import type { Item } from "./item.ts";
import type { ParsedClaim } from "./parsed.ts";
import type { Span } from "./reader.ts";
import type { Suffix } from "./suffixes.ts";

/**
 * The claims of one of an item's references. Where kinds share a number, only the last has the
 * number and what follows it in its range; the others have their letters.
 */
export function claimsOf(
  reference: Reference,
  item: Item,
  index: number,
  count: number,
): readonly ParsedClaim[] {
  const { heads, suffixes } = item;
  const isLast = index === count - 1;
  const head = heads.length > 1 ? heads[index] : undefined;
  const start = index === 0 || head === undefined ? item.start : head.start;
  const id: Span = { start, end: isLast || head === undefined ? item.idEnd : head.end };
  const base = { reference, ...id };
  if (suffixes.list.length === 0) return [base];
  const claims = suffixes.list.map((suffix, i) => {
    const first = i === 0 && !suffixes.withBase;
    const span = first ? { start, end: suffix.end } : { start: suffix.start, end: suffix.end };
    return { reference: withSuffix(reference, suffix), ...(isLast ? span : id) };
  });
  return suffixes.withBase ? [base, ...claims] : claims;
}

/** The reference with an enhancement and an item of it. */
export function withSuffix(
  reference: Reference,
  { enhancement, item }: Pick<Suffix, "enhancement" | "item">,
): Reference {
  if (enhancement === undefined) return item === undefined ? reference : { ...reference, item };
  const enhanced = { ...reference, enhancement };
  return item === undefined ? enhanced : { ...enhanced, item };
}

/** The suffixes of each base, the last of them replaced by all the numbers of a range. */
export function enhanced(
  bases: readonly Reference[],
  list: readonly Suffix[],
  all: readonly (readonly string[])[] | undefined,
): readonly Reference[] {
  if (all === undefined) return [];
  const numbered = all.map(([number]) => ({ enhancement: Number(number) }));
  return bases.flatMap((base) =>
    [...list.slice(0, -1), ...numbered].map((it) => withSuffix(base, it)),
  );
}
