import type { CoverageResult, WireProject } from "../../server/src/protocol/coverage.ts";
import { type CoverageFilter, type Entry, isActive, passing } from "./coverageFilter.ts";
import type {
  ClaimNode,
  CoverageNode,
  EnhancementNode,
  GroupNode,
  NotReadNode,
  ProblemNode,
  ProjectNode,
  RangeNode,
  RequirementNode,
  SkippedNode,
} from "./coverageNode.ts";
import { countsOfGroup, groupItems } from "./itemGroups.ts";
import { projectNames } from "./projectNames.ts";

/** The rows at the top: the groups of the only project, or one row a project; last what was not read. */
export function rootNodes(
  coverage: CoverageResult,
  filter: CoverageFilter,
): readonly CoverageNode[] {
  const spoken = spokenProjects(coverage);
  const names = projectNames(spoken);
  const projects = spoken.map((it) =>
    projectNode(it, names.get(it.uri) ?? it.product, coverage, filter),
  );
  const shown = isActive(filter) ? projects.filter((it) => it.groups.length > 0) : projects;
  const [only, ...others] = shown;
  const rows =
    only !== undefined && others.length === 0 && projects.length === 1 ? only.groups : shown;
  return [...rows, ...notReadNodes(coverage, filter)];
}

/** The projects that anything is said of: by a claim, by a statement, or by having a project file. */
export function spokenProjects(coverage: CoverageResult): readonly WireProject[] {
  return coverage.projects.filter(
    ({ file, items }) =>
      file !== undefined ||
      items.some(({ state, claims }) => state !== "missing" || claims.length > 0),
  );
}

/** The rows below a row. */
export function childrenOf(node: CoverageNode): readonly CoverageNode[] {
  switch (node.kind) {
    case "project":
      return node.groups;
    case "group":
      return node.group.requirements.map((requirement) => ({
        kind: "requirement",
        id: `${node.id}/${requirement.part} ${requirement.id}`,
        requirement,
        open: node.open,
        openClaims: node.openClaims,
      }));
    case "requirement":
      return [...claimNodes(node.id, node.requirement.base), ...enhancementNodes(node)];
    case "enhancement":
      return claimNodes(node.id, node.entry);
    case "more":
      return ranges(node.id, node.rest);
    case "range":
      return node.nodes;
    case "notRead":
      return chunked(node.id, [...problemNodes(node), ...skippedNodes(node)]);
    case "claim":
    case "problem":
    case "skipped":
      return [];
  }
}

/** A tree of at most this many rows is opened for the person who filtered it. */
const OPEN_UP_TO = 40;

function projectNode(
  project: WireProject,
  name: string,
  coverage: CoverageResult,
  filter: CoverageFilter,
): ProjectNode {
  const entries = project.items.flatMap((item) => passing(item, filter) ?? []);
  const claims = entries.reduce((sum, it) => sum + it.claims.length, 0);
  const open = isActive(filter) && entries.length <= OPEN_UP_TO;
  const openClaims = open && entries.length + claims <= OPEN_UP_TO;
  const id = `${isActive(filter) ? "filtered " : ""}${project.uri}`;
  const groups = groupItems(entries, coverage.foundational).map((group): GroupNode => {
    const counts = countsOfGroup(group.key, project.items);
    return { kind: "group", id: `${id}/${group.key}`, group, counts, open, openClaims };
  });
  return { kind: "project", id, name, project, groups };
}

function enhancementNodes(node: RequirementNode): readonly EnhancementNode[] {
  return node.requirement.enhancements.map((entry) => ({
    kind: "enhancement",
    id: `${node.id}/${entry.item.reference}`,
    entry,
    openClaims: node.openClaims,
  }));
}

/** A claim is known by its place among those of its file, so that it survives a line put above it. */
function claimNodes(parent: string, entry: Entry | undefined): readonly CoverageNode[] {
  if (entry === undefined) return [];
  const seen = new Map<string, number>();
  const nodes = entry.claims.map((claim): ClaimNode => {
    const nth = seen.get(claim.uri) ?? 0;
    seen.set(claim.uri, nth + 1);
    return { kind: "claim", id: `${parent}/${claim.uri}#${nth}`, item: entry.item, claim };
  });
  return chunked(`${parent}/claims`, nodes);
}

/** How many rows a list shows before the rest goes below a row of its own. */
export const CHUNK = 200;

function chunked(parent: string, nodes: readonly CoverageNode[]): readonly CoverageNode[] {
  if (nodes.length <= CHUNK) return nodes;
  return [
    ...nodes.slice(0, CHUNK),
    { kind: "more", id: `${parent}/more`, rest: nodes.slice(CHUNK) },
  ];
}

/** What comes behind the first rows, in stretches of the same length: one level however long it is. */
function ranges(parent: string, nodes: readonly CoverageNode[]): readonly CoverageNode[] {
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

function notReadNodes(
  { problems, skipped }: CoverageResult,
  filter: CoverageFilter,
): readonly NotReadNode[] {
  if (isActive(filter) || problems.length + skipped.length === 0) return [];
  return [{ kind: "notRead", id: "not read", problems, skipped }];
}

function problemNodes({ id, problems }: NotReadNode): readonly ProblemNode[] {
  return problems.map((sentence) => ({ kind: "problem", id: `${id}/${sentence}`, sentence }));
}

function skippedNodes({ id, skipped }: NotReadNode): readonly SkippedNode[] {
  return skipped.map((file) => ({ kind: "skipped", id: `${id}/${file.uri}`, file }));
}
