import {
  type Annotation,
  isReason,
  REASON_TO_COME,
  type Relation,
  type TextEdit,
} from "../annotation.ts";
import { Comments, commentsOf } from "../comments.ts";
import type { Language } from "../languages.ts";
import { type Forms, SERIES_FORMS } from "../reference/forms.ts";
import { formatReference, type Reference, sameReference } from "../reference.ts";
import { type FileScan, scan } from "../scan.ts";
import { type Position, TextLines } from "../text.ts";
import { codeOf } from "./codeOf.ts";
import { type Candidate, candidatesAt } from "./insertionForms.ts";
import { type Source, targetAt, type WantedAnnotation } from "./insertionTarget.ts";
import { asksToBeIgnored } from "./markers.ts";

/** The change that writes an annotation, or a sentence that says why there is none. */
export type Insertion =
  | { readonly edit: TextEdit; readonly problem?: undefined }
  | { readonly edit?: undefined; readonly problem: string };

/**
 * How to write an annotation for the code at a position, in a comment of the language. Each way to
 * write it is tried out: the first is taken after which the text says that one thing more, of that
 * code, and nothing else.
 */
export function insertionAt(
  text: string,
  language: Language | undefined,
  position: Position,
  wanted: WantedAnnotation,
  forms: Forms = SERIES_FORMS,
): Insertion {
  const refusal = refusalOf(text, language, forms);
  if (language === undefined || refusal !== undefined) return { problem: refusal ?? UNKNOWN };
  const source = readSource(text, language, forms);
  const target = targetAt(source, position);
  const twin = twinOf(source, target.subject?.line, wanted);
  if (twin !== undefined) {
    const where = `Line ${twin.range.start.line + 1}`;
    return { problem: `${where} says this of ${formatReference(wanted.reference)} already.` };
  }
  const written = { ...wanted, ...textOf(wanted) };
  for (const candidate of candidatesAt(source, target, written)) {
    if (holds(source, candidate, written)) {
      const range = source.lines.range(candidate.start, candidate.end);
      return { edit: { range, newText: candidate.newText } };
    }
  }
  return { problem: NO_PLACE };
}

const UNKNOWN =
  "The language of this file is not known, and so neither are its comments. The setting iec62443.scan.languages can name it.";
const NO_PLACE =
  "No comment can stand here. Put the cursor on a line of code that is not within a string or other text.";
const IGNORED = "This file asks to be left alone by iec62443-ignore-file. Remove that first.";

function refusalOf(text: string, language: Language | undefined, forms: Forms): string | undefined {
  if (language === undefined) return UNKNOWN;
  if (language.lineComment === undefined && language.blockComments.length === 0) {
    return `${language.name} has no comments. A statement in the project file iec62443.yaml can say it instead.`;
  }
  return asksToBeIgnored(text) && scan(text, language, forms).annotations.length === 0
    ? IGNORED
    : undefined;
}

function readSource(text: string, language: Language, forms: Forms): Source {
  const comments = new Comments(text, language);
  comments.readTo(text.length);
  const found = scan(text, language, forms);
  return { text, language, forms, lines: new TextLines(text), comments, scan: found };
}

const NEEDS_REASON: readonly Relation[] = ["partial", "compensating", "not-applicable"];

function textOf({ relation, text = "" }: WantedAnnotation): { readonly text?: string } {
  const line = text.replaceAll(/\s+/g, " ").trim();
  if (isReason(line)) return { text: line };
  return NEEDS_REASON.includes(relation) ? { text: REASON_TO_COME } : {};
}

/** The annotation of the same code that says it already. */
function twinOf(
  { scan }: Source,
  line: number | undefined,
  { reference, relation }: WantedAnnotation,
): Annotation | undefined {
  return scan.annotations.find(
    (it) =>
      line !== undefined &&
      it.subject?.line === line &&
      it.relation === relation &&
      it.claims.some((claim) => sameReference(claim.reference, reference)),
  );
}

/** Whether the changed text says what is wanted of the code that is meant, and else the same. */
function holds(source: Source, candidate: Candidate, wanted: WantedAnnotation): boolean {
  const { text, language, forms } = source;
  const { start, end, newText } = candidate;
  const changed = text.slice(0, start) + newText + text.slice(end);
  const after = scan(changed, language, forms);
  const lines = new TextLines(changed);
  const at = candidate.annotation;
  const made = after.annotations.find((it) => lines.offsetAt(it.range.start) === at);
  return (
    made !== undefined &&
    made.relation === wanted.relation &&
    made.text === wanted.text &&
    made.normalised === undefined &&
    isOfSubject(made, candidate, lines) &&
    saysOneMore(source.scan, after, made, wanted.reference) &&
    codeOf(changed, commentsOf(changed, language)) === codeOf(text, source.comments.found)
  );
}

/** The code may have been parted from a tag in front of it, or from what stands behind it. */
function isOfSubject(made: Annotation, { subject }: Candidate, lines: TextLines): boolean {
  if (subject === undefined || made.subject === undefined) return subject === made.subject;
  const line = subject.line + (lines.count - subject.linesBefore);
  return made.subject.line === line && subject.text.includes(made.subject.text);
}

/** Whether the claims are those from before and the wanted one, and no fault is new. */
function saysOneMore(
  before: FileScan,
  after: FileScan,
  made: Annotation,
  reference: Reference,
): boolean {
  if (before.malformed.length !== after.malformed.length) return false;
  const added = made.claims.findLast((it) => sameReference(it.reference, reference));
  const rest = after.annotations.flatMap((it) =>
    it.claims.filter((claim) => claim !== added).map((claim) => said(it, claim.reference)),
  );
  const known = before.annotations.flatMap((it) =>
    it.claims.map((claim) => said(it, claim.reference)),
  );
  return added !== undefined && rest.join("\n") === known.join("\n");
}

function said({ relation, text = "" }: Annotation, reference: Reference): string {
  return `${relation} ${formatReference(reference)} ${text}`;
}
