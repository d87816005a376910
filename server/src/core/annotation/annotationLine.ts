import type { Relation } from "../annotation.ts";
import { Comments } from "../comments.ts";
import type { Language } from "../languages.ts";
import { type Forms, SERIES_FORMS } from "../reference/forms.ts";
import type { Reference } from "../reference.ts";
import { type Position, type Range, TextLines } from "../text.ts";
import { type Place, rangeOf } from "./build.ts";
import { type CursorItem, cursorItem, type Expected } from "./cursorItem.ts";
import { beginsLine, lineEnd } from "./markers.ts";
import { parseLine } from "./parseLine.ts";

/** The annotation line that the cursor stands in, finished or not. */
export interface AnnotationLine {
  readonly expected: Expected;
  /** What a completion replaces: all of the word or id around the cursor, empty between words. */
  readonly replace: Range;
  /** What of it stands before the cursor: `CR 1.`, `ver`, `user auth`. */
  readonly typed: string;
  /** The marker with its part; up to the cursor's word while it is still being typed. */
  readonly marker: Range;
  /** From behind the marker to the end of the line's comment, blanks at both ends left out. */
  readonly content: Range;
  /** The part written behind the marker: `4-2`. */
  readonly part?: string;
  /** The relation written before the cursor. */
  readonly relation?: Relation;
  /** The last reference before the cursor: what an enhancement, or a bare `1.3`, belongs to. */
  readonly last?: Reference;
  /** Every reference of the line outside `replace`, so that it need not be offered again. */
  readonly others: readonly Reference[];
}

/** The annotation line at a position; nothing outside of comments and in any other line. */
export function annotationLineAt(
  text: string,
  language: Language,
  position: Position,
  forms: Forms = SERIES_FORMS,
): AnnotationLine | undefined {
  const lines = new TextLines(text);
  const offset = lines.offsetAt(position);
  const lineStart = lines.startOf(position.line);
  if (!text.slice(lineStart, offset).includes("@")) return undefined;
  const comments = new Comments(text, language);
  comments.readTo(offset);
  const comment = comments.found.find((it) => it.contentStart <= offset && offset <= it.contentEnd);
  if (comment === undefined) return undefined;

  const start = text.indexOf("@", Math.max(lineStart, comment.contentStart));
  if (start === -1 || start >= offset || !beginsLine(text, start, comment.contentStart)) {
    return undefined;
  }
  const end = Math.max(lineEnd(text, start, comment.contentEnd), offset);
  return lineAt(forms, text.slice(start, end), offset - start, lines.positionAt(start));
}

const NAME = /^@[a-z0-9]*/i;
const WORD = "@iec62443";

/** `source` is the line from its `@` on. */
function lineAt(
  forms: Forms,
  source: string,
  cursor: number,
  place: Place,
): AnnotationLine | undefined {
  const [name = ""] = NAME.exec(source) ?? [];
  const isWord = name.toLowerCase() === WORD;
  const item =
    cursor <= name.length
      ? markerItem(name)
      : isWord
        ? itemBehind(forms, source, cursor)
        : undefined;
  if (item === undefined) return undefined;
  const parsed = parseLine(isWord ? source : WORD, forms);
  const { expected, replace, last } = item;
  const { relation, markerPart, claims } = parsed;
  const markerEnd = isWord ? parsed.marker.end : name.length;
  const others = claims.filter((it) => it.end <= replace.start || it.start >= replace.end);
  const part = markerPart?.part;
  return {
    expected,
    replace: rangeOf(place, replace),
    typed: source.slice(replace.start, cursor),
    marker: rangeOf(place, { start: 0, end: markerEnd }),
    content: rangeOf(place, contentOf(source, markerEnd)),
    ...(part !== undefined && { part }),
    ...(relation && relation.end < cursor && { relation: relation.name }),
    ...(last && { last }),
    others: others.map((it) => it.reference),
  };
}

/** While the marker is typed, what stands there has to be its beginning. */
function markerItem(name: string): CursorItem | undefined {
  if (!WORD.startsWith(name.toLowerCase())) return undefined;
  return { expected: "marker", replace: { start: 0, end: name.length } };
}

function itemBehind(forms: Forms, source: string, cursor: number): CursorItem | undefined {
  const [part] = /^-[\w:-]*/.exec(source.slice(WORD.length)) ?? [];
  if (part === undefined && /^[\w/.]/.test(source.slice(WORD.length))) return undefined;
  const partEnd = WORD.length + (part?.length ?? 0);
  if (part !== undefined && cursor <= partEnd) {
    return { expected: "part", replace: { start: WORD.length + 1, end: partEnd } };
  }
  return cursorItem(forms, source, parseLine(source, forms), cursor);
}

function contentOf(source: string, markerEnd: number): { start: number; end: number } {
  const end = Math.max(source.trimEnd().length, markerEnd);
  const blanks =
    source.slice(markerEnd, end).length - source.slice(markerEnd, end).trimStart().length;
  return { start: markerEnd + blanks, end };
}
