import { SECURITY_LEVELS, type SecurityLevel } from "../catalog.ts";
import type { Item, LevelCell, LevelOfFr } from "../coverage.ts";
import type { Target } from "../project.ts";
import { isMet, isOpen } from "./state.ts";

/** What is aimed at for one foundational requirement. */
export function targetOf(target: Target | undefined, fr: number): SecurityLevel | undefined {
  return typeof target === "object" ? target[fr] : target;
}

/** What is aimed at for an item: the target of its FR, or the highest one where it belongs to no FR. */
export function aimedFor(
  target: Target | undefined,
  { fr }: Pick<Item, "fr">,
): SecurityLevel | undefined {
  return fr === undefined ? highestOf(target) : targetOf(target, fr);
}

/**
 * Whether an item is asked for by what is aimed at. Where nothing is, everything is listed; what knows no
 * levels is asked for at every level.
 */
export function appliesAt(target: Target | undefined, item: Pick<Item, "fr" | "levels">): boolean {
  const aimed = aimedFor(target, item);
  return aimed === undefined || isAskedAt(aimed, item);
}

function highestOf(target: Target | undefined): SecurityLevel | undefined {
  if (typeof target !== "object") return target;
  const aimed = Object.values(target);
  return SECURITY_LEVELS.findLast((level) => aimed.includes(level));
}

/**
 * The highest level at which nothing is open that belongs to no FR. What knows no levels, such as part 4-1
 * or rules of one's own, neither reaches nor blocks one.
 */
export function ceilingOf(items: readonly Item[]): 0 | SecurityLevel {
  const open = items.filter((it) => it.fr === undefined && isOpen(it.state));
  const blocked = SECURITY_LEVELS.findIndex((level) =>
    open.some((it) => it.levels.includes(level)),
  );
  return blocked < 0 ? 4 : (SECURITY_LEVELS[blocked - 1] ?? 0);
}

function isAskedAt(level: SecurityLevel, { levels }: Pick<Item, "levels">): boolean {
  return levels.length === 0 || levels.includes(level);
}

/** What each FR aims at and has reached, of items of every level. */
export function levelsOf(target: Target | undefined, items: readonly Item[]): readonly LevelOfFr[] {
  const frs = new Set(items.flatMap(({ fr }) => (fr === undefined ? [] : [fr])));
  return [...frs]
    .sort((a, b) => a - b)
    .map((fr) => {
      const ofFr = items.filter((it) => it.fr === fr);
      const cells = SECURITY_LEVELS.map((level) => cellOf(level, ofFr));
      const aimed = targetOf(target, fr);
      return {
        fr,
        ...(aimed !== undefined && { target: aimed }),
        reached: reachedBy(cells),
        cells,
      };
    });
}

function cellOf(level: SecurityLevel, items: readonly Item[]): LevelCell {
  const asked = items.filter((it) => isAskedAt(level, it));
  const applicable = asked.filter((it) => it.state !== "not-applicable");
  return {
    level,
    applicable: applicable.length,
    met: applicable.filter((it) => isMet(it.state)).length,
    blockers: applicable.filter((it) => isOpen(it.state)).map((it) => it.reference),
  };
}

/** The highest level at which, and below which, nothing is open. */
function reachedBy(cells: readonly LevelCell[]): 0 | SecurityLevel {
  const blocked = cells.findIndex((it) => it.blockers.length > 0);
  if (blocked < 0) return 4;
  return SECURITY_LEVELS[blocked - 1] ?? 0;
}
