import { annotationOf, malformedOf } from "./annotation/build.ts";
import {
  asksToBeIgnored,
  firstWord,
  holdsMarker,
  type Marker,
  markersIn,
} from "./annotation/markers.ts";
import { readLine } from "./annotation/readLine.ts";
import { Subjects } from "./annotation/subjects.ts";
import type { Annotation, Malformed } from "./annotation.ts";
import { Comments } from "./comments.ts";
import type { Language } from "./languages.ts";
import { NOTEBOOK, scanNotebook } from "./notebook.ts";
import { type Forms, SERIES_FORMS } from "./reference/forms.ts";
import { type Range, TextLines } from "./text.ts";

/** All that one file says about requirements. */
export interface FileScan {
  /** In the order of the text. */
  readonly annotations: readonly Annotation[];
  /** Lines, or parts of lines, that begin as an annotation and could not be read. */
  readonly malformed: readonly Malformed[];
  /** The first `@iec62443` of a file whose language is not known, so whose comments cannot be found. */
  readonly unknownFileType?: Range;
}

/** A file without annotations. */
export const EMPTY_SCAN: FileScan = { annotations: [], malformed: [] };

/** Whether there is anything to keep of a scan. */
export function isEmpty(scan: FileScan): boolean {
  return (
    scan.annotations.length === 0 &&
    scan.malformed.length === 0 &&
    scan.unknownFileType === undefined
  );
}

/**
 * Reads the annotations of one text. Where the language is not known its comments cannot be found:
 * then the text's first `@iec62443` is reported. Comments are looked for only where the word stands.
 */
export function scan(
  text: string,
  language: Language | undefined,
  forms: Forms = SERIES_FORMS,
): FileScan {
  if (!holdsMarker(text)) return EMPTY_SCAN;
  if (language === undefined) return scanUnknown(text);
  if (language.id === NOTEBOOK) {
    return scanNotebook(text, language, (cell, language) => scan(cell, language, forms));
  }
  const comments = new Comments(text, language);
  const markers = [...markersIn(text, comments)];
  if (markers.some((it) => it.kind === "ignore-file")) return EMPTY_SCAN;

  const lines = new TextLines(text);
  const subjects = new Subjects(lines, comments);
  const annotations: Annotation[] = [];
  const malformed: Malformed[] = [];
  for (const { start, end, comment } of annotationsIn(markers, lines)) {
    const read = readLine(text.slice(start, end), forms);
    const place = lines.positionAt(start);
    const annotation = annotationOf(read, place, subjects.of(start, comment));
    if (annotation !== undefined) annotations.push(annotation);
    for (const it of malformedOf(read, place)) malformed.push(it);
  }
  return { annotations, malformed };
}

function* annotationsIn(markers: readonly Marker[], lines: TextLines): Iterable<Marker> {
  let ignored = -1;
  for (const marker of markers) {
    const line = lines.lineAt(marker.start);
    if (marker.kind === "ignore-next-line") ignored = line + 1;
    else if (line !== ignored) yield marker;
  }
}

function scanUnknown(text: string): FileScan {
  const start = asksToBeIgnored(text) ? undefined : firstWord(text);
  if (start === undefined) return EMPTY_SCAN;
  const range = new TextLines(text).range(start, start + "@iec62443".length);
  return { ...EMPTY_SCAN, unknownFileType: range };
}
