import type { WireProject } from "../../server/src/protocol/coverage.ts";
import { projectOfFile } from "./annotationChoices.ts";
import { spokenProjects } from "./coverageNodes.ts";
import type { CoverageStatus } from "./coverageStatus.ts";
import { t } from "./l10n.ts";
import { counted } from "./nouns.ts";
import { problemText } from "./problemText.ts";
import { projectNames } from "./projectNames.ts";

/** What the status bar item says. */
export interface StatusText {
  readonly text: string;
  readonly accessible: string;
  readonly rows: readonly StatusRow[];
  /** What is wrong, in sentences. */
  readonly warnings: readonly string[];
}

/** A line of the tooltip's table: one project. */
export interface StatusRow {
  readonly product: string;
  readonly met: string;
  readonly verified: string;
  readonly missing: number;
  /** The SL-C that it reaches. */
  readonly reached: string;
  readonly target: string;
}

/**
 * The headline: of the one project, or of the one that the file in the active editor belongs to; else
 * over all. Nothing while there is nothing to say.
 */
export function statusText(status: CoverageStatus, file?: string): StatusText | undefined {
  switch (status.kind) {
    case "starting":
      return undefined;
    case "failed":
      return only(`$(warning) 62443: ${t("not running")}`, t("the language server is not running"));
    case "known":
      if (status.coverage.indexing)
        return only(`$(shield) 62443: ${t("reading")}`, t("reading files"));
      return knownText(spokenProjects(status.coverage), file);
  }
}

function only(text: string, accessible: string): StatusText {
  return { text, accessible: `IEC 62443: ${accessible}`, rows: [], warnings: [] };
}

function knownText(
  projects: readonly WireProject[],
  file: string | undefined,
): StatusText | undefined {
  const [first, ...others] = projects;
  if (first === undefined) return undefined;
  const names = projectNames(projects);
  const nameOf = (it: WireProject) => names.get(it.uri) ?? it.product;
  const shown = others.length === 0 ? first : file && projectOfFile(projects, file);
  const warnings = projects.flatMap((it) => warningsOf(it, nameOf(it)));
  const icon = warnings.length === 0 ? "$(shield)" : "$(warning)";
  const headline =
    typeof shown === "object"
      ? headlineOf(shown, others.length === 0 ? undefined : nameOf(shown))
      : headlineOfAll(projects);
  return {
    text: `${icon} ${headline.text}`,
    accessible: [`IEC 62443${headline.accessible}`, ...warnings].join(". "),
    rows: projects.map((it) => statusRow(it, nameOf(it))),
    warnings,
  };
}

type Headline = Pick<StatusText, "text" | "accessible">;

function headlineOf({ totals, reached, target }: WireProject, name: string | undefined): Headline {
  const { met, applicable } = totals;
  const aimed = /^SL (\d)$/.exec(target ?? "")?.[1];
  const isReached = aimed === undefined || reached >= Number(aimed);
  return {
    text: `62443${name === undefined ? "" : ` ${name}`}: ${t("{0}/{1} met", met, applicable)} · ${isReached ? `SL ${reached}` : t("SL {0} of {1}", reached, aimed ?? "")}`,
    accessible: `${name === undefined ? "" : `, ${name}`}: ${metOf(met, applicable)}, ${t("security level {0} reached", reached)}${aimed === undefined ? "" : t(", {0} aimed at", aimed)}`,
  };
}

function headlineOfAll(projects: readonly WireProject[]): Headline {
  const met = sum(projects, "met");
  const applicable = sum(projects, "applicable");
  const count = counted(projects.length, "project");
  return {
    text: `62443: ${t("{0}/{1} met", met, applicable)}`,
    accessible: t(": {0} in {1}", metOf(met, applicable), count),
  };
}

function metOf(met: number, applicable: number): string {
  return t("{0} of {1} requirements and enhancements met", met, applicable);
}

function warningsOf({ problems }: WireProject, name: string): readonly string[] {
  if (problems.length === 0) return [];
  return [t("{0} of {1}: the numbers may be wrong", problemText(problems), name)];
}

function statusRow({ totals, target, reached }: WireProject, product: string): StatusRow {
  return {
    product,
    met: t("{0} of {1}", totals.met, totals.applicable),
    verified: t("{0} of {1}", totals.verified, totals.applicable),
    missing: totals.missing,
    reached: `SL ${reached}`,
    target: target ?? t("none"),
  };
}

function sum(projects: readonly WireProject[], key: "met" | "applicable"): number {
  return projects.reduce((total, { totals }) => total + totals[key], 0);
}
