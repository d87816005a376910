import { expect, test } from "vitest";
import { builtInCatalog } from "../../server/src/workspace/builtInCatalog.ts";

const catalog = builtInCatalog();

test.each([
  ["1-1", "2009", { groups: 7, requirements: 0, enhancements: 0 }],
  ["2-1", "2024", { groups: 8, requirements: 65, enhancements: 0 }],
  ["2-1", "2009", { groups: 19, requirements: 47, enhancements: 0 }],
  ["2-4", "2023", { groups: 12, requirements: 72, enhancements: 8 }],
  ["3-2", "2020", { groups: 7, requirements: 32, enhancements: 0 }],
  ["3-3", "2013", { groups: 0, requirements: 51, enhancements: 49 }],
  ["4-1", "2018", { groups: 8, requirements: 47, enhancements: 0 }],
  ["4-2", "2019", { groups: 0, requirements: 92, enhancements: 49 }],
])("part %s:%s has %o", (part, edition, counts) => {
  const all = catalog.requirements.filter((it) => it.part === part && it.edition === edition);
  expect({
    groups: all.filter((it) => it.isGroup).length,
    requirements: all.filter((it) => !it.isGroup).length,
    enhancements: all.flatMap((it) => it.enhancements).length,
  }).toEqual(counts);
});

test("holds an edition of a part once, the newest first", () => {
  const editions = catalog.parts.map((it) => `${it.part}:${it.edition}`);
  expect(editions).toEqual([...new Set(editions)]);
  for (const { part } of catalog.parts) {
    const years = catalog.parts.filter((it) => it.part === part).map((it) => it.edition);
    expect(years).toEqual([...years].sort().reverse());
  }
});

test.each(
  catalog.requirements
    .filter((it) => it.group !== undefined)
    .map((it) => [`${it.part}:${it.edition} ${it.id}`, it] as const),
)("%s stands under the heading before it", (_, { part, edition, id, group }) => {
  const all = catalog.requirements.filter((it) => it.part === part && it.edition === edition);
  const before = all.slice(0, all.map((it) => it.id).indexOf(id));
  expect(before.findLast((it) => it.isGroup)?.id).toBe(group);
});

test("a heading stands under no other and asks nothing itself", () => {
  for (const it of catalog.requirements.filter((it) => it.isGroup)) {
    const { id, group, levels, componentTypes, items, enhancements, redirectsTo } = it;
    expect([group, redirectsTo], id).toEqual([undefined, undefined]);
    expect([levels, componentTypes, items, enhancements], id).toEqual([[], [], [], []]);
  }
});

test("the foundational requirements are those of part 1-1", () => {
  expect(catalog.foundational.map((it) => `FR ${it.number} ${it.abbreviation}`)).toEqual([
    "FR 1 IAC",
    "FR 2 UC",
    "FR 3 SI",
    "FR 4 DC",
    "FR 5 RDF",
    "FR 6 TRE",
    "FR 7 RA",
  ]);
});
