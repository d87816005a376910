import { formsOf } from "../core/project.ts";
import type { Reference } from "../core/reference.ts";
import { listOf } from "../core/report/list/list.ts";
import { count } from "../core/report/terminal.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { asTable } from "./asTable.ts";
import { readIds } from "./ids.ts";
import { linksOf } from "./links.ts";
import { LIST_FORMATS } from "./listFormats.ts";
import { isRefusal, type Outcome, type Refusal, refused } from "./outcome.ts";
import { readCode } from "./readCode.ts";
import type { ListRequest } from "./request.ts";
import type { World } from "./world.ts";

/** Every claim, or those of some requirements. */
export async function runList(world: World, request: ListRequest): Promise<Outcome> {
  const code = await readCode(world, request);
  if (isRefusal(code)) return refused(code.refusal);
  const wanted: Reference[] = [];
  for (const id of request.requirements) {
    const references = referencesOf(code.snapshot, id);
    if (isRefusal(references)) return refused(references.refusal);
    wanted.push(...references);
  }
  const links = linksOf(code, request);
  if (isRefusal(links)) return refused(links.refusal);
  const result = listOf(code.snapshot, { base: code.base, ...links }, wanted);
  const files = new Set(result.annotations.map((it) => it.path)).size;
  const summary = `${count(result.annotations.length, "claim")} in ${count(files, "file")}`;
  return {
    exitCode: 0,
    output: asTable(LIST_FORMATS[request.format](result, world), request),
    messages: request.format === "text" ? [...code.messages, summary] : code.messages,
    errors: [],
  };
}

/** What an id names in the series, or else in the catalogs of a project. */
function referencesOf(snapshot: Snapshot, id: string): readonly Reference[] | Refusal {
  const inSeries = readIds(snapshot.catalog, [id], "any-part");
  if (!isRefusal(inSeries)) return inSeries;
  for (const project of snapshot.projects) {
    if (project.catalog === undefined) continue;
    const references = readIds(project.catalog, [id], "any-part", formsOf(project));
    if (!isRefusal(references)) return references;
  }
  return inSeries;
}
