import type { FindingLevel } from "../../rules/rule.ts";
import { count, safe } from "../terminal.ts";
import type { CheckedFinding, CheckResult } from "./check.ts";
import { loudestFirst, toldOf } from "./told.ts";

/** GitHub's word for how loud a finding is; hints are for editors. */
const COMMANDS = {
  error: "error",
  warning: "warning",
  info: "notice",
  hint: undefined,
} as const satisfies Readonly<Record<FindingLevel, string | undefined>>;

/** GitHub shows so many of each kind that a step writes, the first ones. */
const MOST_SHOWN = 10;

/**
 * Workflow commands that GitHub Actions shows at the lines of a change, the loudest first, and a line that sums
 * up. What stands nowhere any more is told of the file `elsewhere`.
 */
export function* githubCommands(result: CheckResult, elsewhere: string): Generator<string> {
  const told = toldOf(result, elsewhere, { twice: true });
  for (const it of loudestFirst(told)) {
    const command = COMMANDS[it.level];
    if (command !== undefined) yield `${commandOf(it, command)}\n`;
  }
  yield `${summary(told)}\n`;
}

function commandOf(finding: CheckedFinding, command: string): string {
  const { path, line, column, endLine, endColumn, code, message } = finding;
  // Columns of several lines are dropped by the runner, with a warning.
  const columns = line === endLine ? [`col=${column}`] : [];
  const ends = line === endLine ? [`endColumn=${endColumn}`] : [];
  const place = [`line=${line}`, ...columns, `endLine=${endLine}`, ...ends];
  const properties = [`file=${escapeProperty(fileOf(path))}`, ...place, `title=${title(code)}`];
  return `::${command} ${properties.join(",")}::${escapeData(safe(message))}`;
}

function title(code: string): string {
  return escapeProperty(`iec62443 ${code}`);
}

// As `safe`, but a line break is a part of the path, and can be escaped.
const UNSAFE = /[^\P{Cc}\r\n]|[\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** The runner takes an equals sign at the beginning of a value away. */
function fileOf(path: string): string {
  const file = path.replace(UNSAFE, " ");
  return file.startsWith("=") ? `./${file}` : file;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

function summary(told: readonly CheckedFinding[]): string {
  if (told.length === 0) return "No findings.";
  const number = (level: FindingLevel) => told.filter((it) => it.level === level).length;
  const counts = [
    count(number("error"), "error"),
    count(number("warning"), "warning"),
    count(number("info"), "notice"),
  ];
  const hints = number("hint");
  const leftOut = hints === 0 ? "" : ` ${count(hints, "hint")} left out: see them in an editor.`;
  const isCut = (["error", "warning", "info"] as const).some((it) => number(it) > MOST_SHOWN);
  const cut = isCut
    ? ` GitHub shows the first ${MOST_SHOWN} of each kind for a step; this log has all of them.`
    : "";
  return `${counts.join(", ")}.${leftOut}${cut}`;
}
