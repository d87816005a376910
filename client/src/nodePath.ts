import type { ClaimPlace } from "../../server/src/protocol/annotations.ts";
import { type CoverageNode, entryOf } from "./coverageNode.ts";
import { itemKey } from "./itemKey.ts";

/**
 * The rows from the top down to the one that shows a claim; nothing where the view does not show it. Only rows that may
 * lead there are opened, since claims that nobody has asked for yet would have to be asked for.
 */
export async function pathTo(
  sought: ClaimPlace,
  rows: readonly CoverageNode[],
  childrenOf: (node: CoverageNode) => Promise<readonly CoverageNode[]>,
): Promise<readonly CoverageNode[] | undefined> {
  for (const node of rows) {
    if (isSought(node, sought)) return [node];
    if (!mayLeadTo(node, sought)) continue;
    const rest = await pathTo(sought, await childrenOf(node), childrenOf);
    if (rest !== undefined) return [node, ...rest];
  }
  return undefined;
}

function isSought(node: CoverageNode, sought: ClaimPlace): boolean {
  if (node.kind !== "claim" || node.claim.uri !== sought.uri) return false;
  const { line, character } = node.claim.range.start;
  return line === sought.range.start.line && character === sought.range.start.character;
}

function mayLeadTo(node: CoverageNode, sought: ClaimPlace): boolean {
  const key = itemKey(sought);
  switch (node.kind) {
    case "project":
      return node.project.uri === sought.project;
    case "group":
      return node.entries.some(({ item }) => itemKey(item) === key);
    case "folder":
      return node.files.some(({ uri }) => uri === sought.uri);
    case "file":
      return node.uri === sought.uri;
    case "requirement":
      return [node.requirement.base, ...node.requirement.enhancements].some(
        (it) => it !== undefined && itemKey(it.item) === key,
      );
    case "item": {
      const entry = entryOf(node);
      return entry !== undefined && itemKey(entry.item) === key;
    }
    case "more":
    case "range":
      return true;
    default:
      return false;
  }
}
