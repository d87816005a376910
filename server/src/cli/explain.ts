import type { Catalog } from "../core/catalog.ts";
import type { Project } from "../core/project.ts";
import { explainOf } from "../core/report/explain/explain.ts";
import { explainedDocuments } from "../core/report/explain/explainDocument.ts";
import { explainMarkdown } from "../core/report/explain/explainMarkdown.ts";
import { documentText, placeText } from "../core/report/explain/explainPlaces.ts";
import { explainText } from "../core/report/explain/explainText.ts";
import { toJson } from "../core/report/json.ts";
import type { Screen } from "../core/report/terminal.ts";
import { RULES } from "../core/rules/all.ts";
import type { Output } from "../reports/output.ts";
import { builtInCatalog } from "../workspace/builtInCatalog.ts";
import { projectAt } from "../workspace/projectAt.ts";
import { pathOfUri } from "../workspace/uris.ts";
import { type Asked, readAsked } from "./asked.ts";
import { isRefusal, type Outcome, refused } from "./outcome.ts";
import { findPlaces } from "./places.ts";
import type { ExplainRequest } from "./request.ts";
import type { World } from "./world.ts";

/** What the catalog says of requirements, headings, parts and places of other documents. */
export function runExplain(world: World, { words, format }: ExplainRequest): Outcome {
  const project = projectHere(world);
  const catalog = project?.catalog ?? builtInCatalog();
  const asked = readAsked(catalog, words, project?.forms);
  if (isRefusal(asked)) return refused(asked.refusal);
  const output = written(catalog, asked, format, world.screen);
  return { exitCode: 0, output, messages: [], errors: [] };
}

function written(
  catalog: Catalog,
  { requirements, rows, parts }: Asked,
  format: ExplainRequest["format"],
  screen: Screen,
): Output {
  const documents = explainedDocuments(catalog, parts);
  switch (format) {
    case "json":
      return toJson(explainOf(catalog, requirements, rows, documents));
    case "markdown":
      return explainMarkdown(catalog, requirements, rows, documents);
    case "text": {
      const texts = [
        ...documents.map((it) => `${documentText(it, screen)}\n`),
        ...rows.map((it) => `${placeText(catalog, it, screen)}\n`),
        ...(requirements.length === 0 ? [] : [explainText(catalog, requirements, screen)]),
      ];
      return texts.join("\n\n");
    }
  }
}

/** The project of the current folder: its catalogs count here as they do everywhere. */
function projectHere({ cwd, files, today }: World): Project | undefined {
  const places = findPlaces(cwd, []);
  const path = isRefusal(places) ? undefined : pathOfUri(places.base);
  if (path === undefined) return undefined;
  const options = {
    files,
    catalog: builtInCatalog(),
    today: () => today,
    log: () => {},
    ruleCodes: RULES.map((it) => it.code),
  };
  return projectAt(options, path);
}
