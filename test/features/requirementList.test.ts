import { expect, test } from "vitest";
import { requirementPage } from "../../server/src/core/report/requirementPage.ts";
import { requirementList } from "../../server/src/features/requirementList.ts";
import { snapshotOf } from "../support/snapshotOf.ts";

const snapshot = snapshotOf(
  { "a.c": "// @iec62443 CR 1.5\nint a;" },
  { components: ["EDR"], parts: ["4-2"] },
);
const list = requirementList(snapshot);

test("every requirement and heading of the catalog is listed once, and its page is there", () => {
  expect(list).toHaveLength(snapshot.catalog.requirements.length);
  expect(new Set(list.map((it) => it.page)).size).toBe(list.length);
  for (const { page } of list) expect(requirementPage(snapshot, page)).toBeDefined();
});

test("what the project asks for comes first, with its state", () => {
  expect(list[0]).toMatchObject({ id: "CCSC 1", state: "missing" });
  expect(list.find((it) => it.id === "CR 1.5")?.state).toBe("implemented");
  expect(list.find((it) => it.id === "HDR 3.14")).not.toHaveProperty("state");
  const states = list.map((it) => it.state !== undefined);
  expect(states.lastIndexOf(true)).toBeLessThan(states.indexOf(false));
});

test("a requirement is found by its enhancements and by what people call it", () => {
  expect(list.find((it) => it.id === "CR 1.1")?.words).toContain("Multifactor authentication");
  expect(list.find((it) => it.id === "EDR 2.13")?.words).toContain("jtag");
});
