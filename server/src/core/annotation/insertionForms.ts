import { isPlcopen } from "../comments/plantXml.ts";
import type { Comment } from "../comments.ts";
import { formatReference } from "../reference.ts";
import type { Source, Target, TargetSubject, WantedAnnotation } from "./insertionTarget.ts";

/** One way to write it: a stretch to be replaced. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
  /** Where the annotation's `@` stands afterwards. */
  readonly annotation: number;
  readonly subject: TargetSubject | undefined;
}

/** Every way to write an annotation at a target, the best first. */
export function* candidatesAt(
  source: Source,
  target: Target,
  wanted: WantedAnnotation,
): Iterable<Candidate> {
  yield* joined(source, target, wanted);
  const line = lineOf(wanted);
  if (target.comment !== undefined) {
    yield* continued(source, target, target.comment, line);
    return;
  }
  const written = marksOf(source).map(([open, close]) => `${open} ${line}${close && ` ${close}`}`);
  if (source.language.id === "l5x") {
    yield* written.flatMap((it) => behindCode(source, target, it));
    return;
  }
  yield* written.map((it) => above(source, target, it, indentationOf(source, target)));
  yield* written.map((it) => above(source, target, it, ""));
  yield* written.flatMap((it) => behindTag(source, target, it));
}

function lineOf({ reference, relation, text }: WantedAnnotation): string {
  const said = relation === "implements" ? "" : `${relation} `;
  return `@iec62443 ${said}${formatReference(reference)}${text === undefined ? "" : `: ${text}`}`;
}

/** How comments begin and end. Assemblers differ: there the file's own first comment tells. */
function marksOf({ text, language, comments }: Source): readonly (readonly [string, string])[] {
  const { id, lineComment, blockComments } = language;
  if (id === "xml" && isPlcopen(text)) return [["(*", "*)"]];
  const [first] = id === "asm" ? comments.found : [];
  const own: readonly (readonly [string, string])[] =
    first === undefined
      ? []
      : [[text.slice(first.start, first.contentStart), text.slice(first.contentEnd, first.end)]];
  const toLineEnd = lineComment === undefined ? [] : ([[lineComment, ""]] as const);
  return [...own, ...toLineEnd, ...blockComments];
}

const BLANK_LINE = /(?:\r\n|\n|\r(?!\n))[^\S\r\n]*[\r\n]/;

/** Behind the claims of an annotation that stands right above, or beside, and has no text. */
function joined(
  { lines, scan }: Source,
  { line, subject }: Target,
  { reference, relation, text: reason }: WantedAnnotation,
): readonly Candidate[] {
  if (reason !== undefined || subject === undefined) return [];
  const near = scan.annotations.findLast(
    (it) => it.subject?.line === subject.line && it.relation === relation && it.text === undefined,
  );
  if (near === undefined) return [];
  const above = lines.text.slice(lines.endOf(near.range.start.line), lines.startOf(line));
  if (BLANK_LINE.test(above)) return [];
  const at = lines.offsetAt(near.claimsRange.end);
  const annotation = lines.offsetAt(near.range.start);
  return [{ start: at, end: at, newText: `, ${formatReference(reference)}`, annotation, subject }];
}

const BARE = /^[\s*|#;!%~:-]*$/;

/** On a line of the comment that holds nothing but its marks, else on a line more. */
function continued(
  source: Source,
  { line, subject }: Target,
  comment: Comment,
  annotation: string,
): readonly Candidate[] {
  const { lines } = source;
  const first = lines.lineAt(comment.start);
  const last = lines.lineAt(comment.end);
  const written = lines.lineText(line);
  if (line > first && line < last && BARE.test(written)) {
    const start = lines.startOf(line) + written.trimEnd().length;
    const blank = written.trim() === "" ? written : " ";
    const from = written.trim() === "" ? lines.startOf(line) : start;
    return [candidate(from, lines.endOf(line), `${blank}${annotation}`, subject)];
  }
  const model = line === last ? line - 1 : Math.max(line, first + 1);
  const prefix =
    model > first && model < last ? prefixOf(source, model) : freshPrefix(source, comment);
  const eol = endOfLine(source);
  const at = lines.startOf(line === last ? line : line + 1);
  return [candidate(at, at, `${prefix}${annotation}${eol}`, subject)];
}

/** What stands in front of the words of a line: ` * `. */
function prefixOf({ lines }: Source, line: number): string {
  const [, blanks = "", marks = ""] = /^(\s*)([*|#;!%~:-]*)/.exec(lines.lineText(line)) ?? [];
  return marks === "" ? blanks : `${blanks}${marks} `;
}

function freshPrefix({ text, lines }: Source, { start, contentStart }: Comment): string {
  const [indent = ""] = /^\s*/.exec(lines.lineText(lines.lineAt(start))) ?? [];
  const isStarred = text.slice(start, contentStart).startsWith("/*");
  return isStarred ? `${indent} * ` : `${indent}   `;
}

/** On the line itself when it is blank, else on a new line above it. */
function above(
  source: Source,
  { line, subject }: Target,
  comment: string,
  indent: string,
): Candidate {
  const { text, lines, language } = source;
  const eol = endOfLine(source);
  if (line >= lines.count) return candidate(text.length, text.length, `${eol}${comment}`, subject);
  const lineStart = lines.startOf(line);
  const start = lineStart + (text.charCodeAt(lineStart) === BYTE_ORDER_MARK ? 1 : 0);
  // Where a blank line ends a comment, one has to follow.
  const needsBlank = language.id === "restructuredtext";
  if (!needsBlank && lines.lineText(line).trim() === "") {
    return candidate(start, lines.endOf(line), `${indent}${comment}`, subject);
  }
  return candidate(start, start, `${indent}${comment}${eol}${needsBlank ? eol : ""}`, subject);
}

const BYTE_ORDER_MARK = 0xfeff;

function indentationOf({ lines }: Source, { line, subject }: Target): string {
  const written = line < lines.count ? lines.lineText(line).replace("\uFEFF", "") : "";
  const own = /^\s*/.exec(written)?.[0] ?? "";
  if (written.trim() !== "" || own !== "" || subject === undefined) return own;
  return /^\s*/.exec(lines.lineText(subject.line))?.[0] ?? "";
}

const TAG = /^.*(?:<!\[CDATA\[|<(?:\w+:)?xhtml[^>]*>)/;

/** Where code begins behind a tag on the same line: the tag keeps its line. */
function behindTag(
  source: Source,
  { line, subject }: Target,
  comment: string,
): readonly Candidate[] {
  if (line >= source.lines.count) return [];
  const tag = TAG.exec(source.lines.lineText(line))?.[0];
  if (tag === undefined) return [];
  const at = source.lines.startOf(line) + tag.length;
  const eol = endOfLine(source);
  return [candidate(at, at, `${eol}${comment}${eol}`, subject)];
}

/** In Rockwell's L5X each line of code has an element of its own: the annotation stands behind it. */
function behindCode(
  source: Source,
  { line, subject }: Target,
  comment: string,
): readonly Candidate[] {
  const end = line < source.lines.count ? source.lines.lineText(line).lastIndexOf("]]>") : -1;
  if (end === -1) return [];
  const at = source.lines.startOf(line) + end;
  return [candidate(at, at, ` ${comment}`, subject)];
}

function candidate(
  start: number,
  end: number,
  newText: string,
  subject: TargetSubject | undefined,
): Candidate {
  return { start, end, newText, annotation: start + newText.indexOf("@iec62443"), subject };
}

/** As the text ends its lines. */
function endOfLine({ text }: Source): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
}
