import { pad, type Screen, safe } from "../terminal.ts";
import type { ReportedProject } from "./report.ts";
import type { ReportedItem, ReportedStatement } from "./reportItem.ts";

/** What does not apply: why, who answers for it, and how long that holds. */
export function notApplicableText({ items }: ReportedProject, screen: Screen): string {
  const rows = items
    .filter((it) => it.state === "not-applicable")
    .map((it) => ({ item: it, lines: reasonsOf(it) }));
  return section("Not applicable", rows, screen);
}

function reasonsOf({ claims, statements }: ReportedItem): readonly string[] {
  return [
    ...statements
      .filter((it) => it.status === "not-applicable" && it.expired === undefined)
      .map(statementText),
    ...claims
      .filter((it) => it.relation === "not-applicable" && it.text !== undefined)
      .map((it) => `${it.text} (${it.path}:${it.line})`),
  ];
}

function statementText({ reason = "no reason", owner, reviewed, expires }: ReportedStatement) {
  const about = [
    ...(owner === undefined ? [] : [`owner ${owner}`]),
    ...(reviewed === undefined ? [] : [`reviewed ${reviewed}`]),
    ...(expires === undefined ? [] : [`expires ${expires}`]),
  ];
  return about.length === 0 ? reason : `${reason} (${about.join(", ")})`;
}

/** Statements that count no more, so that their items are judged without them. */
export function expiredText({ items }: ReportedProject, screen: Screen): string {
  const rows = items.flatMap((item) => {
    const expired = item.statements.filter((it) => it.expired);
    const lines = expired.map(
      (it) => `${it.status}, expired on ${it.expires}: ${statementText(it)}`,
    );
    return lines.length === 0 ? [] : [{ item, lines }];
  });
  return section("Expired statements, which count no more", rows, screen);
}

/** Items that do not apply by one word, and are met by another: one of them is wrong. */
export function contradictionsText({ items }: ReportedProject, screen: Screen): string {
  const rows = items.flatMap((item) => {
    const { contradiction } = item;
    return contradiction === undefined
      ? []
      : [{ item, lines: [contradiction.denies, contradiction.claims] }];
  });
  return section("Contradictions, of which one side is wrong", rows, screen);
}

interface Row {
  readonly item: ReportedItem;
  readonly lines: readonly string[];
}

function section(title: string, rows: readonly Row[], { style }: Screen): string {
  if (rows.length === 0) return "";
  const width = Math.max(...rows.map(({ item }) => item.reference.length));
  const lines = rows.flatMap(({ item: { reference }, lines }) =>
    (lines.length === 0 ? [""] : lines).map((line, index) =>
      `  ${style.bold(pad(index === 0 ? reference : "", width))}  ${safe(line)}`.trimEnd(),
    ),
  );
  return [style.bold(`${title} (${rows.length})`), ...lines].join("\n");
}
