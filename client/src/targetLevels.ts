/** What each security level stands for, in short words of ours. */
export const LEVEL_WORDS: readonly { readonly level: number; readonly words: string }[] = [
  { level: 1, words: "Against mistakes and curiosity: nobody means harm" },
  { level: 2, words: "Against someone who means harm, with everyday tools" },
  { level: 3, words: "Against people who know such systems and prepare themselves" },
  { level: 4, words: "Against a team with money, time and a goal" },
];

/** The level that a target means; nothing for a vector and where nothing is aimed at. */
export function levelOf(target: string | undefined): number | undefined {
  const [, level] = /^SL (\d)$/.exec(target ?? "") ?? [];
  return level === undefined ? undefined : Number(level);
}

/** What is said above the levels: what stands there now, and that a vector does not survive. */
export function targetPlaceholder(target: string | undefined): string {
  if (target === undefined) return "No level is aimed at yet";
  if (levelOf(target) !== undefined) return `Aimed at now: ${target}`;
  return `The level picked replaces the vector ${target}`;
}
