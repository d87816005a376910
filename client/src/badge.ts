import type { WireProject } from "../../server/src/protocol/coverage.ts";
import { spokenProjects } from "./coverageNodes.ts";
import type { CoverageStatus } from "./coverageStatus.ts";
import { t } from "./l10n.ts";
import { projectNames } from "./projectNames.ts";

/** The number on the icon of the view, and what it counts. */
export interface Badge {
  readonly value: number;
  readonly tooltip: string;
}

/** What is in the way of the targets; where nothing is aimed at, what is missing. None for zero. */
export function badgeOf(status: CoverageStatus): Badge | undefined {
  if (status.kind !== "known") return undefined;
  const projects = spokenProjects(status.coverage);
  const aiming = projects.filter(({ target }) => target !== undefined);
  const counted = (aiming.length > 0 ? aiming : projects).map(openReferences);
  const value = counted.reduce((sum, { references }) => sum + references.length, 0);
  if (value === 0) return undefined;
  const names = projectNames(projects);
  const lines = counted
    .filter(({ references }) => references.length > 0)
    .map(({ project, references }) => {
      const name = projects.length === 1 ? "" : `${names.get(project.uri) ?? project.product}: `;
      return `${name}${references.length} ${whatFor(project)}: ${listed(references)}`;
    });
  return { value, tooltip: lines.join("\n") };
}

interface OpenReferences {
  readonly project: WireProject;
  readonly references: readonly string[];
}

function openReferences(project: WireProject): OpenReferences {
  const wanted = project.items.filter(({ isOpen, state }) =>
    project.target === undefined ? state === "missing" : isOpen,
  );
  return { project, references: wanted.map(({ reference }) => reference) };
}

function whatFor({ target }: WireProject): string {
  if (target === undefined) return t("missing");
  return target.startsWith("SL ") ? t("in the way of {0}", target) : t("in the way of the target");
}

const MOST_LISTED = 5;

function listed(references: readonly string[]): string {
  const rest = references.length - MOST_LISTED;
  const shown = references.slice(0, MOST_LISTED).join(", ");
  return rest > 0 ? t("{0} and {1} more", shown, rest) : shown;
}
