import {
  COMPONENT_TYPES,
  type ComponentType,
  type Confidence,
  componentWord,
  SECURITY_LEVELS,
  type SecurityLevel,
} from "../catalog.ts";
import type { OwnEntry } from "../ownCatalog.ts";
import type { MapEntry, ProjectNode } from "../projectFile/node.ts";
import type { Problems } from "../projectFile/problems.ts";
import type { Entries } from "./entry.ts";
import { numberOf, shortText } from "./texts.ts";

type Facts = Pick<
  OwnEntry["requirement"],
  "fr" | "group" | "isGroup" | "clause" | "levels" | "componentTypes" | "items" | "confidence"
>;

const CONFIDENCES: readonly Confidence[] = ["high", "medium", "low"];

/** What decides where a requirement of one's own is asked for; what is left out is asked everywhere. */
export function readFacts(entries: Entries, problems: Problems): Facts {
  const read = <T>(entry: MapEntry | undefined, reader: (value: ProjectNode) => T) =>
    entry === undefined ? undefined : reader(entry.value);
  const fr = read(entries.fr, (it) => numberOf(it, "fr", [1, 7], problems));
  const group = read(entries.group, (it) => shortText(it, "group", problems));
  const clause = read(entries.clause, (it) => shortText(it, "clause", problems));
  const isGroup = read(entries.isGroup, (it) => readFlag(it, problems)) === true;
  return {
    ...(fr !== undefined && { fr }),
    ...(group !== undefined && { group }),
    ...(clause !== undefined && { clause }),
    ...(isGroup && { isGroup }),
    levels: read(entries.levels, (it) => readLevels(it, problems)) ?? [],
    componentTypes: read(entries.componentTypes, (it) => readTypes(it, problems)) ?? [],
    items: read(entries.items, (it) => readLetters(it, problems)) ?? [],
    confidence:
      read(entries.confidence, (it) => problems.wordOf(it, "confidence", CONFIDENCES)) ?? "high",
  };
}

function readFlag(node: ProjectNode, problems: Problems): boolean {
  if (node.kind === "scalar" && typeof node.value === "boolean") return node.value;
  problems.add(node.range, "isGroup is neither true nor false. Write true, or take the key out.");
  return false;
}

/** What holds at one level holds at each higher one. */
export function readLevels(node: ProjectNode, problems: Problems): readonly SecurityLevel[] {
  const items = problems.itemsOf(node, "levels", "security levels, as in [2, 3, 4]");
  const numbers = items.flatMap((it) => numberOf(it, "levels", [1, 4], problems) ?? []);
  const lowest = numbers.reduce((a, b) => Math.min(a, b), 5);
  const levels = SECURITY_LEVELS.filter((it) => it >= lowest);
  const missing = levels.filter((it) => !numbers.includes(it));
  if (numbers.length === items.length && missing.length > 0) {
    const message = `levels leaves out ${missing.join(", ")}: what holds at one level holds at each higher one. Write [${levels.join(", ")}].`;
    problems.warn(node.range, message);
  }
  return levels;
}

const TYPE_WORDS: readonly string[] = [...COMPONENT_TYPES, ...COMPONENT_TYPES.map(componentWord)];

function readTypes(node: ProjectNode, problems: Problems): readonly ComponentType[] {
  const types = problems.itemsOf(node, "componentTypes", "component types").flatMap((item) => {
    const word = problems.wordOf(item, "componentTypes", TYPE_WORDS);
    return COMPONENT_TYPES.filter((it) => it === word || componentWord(it) === word);
  });
  return COMPONENT_TYPES.filter((it) => types.includes(it));
}

function readLetters(node: ProjectNode, problems: Problems): readonly string[] {
  const letters = problems.itemsOf(node, "items", "letters, as in [a, b]").flatMap((item) => {
    const letter = item.kind === "scalar" ? String(item.value) : "";
    if (/^[a-z]$/.test(letter)) return [letter];
    problems.add(item.range, "items holds more than a letter. Write small letters, as in [a, b].");
    return [];
  });
  return [...new Set(letters)];
}
