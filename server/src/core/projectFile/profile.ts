import { partsThatAsk } from "../catalog/documents.ts";
import {
  type Catalog,
  COMPONENT_TYPES,
  type ComponentType,
  componentWord,
  SECURITY_LEVELS,
  type SecurityLevel,
} from "../catalog.ts";
import type { Target } from "../project.ts";
import { formatPart, isOfSeries } from "../reference.ts";
import { nearest } from "../similarity.ts";
import { isNothing, type MapNode, type ProjectNode, shown } from "./node.ts";
import type { Problems } from "./problems.ts";

/** What each component type is called in a project file. */
const COMPONENT_WORDS = COMPONENT_TYPES.map(componentWord);

/** The component types that are named; all four where none is. */
export function readComponents(node: ProjectNode, problems: Problems): readonly ComponentType[] {
  const items = problems.itemsOf(node, "component", "component types");
  const types = items.flatMap((item) => {
    const value = item.kind === "scalar" ? item.value : undefined;
    const type = COMPONENT_TYPES.find((it) => componentWord(it) === value);
    if (type === undefined) problems.add(item.range, unknownType(item), near(item));
    return type === undefined ? [] : [type];
  });
  return types.length === 0 ? COMPONENT_TYPES : [...new Set(types)];
}

function unknownType(node: ProjectNode): string {
  return `component is ${shown(node)}. Write one of ${COMPONENT_WORDS.join(", ")}.`;
}

/** Meant by its abbreviation, `EDR`, or by its name in another writing, `Embedded Device`. */
function near(node: ProjectNode): readonly string[] {
  if (node.kind !== "scalar") return [];
  const written = String(node.value).trim();
  const type = COMPONENT_TYPES.find((it) => it === written.toUpperCase());
  if (type !== undefined) return [componentWord(type)];
  return nearest(written.replaceAll(/[ _]+/g, "-"), COMPONENT_WORDS, 1);
}

/** The parts to be covered, as far as the catalog has them; those of `fallback` where none is left. */
export function readParts(
  node: ProjectNode,
  problems: Problems,
  catalog: Catalog,
  fallback: readonly string[],
): readonly string[] {
  const asking = partsThatAsk(catalog);
  const known = [...new Set(asking.map((it) => it.part))];
  const parts = problems.itemsOf(node, "parts", 'parts such as "4-2"').flatMap((item) => {
    const value = item.kind === "scalar" ? String(item.value).trim() : "";
    if (asking.some((it) => value === formatPart(it.part, it.edition))) return [value];
    const [part = "", edition] = value.split(":");
    if (edition !== undefined && known.includes(part)) {
      const editions = asking.filter((it) => it.part === part).map((it) => it.edition);
      const message = `This version has no edition ${edition} of part ${part}, so it is not covered. Write ${part} alone, or with one of ${editions.join(", ")} behind the colon.`;
      problems.warn(item.range, message);
      return [];
    }
    if (isOfSeries(value) && !known.includes(value)) {
      const message = `This version has no catalog of part ${value}, so the part is not covered. Write one of ${known.join(", ")}.`;
      problems.warn(item.range, message);
      return [];
    }
    if (known.includes(value)) return [value];
    const word = problems.wordOf(item, "parts", known);
    return word === undefined ? [] : [word];
  });
  return parts.length === 0 ? fallback : [...new Set(parts)];
}

/** One level, or a vector `{ FR 1: 3, FR 2: 2 }`. */
export function readTarget(node: ProjectNode, problems: Problems): Target | undefined {
  if (isNothing(node)) return undefined;
  if (node.kind === "map") return readVector(node, problems);
  return readLevel(node, "target", problems);
}

function readLevel(node: ProjectNode, name: string, problems: Problems): SecurityLevel | undefined {
  const value = node.kind === "scalar" ? node.value : undefined;
  const level = SECURITY_LEVELS.find((it) => it === value);
  if (level === undefined) {
    const meant = /^\s*(?:SL[- ]?(?:[CT][- ]?)?)?([1-4])\s*$/i.exec(String(value))?.[1];
    const message = `${name} is ${shown(node)}. Write a security level from 1 to 4.`;
    problems.add(node.range, message, meant === undefined ? [] : [meant]);
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
