import {
  type Head,
  readBareNumbers,
  readHeads,
  readNumbersBehindKind,
  type WrittenNumbers,
} from "./heads.ts";
import type { WrittenPart } from "./parsed.ts";
import { readPrefix } from "./prefix.ts";
import { readEnhancementRange, readRange, type WrittenRange } from "./ranges.ts";
import type { Reader, Span } from "./reader.ts";
import { readSuffixes, type Suffixes } from "./suffixes.ts";

/** One item of a list of claims as it is written, not yet understood. Any piece may be left out. */
export interface Item extends Span {
  readonly prefix: WrittenPart | undefined;
  readonly heads: readonly Head[];
  readonly written: WrittenNumbers | undefined;
  readonly idEnd: number;
  readonly suffixes: Suffixes;
  readonly range: WrittenRange | undefined;
  /** What is glued to the id and cannot belong to it: `a` of `CR 1.5a`. */
  readonly glued: string | undefined;
}

const BASE_WORD = / *BR(?![a-z0-9_])/iy;
const GLUED = /[a-z0-9_]|[.-][a-z0-9*]/iy;
const TOKEN_REST = /[^ ,;:()[\]{}"'`]+/y;
const DECIMAL_COMMA = /,\d+(?![\d.])/y;

/** Reads an item; `undefined` when nothing here looks like one. */
export function readItem(reader: Reader, line: string): Item | undefined {
  const start = reader.position;
  const prefix = readPrefix(reader);
  const heads = readHeads(reader);
  const written = heads.length > 0 ? readNumbersBehindKind(reader) : readBare(reader);
  if (heads.some((it) => it.kind === "SP")) reader.take(BASE_WORD);
  const idEnd = reader.position;
  const suffixes = readSuffixes(reader);
  if (reader.position === start) return undefined;

  const range = readRangeBehind(reader, heads, written, suffixes);
  const glued = readGlued(reader, line, suffixes) ?? readDecimalComma(reader, heads, written);
  return {
    start,
    end: reader.position,
    prefix,
    heads,
    written,
    idEnd,
    suffixes,
    range,
    glued,
  };
}

function readBare(reader: Reader): WrittenNumbers | undefined {
  const numbers = readBareNumbers(reader);
  return numbers && { numbers, dashed: false };
}

function readRangeBehind(
  reader: Reader,
  heads: readonly Head[],
  written: WrittenNumbers | undefined,
  { list }: Suffixes,
): WrittenRange | undefined {
  const last = list.at(-1);
  if (last?.item !== undefined) return undefined;
  if (last?.enhancement !== undefined) return readEnhancementRange(reader, last.enhancement);
  const kinds = heads.map((it) => it.kind);
  return written && readRange(reader, kinds, written.numbers);
}

/** A typographic dash begins the text even where no blank stands beside it. */
function readGlued(reader: Reader, line: string, { unnumbered }: Suffixes): string | undefined {
  if (reader.next === "-" && line.charAt(reader.position) !== "-") return undefined;
  if (unnumbered === undefined && !reader.sees(GLUED)) return undefined;
  return reader.take(TOKEN_REST)?.[0] ?? "";
}

/** `CR 1,5` is one id in some languages' way to write numbers; `SM-1,2` is two. */
function readDecimalComma(
  reader: Reader,
  heads: readonly Head[],
  written: WrittenNumbers | undefined,
): string | undefined {
  const needsTwo = heads.every(({ kind }) =>
    reader.forms.of(kind).every((it) => it.numbers[0] === 2),
  );
  if (heads.length === 0 || !needsTwo || written?.numbers.length !== 1) return undefined;
  return reader.take(DECIMAL_COMMA)?.[0];
}
