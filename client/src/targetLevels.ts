import { t } from "./l10n.ts";
/** What each security level stands for, in short words of ours. */
export function levelWords(): readonly { readonly level: number; readonly words: string }[] {
  return [
    { level: 1, words: t("Against mistakes and curiosity: nobody means harm") },
    { level: 2, words: t("Against someone who means harm, with everyday tools") },
    { level: 3, words: t("Against people who know such systems and prepare themselves") },
    { level: 4, words: t("Against a team with money, time and a goal") },
  ];
}

/** The level that a target means; nothing for a vector and where nothing is aimed at. */
export function levelOf(target: string | undefined): number | undefined {
  const [, level] = /^SL (\d)$/.exec(target ?? "") ?? [];
  return level === undefined ? undefined : Number(level);
}

/** What is said above the levels: what stands there now, and that a vector does not survive. */
export function targetPlaceholder(target: string | undefined): string {
  if (target === undefined) return t("No level is aimed at yet");
  if (levelOf(target) !== undefined) return t("Aimed at now: {0}", target ?? "");
  return t("The level picked replaces the vector {0}", target);
}
