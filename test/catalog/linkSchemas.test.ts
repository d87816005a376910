import { describe, expect, test } from "vitest";
import { faults } from "./schemas.ts";

describe("the schemas of what leads to and from the catalog", () => {
  const row = { id: "M0801", targets: [{ part: "4-2", ids: ["CR 2.1"] }] };
  const mapping = {
    name: "ATT&CK",
    instrument: "A document",
    url: "https://example.com/a",
    rowUrl: "https://example.com/{id}",
    basis: "its labels",
    confidence: "high",
    rows: [row],
  };
  const group = { group: "4 Component", for: "suppliers", parts: ["4-1", "4-2"] };
  const role = { role: "asset owner", does: "runs the plant", parts: ["2-1"] };
  const series = { groups: [group], documents: [], roles: [role], laws: [] };

  test.each([
    ["mapping", mapping],
    ["mapping", { ...mapping, rows: [{ ...row, targets: [] }] }],
    ["mapping", { ...mapping, rows: [{ ...row, targets: [{ part: "4-1", inferred: true }] }] }],
    ["counterparts", [{ component: "CR 1.14", system: null }]],
    ["series", series],
  ])("take as a file of %s: %j", (schema, value) => {
    expect(faults(schema, value)).toEqual([]);
  });

  test.each([
    ["mapping", { ...mapping, rowUrl: "https://example.com/" }],
    ["mapping", { ...mapping, confidence: undefined }],
    ["mapping", { ...mapping, rows: [{ id: "M0801" }] }],
    ["mapping", { ...mapping, rows: [{ ...row, targets: [{ part: "4-2", ids: [] }] }] }],
    ["mapping", { ...mapping, rows: [{ ...row, targets: [{ part: "4-2", inferred: false }] }] }],
    ["counterparts", [{ component: "CR 1.1" }]],
    ["counterparts", [{ component: "SR 1.1", system: "SR 1.1" }]],
    ["series", { ...series, groups: [{ ...group, parts: [] }] }],
    ["series", { ...series, roles: [{ ...role, does: undefined }] }],
    ["series", { ...series, documents: [{ part: "1-3", title: "T" }] }],
    ["series", { ...series, laws: [{ law: "CRA", parts: ["4-2"] }] }],
  ])("refuse as a file of %s: %j", (schema, value) => {
    expect(faults(schema, JSON.parse(JSON.stringify(value)))).not.toEqual([]);
  });
});
