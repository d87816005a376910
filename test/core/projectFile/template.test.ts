import { expect, test } from "vitest";
import { afterYears } from "../../../server/src/core/projectFile/days.ts";
import { type NewProject, templateOf } from "../../../server/src/core/projectFile/template.ts";
import { PROJECT_KEYS } from "../../../server/src/core/projectFile.ts";
import { projectFileOf } from "../../support/projectFileOf.ts";
import { TODAY } from "../../support/snapshotOf.ts";

const PUMP: NewProject = { product: "Pump", components: ["NDR", "SAR"], target: 3 };

test.each<[string, NewProject]>([
  ["all", PUMP],
  ["no target", { product: "Pump", components: ["EDR"] }],
  ["a vector", { ...PUMP, target: { 1: 3, 7: 1 } }],
  ["an empty vector", { ...PUMP, target: {} }],
  ["a product of odd marks", { ...PUMP, product: '# "a": \n- b' }],
  [
    "statements",
    { ...PUMP, statements: [{ reference: { part: "4-2", id: "CR 1.5" }, status: "planned" }] },
  ],
])("a new project file says what it is to say: %s", (_, project) => {
  const { product, components, target, statements, problems } = projectFileOf(
    templateOf(project, TODAY),
  );
  expect(problems).toEqual([]);
  expect({ product, target, components: new Set(components) }).toEqual({
    product: project.product,
    target: project.target,
    components: new Set(project.components),
  });
  expect(statements).toMatchObject(project.statements ?? []);
});

test("its examples are right, and count from today", () => {
  const text = templateOf(PUMP, TODAY).replace(/^# (?=scan|rules| )/gm, "");
  const { statements, scan, rules, problems } = projectFileOf(text);
  expect(problems).toEqual([]);
  expect(statements).toMatchObject([{ reviewed: "2026-11-24", expires: "2027-11-24" }]);
  expect(scan).toMatchObject({ exclude: ["third_party/**"], languages: { "*.inc": "c" } });
  expect(rules).toEqual({ "duplicate-claim": "warning" });
});

test("it has every key, and lines that fit a screen", () => {
  const text = templateOf(PUMP, TODAY);
  for (const key of PROJECT_KEYS) expect(text).toMatch(new RegExp(`^(# )?${key}:`, "m"));
  for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
});

test.each([
  ["2026-11-24", "2027-11-24"],
  ["2024-02-29", "2025-02-28"],
  ["2099-02-28", "2100-02-28"],
  ["1999-12-31", "2000-12-31"],
])("a year after %s is %s", (day, later) => {
  expect(afterYears(day, 1)).toBe(later);
});
