import { CHANGE_KINDS, type Difference } from "./difference.ts";
import { CHANGE_WORDS, changesInWords } from "./differenceWords.ts";

/** So many of one kind are named, the rest is counted. */
const MOST_LINES = 50;

/** What has changed since a baseline, as a reviewer reads it: a headline, then a line a change. */
export function differenceText({ product, baseline, changes }: Difference): readonly string[] {
  if (changes.length === 0) {
    return [`${product}: nothing has changed since ${baseline} was written.`];
  }
  const groups = CHANGE_KINDS.map((kind) => ({
    word: CHANGE_WORDS[kind][1],
    lines: changes.filter((it) => it.kind === kind).map((it) => it.text),
  }));
  return [
    `${product}, since ${baseline} was written: ${changesInWords(changes)}.`,
    ...groups.flatMap(({ word, lines }) => shortened(lines).map((it) => `  ${word}  ${it}`)),
  ];
}

function shortened(lines: readonly string[]): readonly string[] {
  if (lines.length <= MOST_LINES) return lines;
  return [...lines.slice(0, MOST_LINES), `and ${lines.length - MOST_LINES} more`];
}
