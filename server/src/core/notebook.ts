import type { Annotation, Malformed, TextEdit } from "./annotation.ts";
import type { Language } from "./languages.ts";
import { codeCellsOf } from "./notebook/cells.ts";
import { type CellText, cellText } from "./notebook/cellText.ts";
import type { FileScan } from "./scan.ts";
import { type Position, type Range, TextLines } from "./text.ts";

/** The id of the language of notebooks: their code stands in strings of JSON. */
export const NOTEBOOK = "ipynb";

/**
 * Reads the annotations in the code cells of a notebook as it is on disk, each cell in its language. Places are those
 * in the notebook's own text.
 */
export function scanNotebook(
  text: string,
  { ofCells }: Language,
  scanCell: (text: string, language: Language | undefined) => FileScan,
): FileScan {
  const lines = new TextLines(text);
  const scans = codeCellsOf(text, ofCells).map(({ source, language }) => {
    const cell = cellText(text, source);
    return inNotebook(scanCell(cell.text, language), placesOf(cell, lines));
  });
  const unknown = scans.find((it) => it.unknownFileType !== undefined)?.unknownFileType;
  return {
    annotations: scans.flatMap((it) => it.annotations),
    malformed: scans.flatMap((it) => it.malformed),
    ...(unknown !== undefined && { unknownFileType: unknown }),
  };
}

type Place = (position: Position) => Position;

function placesOf({ text, offsets }: CellText, notebook: TextLines): Place {
  const lines = new TextLines(text);
  return (position) => notebook.positionAt(offsets[lines.offsetAt(position)] ?? 0);
}

function inNotebook(scan: FileScan, place: Place): FileScan {
  const { annotations, malformed, unknownFileType } = scan;
  return {
    annotations: annotations.map((it) => placedAnnotation(it, place)),
    malformed: malformed.map((it) => placedMalformed(it, place)),
    ...(unknownFileType !== undefined && { unknownFileType: rangeIn(unknownFileType, place) }),
  };
}

function placedAnnotation(annotation: Annotation, place: Place): Annotation {
  const { relationRange, textRange, subject, normalised } = annotation;
  return {
    ...annotation,
    range: rangeIn(annotation.range, place),
    claims: annotation.claims.map((it) => ({ ...it, range: rangeIn(it.range, place) })),
    claimsRange: rangeIn(annotation.claimsRange, place),
    ...(relationRange !== undefined && { relationRange: rangeIn(relationRange, place) }),
    ...(textRange !== undefined && { textRange: rangeIn(textRange, place) }),
    ...(subject !== undefined && {
      subject: { ...subject, line: place({ line: subject.line, character: 0 }).line },
    }),
    ...(normalised !== undefined && { normalised: editIn(normalised, place) }),
  };
}

function placedMalformed({ range, repairs, ...malformed }: Malformed, place: Place): Malformed {
  return {
    ...malformed,
    range: rangeIn(range, place),
    repairs: repairs.map((it) => ({ ...it, ...editIn(it, place) })),
  };
}

function rangeIn({ start, end }: Range, place: Place): Range {
  return { start: place(start), end: place(end) };
}

/** What is written into a string of JSON. */
function editIn({ range, newText }: TextEdit, place: Place): TextEdit {
  return { range: rangeIn(range, place), newText: JSON.stringify(newText).slice(1, -1) };
}
