import type { Rule } from "./rule.ts";

/** An annotation is understood and counted, but not written in the one canonical way. */
export const noncanonicalReference: Rule = {
  code: "noncanonical-reference",
  level: "hint",
  description: "An annotation is not written in the canonical way.",

  *check({ index }, uri) {
    for (const { normalised } of index.inFile(uri)?.annotations ?? []) {
      if (normalised === undefined) continue;
      const { range, newText } = normalised;
      yield {
        range,
        message: `This is counted as ${newText}, its canonical writing. Write it so, to be found by a search.`,
        fixes: [{ title: `Write ${newText}`, edits: [normalised], isPreferred: true }],
      };
    }
  },
};
