/** How a report is written, as on the command line. */
export type WireReportFormat =
  | "text"
  | "json"
  | "html"
  | "markdown"
  | "csv"
  | "soa"
  | "soa-csv"
  | "xlsx"
  | "ndjson"
  | "oscal";

/** Asks for a report of what the editor shows, documents that are open included. */
export interface ReportParams {
  readonly format: WireReportFormat;
  /** Uri of the project. */
  readonly project: string;
}

/** Why there is none now, in a sentence. */
export interface ReportProblem {
  readonly problem: string;
}

/** A report, the same bytes as the command line makes of the same code. */
export type Report = ReportText | ReportBytes;

interface ReportFile {
  /** How a file that holds it is called: `iec62443-report.html`. */
  readonly fileName: string;
  /** Uris of open documents of which it tells what is not on the disk. */
  readonly unsaved: readonly string[];
}

export interface ReportText extends ReportFile {
  readonly text: string;
}

/** A workbook. */
export interface ReportBytes extends ReportFile {
  readonly base64: string;
}
