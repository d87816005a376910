import type { WireReportFormat } from "../../server/src/protocol/report.ts";
import { t } from "./l10n.ts";

/** A format as it is offered. */
export interface OfferedFormat {
  readonly format: WireReportFormat;
  readonly label: string;
  /** Who wants it, in a line. */
  readonly detail: string;
  /** Of its file. */
  readonly extension: string;
  /** Whether a program outside of the editor shows it. */
  readonly isForOthers?: true;
}

/** Every format of a report, first what people read. */
export function offeredFormats(): readonly OfferedFormat[] {
  return [
    {
      format: "html",
      label: t("Web Page"),
      detail: t("For an assessor: one page that needs nothing else, also on paper"),
      extension: "html",
      isForOthers: true,
    },
    {
      format: "xlsx",
      label: t("Excel Workbook"),
      detail: t("Sheets for summary, requirements, claims, statements and what does not apply"),
      extension: "xlsx",
      isForOthers: true,
    },
    {
      format: "soa",
      label: t("Statement of Applicability (Markdown)"),
      detail: t("Every requirement: whether it applies, why, and what shows it"),
      extension: "md",
    },
    {
      format: "soa-csv",
      label: t("Statement of Applicability (CSV)"),
      detail: t("The same as a table"),
      extension: "csv",
    },
    {
      format: "csv",
      label: t("Traceability Matrix (CSV)"),
      detail: t("A row for each claim of each requirement, for spreadsheets and ALM tools"),
      extension: "csv",
    },
    {
      format: "markdown",
      label: t("Markdown"),
      detail: t("A short summary, for a pull request or a wiki"),
      extension: "md",
    },
    {
      format: "oscal",
      label: t("OSCAL Component Definition"),
      detail: t("JSON for tools that gather what components can do"),
      extension: "json",
    },
    {
      format: "json",
      label: t("JSON"),
      detail: t("All of it, for programs of your own"),
      extension: "json",
    },
    {
      format: "ndjson",
      label: t("JSON Lines"),
      detail: t("A row in each line, for databases"),
      extension: "ndjson",
    },
    {
      format: "text",
      label: t("Plain Text"),
      detail: t("As the command line prints it"),
      extension: "txt",
    },
  ];
}
