import { CHANGE_KINDS, type ChangeKind, type Difference } from "./difference.ts";
import { count } from "./terminal.ts";

/** `2 claims lost, 1 state fell`, in the order of the kinds. */
export function changesInWords(changes: Difference["changes"]): string {
  return CHANGE_KINDS.flatMap((kind) => {
    const number = changes.filter((it) => it.kind === kind).length;
    const [noun, word] = CHANGE_WORDS[kind];
    return number === 0 ? [] : [`${count(number, noun)} ${word}`];
  }).join(", ");
}

/** A kind of change in words: `claim lost`. */
export function wordOfChange(kind: ChangeKind): string {
  return CHANGE_WORDS[kind].join(" ");
}

/** What a change is of, and what has happened to it. */
export const CHANGE_WORDS: Readonly<Record<ChangeKind, readonly [noun: string, word: string]>> = {
  "claim-lost": ["claim", "lost"],
  "state-fell": ["state", "fell"],
  "finding-new": ["finding", "new"],
  "state-rose": ["state", "rose"],
  "state-changed": ["state", "changed"],
  "finding-gone": ["finding", "gone"],
  "claim-moved": ["claim", "moved"],
  "claim-new": ["claim", "new"],
};
