import type { Rule } from "./rule.ts";

/** A line begins as an annotation and cannot be read as one. */
export const malformedAnnotation: Rule = {
  code: "malformed-annotation",
  level: "error",
  description: "An annotation, or a part of it, cannot be read.",
  scope: "file",

  *check({ index }, uri) {
    for (const { range, message, repairs } of index.inFile(uri)?.malformed ?? []) {
      const fixes = repairs.map(({ title, ...edit }) => ({ title, edits: [edit] }));
      const [only, ...others] = fixes;
      yield {
        range,
        message,
        fixes: only && others.length === 0 ? [{ ...only, isPreferred: true }] : fixes,
      };
    }
  },
};
