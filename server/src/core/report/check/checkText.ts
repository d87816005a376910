import { FINDING_LEVELS, type FindingLevel } from "../../rules/rule.ts";
import { comparePlaces } from "../place.ts";
import {
  count,
  cut,
  cutStart,
  type Screen,
  type Style,
  safe,
  safeSource,
  widthOf,
} from "../terminal.ts";
import type { CheckedFinding, CheckResult } from "./check.ts";

/** What the text of `check` needs beside the findings. */
export interface Checked {
  /** How many claims stand in how many files. */
  readonly claims: number;
  readonly files: number;
  /** A line of a file that has a finding, from 1. */
  readonly lineOf: (path: string, line: number) => string | undefined;
}

/** Each finding with its source line, and a summary, in pieces. What is wrong at one place shows it once. */
export function* checkText(
  { findings }: CheckResult,
  checked: Checked,
  screen: Screen,
): Generator<string> {
  for (const [index, it] of findings.entries()) {
    yield `${headOf(it, screen.style)}\n`;
    const next = findings[index + 1];
    if (next !== undefined && isSamePlace(it, next)) continue;
    const source = checked.lineOf(it.path, it.line);
    if (source !== undefined) yield `${excerpt(it, source, screen)}\n\n`;
  }
  yield `${summary(findings, checked, screen.style)}\n`;
}

function headOf({ path, line, column, level, code, message }: CheckedFinding, style: Style) {
  const place = style.bold(`${safe(path)}:${line}:${column}`);
  return `${place} ${colourOf(level, style)(level)} ${style.dim(code)}  ${safe(message)}`;
}

function isSamePlace(a: CheckedFinding, b: CheckedFinding): boolean {
  return comparePlaces(a, b) === 0 && a.endLine === b.endLine && a.endColumn === b.endColumn;
}

const LONGEST = 120;
const SHORTEST = 20;
/** Columns before a mark that is longer than the line. */
const LEAD = 4;

/** The source line with carets below the range; of a long line, the stretch around it. */
function excerpt(finding: CheckedFinding, source: string, { style, width }: Screen): string {
  const { line, column, endLine, endColumn, level } = finding;
  const from = column - 1;
  const to = Math.max(endLine === line ? endColumn - 1 : source.length, from + 1);
  const room = Math.max(Math.min(width, LONGEST) - GUTTER - 3, SHORTEST);
  // No more is looked at than can be shown: a line may be a whole file.
  const marked = widthOf(sliceOf(source, from, Math.min(to, from + room)));
  const start = sliceOf(source, Math.max(0, from - room), from);
  // What follows needs a column for its ellipsis at least.
  const needed = to < source.length ? marked + 1 : marked;
  const before = cutStart(start, room - Math.min(needed, room - LEAD));
  const left = room - widthOf(before);
  const carets = "^".repeat(Math.max(1, Math.min(marked, left)));
  const gutter = (text: string) => style.dim(`${text.padStart(GUTTER)} | `);
  return [
    gutter(String(line)) + before + cut(sliceOf(source, from, from + room + 1).trimEnd(), left),
    gutter("") + " ".repeat(widthOf(before)) + colourOf(level, style)(carets),
  ].join("\n");
}

/** A part of a source line, without the halves of characters at its ends. */
function sliceOf(source: string, start: number, end: number): string {
  return safeSource(source.slice(start, end).replace(/^\p{Cs}|\p{Cs}$/gu, ""));
}

const GUTTER = 6;

function colourOf(level: FindingLevel, style: Style): (text: string) => string {
  if (level === "error") return style.red;
  return level === "warning" ? style.yellow : style.cyan;
}

function summary(
  findings: readonly CheckedFinding[],
  { claims, files }: Checked,
  style: Style,
): string {
  const where = `${count(claims, "claim")} in ${count(files, "file")}`;
  if (findings.length === 0) {
    return claims === 0
      ? "No findings, but no annotation either: is this the right folder?"
      : style.green(`No findings: ${where}.`);
  }
  const counts = FINDING_LEVELS.flatMap((level) => {
    const number = findings.filter((it) => it.level === level).length;
    return number === 0 ? [] : [countOf(number, level)];
  });
  return style.bold(`${counts.join(", ")}. ${where} checked.`);
}

/** "info" has no plural. */
function countOf(number: number, level: FindingLevel): string {
  return level === "info" ? `${number} info` : count(number, level);
}
