import type { Rule } from "./rule.ts";

/** An annotation is understood and counted, but not written in the one canonical way. */
export const noncanonicalReference: Rule = {
  code: "noncanonical-reference",
  level: "hint",
  description: "An annotation is not written in the canonical way.",
  scope: "file",

  *check({ index }, uri) {
    for (const { normalised } of index.inFile(uri)?.annotations ?? []) {
      if (normalised === undefined) continue;
      // The edit goes to the separator before the text, which says nothing in a title.
      const canonical = shortened(normalised.newText.replace(/(?::| -)\s*$/, ""));
      yield {
        range: normalised.range,
        message: `This is understood, but a search for the usual writing misses it. Write ${canonical}.`,
        fixes: [{ title: `Write ${canonical}`, edits: [normalised], isPreferred: true }],
      };
    }
  },
};

const LONGEST = 120;

/** Enough to know it by: hundreds of claims are no title. */
function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, text.lastIndexOf(",", LONGEST))}, …`;
}
