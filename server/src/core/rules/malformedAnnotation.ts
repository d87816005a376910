import { readReferences } from "../annotation/references.ts";
import type { Malformed } from "../annotation.ts";
import type { Catalog } from "../catalog.ts";
import { formsOf } from "../project.ts";
import type { Forms } from "../reference/forms.ts";
import { catalogOf, projectOf } from "../snapshot.ts";
import { doubtOf } from "./doubt.ts";
import type { Rule, RuleFinding } from "./rule.ts";

/** A line begins as an annotation and cannot be read as one. */
export const malformedAnnotation: Rule = {
  code: "malformed-annotation",
  level: "error",
  description: "An annotation, or a part of it, cannot be read.",
  scope: "file",

  *check(snapshot, uri) {
    const malformed = snapshot.index.inFile(uri)?.malformed ?? [];
    if (malformed.length === 0) return;
    const project = projectOf(snapshot, uri);
    const catalog = catalogOf(snapshot, project);
    for (const it of malformed) {
      const { range, message } = it;
      const fixes = fixesOf(it, catalog, formsOf(project));
      const [only, ...others] = fixes;
      yield {
        range,
        message,
        fixes: only && others.length === 0 ? [{ ...only, isPreferred: true }] : fixes,
      };
    }
  },
};

/** The grammar asks no catalog: of several repairs, one that names what does not exist is left out. */
function fixesOf({ repairs }: Malformed, catalog: Catalog, forms: Forms): RuleFinding["fixes"] {
  const isKnown = ({ newText }: Malformed["repairs"][number]) =>
    readReferences(newText, forms).references.every((it) => doubtOf(catalog, it) === undefined);
  const known = repairs.length > 1 ? repairs.filter(isKnown) : repairs;
  const kept = known.length > 0 ? known : repairs;
  return kept.map(({ title, ...edit }) => ({ title, edits: [edit] }));
}
