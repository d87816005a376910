import { MATRIX, matrixRows } from "../core/report/coverage/matrix.ts";
import type { ReportResult } from "../core/report/coverage/report.ts";
import { reportRows } from "../core/report/coverage/reportRows.ts";
import { reportText } from "../core/report/coverage/reportText.ts";
import { toJson, toJsonLines } from "../core/report/json.ts";
import { csvOf } from "./csv.ts";
import type { Output } from "./outcome.ts";
import type { Code } from "./readCode.ts";
import type { World } from "./world.ts";

type Write = (result: ReportResult, code: Code, world: World) => Output;

/** The formats of `report`, the usual one first. */
export const REPORT_FORMATS = {
  text: (result, { snapshot }, { screen }) =>
    reportText(result, snapshot.catalog.foundational, screen),
  json: (result) => toJson(result),
  csv: (result) => csvOf(MATRIX, matrixRows(result)),
  ndjson: (result) => toJsonLines(reportRows(result)),
} as const satisfies Readonly<Record<string, Write>>;

export type ReportFormat = keyof typeof REPORT_FORMATS;
