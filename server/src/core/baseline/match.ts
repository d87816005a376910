import type { Site } from "../annotationIndex.ts";
import type { BaselineClaim } from "../baseline.ts";

/** A claim that stands in the code now. */
export interface ClaimNow {
  readonly claim: BaselineClaim;
  readonly site: Site;
}

/** A claim of the same code, and the path where it stood. */
export interface MovedClaim extends ClaimNow {
  readonly from: string;
}

/** Which of the claims of one item are gone, new, or elsewhere. */
export interface MatchedClaims {
  readonly lost: readonly BaselineClaim[];
  readonly gained: readonly ClaimNow[];
  readonly moved: readonly MovedClaim[];
}

/**
 * Pairs the claims of an item with those it had, each with one. The same claim in the same file is
 * the same; then one of the same code is that one, moved; then one of the same file is that one,
 * above code that was changed. Each step is one pass.
 */
export function matchClaims(
  before: readonly BaselineClaim[],
  now: readonly ClaimNow[],
): MatchedClaims {
  const same = pairInPlace(before, now);
  const moved = pair(same.before, same.now, ({ subject }) =>
    subject === undefined ? undefined : [subject],
  );
  const changed = pair(moved.before, moved.now, (it) => [it.path]);
  return {
    lost: changed.before,
    gained: changed.now,
    moved: moved.pairs.map(({ before: { path }, now: it }) => ({ ...it, from: path })),
  };
}

/** The same claim in the same file is the same. */
export function pairInPlace(before: readonly BaselineClaim[], now: readonly ClaimNow[]): Paired {
  return pair(before, now, (it) => [it.path, it.subject ?? ""]);
}

interface Paired {
  readonly pairs: readonly { readonly before: BaselineClaim; readonly now: ClaimNow }[];
  /** Those that found no other. */
  readonly before: readonly BaselineClaim[];
  readonly now: readonly ClaimNow[];
}

/** Pairs claims that say the same and have the same key; one without a key stays alone. */
function pair(
  before: readonly BaselineClaim[],
  now: readonly ClaimNow[],
  keyOf: (claim: BaselineClaim) => readonly string[] | undefined,
): Paired {
  const key = (claim: BaselineClaim) => {
    const own = keyOf(claim);
    return own && [claim.reference, claim.relation, ...own].join("\n");
  };
  const waiting = queues(before, key);
  const pairs: Paired["pairs"][number][] = [];
  const alone: ClaimNow[] = [];
  for (const it of now) {
    const other = waiting.get(key(it.claim))?.pop();
    if (other === undefined) alone.push(it);
    else pairs.push({ before: other, now: it });
  }
  const used = new Set(pairs.map((it) => it.before));
  return { pairs, before: before.filter((it) => !used.has(it)), now: alone };
}

/** The claims by key, the first of them last: it is taken first. */
function queues(
  claims: readonly BaselineClaim[],
  key: (claim: BaselineClaim) => string | undefined,
): Map<string | undefined, BaselineClaim[]> {
  const groups = new Map<string | undefined, BaselineClaim[]>();
  for (const claim of claims.toReversed()) {
    const own = key(claim);
    if (own === undefined) continue;
    const group = groups.get(own);
    if (group === undefined) groups.set(own, [claim]);
    else group.push(claim);
  }
  return groups;
}
