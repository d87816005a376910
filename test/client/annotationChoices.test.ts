import { expect, test } from "vitest";
import { annotationChoices, projectOfFile } from "../../client/src/annotationChoices.ts";
import { item, project } from "./wire.ts";

test("what nobody claims comes first, then what is open, then the rest", () => {
  const groups = annotationChoices([
    item("CR 1.1", "verified", ["implements a.c:1"]),
    item("CR 1.2", "missing", ["verifies a.c:1"]),
    item("CR 1.3", "partial", ["partial a.c:1"]),
    item("CR 1.4", "missing", [], { title: "Identifiers" }),
    item("CR 2.2", "not-applicable"),
  ]);
  expect(groups.map((it) => [it.title, ...it.choices.map(({ reference }) => reference)])).toEqual([
    ["claimed nowhere", "CR 1.4"],
    ["still open", "CR 1.2", "CR 1.3"],
    ["met", "CR 1.1"],
    ["not applicable", "CR 2.2"],
  ]);
  expect(groups[0]?.choices[0]?.description).toBe("Identifiers · missing");
});

test.each([
  ["the nearest folder's", "file:///w/a/x.c", "file:///w/a"],
  ["the folder's above", "file:///w/ab/x.c", "file:///w"],
  ["nobody's", "file:///v/x.c", undefined],
])("a file is %s", (_, uri, root) => {
  const projects = [project([]), project([], { uri: "file:///w/a" })];
  expect(projectOfFile(projects, uri)?.uri).toBe(root);
});
