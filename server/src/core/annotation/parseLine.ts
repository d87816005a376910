import { type Forms, SERIES_FORMS } from "../reference/forms.ts";
import { formatReference } from "../reference.ts";
import { type ClaimList, readClaimList } from "./claimList.ts";
import { nothingNamed, quote } from "./faults.ts";
import { fold } from "./fold.ts";
import { findId, seesId } from "./heads.ts";
import { readItem } from "./item.ts";
import type { Fault, ParsedLine, ParsedRepair, WrittenPart } from "./parsed.ts";
import { readMarkerPart } from "./prefix.ts";
import { Reader, type Span } from "./reader.ts";
import { NO_CONTEXT, understand } from "./understand.ts";
import { noRelation, type RelationWord, readRelation } from "./words.ts";

const MARKER = /@iec62443/iy;
const JUNK = /[ :=>-]*/y;
const NO_PART = /[^ ,:;()[\]{}]+/y;
const OPENERS = /["'`([{<]+ */y;
const CLOSERS = / *["'`)\]}>]+/y;

/**
 * Reads a line from its `@iec62443` to the end of the comment's line. Every line gives at least one
 * claim or one fault.
 */
export function parseLine(line: string, forms: Forms = SERIES_FORMS): ParsedLine {
  const reader = new Reader(fold(line), forms);
  reader.take(MARKER);
  const markerPart = readMarkerPart(reader);
  const wrongPart = readWrongPart(reader);
  const marker = { start: 0, end: reader.position };
  reader.take(JUNK);
  const word = readRelationInBrackets(reader);
  const before = wrongPart === undefined ? [] : [wrongPart];

  const fault = word && word.name === undefined ? noRelation(word, reader.text) : undefined;
  if (fault !== undefined) {
    const first = putFirst(reader, fault, markerPart);
    const repairs = [...fault.repairs, ...(first && fault.repairs.length === 0 ? [first] : [])];
    const faults = [...before, { ...fault, repairs }];
    const nothingElse = { relation: undefined, claims: [], text: undefined };
    return { marker, markerPart, ...nothingElse, faults, end: line.length };
  }
  const relation = relationOf(word, reader);
  reader.take(JUNK);
  const { claims, faults, text }: ClaimList = reader.atEnd
    ? { claims: [], faults: [nothing(reader, marker, relation)], text: undefined }
    : readClaimList(reader, line, markerPart, relation !== undefined);
  return {
    marker,
    markerPart,
    relation,
    claims,
    faults: before.length === 0 ? faults : [...before, ...faults],
    text,
    end: line.length,
  };
}

function relationOf(word: RelationWord | undefined, reader: Reader): ParsedLine["relation"] {
  if (word?.name !== undefined) return { start: word.start, end: word.end, name: word.name };
  if (word !== undefined) reader.position = word.start;
  return undefined;
}

function nothing(reader: Reader, marker: Span, relation: Span | undefined): Fault {
  const span = { start: marker.start, end: relation?.end ?? marker.end };
  return nothingNamed(span, quote(reader.text.slice(span.start, span.end)));
}

/** `@iec62443-` with something behind it that is no part. */
function readWrongPart(reader: Reader): Fault | undefined {
  const start = reader.position;
  const isDash = reader.next === "-" && !/[ -]/.test(reader.text.charAt(start + 1) || " ");
  const isGlued =
    !isDash && start > "@iec62443".length && !reader.atEnd && !/[ :=()[\],]/.test(reader.next);
  if (!isDash && !isGlued) return undefined;
  reader.position += isDash ? 1 : 0;
  if (isDash && seesId(reader)) return undefined;
  reader.take(NO_PART);
  const span = { start, end: reader.position };
  const message = `${quote(reader.text.slice(0, span.end))} names no part of the series. Write @iec62443, or with a part @iec62443-4-2.`;
  return { ...span, message, repairs: [{ ...span, title: "Leave the part out", newText: "" }] };
}

function readRelationInBrackets(reader: Reader): RelationWord | undefined {
  const plain = readRelation(reader);
  if (plain !== undefined) return plain;
  return reader.attempt(() => {
    if (!reader.take(OPENERS)) return undefined;
    const word = readRelation(reader);
    if (word?.name === undefined) return undefined;
    reader.take(CLOSERS);
    return word;
  });
}

/** Words came first and a requirement later: the repair keeps the words as the text. */
function putFirst(
  { text, forms }: Reader,
  words: Span,
  marker: WrittenPart | undefined,
): ParsedRepair | undefined {
  const start = findId(forms, text, words.end);
  if (start === undefined) return undefined;
  const reader = new Reader(text, forms, start);
  const item = readItem(reader, text);
  const claims = item === undefined ? [] : understand(forms, item, NO_CONTEXT, marker, text).claims;
  if (claims.length === 0) return undefined;
  const newText = `${claims.map((it) => formatReference(it.reference)).join(", ")}: `;
  return {
    start: words.start,
    end: words.start,
    title: `Put ${newText.slice(0, -2)} first`,
    newText,
  };
}
