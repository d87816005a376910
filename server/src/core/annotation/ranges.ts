import { readBareNumbers, readHeads, readNumbersBehindKind } from "./heads.ts";
import type { Reader } from "./reader.ts";

const MARK = /( *)(-+|\.\.+|…|(?:to|through|until)(?![a-z]))( *)/iy;
const BEHIND_LOOSE = /(?= *(?:$|[,;:)\]}&+/]|-|and(?![a-z])|\.(?: |$)))/iy;
const GLUED = /[a-z0-9_]|\.\d/iy;
const ENHANCEMENT = /(?:REs? *(?:[-_.#] *)?)?\(?(\d{1,2})\)?/iy;
const LONGEST_RANGE = 60;

/** Reads what follows `CR 1.3` in `CR 1.3–1.5`: every number from the first to the last. */
export function readRange(
  reader: Reader,
  kinds: readonly string[],
  from: readonly string[],
): WrittenRange | undefined {
  return readEnd(reader, (glued) => {
    const heads = readHeads(reader);
    if (heads.some((it) => !kinds.includes(it.kind))) return undefined;
    const to = heads.length > 0 ? readNumbersBehindKind(reader)?.numbers : readBareNumbers(reader);
    if (to === undefined) return undefined;
    if (to.length === from.length) return { all: between(from, to) };
    const short = glued && to.length === 1 && from.length > 1;
    return short ? { all: between(from, [...from.slice(0, -1), ...to]) } : undefined;
  });
}

/** A range that was written; `all` is absent where only a catalog could tell what lies in it. */
export interface WrittenRange {
  readonly all: readonly (readonly string[])[] | undefined;
}

/** Reads what follows `RE(1)` in `RE(1)–(3)`. */
export function readEnhancementRange(reader: Reader, from: number): WrittenRange | undefined {
  return readEnd(reader, () => {
    const to = reader.take(ENHANCEMENT)?.[1];
    return to === undefined ? undefined : { all: between([String(from)], [to]) };
  });
}

/** Between blanks a dash may as well begin the author's text, so nothing else may follow there. */
function readEnd(
  reader: Reader,
  read: (glued: boolean) => WrittenRange | undefined,
): WrittenRange | undefined {
  return reader.attempt(() => {
    const mark = reader.take(MARK);
    if (mark === undefined) return undefined;
    const [, before, sign, after] = mark;
    const loose = sign?.startsWith("-") && before !== "" && after !== "";
    const range = read(sign?.startsWith("-") === true && !loose);
    const ends = loose ? reader.sees(BEHIND_LOOSE) : !reader.sees(GLUED);
    return ends ? range : undefined;
  });
}

function between(
  from: readonly string[],
  to: readonly string[],
): readonly (readonly string[])[] | undefined {
  const common = from.slice(0, -1);
  const first = Number(from.at(-1));
  const last = Number(to.at(-1));
  const together = common.every((it, i) => Number(it) === Number(to[i]));
  if (!together || last <= first || last - first >= LONGEST_RANGE) return undefined;
  return Array.from({ length: last - first + 1 }, (_, i) => [...common, String(first + i)]);
}
