import type { Annotation } from "../annotation.ts";
import { placeIn } from "../annotationIndex/chunks.ts";
import { formatReference } from "../reference.ts";
import type { Snapshot } from "../snapshot.ts";
import { comparePositions, type Range } from "../text.ts";
import type { Finding } from "./rule.ts";

/**
 * What a finding is about, for telling it from others of its rule and file from one run to the next: the
 * requirements that are claimed where it stands, else what its rule names, else its message. Neither lines
 * nor, where that can be helped, wording belong to it: both change and it is the same finding.
 */
export function aboutOf(snapshot: Snapshot, uri: string, finding: Finding): string {
  const { annotations = [] } = snapshot.index.inFile(uri) ?? {};
  const claims = annotationsAt(annotations, finding.range).flatMap((it) => {
    const named = it.claims.filter((claim) => meets(claim.range, finding.range));
    return named.length > 0 ? named : it.claims;
  });
  if (claims.length === 0) return finding.about ?? withoutLines(finding.message);
  return [...new Set(claims.map((it) => formatReference(it.reference)))].join(", ");
}

function annotationsAt(annotations: readonly Annotation[], range: Range): readonly Annotation[] {
  const first = placeIn(annotations, (it) => comparePositions(it.range.end, range.start) >= 0);
  const behind = placeIn(annotations, (it) => comparePositions(it.range.start, range.end) > 0);
  return annotations.slice(first, behind);
}

function meets(a: Range, b: Range): boolean {
  return comparePositions(a.start, b.end) <= 0 && comparePositions(b.start, a.end) <= 0;
}

function withoutLines(message: string): string {
  return message.replace(/\bline \d+/g, "line …").replace(/:\d+(?::\d+)?\b/g, ":…");
}
