import type { Reader, Span } from "./reader.ts";

/** What is written behind an id: one enhancement, one lettered item, or both. */
export interface Suffix extends Span {
  readonly enhancement?: number;
  readonly item?: string;
}

/** Everything written behind one id. */
export interface Suffixes {
  readonly list: readonly Suffix[];
  /** A plus says that the base requirement is meant as well. */
  readonly withBase: boolean;
  /** An `RE` that names no number. */
  readonly unnumbered?: Span;
}

interface Group {
  readonly plus: boolean;
  readonly list: readonly Suffix[];
}

const RE_WORD = / *(?:([-+_.:]) *)?(?=REs?(?![a-z]|[-_.][a-z]))/iy;
const RE_LETTERS = /REs?/iy;
const RE_NUMBER = / *(?:[-_.#] *)?(\d{1,2})(?![a-z0-9_]|\.\d)/iy;
const BEHIND_LOOSE = /(?= *(?:$|[,;:()\]&]|-))/y;
const OPEN = / *[([] *(?:(\+) *)?/y;
const CLOSE = / *[)\]]/y;
const BETWEEN = / *(?:(?:[,/&+]|and(?![a-z])) *)?/iy;
const NUMBER =
  /(?:REs? *(?:[-_.#] *)?(?:\((\d{1,2})\)|(\d{1,2}))|(\d{1,2}))(?= *(?:[),/&+\]]|and |\d|RE))/iy;
const LETTER = /([a-z])(?= *[),/&+\]])/iy;
const CLAUSE = /\d+(?:\.\d+)+(?: *\((?:(\d{1,2})|([a-z]))\))?(?= *[)\]])/iy;

/** Reads ` RE(1)(2)`, `(1)`, `(a)`, ` + RE1`, `-re-1`, ` (+RE1, RE2)`, ` (5.3.3(1))`. */
export function readSuffixes(reader: Reader): Suffixes {
  const list: Suffix[] = [];
  let withBase = false;
  for (;;) {
    const start = reader.position;
    const group = readBrackets(reader) ?? readWord(reader);
    if (group === undefined) return { list, withBase };
    if (group === "unnumbered") {
      return { list, withBase, unnumbered: { start, end: reader.position } };
    }
    if (list.length === 0) withBase = group.plus;
    for (const suffix of group.list) append(list, suffix);
  }
}

/** `RE(1)` followed by `(a)` is one: item a of the enhancement. */
function append(list: Suffix[], suffix: Suffix): void {
  const last = list.at(-1);
  if (suffix.item === undefined || last?.enhancement === undefined) {
    list.push(suffix);
  } else if (last.item === undefined) {
    list[list.length - 1] = { ...last, item: suffix.item, end: suffix.end };
  } else {
    list.push({ ...suffix, enhancement: last.enhancement });
  }
}

/**
 * Reads ` RE1` and ` RE(1, 2)`. Behind a colon or a dash between blanks it may as well be the
 * author's text, so there nothing but the enhancement may follow.
 */
function readWord(reader: Reader): Group | "unnumbered" | undefined {
  return reader.attempt(() => {
    const mark = reader.take(RE_WORD);
    if (mark === undefined) return undefined;
    const start = reader.position;
    reader.take(RE_LETTERS);
    const list = readNumbers(reader, start);
    const loose = mark[1] === ":" || (mark[1] === "-" && mark[0].length > 1);
    if (loose && (list === undefined || !reader.sees(BEHIND_LOOSE))) return undefined;
    return list === undefined ? "unnumbered" : { plus: mark[1] === "+", list };
  });
}

function readNumbers(reader: Reader, start: number): readonly Suffix[] | undefined {
  const number = reader.take(RE_NUMBER)?.[1];
  if (number !== undefined) return [{ start, end: reader.position, enhancement: Number(number) }];
  return reader.attempt(() => {
    const [first, ...others] = readBrackets(reader)?.list ?? [];
    return first?.enhancement === undefined ? undefined : [{ ...first, start }, ...others];
  });
}

/** Reads what a pair of brackets holds, when it is nothing but enhancements and items. */
function readBrackets(reader: Reader): Group | undefined {
  return reader.attempt(() => {
    const open = reader.take(OPEN);
    if (open === undefined) return undefined;
    const start = reader.position - open[0].trimStart().length;
    const list = readClause(reader) ?? readEntries(reader);
    if (list === undefined || !reader.take(CLOSE)) return undefined;
    const [only, ...others] = list;
    const plus = open[1] === "+";
    const alone = only !== undefined && others.length === 0 && !plus;
    return {
      plus,
      list: alone ? [{ ...only, start, end: reader.position }] : list,
    };
  });
}

/** A clause number in the brackets says nothing new; what stands behind it may. */
function readClause(reader: Reader): readonly Suffix[] | undefined {
  const start = reader.position;
  const clause = reader.take(CLAUSE);
  if (clause === undefined) return undefined;
  const span = { start, end: reader.position };
  if (clause[1] !== undefined) return [{ ...span, enhancement: Number(clause[1]) }];
  return clause[2] === undefined ? [] : [{ ...span, item: clause[2].toLowerCase() }];
}

function readEntries(reader: Reader): readonly Suffix[] | undefined {
  const list: Suffix[] = [];
  for (;;) {
    const start = reader.position;
    const match = reader.take(NUMBER);
    const number = match?.[1] ?? match?.[2] ?? match?.[3];
    const letter = number === undefined ? reader.take(LETTER)?.[1] : undefined;
    const span = { start, end: reader.position };
    if (number !== undefined) list.push({ ...span, enhancement: Number(number) });
    else if (letter !== undefined) list.push({ ...span, item: letter.toLowerCase() });
    else return undefined;
    if (reader.sees(CLOSE)) return list;
    reader.take(BETWEEN);
  }
}
