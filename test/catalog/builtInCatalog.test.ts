import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { builtInCatalog } from "../../server/src/workspace/builtInCatalog.ts";

describe("the built-in catalog", () => {
  test("is built once", () => {
    expect(builtInCatalog()).toBe(builtInCatalog());
  });

  test("holds every catalog file", () => {
    const folder = new URL("../../catalog/", import.meta.url);
    const files = readdirSync(folder).filter((it) => /^iec62443-.*\.yaml$/.test(it));
    const parts = builtInCatalog().parts.map((it) => `iec62443-${it.part}-${it.edition}.yaml`);
    expect(parts.sort()).toEqual(files.sort());
  });

  test("holds every mapping", () => {
    const folder = new URL("../../catalog/mappings/", import.meta.url);
    const names = readdirSync(folder).map(
      (it) => (parse(readFileSync(new URL(it, folder), "utf8")) as { name: string }).name,
    );
    expect(
      builtInCatalog()
        .mappings.map((it) => it.name)
        .sort(),
    ).toEqual(names.sort());
  });

  test.each([
    ["the base of an enhancement", { part: "4-2", id: "CR 1.1", enhancement: 2 }, "CR 1.1"],
    ["CR 1.10 and CR 1.1 apart", { part: "4-2", id: "CR 1.10" }, "CR 1.10"],
    ["an edition by its year", { part: "4-2", edition: "2019", id: "NDR 5.2" }, "NDR 5.2"],
    [
      "nothing in an edition that is not here",
      { part: "4-2", edition: "1999", id: "CR 1.1" },
      undefined,
    ],
    ["nothing by an id that does not exist", { part: "4-2", id: "CR 6.3" }, undefined],
  ])("finds %s", (_, reference, id) => {
    expect(builtInCatalog().find(reference)?.id).toBe(id);
  });

  test("stays small inside the bundles", () => {
    const { parts, foundations, counterparts, mappings, series } = builtInCatalog();
    const data = { parts, foundations, counterparts, mappings, series };
    const bytes = Buffer.byteLength(JSON.stringify(data));
    expect(bytes).toBeLessThan(400 * 1024);
  });
});
