import type { Project } from "../project.ts";
import { isOutside, projectOf, type Snapshot } from "../snapshot.ts";
import { comparePositions } from "../text.ts";
import { RULES } from "./all.ts";
import {
  FINDING_LEVELS,
  type Finding,
  type FindingLevel,
  type Rule,
  type RuleLevel,
} from "./rule.ts";

/** Everything that is wrong in one file, by place, as loud as its project wants it. */
export function check(
  snapshot: Snapshot,
  uri: string,
  rules: readonly Rule[] = RULES,
): readonly Finding[] {
  const project = projectOf(snapshot, uri);
  const findings = rules.flatMap((rule) => findingsOf(rule, project, snapshot, uri));
  const problems = snapshot.projects.filter((it) => it.file === uri).flatMap((it) => it.problems);
  return [...findings, ...problems, ...catalogProblems(snapshot, uri)].sort((a, b) =>
    comparePositions(a.range.start, b.range.start),
  );
}

/** What is wrong in a catalog file of projects; what several of them say is said once. */
function catalogProblems({ projects }: Snapshot, uri: string): Iterable<Finding> {
  const files = projects.flatMap((it) => it.catalogFiles ?? []).filter((it) => it.uri === uri);
  const problems = files.flatMap((it) => it.problems);
  return new Map(problems.map((it) => [JSON.stringify([it.range, it.message]), it])).values();
}

/** The files that findings can stand in, sorted. */
export function filesToCheck({ index, projects }: Snapshot): readonly string[] {
  const catalogs = projects.flatMap((it) => it.catalogFiles ?? []).map((it) => it.uri);
  const projectFiles = projects.flatMap(({ file }) => (file === undefined ? [] : [file]));
  return [...new Set([...index.uris, ...projectFiles, ...catalogs])].sort();
}

function findingsOf(
  rule: Rule,
  project: Project,
  snapshot: Snapshot,
  uri: string,
): readonly Finding[] {
  const level = levelIn(project, rule);
  if (level === "off" || !canTell(rule, project)) return [];
  return Array.from(rule.check(snapshot, uri), ({ level: loudest, ...found }) => ({
    code: rule.code,
    ...found,
    level: quieter(level, loudest),
  }));
}

/** Whether a rule is asked in none of the projects: that it finds nothing says nothing then. */
export function isSilent(rule: Rule, { projects }: Snapshot): boolean {
  return projects.every((it) => levelIn(it, rule) === "off" || !canTell(rule, it));
}

function levelIn({ rules }: Project, { code, level }: Rule): RuleLevel {
  return rules[code] ?? level;
}

/** Whether what decides a rule has been read. */
function canTell({ scope }: Rule, project: Project): boolean {
  if (isOutside(project)) return scope === "file";
  return project.isPart !== true || scope !== "whole-project";
}

function quieter(level: FindingLevel, loudest: FindingLevel = "error"): FindingLevel {
  return FINDING_LEVELS.indexOf(loudest) > FINDING_LEVELS.indexOf(level) ? loudest : level;
}
