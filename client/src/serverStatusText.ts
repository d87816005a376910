import { spokenProjects } from "./coverageNodes.ts";
import type { CoverageStatus } from "./coverageStatus.ts";
import { claimCount } from "./itemGroups.ts";
import { t } from "./l10n.ts";
import { counted } from "./nouns.ts";
import { joined } from "./panelWords.ts";
import type { ServerState } from "./server.ts";

/** What the language status says of the server. */
export interface ServerStatusText {
  readonly text: string;
  /** How much it knows; empty while it knows nothing. */
  readonly detail: string;
  readonly isBusy: boolean;
  readonly isFailed: boolean;
}

/** The server's state as a person calls it, and the counts that it has told. */
export function serverStatusText(server: ServerState, status: CoverageStatus): ServerStatusText {
  const isReading = status.kind === "known" && status.coverage.indexing;
  return {
    text: stateWord(server, isReading),
    detail: server === "running" ? counts(status) : "",
    isBusy: server === "starting" || (server === "running" && isReading),
    isFailed: server === "failed",
  };
}

function stateWord(server: ServerState, isReading: boolean): string {
  switch (server) {
    case "idle":
      return t("IEC 62443: waiting for an annotation");
    case "starting":
      return t("IEC 62443: server is starting");
    case "failed":
      return t("IEC 62443: server stopped");
    case "running":
      return isReading ? t("IEC 62443: reading files") : t("IEC 62443: server is running");
  }
}

function counts(status: CoverageStatus): string {
  if (status.kind !== "known") return "";
  const { skipped } = status.coverage;
  const projects = spokenProjects(status.coverage);
  const claims = projects
    .flatMap(({ items }) => items)
    .reduce((sum, it) => sum + claimCount(it), 0);
  return joined(
    counted(claims, "claim"),
    counted(projects.length, "project"),
    skipped.length === 0 ? undefined : t("{0} not read", counted(skipped.length, "file")),
  );
}
