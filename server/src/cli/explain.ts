import { explainOf, requirementsOf } from "../core/report/explain.ts";
import { explainText } from "../core/report/explainText.ts";
import { toJson } from "../core/report/json.ts";
import { builtInCatalog } from "../workspace/builtInCatalog.ts";
import { readIds } from "./ids.ts";
import { isRefusal, type Outcome, refused } from "./outcome.ts";
import type { ExplainRequest } from "./request.ts";
import type { World } from "./world.ts";

/** What the catalog says of requirements. */
export function runExplain(world: World, { words, format }: ExplainRequest): Outcome {
  const catalog = builtInCatalog();
  const references = readIds(catalog, words, "known-part");
  if (isRefusal(references)) return refused(references.refusal);
  const requirements = new Set(references.flatMap((it) => requirementsOf(catalog, it)));
  return {
    exitCode: 0,
    output:
      format === "json"
        ? toJson(explainOf(catalog, references))
        : explainText(catalog, [...requirements], world.screen),
    messages: [],
    errors: [],
  };
}
