import { SECURITY_LEVELS } from "../../catalog.ts";
import { isOpen } from "../../coverage/state.ts";
import { cut, pad, type Screen, safe, widthOf, wrap } from "../terminal.ts";
import type { ReportedProject } from "./report.ts";
import type { ReportedItem } from "./reportItem.ts";

/** What keeps the project from its target, with what is said of it. */
export function blockersText(project: ReportedProject, screen: Screen): string {
  const { items, blockers, target } = project;
  if (blockers.length === 0) return screen.style.green("Nothing is open.");
  const open = items.filter((it) => isOpen(it.state));
  const what = target === null ? "Open" : "What blocks the target";
  const width = Math.max(...open.map((it) => it.reference.length));
  const lines = open.map((it) => blockerText(it, width, screen));
  return [screen.style.bold(`${what} (${open.length})`), ...lines].join("\n");
}

function blockerText(item: ReportedItem, width: number, { style, width: columns }: Screen): string {
  const { reference, state, title } = item;
  const colour = state === "missing" ? style.red : style.yellow;
  const head = `  ${style.bold(pad(reference, width))}  ${colour(pad(state, 7))}  `;
  const name = cut(title ?? "", Math.max(columns - width - 13, 20));
  const indent = " ".repeat(width + 13);
  const said = sourcesOf(item).map((it) => indent + style.dim(safe(it)));
  return [(head + name).trimEnd(), ...said, ...nextLine(item, indent, columns)].join("\n");
}

/** Every place that says something of an item, with its reason: `src/a.c:3 partial: no lock yet`. */
function sourcesOf({ claims, statements }: ReportedItem): readonly string[] {
  return [
    ...claims.map((it) => said(`${it.path}:${it.line} ${it.relation}`, it.text)),
    ...statements.map((it) => {
      const until = it.expired ? `, expired on ${it.expires}` : "";
      return said(`project file: ${it.status}${until}`, it.reason);
    }),
  ];
}

function said(what: string, why: string | undefined): string {
  return why === undefined ? what : `${what}: ${why}`;
}

/** What to do next, where something is said already and there is room: else it is the same everywhere. */
function nextLine(
  { claims, statements, next }: ReportedItem,
  indent: string,
  columns: number,
): readonly string[] {
  if (next === undefined || claims.length + statements.length === 0) return [];
  const line = `${indent}→ ${safe(next)}`;
  return widthOf(line) <= columns ? [line] : [];
}

/** What keeps the whole component from the level above the one reached, where that is not the target's list. */
export function nextLevelText(project: ReportedProject, { style, width }: Screen): string {
  const { items, levels, reached, blockers } = project;
  const next = SECURITY_LEVELS.find((it) => it === reached + 1);
  if (levels.length === 0 || next === undefined) return "";
  const ofNoFr = items.filter((it) => it.fr === null && isOpen(it.state)).map((it) => it.reference);
  const ofFrs = levels.flatMap(({ cells }) =>
    cells.filter((it) => it.level <= next).flatMap((it) => it.blockers),
  );
  const all = [...new Set([...ofNoFr, ...ofFrs])];
  if (all.length === blockers.length && all.every((it) => blockers.includes(it))) return "";
  const title = style.bold(`What blocks SL-C ${next} (${all.length})`);
  return `${title}\n${wrap(all.map(unbroken).join(", "), Math.min(width, 100), "  ").replaceAll(BLANK, " ")}`;
}

// Stands for the blanks in a reference, so that no line ends inside one.
const BLANK = "\u0000";

function unbroken(reference: string): string {
  return reference.replaceAll(" ", BLANK);
}
