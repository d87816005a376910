import type { CoverageResult } from "../../server/src/protocol/coverage.ts";
import { spokenProjects } from "./coverageNodes.ts";
import { t } from "./l10n.ts";

/** What is known of the coverage: all that the views need to say why they show what they show. */
export type CoverageStatus =
  | { readonly kind: "starting" }
  | { readonly kind: "failed" }
  | { readonly kind: "known"; readonly coverage: CoverageResult };

/** The context key `iec62443.state`, which chooses the welcome text and enables commands. */
export type ViewState = "no-folder" | "starting" | "indexing" | "failed" | "empty" | "ready";

/** What the coverage view has to show. */
export function viewState(status: CoverageStatus, folders: number): ViewState {
  switch (status.kind) {
    case "failed":
      return "failed";
    case "starting":
      return folders === 0 ? "no-folder" : "starting";
    case "known":
      if (spokenProjects(status.coverage).length > 0) return "ready";
      if (folders === 0) return "no-folder";
      return status.coverage.indexing ? "indexing" : "empty";
  }
}

/** One line above the tree; nothing where the rows speak for themselves. */
export function viewMessage(
  status: CoverageStatus,
  state: ViewState,
  rows: number,
  filter: string | undefined,
): string | undefined {
  if (state === "starting") return t("Starting the language server…");
  if (status.kind !== "known") return undefined;
  // The welcome text says so where there are no rows.
  if (rows === 0 && (state === "indexing" || state === "no-folder")) return undefined;
  if (status.coverage.indexing) return t("Reading files: the numbers still grow.");
  if (state === "empty" && rows > 0)
    return t(
      "No annotation was found in the files that could be read. Write one in a comment above code: // @iec62443 CR 1.5",
    );
  if (state === "no-folder" && rows > 0) return t("Open a folder to see its coverage.");
  if (filter === undefined) return undefined;
  return rows === 0 ? t("Nothing matches the filter {0}.", filter) : t("Filtered: {0}", filter);
}
