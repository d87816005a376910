import type { Reference } from "../core/reference.ts";
import { toJson } from "../core/report/json.ts";
import { listOf } from "../core/report/list.ts";
import { listText } from "../core/report/listText.ts";
import { count } from "../core/report/terminal.ts";
import { builtInCatalog } from "../workspace/builtInCatalog.ts";
import { readIds } from "./ids.ts";
import { isRefusal, type Outcome, refused } from "./outcome.ts";
import { readCode } from "./readCode.ts";
import type { ListRequest } from "./request.ts";
import type { World } from "./world.ts";

/** Every claim, or those of some requirements. */
export async function runList(world: World, request: ListRequest): Promise<Outcome> {
  const wanted: Reference[] = [];
  for (const id of request.requirements) {
    const references = readIds(builtInCatalog(), [id], "any-part");
    if (isRefusal(references)) return refused(references.refusal);
    wanted.push(...references);
  }
  const code = await readCode(world, request);
  if (isRefusal(code)) return refused(code.refusal);
  const result = listOf(code.snapshot, code.base, wanted);
  const files = new Set(result.annotations.map((it) => it.path)).size;
  const summary = `${count(result.annotations.length, "claim")} in ${count(files, "file")}`;
  return {
    exitCode: 0,
    output: request.format === "json" ? toJson(result) : listText(result, world.screen),
    messages: request.format === "json" ? code.messages : [...code.messages, summary],
    errors: [],
  };
}
