import type { CoverageNode, RangeNode } from "./coverageNode.ts";

/** How many rows a list shows before the rest goes below a row of its own. */
export const CHUNK = 200;

export function chunked(parent: string, nodes: readonly CoverageNode[]): readonly CoverageNode[] {
  if (nodes.length <= CHUNK) return nodes;
  return [
    ...nodes.slice(0, CHUNK),
    { kind: "more", id: `${parent}/more`, rest: nodes.slice(CHUNK) },
  ];
}

/** What comes behind the first rows, in stretches of the same length: one level however long it is. */
export function ranges(parent: string, nodes: readonly CoverageNode[]): readonly CoverageNode[] {
  if (nodes.length <= CHUNK) return nodes;
  return Array.from({ length: Math.ceil(nodes.length / CHUNK) }, (_, index): RangeNode => {
    const from = index * CHUNK;
    const first = CHUNK + from + 1;
    return {
      kind: "range",
      id: `${parent}/${first}`,
      first,
      nodes: nodes.slice(from, from + CHUNK),
    };
  });
}
