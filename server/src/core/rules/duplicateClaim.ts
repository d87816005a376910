import type { Annotation, Claim } from "../annotation.ts";
import { formatReference } from "../reference.ts";
import { preferred, remove, unreadLines } from "./rewrite.ts";
import type { Rule } from "./rule.ts";

/** The same claim stands twice for one piece of code. */
export const duplicateClaim: Rule = {
  code: "duplicate-claim",
  level: "hint",
  description: "The same claim stands twice for one piece of code.",
  scope: "file",

  *check({ index }, uri) {
    const seen = new Map<string, Claim>();
    const unread = unreadLines(index.inFile(uri));
    for (const annotation of index.inFile(uri)?.annotations ?? []) {
      const { line } = annotation.range.start;
      for (const claim of annotation.claims) {
        const key = keyOf(annotation, claim);
        const first = seen.get(key);
        seen.set(key, first ?? claim);
        if (first === undefined) continue;
        const before = first.range.start.line;
        const where = before === line ? "twice on this line" : `in line ${before + 1} already`;
        yield {
          range: claim.range,
          message: `${formatReference(claim.reference)} is claimed for this code ${where}. Remove one of the two.`,
          fixes: remove(annotation, claim, { title: "Remove the duplicate", unread }).map(
            preferred,
          ),
          related: [{ uri, range: first.range, message: "The same claim for the same code." }],
        };
      }
    }
  },
};

function keyOf({ relation, subject, range }: Annotation, { reference }: Claim): string {
  const place = subject === undefined ? `annotation ${range.start.line}` : `code ${subject.line}`;
  return [relation, reference.part, formatReference(reference), place].join("\n");
}
