import type { Enhancement } from "../catalog.ts";
import type { MapEntry, ProjectNode } from "../projectFile/node.ts";
import type { Problems } from "../projectFile/problems.ts";
import { readLevels } from "./facts.ts";
import { numberOf, shortText } from "./texts.ts";

const KEYS = ["number", "title", "summary", "levels"] as const;
/** The grammar reads two digits. */
const MOST = 99;

interface OfRequirement {
  readonly id: string;
  readonly problems: Problems;
  /** What the series' catalog has, where only words may be given; whether that is all there is. */
  readonly known?: {
    readonly enhancements: readonly Enhancement[];
    readonly isComplete: boolean;
  };
}

/** The enhancements of a requirement, RE(1) first. */
export function readEnhancements(
  entry: MapEntry | undefined,
  of: OfRequirement,
): readonly Enhancement[] {
  if (entry === undefined) return [];
  const { problems } = of;
  const meaning = "requirement enhancements, each with number and title";
  const found = new Map<number, Enhancement>();
  for (const item of problems.itemsOf(entry.value, "enhancements", meaning)) {
    const read = readEnhancement(item, of);
    if (read === undefined) continue;
    const { number } = read;
    if (!found.has(number)) found.set(number, read);
    else problems.add(item.range, `RE(${number}) of ${of.id} is written twice. Take one out.`);
  }
  return [...found.values()].sort((a, b) => a.number - b.number);
}

function readEnhancement(node: ProjectNode, of: OfRequirement): Enhancement | undefined {
  const { id, problems, known } = of;
  const { number, title, summary, levels } = problems.entriesOf(
    node,
    "A requirement enhancement",
    KEYS,
  );
  if (node.kind !== "map") return undefined;
  if (number === undefined) {
    problems.add(
      node.range,
      `A requirement enhancement of ${id} has no number. Add the key number.`,
    );
    return undefined;
  }
  const read = numberOf(number.value, "number", [1, MOST], problems);
  if (read === undefined) return undefined;
  const existing = known?.enhancements.find((it) => it.number === read);
  if (known?.isComplete === true && existing === undefined) {
    problems.add(number.value.range, `${id} has no RE(${read}) in the standard. Take it out.`);
    return undefined;
  }
  if (existing !== undefined && levels !== undefined) {
    const message = `levels of ${id} RE(${read}) are those of the standard. Take the key out.`;
    problems.addNeedless(levels, message);
  }
  const text = (key: "title" | "summary", entry: MapEntry | undefined) => {
    const value = entry && shortText(entry.value, key, problems);
    return value === undefined ? {} : { [key]: value };
  };
  return {
    number: read,
    ...text("title", title),
    ...text("summary", summary),
    levels: existing?.levels ?? (levels === undefined ? [] : readLevels(levels.value, problems)),
  };
}
