import type { Annotation, Relation } from "../annotation.ts";
import { isPlcopen } from "../comments/plantXml.ts";
import type { Comment, Comments } from "../comments.ts";
import type { Language } from "../languages.ts";
import type { Forms } from "../reference/forms.ts";
import type { Reference } from "../reference.ts";
import type { FileScan } from "../scan.ts";
import type { Position, TextLines } from "../text.ts";
import { Subjects } from "./subjects.ts";

/** What is to be written. */
export interface WantedAnnotation {
  readonly reference: Reference;
  readonly relation: Relation;
  /** Line ends in it become blanks; where one is needed and none is given, its place is left open. */
  readonly text?: string;
}

/** A text and what is read in it. */
export interface Source {
  readonly text: string;
  readonly language: Language;
  /** The ids that can be named in it. */
  readonly forms: Forms;
  readonly lines: TextLines;
  readonly comments: Comments;
  readonly scan: FileScan;
}

/** The code that an annotation is to stand for. */
export interface TargetSubject {
  readonly text: string;
  readonly line: number;
  /** How many lines the text has before the change. */
  readonly linesBefore: number;
}

/** Where an annotation is to be written. */
export interface Target {
  /** The line above which it comes, or the line of the comment that it goes into. */
  readonly line: number;
  /** The comment of several lines that holds the cursor. */
  readonly comment?: Comment;
  /** Absent where no code follows. */
  readonly subject?: TargetSubject;
}

/** What has to stay the first of a file. */
const FIRST_LINES = /^\uFEFF?(?:#!|<\?xml|<\?php|<!doctype|@charset|#\s*(?:syntax|escape)\s*=)/i;

/** What carries a line on at its end, where that is not a backslash. */
const CARRIES_ON: Readonly<Record<string, RegExp>> = {
  bat: /\^$/,
  powershell: /`$/,
  vb: /\s_$/,
};
const BACKSLASH = /\\$/;

/** The line of code, or the comment, that a cursor means. */
export function targetAt(source: Source, position: Position): Target {
  const { lines, comments } = source;
  const cursor = Math.min(Math.max(position.line, 0), lines.count - 1);
  const offset = lines.offsetAt({ ...position, line: cursor });
  const comment = comments.found.find((it) => isAround(source, it, offset));
  const subjects = new Subjects(lines, comments);
  if (comment !== undefined) {
    return withSubject(source, { line: cursor, comment }, subjects.of(comment.contentEnd, comment));
  }
  const line = firstOfStatement(source, cursor);
  const start = lines.startOf(line);
  const here = { start, end: start, contentStart: start, contentEnd: start };
  return withSubject(source, { line }, subjects.of(start, here));
}

function withSubject({ lines }: Source, target: Target, subject: Annotation["subject"]): Target {
  if (subject === undefined) return target;
  return { ...target, subject: { ...subject, linesBefore: lines.count } };
}

/** Whether a comment goes over several lines and holds an offset. */
function isAround({ lines }: Source, { start, end }: Comment, offset: number): boolean {
  return start <= offset && offset <= end && lines.lineAt(start) !== lines.lineAt(end);
}

/** Whether a line carries on what the one above it begins. */
export function isCarriedOn(lines: TextLines, { id }: Language, line: number): boolean {
  return line > 0 && (CARRIES_ON[id] ?? BACKSLASH).test(lines.lineText(line - 1));
}

/** A comment between the lines of one statement, or inside a tag, would break it. */
function firstOfStatement({ text, lines, language }: Source, cursor: number): number {
  let line = cursor;
  while (isCarriedOn(lines, language, line)) line--;
  if (line > 0 && language.id === "xml" && !isPlcopen(text)) {
    const before = lines.startOf(line) - 1;
    const open = text.lastIndexOf("<", before);
    if (open > text.lastIndexOf(">", before)) line = lines.lineAt(open);
  }
  return line === 0 && FIRST_LINES.test(lines.lineText(0)) ? 1 : line;
}
