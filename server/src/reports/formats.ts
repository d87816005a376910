/** The formats of a report, the usual one first, each with the name of a file that holds it. */
export const REPORT_FORMATS = {
  text: "iec62443-report.txt",
  json: "iec62443-report.json",
  html: "iec62443-report.html",
  markdown: "iec62443-report.md",
  csv: "iec62443-report.csv",
  soa: "iec62443-soa.md",
  "soa-csv": "iec62443-soa.csv",
  xlsx: "iec62443-report.xlsx",
  ndjson: "iec62443-report.ndjson",
  oscal: "iec62443-oscal.json",
} as const;

export type ReportFormat = keyof typeof REPORT_FORMATS;

/** Whether a word names a format. */
export function isReportFormat(word: unknown): word is ReportFormat {
  return typeof word === "string" && Object.hasOwn(REPORT_FORMATS, word);
}
