import { expect } from "vitest";
import type { Project } from "../../../server/src/core/project.ts";
import { RULES } from "../../../server/src/core/rules/all.ts";
import { check } from "../../../server/src/core/rules/check.ts";
import type { Finding, Fix } from "../../../server/src/core/rules/rule.ts";
import { TextLines } from "../../../server/src/core/text.ts";
import { builtInCatalog } from "../../../server/src/workspace/builtInCatalog.ts";
import { readProjectFile } from "../../../server/src/workspace/projectFile.ts";
import { marked } from "../../support/marked.ts";
import { ROOT, snapshotOf } from "../../support/snapshotOf.ts";

const URI = `${ROOT}/a.c`;

/** The findings of one rule in a C file: exactly where the source is marked, nowhere else. */
export function findings(
  code: string,
  source: string,
  project: Partial<Project> = {},
): readonly Finding[] {
  const { text, ranges } = marked(source);
  const found = findingsIn(text, code, project);
  expect(found.map((it) => it.range)).toEqual(ranges);
  return found;
}

/** Level and message of each finding, as people read them. */
export function messages(code: string, source: string, project: Partial<Project> = {}): string {
  return findings(code, source, project)
    .map((it) => `${it.level}: ${it.message}`)
    .join("\n");
}

function findingsIn(text: string, code: string, project: Partial<Project>): readonly Finding[] {
  return check(snapshotOf({ [URI]: text }, project), URI).filter((it) => it.code === code);
}

/**
 * The findings of one rule in a project of several files, by path: exactly where the sources are
 * marked. Each is told as `a.c:1 level: message`; places count from 1.
 */
export function findingsAcross(
  code: string,
  sources: Readonly<Record<string, string>>,
  project: Partial<Project> = {},
): readonly string[] {
  const files = Object.entries(sources).map(([path, source]) => ({ path, ...marked(source) }));
  const snapshot = snapshotOf(
    Object.fromEntries(files.map(({ path, text }) => [path, text])),
    project,
  );
  return files.flatMap(({ path, ranges }) => {
    const found = check(snapshot, `${ROOT}/${path}`).filter((it) => it.code === code);
    expect(found.map((it) => it.range)).toEqual(ranges);
    return found.map((it) => `${path}:${it.range.start.line + 1} ${it.level}: ${it.message}`);
  });
}

export const PROJECT_FILE = `${ROOT}/iec62443.yaml`;

/** The findings of one rule in the text of a project file, each at a mark; several may share one. */
export function findingsInProjectFile(
  code: string,
  source: string,
  files: Readonly<Record<string, string>> = {},
): readonly Finding[] {
  const { text, ranges } = marked(source);
  const codes = RULES.map((it) => it.code);
  const project = readProjectFile(text, PROJECT_FILE, ROOT, codes, builtInCatalog());
  expect(project.problems).toEqual([]);
  const all = check(snapshotOf(files, project), PROJECT_FILE);
  const found = all.filter((it) => it.code === code);
  const places = new Set(found.map((it) => JSON.stringify(it.range)));
  expect([...places]).toEqual(ranges.map((it) => JSON.stringify(it)));
  return found;
}

/** What the fixes of the one finding make of a project file that is read again; then it is gone. */
export function fixedProjectFile(code: string, source: string): readonly string[] {
  const [finding, ...others] = findingsInProjectFile(code, source);
  expect(others).toEqual([]);
  const results = (finding?.fixes ?? []).map((fix) => apply(fix, marked(source).text));
  for (const it of results) expect(findingsInProjectFile(code, it)).toEqual([]);
  return results;
}

/** What each fix of the one marked finding makes of the file; applied, its finding is gone. */
export function fixed(
  code: string,
  source: string,
  project: Partial<Project> = {},
): Readonly<Record<string, string>> {
  const { text } = marked(source);
  const [finding, ...others] = findings(code, source, project);
  const results = (finding?.fixes ?? []).map((fix) => [fix.title, apply(fix, text)] as const);
  for (const [, result] of results) {
    expect(findingsIn(result, code, project)).toHaveLength(others.length);
    const unreadable = findingsIn(result, "malformed-annotation", project).length;
    const before = findingsIn(text, "malformed-annotation", project).length;
    expect(unreadable).toBeLessThanOrEqual(before);
  }
  return Object.fromEntries(results);
}

/** A text after one fix. */
export function apply({ edits }: Fix, text: string): string {
  const lines = new TextLines(text);
  return edits
    .map(({ range, newText }) => ({
      start: lines.offsetAt(range.start),
      end: lines.offsetAt(range.end),
      newText,
    }))
    .sort((a, b) => b.start - a.start)
    .reduce((before, it) => before.slice(0, it.start) + it.newText + before.slice(it.end), text);
}
