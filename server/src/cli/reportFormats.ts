import { version } from "../../../package.json";
import { reportHtml } from "../core/report/coverage/html/reportHtml.ts";
import { MATRIX, matrixRows } from "../core/report/coverage/matrix.ts";
import { oscalOf } from "../core/report/coverage/oscal.ts";
import type { ReportResult } from "../core/report/coverage/report.ts";
import { reportMarkdown } from "../core/report/coverage/reportMarkdown.ts";
import { reportRows } from "../core/report/coverage/reportRows.ts";
import { reportText } from "../core/report/coverage/reportText.ts";
import { skippedSentence } from "../core/report/coverage/reportWords.ts";
import { soaOf } from "../core/report/coverage/soa.ts";
import { soaMarkdown } from "../core/report/coverage/soaMarkdown.ts";
import { SOA_TABLE, soaRows } from "../core/report/coverage/soaTable.ts";
import { workbookOf } from "../core/report/coverage/workbook.ts";
import { toJson, toJsonLines } from "../core/report/json.ts";
import { skippedOf } from "../core/report/list/list.ts";
import { partSentences } from "../core/report/parts.ts";
import { csvOf } from "./csv.ts";
import { sha1, sha256Base64 } from "./digest.ts";
import type { Links } from "./links.ts";
import type { Output } from "./outcome.ts";
import type { Code } from "./readCode.ts";
import { withoutCommands } from "./withoutCommands.ts";
import type { World } from "./world.ts";
import { MOST_LINES, xlsxOf } from "./xlsx.ts";

/** The code, and what leads to it. */
type LinkedCode = Code & Links;

type Write = (result: ReportResult, code: LinkedCode, world: World) => Output;

/** The formats of `report`, the usual one first. */
export const REPORT_FORMATS = {
  text: (result, { snapshot }, { screen }) =>
    withoutCommands(reportText(result, snapshot.catalog.foundational, screen)),
  json: (result) => toJson(result),
  html: asPage,
  markdown: (result, code) =>
    reportMarkdown(result, {
      foundational: code.snapshot.catalog.foundational,
      notes: notesOf(code),
    }),
  csv: (result) => csvOf(MATRIX, matrixRows(result)),
  soa: ({ revision }, code) => soaMarkdown(soaOf(code.snapshot, code), revision),
  "soa-csv": (_, code) => csvOf(SOA_TABLE, soaRows(soaOf(code.snapshot, code))),
  xlsx: (result) => xlsxOf(workbookOf(result, MOST_LINES)),
  ndjson: (result) => toJsonLines(reportRows(result)),
  oscal: (result, { snapshot, base, top }) =>
    toJson(oscalOf(result, { snapshot, base, top, digest: sha1 })),
} as const satisfies Readonly<Record<string, Write>>;

export type ReportFormat = keyof typeof REPORT_FORMATS;

function asPage(result: ReportResult, code: Code): Output {
  const { snapshot, base } = code;
  const { catalog, index } = snapshot;
  return reportHtml(result, {
    foundational: catalog.foundational,
    notes: notesOf(code),
    skipped: skippedOf(snapshot, base),
    claims: [...index.sites()].length,
    files: index.uris.length,
    version,
    sha256: sha256Base64,
  });
}

/** What a reader has to know before the numbers: what was not read. */
function notesOf({ snapshot: { projects, skipped } }: Code): readonly string[] {
  return [
    ...partSentences(projects),
    ...(skipped.length === 0 ? [] : [skippedSentence(skipped.length)]),
  ];
}
