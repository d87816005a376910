import type { WireClaim } from "../../server/src/protocol/coverage.ts";
import type { Entry } from "./coverageFilter.ts";
import type { ClaimNode, CoverageNode, ProblemNode, StatementNode } from "./coverageNode.ts";
import { claimCount } from "./itemGroups.ts";
import { t } from "./l10n.ts";
import { chunked } from "./longLists.ts";

/** Asks for all claims of an item; nothing where they cannot be told. */
export type AskForClaims = (entry: Entry) => Promise<readonly WireClaim[] | undefined>;

/** What is said of an item: first in the project file, then in the code. */
export async function sayingRows(
  parent: string,
  entry: Entry | undefined,
  ask: AskForClaims,
): Promise<readonly CoverageNode[]> {
  if (entry === undefined) return [];
  return [...statementRows(parent, entry), ...(await claimRows(parent, entry, ask))];
}

/** A row that says why there are none. */
export function notTold(parent: string): ProblemNode {
  return {
    kind: "problem",
    id: `${parent}/not told`,
    sentence: t("The language server did not tell the claims. Refresh the coverage to ask again."),
  };
}

/** A statement is known by its place among those of its item, so that it survives a line put above it. */
function statementRows(parent: string, entry: Entry): readonly StatementNode[] {
  return entry.item.statements.map((statement, nth) => ({
    kind: "statement",
    id: `${parent}/statement ${nth}`,
    entry,
    statement,
  }));
}

async function claimRows(
  parent: string,
  entry: Entry,
  ask: AskForClaims,
): Promise<readonly CoverageNode[]> {
  if (entry.claims === undefined && claimCount(entry.item) === 0) return [];
  const claims = entry.claims ?? (await ask(entry));
  if (claims === undefined) return [notTold(parent)];
  return chunked(`${parent}/claims`, claimNodes(parent, entry, claims));
}

/** A claim is known by its place among those of its file, so that it survives a line put above it. */
function claimNodes(
  parent: string,
  entry: Entry,
  claims: readonly WireClaim[],
): readonly ClaimNode[] {
  const seen = new Map<string, number>();
  return claims.map((claim) => {
    const nth = seen.get(claim.uri) ?? 0;
    seen.set(claim.uri, nth + 1);
    return { kind: "claim", id: `${parent}/${claim.uri}#${nth}`, entry, claim, below: "item" };
  });
}
