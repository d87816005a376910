import type { ReportedItem, ReportedStatement } from "../reportItem.ts";
import { markup } from "./values.ts";

/** What claims and statements say in words, what contradicts, and what to do next, as a list in Markdown. */
export function remarksOf(item: ReportedItem): string | undefined {
  const { claims, statements, contradiction, next } = item;
  const lines = [
    ...statements.map(statementText),
    ...claims.flatMap(({ path, line, relation, text }) =>
      text === undefined ? [] : [`${relation}, ${path}:${line}: ${text}`],
    ),
    ...(contradiction === undefined
      ? []
      : [
          `Contradiction, of which one side is wrong: ${contradiction.denies}, ${contradiction.claims}`,
        ]),
    ...(next === undefined ? [] : [`Next: ${next}`]),
  ];
  return lines.length === 0 ? undefined : lines.map((it) => `- ${markup(it)}`).join("\n");
}

function statementText(statement: ReportedStatement): string {
  const { status, reason, owner, reviewed, expires, expired } = statement;
  const about = [
    ...(owner === undefined ? [] : [`owner ${owner}`]),
    ...(reviewed === undefined ? [] : [`reviewed ${reviewed}`]),
    ...(expires === undefined || expired ? [] : [`expires ${expires}`]),
    ...(expired ? [`expired on ${expires}, counts no more`] : []),
  ];
  const behind = about.length === 0 ? "" : ` (${about.join(", ")})`;
  return `${status}, project file${reason === undefined ? "" : `: ${reason}`}${behind}`;
}
