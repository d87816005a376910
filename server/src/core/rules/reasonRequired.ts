import {
  type Annotation,
  isReason,
  type Malformed,
  REASON_TO_COME,
  type Relation,
} from "../annotation.ts";
import { EMPTY_SCAN } from "../scan.ts";
import { type Range, touches } from "../text.ts";
import type { Fix, Rule } from "./rule.ts";

/** What the text behind the claims has to say. */
const NEEDED: Readonly<Partial<Record<Relation, string>>> = {
  partial: "say what is still missing",
  compensating: "say what meets the requirement instead",
  "not-applicable": "say why the requirement does not apply",
};

/** An annotation says less than that code meets a requirement, and does not say why. */
export const reasonRequired: Rule = {
  code: "reason-required",
  level: "error",
  description: "partial, compensating and not-applicable need a reason.",
  scope: "file",

  *check({ index }, uri) {
    const { annotations, malformed } = index.inFile(uri) ?? EMPTY_SCAN;
    for (const annotation of annotations) {
      const { relation, relationRange, claimsRange, text = "" } = annotation;
      const needed = NEEDED[relation];
      if (needed === undefined || isReason(text)) continue;
      const range = relationRange ?? claimsRange;
      if (text !== "") {
        const message = `${relation} needs a reason. In place of ${quoted(text)}, ${needed}.`;
        yield { range, message, fixes: [] };
        continue;
      }
      yield {
        range,
        message: `${relation} needs a reason. Behind the last requirement, write a colon and ${needed}.`,
        fixes: [placeForReason(annotation, malformed)],
      };
    }
  },
};

function quoted(text: string): string {
  return text.length > 20 ? "the marks behind the requirement" : `“${text}”`;
}

/** Nobody but a person knows the reason: until it is written the finding stays. */
function placeForReason(annotation: Annotation, malformed: readonly Malformed[]): Fix {
  const edit = { range: behindClaims(annotation, malformed), newText: `: ${REASON_TO_COME}` };
  return { title: "Add a place for the reason", edits: [edit], isPreferred: true };
}

/** Behind the claims, a separator without a text included; what could not be read stays. */
function behindClaims({ range, claimsRange }: Annotation, malformed: readonly Malformed[]): Range {
  const behind = { start: claimsRange.end, end: range.end };
  const isReadable = malformed.every((it) => !touches(it.range, behind));
  return isReadable ? behind : { start: range.end, end: range.end };
}
