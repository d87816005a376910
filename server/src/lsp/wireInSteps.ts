import { changesInSteps } from "../core/baseline/changes.ts";
import { baselineIn } from "../core/baseline/read.ts";
import { itemsInSteps } from "../core/coverage/items.ts";
import { coverageOf } from "../core/coverage.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { Steps } from "../workspace/slices.ts";
import { wireItemOf } from "./itemToWire.ts";

/**
 * Works out what `toWire` is made of, an item a step: after a checkout all of it is new, and what else is asked would
 * wait. What is known already costs next to nothing.
 */
export function* wireInSteps(snapshot: Snapshot): Steps {
  for (const project of snapshot.projects) {
    yield* itemsInSteps(snapshot, project);
    const baseline = project.baseline && baselineIn(project.baseline);
    if (baseline !== undefined && !("problem" in baseline))
      yield* changesInSteps(baseline, snapshot, project);
    for (const item of coverageOf(snapshot, project).items) {
      wireItemOf(item, project, snapshot);
      yield;
    }
  }
}
