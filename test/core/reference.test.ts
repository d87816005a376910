import { expect, test } from "vitest";
import { readReferences } from "../../server/src/core/annotation/references.ts";
import { formatReference, type Reference, sameReference } from "../../server/src/core/reference.ts";

test.each<[Reference, string]>([
  [{ part: "4-2", id: "CR 1.5" }, "CR 1.5"],
  [{ part: "4-2", id: "CR 1.1", enhancement: 1 }, "CR 1.1 RE(1)"],
  [{ part: "4-2", id: "CR 1.5", item: "a" }, "CR 1.5(a)"],
  [{ part: "4-2", id: "CR 1.1", enhancement: 1, item: "a" }, "CR 1.1 RE(1)(a)"],
  [{ part: "4-2", edition: "2019", id: "CR 1.5" }, "CR 1.5"],
  [{ part: "4-2", edition: "2031", id: "CR 1.5" }, "4-2:2031 CR 1.5"],
  [{ part: "2-1", id: "4.2.3.1" }, "2-1 4.2.3.1"],
  [{ part: "2-1", edition: "2009", id: "4.2.3.1" }, "2-1:2009 4.2.3.1"],
  [{ part: "house", edition: "1", id: "AC-1" }, "AC-1"],
])("%j is written %s", (reference, written) => {
  expect(formatReference(reference)).toBe(written);
});

test.each<[Reference, Reference, boolean]>([
  [{ part: "4-2", id: "CR 1.5" }, { part: "4-2", edition: "2019", id: "CR 1.5" }, true],
  [{ part: "2-1", edition: "2009", id: "5.5" }, { part: "2-1", edition: "2024", id: "5.5" }, false],
  [{ part: "4-2", id: "CR 1.1" }, { part: "4-2", id: "CR 1.1", enhancement: 1 }, false],
  [{ part: "4-2", id: "CR 1.5" }, { part: "4-2", id: "CR 1.5", item: "a" }, false],
  [{ part: "3-3", id: "SR 1.1" }, { part: "4-1", id: "SR-1" }, false],
])("%j and %j name the same: %s", (a, b, same) => {
  expect(sameReference(a, b)).toBe(same);
  expect(sameReference(b, a)).toBe(same);
});

test.each<[string, readonly string[]]>([
  ["CR 1.5", ["CR 1.5"]],
  ["  cr-1.5  ", ["CR 1.5"]],
  ["IEC 62443-4-2 CR 1.1 RE1", ["CR 1.1 RE(1)"]],
  ["CR 1.1, 1.3\nSM-4", ["CR 1.1", "CR 1.3", "SM-4"]],
])("reads the references in %j", (written, references) => {
  const read = readReferences(written);
  expect(read.problem).toBeUndefined();
  expect(read.references.map(formatReference)).toEqual(references);
});

test("says why a text is more or less than references", () => {
  const texts = [
    "",
    "login",
    "user name",
    "verifies CR 1.5",
    "CR 1.5: text",
    "CR 1.3–1.4",
    "CR 6.2.1",
    "CR",
  ];
  const said = texts.map((it) => {
    const { problem, instead } = readReferences(it);
    return [problem, ...instead].join(" | ");
  });
  expect(said.join("\n")).toMatchInlineSnapshot(`
    "No requirement is named. Write one such as CR 1.5.
    "login" is no id of a requirement. Write one such as CR 1.5.
    "user" is no id of a requirement. Write one such as CR 1.5.
    "verifies CR 1.5" is no id of a requirement. Write one such as CR 1.5.
    "text" is more than the id of a requirement. Leave it out.
    "CR 1.3–1.4" is a range. Name each requirement, with commas between them. | CR 1.3, CR 1.4
    "CR 6.2.1" is no id of a requirement. Write one such as CR 1.5. | CR 6.2 | CR 6.2 RE(1)
    "CR" is no id of a requirement. Write one such as CR 1.5."
  `);
});
