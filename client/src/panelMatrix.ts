import type { CoverageResult, WireLevel } from "../../server/src/protocol/coverage.ts";
import { t } from "./l10n.ts";
import type { PanelCell, PanelMatrixRow } from "./panelMessages.ts";
import { levelWord } from "./panelWords.ts";

/** What each level asks of each foundational requirement, and how much of it is met. */
export function panelMatrix(
  levels: readonly WireLevel[],
  foundational: CoverageResult["foundational"],
): readonly PanelMatrixRow[] {
  return levels.map((level) => ({
    key: `FR ${level.fr}`,
    title: foundational.find(({ number }) => number === level.fr)?.title ?? "",
    target: level.target === undefined ? "–" : levelWord(level.target),
    reached: levelWord(level.reached),
    cells: level.cells.map((it) => panelCell(it, level)),
  }));
}

function panelCell(
  { level, applicable, met, blockers }: WireLevel["cells"][number],
  { target, reached }: WireLevel,
): PanelCell {
  const [isTarget, isReached] = [target === level, reached === level];
  const amount = applicable === 0 ? t("nothing asked") : t("{0} of {1} met", met, applicable);
  const marks = [isTarget ? t("the target") : "", isReached ? t("the level reached") : ""];
  return {
    level,
    said: applicable === 0 ? "" : `${met}/${applicable}`,
    heard: [`SL ${level}: ${amount}`, ...marks].filter(Boolean).join(", "),
    shape: applicable === 0 ? "none" : blockers.length === 0 ? "complete" : "open",
    isTarget,
    isReached,
    blockers,
  };
}
