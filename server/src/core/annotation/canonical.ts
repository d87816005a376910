import { type Forms, isOtherEdition } from "../reference/forms.ts";
import {
  formatPart,
  formatReference,
  formatWithoutPart,
  isClause,
  type Reference,
} from "../reference.ts";
import { lineEnd } from "./markers.ts";
import type { ParsedLine, WrittenPart } from "./parsed.ts";
import { parseLine } from "./parseLine.ts";
import type { Span } from "./reader.ts";

/**
 * The canonical writing of a line from its marker to the separator, where it is written in another
 * way. A part behind the marker and a relation stay as they are: both belong to the language.
 */
export function canonicalEdit(
  parsed: ParsedLine,
  line: string,
  forms: Forms,
): (Span & { readonly newText: string }) | undefined {
  const { text, faults, claims, relation, markerPart } = parsed;
  if (faults.length > 0 || claims.length === 0) return undefined;
  const hasText = text !== undefined && text.start < text.end;
  const end = hasText ? text.separator.end : parsed.end;
  const part =
    markerPart?.part === undefined ? "" : `-${formatPart(markerPart.part, markerPart.edition)}`;
  const list = claims.map((it) => formatClaim(it.reference, markerPart)).join(", ");
  const written = `@iec62443${part} ${relation === undefined ? "" : `${relation.name} `}${list}`;
  const newText = written + (hasText ? separatorOf(text, line) : "");
  const isSame = line.slice(0, end).replaceAll(/[ \t]+/g, " ") === newText;
  if (isSame) return undefined;
  if (!hasText) return { start: 0, end, newText };
  const edit = { start: 0, end, newText: newText + (text.start === end ? " " : "") };
  const isPlain =
    text.start > end && !/\S/.test(line.slice(claims.at(-1)?.end, text.separator.start));
  return isPlain || keepsText(parsed, edit.newText + line.slice(end), forms) ? edit : undefined;
}

/**
 * Behind a comma, as in `CR 1.5, - 1.7`, a text may begin as what would belong to the claim without it, and
 * with a blank in front an asterisk would be a comment's frame.
 */
function keepsText({ claims, text, end }: ParsedLine, written: string, forms: Forms): boolean {
  const again = parseLine(written, forms);
  return (
    again.faults.length === 0 &&
    again.claims.length === claims.length &&
    again.text !== undefined &&
    again.end - again.text.start === end - (text?.start ?? end) &&
    lineEnd(written, 0, written.length) === written.length
  );
}

function separatorOf({ separator }: NonNullable<ParsedLine["text"]>, line: string): string {
  return line.charAt(separator.start) === ":" ? ":" : " -";
}

/** A claim as it is written behind a marker, whose part and edition it need not repeat. */
function formatClaim(reference: Reference, marker: WrittenPart | undefined): string {
  const { part, edition, id } = reference;
  const isMarkers = marker?.part === part;
  const isSaid = isMarkers && marker?.edition === edition;
  const isOther = marker?.part !== undefined && !isMarkers;
  if (isSaid) return formatWithoutPart(reference);
  if (isOther && !isClause(id) && !isOtherEdition(part, edition))
    return `${part} ${formatWithoutPart(reference)}`;
  return formatReference(reference);
}
