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
import type { ReportFormat } from "./formats.ts";
import type { Output } from "./output.ts";
import type { ReportSource } from "./source.ts";
import { withoutCommands } from "./withoutCommands.ts";
import { MOST_LINES, xlsxOf } from "./xlsx.ts";

type Write = (result: ReportResult, source: ReportSource) => Output;

/** What makes each format. */
export const WRITERS: Readonly<Record<ReportFormat, Write>> = {
  text: (result, { snapshot, screen }) =>
    withoutCommands(reportText(result, snapshot.catalog.foundational, screen)),
  json: (result) => toJson(result),
  html: asPage,
  markdown: (result, source) =>
    reportMarkdown(result, {
      foundational: source.snapshot.catalog.foundational,
      notes: notesOf(source),
    }),
  csv: (result) => csvOf(MATRIX, matrixRows(result)),
  soa: ({ revision }, source) => soaMarkdown(soaOf(source.snapshot, source), revision),
  "soa-csv": (_, source) => csvOf(SOA_TABLE, soaRows(soaOf(source.snapshot, source))),
  xlsx: (result) => xlsxOf(workbookOf(result, MOST_LINES)),
  ndjson: (result) => toJsonLines(reportRows(result)),
  oscal: (result, { snapshot, base, top }) =>
    toJson(oscalOf(result, { snapshot, base, top, digest: sha1 })),
};

function asPage(result: ReportResult, source: ReportSource): Output {
  const { snapshot, base } = source;
  const { catalog, index } = snapshot;
  return reportHtml(result, {
    foundational: catalog.foundational,
    notes: notesOf(source),
    skipped: skippedOf(snapshot, base),
    claims: [...index.sites()].length,
    files: index.uris.length,
    version,
    sha256: sha256Base64,
  });
}

/** What a reader has to know before the numbers: what was not read. */
function notesOf({ snapshot: { projects, skipped } }: ReportSource): readonly string[] {
  return [
    ...partSentences(projects),
    ...(skipped.length === 0 ? [] : [skippedSentence(skipped.length)]),
  ];
}
