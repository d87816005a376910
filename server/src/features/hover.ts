import type { Hover } from "vscode-languageserver-types";
import type { Annotation } from "../core/annotation.ts";
import { formatReference } from "../core/reference.ts";
import { catalogOf, projectOf, type Snapshot } from "../core/snapshot.ts";
import { contains, type Position, type Range } from "../core/text.ts";
import { markupOf } from "./markup.ts";
import { annotationAt, markerRange, namedAt } from "./namedAt.ts";
import { MARKER_TEXT, RELATION_TEXTS } from "./relationTexts.ts";
import { requirementText, type TextOptions } from "./requirementText.ts";

/** What the requirement, the relation or the marker under the cursor means. */
export function hover(
  snapshot: Snapshot,
  uri: string,
  position: Position,
  options: TextOptions,
): Hover | undefined {
  const named = namedAt(snapshot, uri, position);
  if (named !== undefined) {
    const project = projectOf(snapshot, uri);
    const requirement = catalogOf(snapshot, project).find(named.reference);
    if (requirement === undefined) return undefined;
    const { reference } = named;
    const shown = { ...options, hasState: true };
    const text = requirementText(snapshot, project, { requirement, reference }, shown);
    return answer(text, named.range, options);
  }
  const annotation = annotationAt(snapshot, uri, position);
  return annotation === undefined ? undefined : hoverOnWords(annotation, position, options);
}

function hoverOnWords(
  { range, relation, relationRange, claims }: Annotation,
  position: Position,
  options: TextOptions,
): Hover | undefined {
  const markup = markupOf(options.format);
  if (relationRange !== undefined && contains(relationRange, position)) {
    return answer(
      `${markup.strong(relation)}\n\n${RELATION_TEXTS[relation]}`,
      relationRange,
      options,
    );
  }
  const marker = markerRange(range);
  if (!contains(marker, position)) return undefined;
  const named = claims.map((it) => formatReference(it.reference)).join(", ");
  const says = `Here: ${markup.strong(`${relation} ${named}`)}. ${RELATION_TEXTS[relation]}`;
  return answer(`${markup.code("@iec62443")}\n\n${MARKER_TEXT}\n\n${says}`, marker, options);
}

function answer(value: string, range: Range, { format }: TextOptions): Hover {
  return { contents: { kind: format, value }, range };
}
