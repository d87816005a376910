import { CHANGE_KINDS, type ChangeKind, type Difference } from "./difference.ts";
import { count } from "./terminal.ts";

/** So many of one kind are named, the rest is counted. */
const MOST_LINES = 50;

/** What has changed since a baseline, as a reviewer reads it: a headline, then a line a change. */
export function differenceText({ product, baseline, changes }: Difference): readonly string[] {
  if (changes.length === 0) {
    return [`${product}: nothing has changed since ${baseline} was written.`];
  }
  const groups = CHANGE_KINDS.map((kind) => ({
    ...WORDS[kind],
    lines: changes.filter((it) => it.kind === kind).map((it) => it.text),
  })).filter((it) => it.lines.length > 0);
  const said = groups.map(({ lines, noun, word }) => `${count(lines.length, noun)} ${word}`);
  return [
    `${product}, since ${baseline} was written: ${said.join(", ")}.`,
    ...groups.flatMap(({ word, lines }) => shortened(lines).map((it) => `  ${word}  ${it}`)),
  ];
}

const WORDS: Readonly<Record<ChangeKind, { readonly noun: string; readonly word: string }>> = {
  "claim-lost": { noun: "claim", word: "lost" },
  "state-fell": { noun: "state", word: "fell" },
  "finding-new": { noun: "finding", word: "new" },
  "state-rose": { noun: "state", word: "rose" },
  "state-changed": { noun: "state", word: "changed" },
  "finding-gone": { noun: "finding", word: "gone" },
  "claim-moved": { noun: "claim", word: "moved" },
  "claim-new": { noun: "claim", word: "new" },
};

function shortened(lines: readonly string[]): readonly string[] {
  if (lines.length <= MOST_LINES) return lines;
  return [...lines.slice(0, MOST_LINES), `and ${lines.length - MOST_LINES} more`];
}
