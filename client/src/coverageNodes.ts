import type { CoverageResult, WireProject } from "../../server/src/protocol/coverage.ts";
import type { ClaimsByItem } from "./claimStore.ts";
import { isActive, passing } from "./coverageFilter.ts";
import type {
  CoverageNode,
  FileProblemsNode,
  HintNode,
  NotReadNode,
  ProblemNode,
  ProjectNode,
  SkippedNode,
} from "./coverageNode.ts";
import { type CoverageView, needsAllClaims } from "./coverageView.ts";
import { claimCount } from "./itemGroups.ts";
import { itemKey } from "./itemKey.ts";
import {
  componentGroups,
  enhancementRows,
  foundationalGroups,
  groupRows,
  type ProjectParts,
  stateGroups,
} from "./itemNodes.ts";
import { chunked, ranges } from "./longLists.ts";
import { fileRows, folderRows, nowhereGroup, siteRows } from "./placeNodes.ts";
import { projectNames } from "./projectNames.ts";
import { type AskForClaims, notTold, sayingRows } from "./sayingNodes.ts";

/** The claims of whole projects by their uri, as far as a view needs them. */
export type ClaimsByProject = ReadonlyMap<string, ClaimsByItem>;

/** The rows at the top: those of the only project, or one row a project; last what was not read. */
export function rootNodes(
  coverage: CoverageResult,
  view: CoverageView,
  claims: ClaimsByProject,
): readonly CoverageNode[] {
  const spoken = spokenProjects(coverage);
  const names = projectNames(spoken);
  const projects = spoken.map((project): ProjectNode => {
    const parts = partsOf(project, coverage, view, claims.get(project.uri));
    const rows = rowsOf(parts, view, claims.get(project.uri));
    const name = names.get(project.uri) ?? project.product;
    return { kind: "project", id: parts.id, name, project, rows };
  });
  const [only, ...others] = projects;
  const rows =
    only !== undefined && others.length === 0
      ? [...fileProblems(only.project), ...only.rows]
      : projects.filter((it) => !isActive(view.filter) || it.rows.length > 0);
  return [...rows, ...notReadNodes(coverage, view)];
}

/** The projects that anything is said of: by a claim, by a statement, or by having a project file. */
export function spokenProjects(coverage: CoverageResult): readonly WireProject[] {
  return coverage.projects.filter(
    ({ file, items }) =>
      file !== undefined || items.some((item) => item.state !== "missing" || claimCount(item) > 0),
  );
}

/** A word that there could be a project file, where annotations are and none is. */
export function hintNodes(coverage: CoverageResult): readonly HintNode[] {
  const spoken = spokenProjects(coverage);
  const isWanted =
    !coverage.indexing && spoken.length > 0 && spoken.every(({ file }) => file === undefined);
  return isWanted ? [{ kind: "hint", id: "hint" }] : [];
}

/** The rows below a row. Claims that are not known yet are asked for. */
export async function childrenOf(
  node: CoverageNode,
  ask: AskForClaims,
): Promise<readonly CoverageNode[]> {
  switch (node.kind) {
    case "project":
      return node.rows;
    case "group":
      return groupRows(node);
    case "folder":
      return chunked(node.id, node.files);
    case "file":
      return chunked(node.id, siteRows(node));
    case "requirement":
      return [...(await sayingRows(node.id, node.requirement.base, ask)), ...enhancementRows(node)];
    case "item":
      return sayingRows(node.id, node.entry, ask);
    case "more":
      return ranges(node.id, node.rest);
    case "range":
      return node.nodes;
    case "notRead":
      return chunked(node.id, [...problemNodes(node), ...skippedNodes(node)]);
    default:
      return [];
  }
}

/** A tree of at most this many rows is opened for the person who filtered it. */
const OPEN_UP_TO = 40;

function partsOf(
  project: WireProject,
  { foundational }: CoverageResult,
  view: CoverageView,
  claims: ClaimsByItem | undefined,
): ProjectParts {
  const { grouping, filter } = view;
  const known = needsAllClaims(view) ? claims : undefined;
  const entries = project.items.flatMap(
    (item) => passing(project.uri, item, filter, known && (known.get(itemKey(item)) ?? [])) ?? [],
  );
  const count = entries.reduce((sum, it) => sum + (it.claims?.length ?? claimCount(it.item)), 0);
  const open = isActive(filter) && entries.length <= OPEN_UP_TO;
  const openClaims = open && entries.length + count <= OPEN_UP_TO;
  const titles = { foundational, documents: project.documents };
  const id = `${isActive(filter) ? "filtered " : ""}${grouping} ${project.uri}`;
  return { id, project, titles, entries, open, openClaims };
}

function rowsOf(
  parts: ProjectParts,
  { grouping }: CoverageView,
  claims: ClaimsByItem | undefined,
): readonly CoverageNode[] {
  switch (grouping) {
    case "fr":
      return foundationalGroups(parts);
    case "state":
      return stateGroups(parts);
    case "component":
      return componentGroups(parts);
    case "folder":
    case "file": {
      if (claims === undefined) return [notTold(parts.id)];
      const rows = grouping === "file" ? fileRows(parts, claims) : folderRows(parts, claims);
      return [...chunked(parts.id, rows), ...nowhereGroup(parts)];
    }
  }
}

function fileProblems({ uri, problems }: WireProject): readonly FileProblemsNode[] {
  return problems.map((it) => ({
    kind: "fileProblems",
    id: `${uri} problems ${it.uri}`,
    problems: it,
  }));
}

function notReadNodes(
  { problems, skipped }: CoverageResult,
  { filter }: CoverageView,
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
