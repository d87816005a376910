import type { Relation } from "../annotation.ts";
import type { Rule } from "./rule.ts";

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

  *check({ index }, uri) {
    for (const annotation of index.inFile(uri)?.annotations ?? []) {
      const { relation, relationRange, claimsRange, range, text = "" } = annotation;
      const needed = NEEDED[relation];
      if (needed === undefined || text.trim() !== "") continue;
      const end = { start: range.end, end: range.end };
      yield {
        range: relationRange ?? claimsRange,
        message: `${relation} needs a reason. Behind the last requirement, write a colon and ${needed}.`,
        fixes: [
          {
            title: "Add a reason",
            edits: [{ range: end, newText: ": reason" }],
            isPreferred: true,
          },
        ],
      };
    }
  },
};
