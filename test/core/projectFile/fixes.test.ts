import { expect, test } from "vitest";
import { languageFixes, notApplicableFixes } from "../../../server/src/core/projectFile/fixes.ts";
import type { Fix } from "../../../server/src/core/rules/rule.ts";
import { applied } from "../../support/applied.ts";
import { projectFileOf } from "../../support/projectFileOf.ts";
import { snapshotOf, TODAY } from "../../support/snapshotOf.ts";

/** The titles of fixes, each with the text that it leaves. */
function results(text: string, fixes: readonly Fix[]): readonly string[] {
  return fixes.map(({ title, edits }) => `${title}\n${applied(text, edits)}`);
}

test.each([
  [
    "- requirement: CR 1.5\n    status: compensating # by what?\n  - requirement: CR 1.7",
    [
      "Add a place for the reason\nstatements:\n  - requirement: CR 1.5\n    status: compensating # by what?\n    reason: …\n  - requirement: CR 1.7",
      "Add the key status\nstatements:\n  - requirement: CR 1.5\n    status: compensating # by what?\n  - requirement: CR 1.7\n    status: …",
    ],
  ],
  [
    "- { status: planned }",
    ["Add the key requirement\nstatements:\n  - { status: planned, requirement: … }"],
  ],
  ["- { requirement: CR 1.5, status: compensating, reason: }", []],
])("what a statement lacks gets a place: %j", (statements, fixed) => {
  const text = `statements:\n  ${statements}`;
  const fixes = projectFileOf(text).problems.flatMap((it) => it.fixes);
  expect(results(text, fixes)).toEqual(fixed);
});

test("a missing item gets a statement that counts when its reason is written", () => {
  const text = "product: x\n";
  const project = projectFileOf(text);
  const fixes = notApplicableFixes(project, { part: "4-2", id: "CR 2.2" }, TODAY);
  const [result = ""] = results(text, fixes);
  expect(result).toBe(`State why CR 2.2 is not applicable…
product: x

statements:
  - requirement: CR 2.2
    status: not-applicable
    reason: …
    reviewed: 2026-11-24
`);
  const after = result.slice(result.indexOf("\n") + 1);
  expect(projectFileOf(after).statements).toEqual([]);
  expect(projectFileOf(after.replace("…", "No radio.")).statements).toHaveLength(1);
});

test("files of an unknown language are mapped to those that the project is written in", () => {
  const text = "product: x";
  const snapshot = snapshotOf({
    "a.c": "// @iec62443 CR 1.5",
    "b.c": "// @iec62443 CR 1.5",
    "c.py": "# @iec62443 CR 1.5",
  });
  expect(results(text, languageFixes(snapshot, projectFileOf(text), "*.inc"))).toEqual([
    'Map *.inc to c in iec62443.yaml\nproduct: x\n\nscan:\n  languages:\n    "*.inc": c',
    'Map *.inc to python in iec62443.yaml\nproduct: x\n\nscan:\n  languages:\n    "*.inc": python',
  ]);
  expect(languageFixes(snapshotOf({}), projectFileOf(text), "*.inc").map((it) => it.title)).toEqual(
    ["Map *.inc to a language… in iec62443.yaml"],
  );
});

test("there is no fix where there is no project file, or one to be corrected", () => {
  const reference = { part: "4-2", id: "CR 2.2" };
  const [project] = snapshotOf({}).projects;
  expect(project && notApplicableFixes(project, reference, TODAY)).toEqual([]);
  expect(notApplicableFixes(projectFileOf("product: ["), reference, TODAY)).toEqual([]);
});
