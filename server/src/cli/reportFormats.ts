import type { ReportResult } from "../core/report/coverage/report.ts";
import { reportText } from "../core/report/coverage/reportText.ts";
import { toJson } from "../core/report/json.ts";
import type { Output } from "./outcome.ts";
import type { Code } from "./readCode.ts";
import type { World } from "./world.ts";

type Write = (result: ReportResult, code: Code, world: World) => Output;

/** The formats of `report`, the usual one first. */
export const REPORT_FORMATS = {
  text: (result, { snapshot }, { screen }) =>
    reportText(result, snapshot.catalog.foundational, screen),
  json: (result) => toJson(result),
} as const satisfies Readonly<Record<string, Write>>;

export type ReportFormat = keyof typeof REPORT_FORMATS;
