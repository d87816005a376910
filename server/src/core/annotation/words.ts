import { RELATIONS, type Relation } from "../annotation.ts";
import { kindOf } from "../reference/formPatterns.ts";
import type { Forms } from "../reference/forms.ts";
import { formatReference } from "../reference.ts";
import { nearest } from "../similarity.ts";
import { changeTo, quote, unknownKind } from "./faults.ts";
import { seesId } from "./heads.ts";
import { identify, idOf, isReference } from "./identify.ts";
import type { Fault } from "./parsed.ts";
import type { Reader, Span } from "./reader.ts";
import { skipToSeparator } from "./separators.ts";

const WORD = /[a-z]+(?:[-_][a-z]+)*(?![a-z0-9_])/iy;
const APPLICABLE = / +applicable(?![a-z0-9_])/iy;

/** What people write where they mean a relation. They are no relations: a repair offers the right one. */
const MEANT: Readonly<Record<string, Relation>> = {
  implement: "implements",
  implemented: "implements",
  fulfils: "implements",
  satisfies: "implements",
  partially: "partial",
  partly: "partial",
  verify: "verifies",
  verified: "verifies",
  test: "verifies",
  tests: "verifies",
  plan: "planned",
  todo: "planned",
  compensate: "compensating",
  compensates: "compensating",
  compensated: "compensating",
  na: "not-applicable",
};

/** A word in front of the claims. */
export interface RelationWord extends Span {
  /** Absent when the word is none of the relations. */
  readonly name: Relation | undefined;
}

/** Reads the relation, in any case, or the word that stands in its place. */
export function readRelation(reader: Reader): RelationWord | undefined {
  return reader.attempt(() => {
    const start = reader.position;
    const word = reader.take(WORD)?.[0].toLowerCase().replaceAll("_", "-");
    if (word === undefined || isBeginOfId(reader, word) || seesIdAt(reader, start))
      return undefined;
    if (word === "not") reader.take(APPLICABLE);
    const written = reader.text.slice(start, reader.position).toLowerCase();
    const name = RELATIONS.find((it) => it === written.replaceAll(/[ _]+/g, "-"));
    return { start, end: reader.position, name };
  });
}

function seesIdAt(reader: Reader, position: number): boolean {
  const { position: behind } = reader;
  reader.position = position;
  const sees = seesId(reader);
  reader.position = behind;
  return sees;
}

/** What people write where they mean a relation may be a kind of their own: the number behind tells. */
function isBeginOfId({ forms }: Reader, word: string): boolean {
  return MEANT[word] === undefined && forms.patterns.beginsOfIds.has(word.split("-", 1)[0] ?? "");
}

/** A word that is no relation where one is expected, unless it looks like an id. */
export function noRelation(word: Span, line: string): Fault | undefined {
  const written = line.slice(word.start, word.end);
  const meant = MEANT[written.toLowerCase()];
  const relations = meant === undefined ? nearest(written, RELATIONS, 2) : [meant];
  if (relations.length === 0 && /^[-_. ]?\d/.test(line.slice(word.end, word.end + 2)))
    return undefined;
  const repairs = relations.map((newText) => ({ ...word, title: `Change to ${newText}`, newText }));
  const message = `${quote(written)} is no relation. Write implements, partial, verifies, planned, compensating or not-applicable, or the requirement alone.`;
  return { start: word.start, end: word.end, message, repairs };
}

const TOKEN = /[^ ,;:()[\]{}]+/y;
const NUMBER_BEHIND = / (\d+(?:\.\d+)*)(?![a-z0-9_.])/iy;
const KIND_AND_NUMBER = /^([a-z]{1,12})[-_.]?(\d+(?:\.\d+)*)$/i;

/** Moves over what is no id at all, and says so. */
export function noId(reader: Reader): Fault {
  const start = reader.position;
  const token = reader.take(TOKEN)?.[0].slice(0, 60) ?? "";
  const behind = /^[a-z]{1,12}$/i.test(token) ? reader.take(NUMBER_BEHIND)?.[1] : undefined;
  const span = { start, end: reader.position };
  const [, kind = token, number = behind] = KIND_AND_NUMBER.exec(token) ?? [];
  if (number !== undefined) return unknownKind(reader.forms, span, kind, number.split("."));

  const hidden = hiddenId(reader.forms, token, span);
  if (hidden !== undefined) return hidden;
  skipToSeparator(reader);
  const end = Math.max(reader.position, start + 1);
  const written = reader.text.slice(start, end).trimEnd();
  return {
    start,
    end: start + Math.max(written.length, 1),
    message: wordMessage(written),
    repairs: [],
  };
}

/** `REQ-CR-1.14`: the name of something else that has an id in it. */
function hiddenId(forms: Forms, token: string, span: Span): Fault | undefined {
  const [, kind, number, enhancement] = forms.patterns.hidden.exec(token) ?? [];
  if (kind === undefined || number === undefined) return undefined;
  const reference = identify(idOf(forms, kindOf(kind), number.split("."), true));
  if (!isReference(reference)) return undefined;
  const meant =
    enhancement === undefined ? reference : { ...reference, enhancement: Number(enhancement) };
  const message = `${quote(token)} is no id of a requirement. Write ${formatReference(meant)} when that is meant.`;
  return { ...span, message, repairs: [changeTo(span, meant)] };
}

function wordMessage(written: string): string {
  const relation = RELATIONS.find((it) => it === written.split(" ", 1)[0]?.toLowerCase());
  return relation === undefined
    ? `${quote(written)} is no requirement. Write one such as CR 1.5, and a colon before any text.`
    : `${quote(relation)} is out of place: an annotation has one relation, directly behind @iec62443. Write a line of its own for this one.`;
}
