import {
  COMPONENT_NAMES,
  COMPONENT_TYPES,
  type Requirement,
  type SecurityLevel,
} from "../core/catalog.ts";
import type { Reference } from "../core/reference.ts";
import { count } from "../core/report/terminal.ts";
import type { Markup } from "./markup.ts";

/** A hover longer than about 25 lines is not read: what is cut off stands on the page. */
const MOST_ENHANCEMENTS = 6;

/** The levels of a requirement and its enhancements, the one that is named standing out. */
export function levelsText(
  markup: Markup,
  requirement: Requirement,
  reference: Reference,
): string | undefined {
  const { id, levels, enhancements } = requirement;
  if (levels.length === 0 && enhancements.length === 0) return undefined;
  const knowsLevels = [levels, ...enhancements.map((it) => it.levels)].some((it) => it.length > 0);
  if (!knowsLevels) return `${count(enhancements.length, "requirement enhancement")}.`;
  if (enhancements.length === 0) return `${levelWords(levels)}.`;
  const row = (name: string, at: readonly SecurityLevel[], isNamed: boolean) =>
    `${isNamed ? markup.strong(name) : markup.text(name)} · ${levelWords(at)}`;
  const shown = enhancements.slice(0, MOST_ENHANCEMENTS);
  const rows = shown.map(({ number, title, levels }) =>
    row(`RE(${number}) ${title ?? ""}`.trim(), levels, number === reference.enhancement),
  );
  const more = enhancements.length - shown.length;
  return markup.list([
    row(id, levels, reference.enhancement === undefined),
    ...rows,
    ...(more > 0 ? [`and ${more} more requirement enhancements`] : []),
  ]);
}

function levelWords(levels: readonly SecurityLevel[]): string {
  return levels.length === 0 ? "no level" : `SL-C ${levels.join(", ")}`;
}

/** The component types that a requirement is asked of. */
export function componentsText({ componentTypes, redirectsTo }: Requirement): string | undefined {
  if (componentTypes.length === 0 || redirectsTo !== undefined) return undefined;
  if (componentTypes.length === COMPONENT_TYPES.length) return "For every component type.";
  return `Only for: ${componentTypes.map((it) => COMPONENT_NAMES[it]).join(", ")}.`;
}
