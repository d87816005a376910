import {
  type Catalog,
  COMPONENT_NAMES,
  COMPONENT_TYPES,
  type ComponentType,
  type SecurityLevel,
} from "../catalog.ts";
import type { Target } from "../project.ts";
import { isNothing, type MapNode, type ProjectNode, shown } from "./node.ts";
import type { Problems } from "./problems.ts";

/** What a component type is called in a project file: `embedded-device`. */
export const COMPONENT_WORDS = COMPONENT_TYPES.map((it) =>
  COMPONENT_NAMES[it].replaceAll(" ", "-"),
);

/** The component types that are named; all four where none is. */
export function readComponents(node: ProjectNode, problems: Problems): readonly ComponentType[] {
  const items = problems.itemsOf(node, "component", "component types");
  const types = items.flatMap((item) => {
    const word = problems.wordOf(item, "component", COMPONENT_WORDS);
    const type = COMPONENT_TYPES[word === undefined ? -1 : COMPONENT_WORDS.indexOf(word)];
    return type === undefined ? [] : [type];
  });
  return types.length === 0 ? COMPONENT_TYPES : [...new Set(types)];
}

/** The parts to be covered, as far as the catalog has them; 4-2 where none is left. */
export function readParts(
  node: ProjectNode,
  problems: Problems,
  catalog: Catalog,
): readonly string[] {
  const known = [...new Set(catalog.parts.map((it) => it.part))];
  const parts = problems.itemsOf(node, "parts", 'parts such as "4-2"').flatMap((item) => {
    const part = problems.wordOf(item, "parts", known);
    return part === undefined ? [] : [part];
  });
  return parts.length === 0 ? ["4-2"] : [...new Set(parts)];
}

const LEVELS: readonly SecurityLevel[] = [1, 2, 3, 4];

/** One level, or a vector `{ FR 1: 3, FR 2: 2 }`. */
export function readTarget(node: ProjectNode, problems: Problems): Target | undefined {
  if (isNothing(node)) return undefined;
  if (node.kind === "map") return readVector(node, problems);
  return readLevel(node, "target", problems);
}

function readLevel(node: ProjectNode, name: string, problems: Problems): SecurityLevel | undefined {
  const level = node.kind === "scalar" ? LEVELS.find((it) => it === node.value) : undefined;
  if (level === undefined) {
    problems.add(node.range, `${name} is ${shown(node)}. Write a security level from 1 to 4.`);
  }
  return level;
}

function readVector(node: MapNode, problems: Problems): Target {
  const vector: Partial<Record<number, SecurityLevel>> = {};
  for (const { key, keyRange, value } of node.entries) {
    const fr = Number(/^FR\s*([1-7])$/i.exec(key)?.[1]);
    if (Number.isNaN(fr)) {
      problems.add(keyRange, `target has no key ${key}. Write FR 1 to FR 7.`);
      continue;
    }
    const level = readLevel(value, `target of FR ${fr}`, problems);
    if (level !== undefined) vector[fr] = level;
  }
  return vector;
}
