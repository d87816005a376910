import { expect, test } from "vitest";
import { AnnotationIndex } from "../../server/src/core/annotationIndex.ts";
import { baselineOf, formatBaseline } from "../../server/src/core/baseline.ts";
import { coverageOf } from "../../server/src/core/coverage.ts";
import type { Snapshot } from "../../server/src/core/snapshot.ts";
import { toWire } from "../../server/src/lsp/toWire.ts";
import { wireInSteps } from "../../server/src/lsp/wireInSteps.ts";
import { scanOf } from "../core/coverage/randomProducts.ts";
import { ROOT, snapshotOf } from "../support/snapshotOf.ts";

const FILES = 2000;
const STATE = { indexing: false, problems: [] };

/** Many files with a claim, and a baseline in which each of them said something else. */
function afterCheckout(): Snapshot {
  const holding = (line: string) =>
    AnnotationIndex.empty.with(
      Array.from({ length: FILES }, (_, it) => scanOf(`f${it}.c`, [line, "CR 1.2"])),
    );
  const before = { ...snapshotOf({}), index: holding("CR 1.1") };
  const [project] = before.projects;
  if (project === undefined) throw new Error("There is a project.");
  const text = formatBaseline(baselineOf(before, project));
  const baseline = { uri: `${ROOT}/iec62443.baseline.json`, text };
  return { ...before, index: holding("verifies CR 2.1"), projects: [{ ...project, baseline }] };
}

test("no step towards the coverage is more than a requirement, an item or a piece of its claims", () => {
  const snapshot = afterCheckout();
  const [project] = snapshot.projects;
  const items = project === undefined ? [] : coverageOf(snapshot, project).items;
  const pieces = FILES / 128;
  const steps = [...wireInSteps(afterCheckout())];
  expect(steps.length).toBeGreaterThan(2 * items.length + pieces);
});

test("the answer is the same with the steps and without, and after steps that were broken off", () => {
  const wanted = toWire(afterCheckout(), STATE);
  expect(wanted.projects[0]?.changes?.lost).toHaveLength(FILES);
  for (const most of [1, 100, 200, Number.POSITIVE_INFINITY]) {
    const snapshot = afterCheckout();
    const steps = wireInSteps(snapshot);
    for (let i = 0; i < most && !steps.next().done; i++);
    expect(toWire(snapshot, STATE)).toEqual(wanted);
  }
});
