import type { Foundational } from "../catalog.ts";
import { levelReached } from "../coverage.ts";
import type { ReportedItem, ReportedProject, ReportResult } from "./report.ts";
import { reachedOf, reachedText } from "./reportLevels.ts";
import { bar, cut, pad, type Screen, type Style, safe } from "./terminal.ts";

/** What stands above, in and below the bars, one project after the other. */
export function reportText(
  { projects }: ReportResult,
  foundational: readonly Foundational[],
  screen: Screen,
): string {
  return projects
    .map((project) => {
      const blocks = [
        headline(project, screen.style),
        reachedText(project, foundational, screen.style),
        blockersText(project, screen),
      ];
      return `${blocks.filter((it) => it !== "").join("\n\n")}\n`;
    })
    .join("\n\n");
}

function headline(project: ReportedProject, style: Style): string {
  const { product, path, parts, components, totals, target } = project;
  const { applicable, met, verified, notApplicable } = totals;
  const where = path === "." ? "" : ` in ${safe(path)}`;
  const left =
    notApplicable === 0 ? [] : [`  ${notApplicable} not applicable, left out of both counts`];
  return [
    style.bold(safe(product)) + style.dim(where),
    `${parts.map((it) => `IEC 62443-${safe(it)}`).join(", ")}, ${aim(project)}`,
    `${components.join(", ")}`,
    "",
    `  Reached   ${reachedOf(levelReached(project), typeof target === "number" ? target : null, style)}`,
    `  Met       ${share(met, applicable, style)}`,
    `  Verified  ${share(verified, applicable, style)}`,
    ...left,
  ].join("\n");
}

/** `SL-C 2 aimed at`, or the vector. */
function aim({ target }: ReportedProject): string {
  if (target === null) return "no target: requirements of every level are counted";
  if (typeof target === "number") return `target SL-C ${target}`;
  const vector = Object.entries(target).map(([fr, level]) => `${fr}: ${level}`);
  return `target SL-C { ${vector.join(", ")} }`;
}

function share(part: number, whole: number, style: Style): string {
  // Rounded down: 100 % is said of all and nothing less.
  const percent = whole === 0 ? "" : `${Math.floor((part / whole) * 100)} %`;
  const numbers = `${part} of ${whole}`;
  return `${pad(numbers, 11)}  ${percent.padStart(5)}  ${bar(part, whole, 24, style)}`.trimEnd();
}

function blockersText({ items, blockers, target }: ReportedProject, screen: Screen): string {
  if (blockers.length === 0) return screen.style.green("Nothing is open.");
  const open = items.filter((it) => blockers.includes(it.reference));
  const what = target === null ? "Open" : "What blocks the target";
  const width = Math.max(...open.map((it) => it.reference.length));
  const lines = open.map((it) => blockerText(it, width, screen));
  return [screen.style.bold(`${what} (${open.length})`), ...lines].join("\n");
}

function blockerText(item: ReportedItem, width: number, { style, width: columns }: Screen): string {
  const { reference, state, title, claims, statement } = item;
  const colour = state === "missing" ? style.red : style.yellow;
  const head = `  ${style.bold(pad(reference, width))}  ${colour(pad(state, 7))}  `;
  const name = cut(title ?? "", Math.max(columns - width - 13, 20));
  const indent = " ".repeat(width + 13);
  const sources = claims.map((it) => said(`${it.path}:${it.line} ${it.relation}`, it.text));
  if (statement) sources.push(said(`project file: ${statement.status}`, statement.reason));
  return [head + name, ...sources.map((it) => indent + style.dim(safe(it)))].join("\n");
}

function said(what: string, why: string | undefined): string {
  return why === undefined ? what : `${what}: ${why}`;
}
