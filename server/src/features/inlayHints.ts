import type { InlayHint } from "vscode-languageserver-types";
import type { Annotation, Claim } from "../core/annotation.ts";
import { type Catalog, enhancementOf } from "../core/catalog.ts";
import type { Reference } from "../core/reference.ts";
import { catalogOf, projectOf, type Snapshot } from "../core/snapshot.ts";
import { contains, type Range } from "../core/text.ts";
import { readRequirementData } from "./requirementData.ts";
import { requirementText, type TextOptions } from "./requirementText.ts";

/** A longer title hides the code beside it. */
const LONGEST_TITLE = 60;

/** The titles of the ids in a range, each behind its id; none where the author has written it. */
export function inlayHints(snapshot: Snapshot, uri: string, within: Range): readonly InlayHint[] {
  const catalog = catalogOf(snapshot, projectOf(snapshot, uri));
  const { annotations = [], malformed = [] } = snapshot.index.inFile(uri) ?? {};
  return annotations.flatMap((annotation) =>
    annotation.claims
      .filter(({ range }) => contains(within, range.end))
      .flatMap((claim) => {
        const words = malformed.filter((it) => isOfLine(annotation, it.range));
        const written = [annotation.text, ...words.map((it) => it.words)];
        const title = titleOf(catalog, claim.reference);
        const isWritten = written.some((it) => says(it, title));
        return title === undefined || isWritten ? [] : [hintOf(uri, claim, title)];
      }),
  );
}

function isOfLine({ range }: Annotation, { start }: Range): boolean {
  return start.line === range.start.line;
}

/** An id of an enhancement that has no title is not called what its requirement is. */
function titleOf(catalog: Catalog, reference: Reference): string | undefined {
  const requirement = catalog.find(reference);
  if (requirement === undefined || reference.enhancement === undefined) return requirement?.title;
  return enhancementOf(requirement, reference)?.title;
}

/** Whether a text begins with the title, whatever is written small and in quotation marks. */
function says(text: string | undefined, title: string | undefined): boolean {
  return text !== undefined && title !== undefined && folded(text).startsWith(folded(title));
}

function folded(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}

function hintOf(uri: string, { range, reference }: Claim, title: string): InlayHint {
  const line = title.replaceAll(/\s+/g, " ").trim();
  const label = line.length > LONGEST_TITLE ? `${line.slice(0, LONGEST_TITLE - 1)}…` : line;
  return { position: range.end, label, paddingLeft: true, data: { ...reference, uri } };
}

/** The hint with what its requirement asks for: worked out only for a hint that is pointed at. */
export function inlayHintResolve(
  snapshot: Snapshot,
  hint: InlayHint,
  options: TextOptions,
): InlayHint {
  const { reference, uri } = readRequirementData(hint.data) ?? {};
  if (reference === undefined || uri === undefined) return hint;
  const project = projectOf(snapshot, uri);
  const requirement = catalogOf(snapshot, project).find(reference);
  if (requirement === undefined) return hint;
  const value = requirementText(snapshot, project, { requirement, reference }, options);
  return { ...hint, tooltip: { kind: options.format, value } };
}
