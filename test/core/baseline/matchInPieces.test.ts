import fc from "fast-check";
import { expect, test } from "vitest";
import { AnnotationIndex, type Site } from "../../../server/src/core/annotationIndex.ts";
import { matchClaims } from "../../../server/src/core/baseline/match.ts";
import { matchInPieces } from "../../../server/src/core/baseline/matchInPieces.ts";
import { type BaselineClaim, baselineClaim } from "../../../server/src/core/baseline.ts";
import { itemsOf } from "../../../server/src/core/coverage/items.ts";
import type { Item } from "../../../server/src/core/coverage.ts";
import type { Snapshot } from "../../../server/src/core/snapshot.ts";
import { finished } from "../../../server/src/core/steps.ts";
import { ROOT, snapshotOf } from "../../support/snapshotOf.ts";
import { scanOf } from "../coverage/randomProducts.ts";

const FILES = 400;

const changes = fc.array(
  fc.record({
    path: fc.integer({ min: 0, max: FILES }).map((it) => `f${it}.c`),
    lines: fc.array(fc.constantFrom("CR 1.1", "verifies CR 1.1", "CR 1.1: why"), { maxLength: 3 }),
  }),
  { maxLength: 40 },
);

function start(): Snapshot {
  const scans = Array.from({ length: FILES }, (_, it) => scanOf(`f${it}.c`, ["CR 1.1"]));
  return { ...snapshotOf({}), index: AnnotationIndex.empty.with(scans) };
}

function itemIn(snapshot: Snapshot): Item {
  const [project] = snapshot.projects;
  const items = project === undefined ? [] : itemsOf(snapshot, project);
  const item = items.find((it) => it.reference.id === "CR 1.1");
  if (item === undefined) throw new Error("CR 1.1 is asked for.");
  return item;
}

function claimsOf(item: Item): readonly BaselineClaim[] {
  return item.claims.map((site: Site) => baselineClaim(item, site, ROOT));
}

test("claims matched in pieces, edit after edit, are matched as they are all at once", () => {
  fc.assert(
    fc.property(changes, fc.array(changes, { maxLength: 3 }), (first, edits) => {
      let snapshot = start();
      const [project] = snapshot.projects;
      if (project === undefined) throw new Error("There is a project.");
      const edit = (batch: typeof first) => {
        const scans = batch.map(({ path, lines }) => scanOf(path, lines));
        snapshot = { ...snapshot, index: snapshot.index.with(scans) };
      };
      edit(first);
      const before = { claims: claimsOf(itemIn(snapshot)) };
      for (const batch of edits) {
        edit(batch);
        const item = itemIn(snapshot);
        const now = item.claims.map((site) => ({ site, claim: baselineClaim(item, site, ROOT) }));
        const matched = finished(matchInPieces(item, before, project));
        expect(matched).toEqual(matchClaims(before.claims, now));
      }
    }),
    { numRuns: 25 },
  );
});
