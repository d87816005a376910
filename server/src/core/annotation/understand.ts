import type { Forms } from "../reference/forms.ts";
import type { Reference } from "../reference.ts";
import { needsBase, noNumber, unclearId, unreadableId, writtenRange } from "./faults.ts";
import { identify, isReference, type WrittenId } from "./identify.ts";
import type { Item } from "./item.ts";
import { claimsOf, enhanced, withSuffix } from "./itemClaims.ts";
import type { Fault, ParsedClaim, WrittenPart } from "./parsed.ts";
import type { Suffix } from "./suffixes.ts";

/** What an item may leave out because the one before it says it: `CR 1.1, 1.3, RE(2)`. */
export interface Context {
  readonly kinds: readonly string[];
  readonly dashed: boolean;
  readonly part: string | undefined;
  readonly edition: string | undefined;
  /** The requirements of the last item, without enhancements. */
  readonly bases: readonly Reference[];
  readonly behindEnhancement: boolean;
}

/** At the beginning of a line. */
export const NO_CONTEXT: Context = {
  kinds: [],
  dashed: false,
  part: undefined,
  edition: undefined,
  bases: [],
  behindEnhancement: false,
};

/** What an item means: claims, or a fault, and what the next item may leave out. */
export interface Understood {
  readonly claims: readonly ParsedClaim[];
  readonly fault: Fault | undefined;
  readonly context: Context;
}

/** Says which requirements an item names. */
export function understand(
  forms: Forms,
  item: Item,
  context: Context,
  marker: WrittenPart | undefined,
  line: string,
): Understood {
  if (item.prefix === undefined && item.heads.length === 0) {
    const bare = bareSuffixes(item, context);
    if (bare !== undefined) return carried(item, bare, context, line);
  }
  const ids = writtenIds(forms, item, context, marker);
  const fault = faultOf(item, ids, marker, context.bases.length > 0, line);
  const bases = fault === undefined ? ids.map(identify).filter(isReference) : [];
  return {
    claims: bases.flatMap((it, i) => claimsOf(it, item, i, bases.length)),
    fault,
    context: {
      kinds: ids.flatMap((it) => it.kind ?? []),
      dashed: ids[0]?.dashed === true,
      part: ids[0]?.part,
      edition: ids[0]?.edition,
      bases,
      behindEnhancement: fault === undefined && hasEnhancement(item.suffixes.list),
    },
  };
}

/** The suffixes of an item that is nothing else: `RE(2)`, `(2)`, or `2` behind an enhancement. */
function bareSuffixes(item: Item, context: Context): readonly Suffix[] | undefined {
  const { written, suffixes, start, end } = item;
  if (written === undefined) return suffixes.list;
  const [number = "", ...others] = written.numbers;
  const isOne = context.behindEnhancement && others.length === 0 && number.length <= 2;
  return isOne ? [{ start, end, enhancement: Number(number) }, ...suffixes.list] : undefined;
}

function carried(item: Item, list: readonly Suffix[], context: Context, line: string): Understood {
  const { bases } = context;
  const unreadable = bases.length === 0 || list.length === 0 || item.glued !== undefined;
  if (unreadable) return { claims: [], fault: needsBase(item, line), context };
  if (item.range !== undefined) {
    const fault = writtenRange(item, line, enhanced(bases, list, item.range.all));
    return { claims: [], fault, context };
  }
  const claims = bases.flatMap((base) =>
    list.map((it) => ({ reference: withSuffix(base, it), start: it.start, end: it.end })),
  );
  return {
    claims,
    fault: undefined,
    context: { ...context, behindEnhancement: hasEnhancement(list) },
  };
}

function writtenIds(
  forms: Forms,
  item: Item,
  context: Context,
  marker: WrittenPart | undefined,
): readonly WrittenId[] {
  const isBare = item.prefix === undefined && item.heads.length === 0;
  const part = item.prefix?.part ?? (isBare ? context.part : undefined) ?? marker?.part;
  const edition =
    item.prefix?.edition ??
    (isBare ? context.edition : undefined) ??
    (part === marker?.part ? marker?.edition : undefined);
  const id: WrittenId = {
    forms,
    numbers: item.written?.numbers ?? [],
    kind: undefined,
    dashed: item.written?.dashed === true || (isBare && context.dashed),
    part,
    edition,
  };
  const kinds = isBare ? context.kinds : item.heads.map((it) => it.kind);
  return kinds.length === 0 ? [id] : kinds.map((kind) => ({ ...id, kind }));
}

function hasEnhancement(list: readonly Suffix[]): boolean {
  return list.some((it) => it.enhancement !== undefined);
}

function faultOf(
  item: Item,
  ids: readonly WrittenId[],
  marker: WrittenPart | undefined,
  fitsOthers: boolean,
  line: string,
): Fault | undefined {
  const { written, glued, range, suffixes } = item;
  const [id] = ids;
  if (written === undefined || id === undefined) return noNumber(item, line, id);
  if (glued !== undefined) {
    const fault = unreadableId(item, line, id, glued, suffixes.unnumbered);
    return ids.length === 1 && suffixes.list.length === 0 ? fault : { ...fault, repairs: [] };
  }
  for (const it of ids) {
    const identified = identify(it);
    if (isReference(identified)) continue;
    const written = item.prefix?.part === undefined ? marker : undefined;
    const { message, repairs } = unclearId(
      { start: item.start, end: item.idEnd },
      line,
      it,
      identified,
      { marker: written, fitsOthers },
    );
    const isAlone = ids.length === 1;
    return { start: item.start, end: item.end, message, repairs: isAlone ? repairs : [] };
  }
  return range && writtenRange(item, line, rangeOf(item, ids, range.all));
}

function rangeOf(
  { suffixes: { list } }: Item,
  ids: readonly WrittenId[],
  all: readonly (readonly string[])[] | undefined,
): readonly Reference[] {
  if (list.length > 0) return enhanced(ids.map(identify).filter(isReference), list, all);
  return ids
    .flatMap((id) => (all ?? []).map((numbers) => identify({ ...id, numbers })))
    .filter(isReference);
}
