import type { Changes, StateChange } from "../baseline/changes.ts";
import type { BaselineClaim } from "../baseline.ts";
import { count, safe } from "./terminal.ts";

/** What has changed since a baseline, as a reviewer reads it. */
export interface ChangesText {
  /** Whether a claim is lost, or an item further from being met. */
  readonly isWorse: boolean;
  /** A headline, then a line a change: what is worse first. */
  readonly lines: readonly string[];
}

/** So many of one kind are named, the rest is counted. */
const MOST_LINES = 50;

/** What has changed in a product since the baseline in a file. */
export function changesText(
  product: string,
  file: string,
  changes: readonly Changes[],
): ChangesText {
  const kinds = kindsOf(changes).filter((it) => it.lines.length > 0);
  if (kinds.length === 0) {
    return {
      isWorse: false,
      lines: [`${product}: nothing has changed since ${file} was written.`],
    };
  }
  const said = kinds.map(({ lines, noun, word }) => `${count(lines.length, noun)} ${word}`);
  return {
    isWorse: kinds.some((it) => it.isWorse),
    lines: [
      `${product}, since ${file} was written: ${said.join(", ")}.`,
      ...kinds.flatMap(({ word, lines }) => shortened(lines).map((it) => `  ${word}  ${it}`)),
    ],
  };
}

interface Kind {
  readonly noun: "claim" | "state";
  readonly word: string;
  readonly isWorse: boolean;
  readonly lines: readonly string[];
}

function kindsOf(changes: readonly Changes[]): readonly Kind[] {
  const states = (direction: StateChange["direction"]) =>
    changes.flatMap((it) => it.states.filter((of) => of.direction === direction).map(stateLine));
  const claims = (linesOf: (it: Changes) => readonly string[]) => changes.flatMap(linesOf);
  const kind = (noun: Kind["noun"], word: string, lines: readonly string[], isWorse = false) => ({
    noun,
    word,
    isWorse,
    lines,
  });
  return [
    kind(
      "claim",
      "lost",
      claims((it) => it.lost.map((of) => claimLine(of, of.path))),
      true,
    ),
    kind("state", "fell", states("worse"), true),
    kind("state", "rose", states("better")),
    kind("state", "changed", states("other")),
    kind(
      "claim",
      "moved",
      claims((it) => it.moved.map(movedLine)),
    ),
    kind(
      "claim",
      "new",
      claims((it) => it.gained.map(gainedLine)),
    ),
  ];
}

function stateLine({ reference, from, to }: StateChange): string {
  return `${safe(reference)}  ${from ?? "not asked for"} → ${to ?? "not asked for"}`;
}

type Claimed = Changes["gained"][number];

function gainedLine({ claim, site }: Claimed): string {
  return claimLine(claim, `${claim.path}:${site.claim.range.start.line + 1}`);
}

function movedLine({ claim, site, from }: Changes["moved"][number]): string {
  return claimLine(claim, `${from} → ${claim.path}:${site.claim.range.start.line + 1}`);
}

/** A baseline may say anything: nothing of it begins a line of its own. */
function claimLine({ reference, relation, subject }: BaselineClaim, place: string): string {
  return safe(`${relation} ${reference}  ${place}${subject === undefined ? "" : ` · ${subject}`}`);
}

function shortened(lines: readonly string[]): readonly string[] {
  if (lines.length <= MOST_LINES) return lines;
  return [...lines.slice(0, MOST_LINES), `and ${lines.length - MOST_LINES} more`];
}
