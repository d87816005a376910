import { REASON_TO_COME, type TextEdit } from "../annotation.ts";
import { type Comment, Comments } from "../comments.ts";
import type { Language } from "../languages.ts";
import { type Forms, SERIES_FORMS } from "../reference/forms.ts";
import { type FileScan, scan } from "../scan.ts";
import { type Range, TextLines } from "../text.ts";
import { codeOf } from "./codeOf.ts";
import { isCarriedOn } from "./insertionTarget.ts";

const DIRECTIVE = `iec62443-ignore-next-line: ${REASON_TO_COME}`;

/** A line of a text and what is read in the text. */
interface Place {
  readonly text: string;
  readonly language: Language;
  readonly lines: TextLines;
  readonly comments: readonly Comment[];
  readonly line: number;
  /** Offset of the line, behind a byte order mark. */
  readonly start: number;
}

/**
 * The change that writes a line above another so that what begins there is ignored, with a place for the reason;
 * nothing where no comment can stand there. Each way is tried out: the first is taken after which the text says the
 * same without that line.
 */
export function ignoringEdit(
  text: string,
  language: Language | undefined,
  line: number,
  forms: Forms = SERIES_FORMS,
): TextEdit | undefined {
  if (language === undefined) return undefined;
  const lines = new TextLines(text);
  const start = lines.startOf(line) + (text.charCodeAt(lines.startOf(line)) === 0xfeff ? 1 : 0);
  const place = { text, language, lines, comments: commentsIn(text, language), line, start };
  const expected = sayings(scan(text, language, forms), line).join("\n");
  const code = codeOf(text, place.comments);
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
  for (const written of waysOf(place)) {
    const newText = written + lineEnd;
    const changed = text.slice(0, start) + newText + text.slice(start);
    const says = sayings(scan(changed, language, forms), undefined).join("\n");
    if (says === expected && codeOf(changed, commentsIn(changed, language)) === code) {
      return { range: lines.range(start, start), newText };
    }
  }
  return undefined;
}

function commentsIn(text: string, language: Language): readonly Comment[] {
  const comments = new Comments(text, language);
  comments.readTo(text.length);
  return comments.found;
}

/** As the line's own comment is written, else in a comment of the language's. */
function* waysOf(place: Place): Iterable<string> {
  const { language, lines, start, line } = place;
  const written = lines.text.slice(start, lines.endOf(line));
  const mark = written.search(/@iec62443/i);
  const own = place.comments.find((it) => it.start <= start + mark && start + mark < it.end);
  const isWithin = own !== undefined && own.start < start;
  if (!isWithin && isCarriedOn(lines, language, line)) return;
  const isWhole = own !== undefined && !isWithin && own.end <= start + written.length;
  const before = written.slice(0, Math.max(mark, 0));
  if ((isWithin || isWhole) && !/[\p{L}\p{N}]/u.test(before)) {
    const close = isWhole ? lines.text.slice(own.contentEnd, own.end).trim() : "";
    yield `${before}${DIRECTIVE}${close && ` ${close}`}`;
  }
  const indent = /^\s*/.exec(written)?.[0] ?? "";
  for (const [open, close] of marksOf(language)) {
    yield `${indent}${open} ${DIRECTIVE}${close && ` ${close}`}`;
  }
}

function marksOf({ lineComment, blockComments }: Language) {
  const toLineEnd = lineComment === undefined ? [] : ([[lineComment, ""]] as const);
  return [...toLineEnd, ...blockComments];
}

/** All that a scan says, what begins on one line left out. */
function sayings({ annotations, malformed }: FileScan, without: number | undefined) {
  const isKept = ({ range }: { readonly range: Range }) => range.start.line !== without;
  return [
    ...annotations.filter(isKept).map(({ relation, claims, text }) => {
      return JSON.stringify([relation, claims.map((it) => it.reference), text]);
    }),
    ...malformed.filter(isKept).map((it) => it.message),
  ];
}
