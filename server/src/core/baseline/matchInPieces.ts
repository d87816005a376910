import { type Chunk, chunksOf } from "../annotationIndex/chunks.ts";
import { isSameData } from "../annotationIndex/sameData.ts";
import { type BaselineClaim, baselineClaim } from "../baseline.ts";
import type { Item } from "../coverage.ts";
import type { Project } from "../project.ts";
import type { StepsTo } from "../steps.ts";
import { type ClaimNow, type MatchedClaims, matchClaims, pairInPlace } from "./match.ts";

/** The claims that an item had. */
export interface ClaimsBefore {
  readonly claims: readonly BaselineClaim[];
}

/** What is left of some claims, and of what stood in the same files, when each has found its like. */
interface Left {
  readonly item: Item["reference"];
  readonly project: Project;
  readonly before: ClaimsBefore;
  readonly paths: readonly string[];
  readonly lost: readonly BaselineClaim[];
  readonly gained: readonly ClaimNow[];
}

/**
 * Pairs the claims of an item with those it had. A claim is first looked for in its own file, and the claims of a
 * file stand in one piece of the list: after an edit one piece is matched anew, and then what is left. A piece is
 * a step.
 */
export function* matchInPieces(
  item: Item,
  before: ClaimsBefore,
  project: Project,
): StepsTo<MatchedClaims> {
  const pieces: Left[] = [];
  for (const it of chunksOf(item.claims)) {
    pieces.push(leftIn(it, item, before, project));
    yield;
  }
  return matchClaims(
    lostIn(pieces, before),
    pieces.flatMap((it) => it.gained),
  );
}

/** In the order of the baseline. */
function lostIn(pieces: readonly Left[], before: ClaimsBefore): readonly BaselineClaim[] {
  const byPath = claimsByPath(before);
  const nFound = pieces.reduce((sum, it) => sum + it.paths.length, 0);
  if (nFound === byPath.size && pieces.every((it) => it.lost.length === 0)) return [];
  const lost = new Set(pieces.flatMap((it) => it.lost));
  const paths = new Set(pieces.flatMap((it) => it.paths));
  return before.claims.filter((it) => lost.has(it) || !paths.has(it.path));
}

const known = new WeakMap<Chunk, Left>();

function leftIn(chunk: Chunk, item: Item, before: ClaimsBefore, project: Project): Left {
  const told = known.get(chunk);
  const isTold =
    told?.before === before && told.project === project && isSameData(told.item, item.reference);
  const left = isTold ? told : matchPiece(chunk, item, before, project);
  known.set(chunk, left);
  return left;
}

function matchPiece(chunk: Chunk, item: Item, before: ClaimsBefore, project: Project): Left {
  const byPath = claimsByPath(before);
  const now = chunk.map((site) => ({ site, claim: baselineClaim(item, site, project.root) }));
  const all = new Set(now.map((it) => it.claim.path));
  const paths = [...all].filter((it) => byPath.has(it));
  const { before: lost, now: gained } = pairInPlace(
    paths.flatMap((it) => byPath.get(it) ?? []),
    now,
  );
  return { item: item.reference, project, before, paths, lost, gained };
}

const knownPaths = new WeakMap<ClaimsBefore, ReadonlyMap<string, readonly BaselineClaim[]>>();

function claimsByPath(before: ClaimsBefore): ReadonlyMap<string, readonly BaselineClaim[]> {
  const byPath = knownPaths.get(before) ?? groupByPath(before.claims);
  knownPaths.set(before, byPath);
  return byPath;
}

function groupByPath(
  claims: readonly BaselineClaim[],
): ReadonlyMap<string, readonly BaselineClaim[]> {
  const groups = new Map<string, BaselineClaim[]>();
  for (const claim of claims) {
    const group = groups.get(claim.path);
    if (group === undefined) groups.set(claim.path, [claim]);
    else group.push(claim);
  }
  return groups;
}
