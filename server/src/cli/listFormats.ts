import { toJson, toJsonLines } from "../core/report/json.ts";
import type { ListResult } from "../core/report/list/list.ts";
import { listRows } from "../core/report/list/listRows.ts";
import { listText } from "../core/report/list/listText.ts";
import type { Output } from "../reports/output.ts";
import { listCsv } from "../reports/reports.ts";
import { withoutCommands } from "../reports/withoutCommands.ts";
import type { World } from "./world.ts";

type Write = (result: ListResult, world: World) => Output;

/** The formats of `list`, the usual one first. */
export const LIST_FORMATS = {
  text: (result, { screen }) => withoutCommands(listText(result, screen)),
  json: (result) => toJson(result),
  csv: ({ annotations }) => listCsv(annotations),
  ndjson: (result) => toJsonLines(listRows(result)),
} as const satisfies Readonly<Record<string, Write>>;

export type ListFormat = keyof typeof LIST_FORMATS;
