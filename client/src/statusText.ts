import type { WireProject } from "../../server/src/protocol/coverage.ts";
import { spokenProjects } from "./coverageNodes.ts";
import type { CoverageStatus } from "./coverageStatus.ts";
import { projectNames } from "./projectNames.ts";

/** What the status bar item says. */
export interface StatusText {
  readonly text: string;
  readonly accessible: string;
  readonly rows: readonly StatusRow[];
}

/** A line of the tooltip's table: one project. */
export interface StatusRow {
  readonly product: string;
  readonly met: string;
  readonly verified: string;
  readonly missing: number;
  readonly target: string;
}

/** The headline over all projects; nothing while there is nothing to say. */
export function statusText(status: CoverageStatus): StatusText | undefined {
  switch (status.kind) {
    case "starting":
      return undefined;
    case "failed":
      return {
        text: "$(warning) 62443: not running",
        accessible: "IEC 62443: the language server is not running",
        rows: [],
      };
    case "known":
      return knownText(spokenProjects(status.coverage), status.coverage.indexing);
  }
}

function knownText(projects: readonly WireProject[], indexing: boolean): StatusText | undefined {
  if (indexing) {
    return {
      text: "$(shield) 62443: reading",
      accessible: "IEC 62443: reading files",
      rows: [],
    };
  }
  if (projects.length === 0) return undefined;
  const names = projectNames(projects);
  const met = sum(projects, "met");
  const applicable = sum(projects, "applicable");
  return {
    text: `$(shield) 62443: ${met}/${applicable} met`,
    accessible: `IEC 62443: ${met} of ${applicable} requirements and enhancements met`,
    rows: projects.map((it) => statusRow(it, names.get(it.uri) ?? it.product)),
  };
}

function statusRow({ totals, target }: WireProject, product: string): StatusRow {
  return {
    product,
    met: `${totals.met} of ${totals.applicable}`,
    verified: `${totals.verified} of ${totals.applicable}`,
    missing: totals.missing,
    target: target ?? "none",
  };
}

function sum(projects: readonly WireProject[], key: "met" | "applicable"): number {
  return projects.reduce((total, { totals }) => total + totals[key], 0);
}
