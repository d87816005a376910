import type { SecurityLevel } from "../catalog.ts";
import type { Item, LevelOfFr } from "../coverage.ts";
import type { Target } from "../project.ts";
import { isOpen } from "./state.ts";

const LEVELS = [1, 2, 3, 4] as const satisfies readonly SecurityLevel[];

/** What is aimed at for one foundational requirement. */
export function targetOf(target: Target | undefined, fr: number): SecurityLevel | undefined {
  return typeof target === "object" ? target[fr] : target;
}

/**
 * Whether an item is asked for by the target of its FR. Where nothing is aimed at, everything is
 * listed; what belongs to no FR (the CCSC) or knows no levels is asked for at every level.
 */
export function appliesAt(target: Target | undefined, { fr, levels }: Item): boolean {
  if (fr === undefined || levels.length === 0) return true;
  const aimed = targetOf(target, fr);
  return aimed === undefined || levels.includes(aimed);
}

/** What each FR aims at and has reached, of items of every level. */
export function levelsOf(target: Target | undefined, items: readonly Item[]): readonly LevelOfFr[] {
  const frs = new Set(items.flatMap(({ fr }) => (fr === undefined ? [] : [fr])));
  return [...frs]
    .sort((a, b) => a - b)
    .map((fr) => {
      const aimed = targetOf(target, fr);
      const reached = reachedBy(items.filter((it) => it.fr === fr));
      return aimed === undefined ? { fr, reached } : { fr, target: aimed, reached };
    });
}

/** The highest level at which, and below which, nothing is open. */
function reachedBy(items: readonly Item[]): 0 | SecurityLevel {
  const open = items.filter((it) => isOpen(it.state));
  const blocked = LEVELS.find((level) =>
    open.some((it) => it.levels.length === 0 || it.levels.includes(level)),
  );
  if (blocked === undefined) return 4;
  return LEVELS[LEVELS.indexOf(blocked) - 1] ?? 0;
}
