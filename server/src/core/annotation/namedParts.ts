import type { Annotation, Claim } from "../annotation.ts";
import type { Forms } from "../reference/forms.ts";
import type { Reference } from "../reference.ts";
import type { Range } from "../text.ts";
import { fold } from "./fold.ts";
import type { WrittenPart } from "./parsed.ts";
import { readMarkerPart, readPrefix } from "./prefix.ts";
import { Reader } from "./reader.ts";

/** A document of the series where an annotation names it: `IEC 62443-4-2:2019`, or `4-2` behind the marker. */
export interface NamedPart {
  readonly part: string;
  /** Only where it is written. */
  readonly edition: string | undefined;
  readonly range: Range;
  /** The first requirement that is named by it. */
  readonly reference: Reference | undefined;
}

const WORD = "@iec62443";

/** The parts that an annotation names, by place; `lineText` is the line that it stands on. */
export function namedParts(
  { range, claims }: Annotation,
  lineText: string,
  forms: Forms,
): readonly NamedPart[] {
  const { line, character } = range.start;
  const reader = new Reader(fold(lineText), forms, character + WORD.length);
  const marker = readMarkerPart(reader);
  const isMeant = (it: Claim) => it.reference.part === marker?.part;
  const behindMarker = marker && { ...marker, start: marker.start + 1 };
  return [
    ...namedPart(behindMarker, line, claims.find(isMeant)),
    ...claims.filter(standsAlone).flatMap((it) => {
      reader.position = it.range.start.character;
      return namedPart(readPrefix(reader), line, it);
    }),
  ];
}

/** Claims that share an id begin where it begins: `CR 1.1 RE(1)(2)`. */
function standsAlone({ range }: Claim, index: number, claims: readonly Claim[]): boolean {
  return claims[index - 1]?.range.start.character !== range.start.character;
}

function namedPart(
  written: WrittenPart | undefined,
  line: number,
  claim: Claim | undefined,
): readonly NamedPart[] {
  if (written?.part === undefined) return [];
  const { part, edition, start, end } = written;
  const range = { start: { line, character: start }, end: { line, character: end } };
  return [{ part, edition, range, reference: claim?.reference }];
}
