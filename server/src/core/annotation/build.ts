import type { Annotation, Malformed, Subject } from "../annotation.ts";
import type { Range } from "../text.ts";
import type { Span } from "./reader.ts";
import type { ReadLine } from "./readLine.ts";

/** Where a line's offsets stand in the document. */
export interface Place {
  readonly line: number;
  /** Of the `@`. */
  readonly character: number;
}

/** The range of a stretch of one line. */
export function rangeOf({ line, character }: Place, { start, end }: Span): Range {
  return {
    start: { line, character: character + start },
    end: { line, character: character + end },
  };
}

/** Filled property by property: to spread what may be absent takes several times as long. */
type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** The annotation that a line is; `undefined` when it claims nothing. */
export function annotationOf(
  { parsed, source, edit }: ReadLine,
  place: Place,
  subject: Subject | undefined,
): Annotation | undefined {
  const { marker, relation, claims, text, end } = parsed;
  const [first] = claims;
  if (first === undefined) return undefined;
  const claimsEnd = claims.at(-1)?.end ?? first.end;
  const made: Writable<Partial<Annotation>> = {
    range: rangeOf(place, { start: marker.start, end }),
    relation: relation?.name ?? "implements",
  };
  if (relation) made.relationRange = rangeOf(place, relation);
  made.claims = claims.map((it) => ({ reference: it.reference, range: rangeOf(place, it) }));
  made.claimsRange = rangeOf(place, { start: first.start, end: claimsEnd });
  if (text !== undefined && text.start < text.end) {
    made.text = source.slice(text.start, text.end);
    made.textRange = rangeOf(place, text);
  }
  if (subject) made.subject = subject;
  if (edit) made.normalised = { range: rangeOf(place, edit), newText: edit.newText };
  return made as Annotation;
}

/** What of a line could not be read. */
export function malformedOf({ parsed, source }: ReadLine, place: Place): readonly Malformed[] {
  return parsed.faults.map(({ message, repairs, isWords, ...span }) => ({
    range: rangeOf(place, span),
    message,
    repairs: repairs.map(({ title, newText, ...it }) => ({
      title,
      range: rangeOf(place, it),
      newText,
    })),
    ...(isWords && { words: source.slice(span.start, span.end) }),
  }));
}
