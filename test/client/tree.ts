import { type CoverageFilter, NO_FILTER } from "../../client/src/coverageFilter.ts";
import type { CoverageNode } from "../../client/src/coverageNode.ts";
import { type ClaimsByProject, childrenOf, rootNodes } from "../../client/src/coverageNodes.ts";
import { type CoverageView, FIRST_VIEW } from "../../client/src/coverageView.ts";
import { itemKey } from "../../client/src/itemKey.ts";
import { nodeText } from "../../client/src/nodeText.ts";
import type { AskForClaims } from "../../client/src/sayingNodes.ts";
import type { CoverageResult } from "../../server/src/protocol/coverage.ts";
import { claimsMade } from "./wire.ts";

/** A view with some of it changed. */
export function viewOf(more: Partial<CoverageView & CoverageFilter>): CoverageView {
  const { grouping = FIRST_VIEW.grouping, ...filter } = more;
  return { grouping, filter: { ...NO_FILTER, ...filter } };
}

/** Answers as the server would. */
export const ask: AskForClaims = async ({ item }) => claimsMade(item);

/** The rows at the top, with the claims of all projects at hand. */
export function roots(told: CoverageResult, view = FIRST_VIEW): readonly CoverageNode[] {
  const claims: ClaimsByProject = new Map(
    told.projects.map(({ uri, items }) => [
      uri,
      new Map(items.map((it) => [itemKey(it), claimsMade(it)])),
    ]),
  );
  return rootNodes(told, view, claims);
}

/** Every row with its depth, as if all were open. */
export async function allRows(
  told: CoverageResult,
  view = FIRST_VIEW,
): Promise<readonly { readonly node: CoverageNode; readonly depth: number }[]> {
  return rowsBelow(roots(told, view), 0);
}

type RowAtDepth = { readonly node: CoverageNode; readonly depth: number };

async function rowsBelow(
  nodes: readonly CoverageNode[],
  depth: number,
): Promise<readonly RowAtDepth[]> {
  const all: RowAtDepth[] = [];
  for (const node of nodes) {
    all.push({ node, depth }, ...(await rowsBelow(await childrenOf(node, ask), depth + 1)));
  }
  return all;
}

/** The whole tree as indented lines, as a person sees it when every row is open. */
export async function drawn(told: CoverageResult, view = FIRST_VIEW): Promise<string> {
  const rows = await allRows(told, view);
  const lines = rows.map(({ node, depth }) => {
    const { label, description } = nodeText(node);
    return `${"  ".repeat(depth)}${label}${description === undefined ? "" : ` | ${description}`}`;
  });
  return `\n${lines.join("\n")}\n`;
}
