import { describe, expect, test } from "vitest";
import type { MappingTarget } from "../../server/src/core/catalog/mapping.ts";
import { enhancementOf } from "../../server/src/core/catalog.ts";
import { builtInCatalog } from "../../server/src/workspace/builtInCatalog.ts";
import { isSpelledAsInBritain } from "./spelling.ts";

const catalog = builtInCatalog();
const { counterparts, mappings, series } = catalog;
const unlisted = series.documents.map((it) => it.part);
const knowsPart = (part: string) => catalog.knowsPart(part) || unlisted.includes(part);
const rows = mappings.flatMap((mapping) => mapping.rows.map((row) => ({ mapping, row })));

describe("the mappings", () => {
  test("have names of their own", () => {
    expect(mappings.map((it) => it.name)).toEqual(["CRA", "NIS 2", "ATT&CK", "EMB3D"]);
  });

  test.each(mappings.map((it) => [it.name, it] as const))("name each place of %s once", (_, it) => {
    const ids = it.rows.map((row) => row.id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  test.each(rows.map(({ mapping, row }) => [mapping.name, row.id, row] as const))(
    "%s: %s leads to what is there",
    (_, _id, { targets }) => {
      const places = targets.map(({ part, edition }) => `${part} ${edition}`);
      expect(places).toEqual([...new Set(places)]);
      expect(targets.flatMap(lost)).toEqual([]);
    },
  );

  test("that tell a page for each place have its id in the address", () => {
    const pages = rows.flatMap(({ mapping, row }) => mapping.rowUrl?.replace("{id}", row.id) ?? []);
    expect(new Set(pages).size).toBe(39 + 89);
    expect(pages.filter((it) => !URL.canParse(it) || it.includes("{"))).toEqual([]);
  });

  test("are spelled as in America where the words are ours", () => {
    const ours = mappings.flatMap(({ basis, remark = "", rows }) => [
      basis,
      remark,
      ...rows.map((it) => it.title ?? ""),
    ]);
    expect(ours.filter(isSpelledAsInBritain)).toEqual([]);
  });
});

describe("the counterparts", () => {
  test("are told once for each requirement of part 4-2 that has a level to reach", () => {
    const components = catalog.requirements.filter(
      (it) => it.part === "4-2" && it.redirectsTo === undefined && it.kind !== "CCSC",
    );
    expect(counterparts.map((it) => it.component).sort()).toEqual(
      components.map((it) => it.id).sort(),
    );
  });

  test.each(counterparts.map((it) => [it.component, it.system] as const))(
    "%s serves %s, which has the same number and foundational requirement",
    (component, system) => {
      const number = component.split(" ")[1] ?? "";
      const sameNumber = catalog.find({ part: "3-3", id: `SR ${number}` });
      expect(system).toBe(sameNumber?.id ?? null);
      if (sameNumber === undefined) return;
      expect(catalog.find({ part: "4-2", id: component })?.fr).toBe(sameNumber.fr);
    },
  );
});

describe("the series", () => {
  test("has every known part in one group, and no other", () => {
    const known = new Set([...catalog.parts.map((it) => it.part), ...unlisted]);
    expect(series.groups.flatMap((it) => it.parts).sort()).toEqual([...known].sort());
  });

  test("lists no document of which the catalog has a file", () => {
    expect(unlisted.filter((it) => catalog.knowsPart(it))).toEqual([]);
    expect(series.documents.map((it) => it.designation.includes(it.part))).not.toContain(false);
  });

  test("has roles and laws with parts that are known", () => {
    const parts = [...series.roles, ...series.laws].flatMap((it) => it.parts);
    expect(parts.filter((it) => !knowsPart(it))).toEqual([]);
  });

  test.each(series.laws.map((it) => [it.law, it] as const))("names the mapping of %s", (_, law) => {
    const mapping = mappings.find((it) => it.name === law.mapping);
    expect(mapping?.instrument.split(",")[0]).toBe(law.designation);
  });
});

/** What a target names and nothing is. */
function lost({ part, edition, ids }: MappingTarget): readonly string[] {
  if (ids === undefined) return knowsPart(part) && edition === undefined ? [] : [part];
  return ids.filter((id) => !isThere({ part, edition, id })).map((id) => `${part} ${id}`);
}

function isThere(place: { part: string; edition: string | undefined; id: string }): boolean {
  const { part, edition } = place;
  const [, id = "", enhancement] = /^(.+?)(?: RE\((\d+)\))?$/.exec(place.id) ?? [];
  const foundational = /^FR (\d)$/.exec(id)?.[1];
  if (foundational !== undefined && part !== "1-1") {
    return catalog.requirements.some((it) => it.part === part && it.fr === Number(foundational));
  }
  const reference = {
    part,
    id,
    ...(edition !== undefined && { edition }),
    ...(enhancement !== undefined && { enhancement: Number(enhancement) }),
  };
  const found = catalog.find(reference);
  if (found === undefined) return false;
  return enhancement === undefined || enhancementOf(found, reference) !== undefined;
}
