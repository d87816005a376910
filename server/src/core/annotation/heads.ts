import { kindOf } from "../reference/formPatterns.ts";
import type { Forms } from "../reference/forms.ts";
import type { Reader, Span } from "./reader.ts";

/** A kind of id where it is written, in capitals. */
export interface Head extends Span {
  readonly kind: string;
}

/** The number behind a kind: `1.5` of `CR 1.5`. */
export interface WrittenNumbers {
  readonly numbers: readonly string[];
  readonly dashed: boolean;
}

const JOIN = / *(?:[/,&+]|and(?![a-z])) */iy;
const SEPARATOR = / *(?:([-_.]) *)?/y;
const NUMBERS = /\d+(?:\.\d+)*/y;

/** Reads `CR`, or the kinds of `EDR / HDR / NDR 3.14`, which share a number. */
export function readHeads(reader: Reader): readonly Head[] {
  const heads: Head[] = [];
  let head = readHead(reader);
  while (head !== undefined) {
    heads.push(head);
    head = reader.attempt(() => (reader.take(JOIN) ? readHead(reader) : undefined));
  }
  return heads;
}

function readHead(reader: Reader): Head | undefined {
  const start = reader.position;
  const kind = reader.take(reader.forms.patterns.kind)?.[1];
  return kind === undefined ? undefined : { kind: kindOf(kind), start, end: reader.position };
}

/** Whether an id begins here: a kind that has a number, or shares one. */
export function seesId(reader: Reader): boolean {
  return reader.sees(reader.forms.patterns.numbered);
}

/** Reads the number behind a kind. */
export function readNumbersBehindKind(reader: Reader): WrittenNumbers | undefined {
  return reader.attempt(() => {
    const dashed = reader.take(SEPARATOR)?.[1] === "-";
    const numbers = readBareNumbers(reader);
    return numbers && { numbers, dashed };
  });
}

/** Reads `1.3`. */
export function readBareNumbers(reader: Reader): readonly string[] | undefined {
  return reader.take(NUMBERS)?.[0].split(".");
}

/** Offset of the first id at or behind an offset. */
export function findId(forms: Forms, text: string, from: number): number | undefined {
  const { somewhere } = forms.patterns;
  somewhere.lastIndex = from;
  return somewhere.exec(text)?.index;
}
