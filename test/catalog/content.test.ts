import { describe, expect, test } from "vitest";
import type { Requirement } from "../../server/src/core/catalog.ts";
import { builtInCatalog } from "../../server/src/workspace/builtInCatalog.ts";
import { compareIds } from "./namedItems.ts";

const catalog = builtInCatalog();
const components = catalog.requirements.filter((it) => it.part === "4-2" && it.edition === "2019");
const isHeading = (it: { readonly redirectsTo?: readonly string[] }) =>
  it.redirectsTo !== undefined;

describe("part 4-2:2019", () => {
  test.each([
    ["CCSC", 4],
    ["CR", 43],
    ["SAR", 2],
    ["EDR", 8],
    ["HDR", 8],
    ["NDR", 12],
  ])("has of kind %s: %i", (kind, count) => {
    expect(components.filter((it) => it.kind === kind && !isHeading(it))).toHaveLength(count);
  });

  test("has 15 headings, three of which lead nowhere", () => {
    expect(headings).toHaveLength(15);
    expect(headings.filter((it) => it.redirectsTo?.length === 0).map((it) => it.id)).toEqual([
      "CR 2.3",
      "CR 5.4",
      "CR 7.5",
    ]);
  });

  test("has 49 enhancements", () => {
    expect(components.flatMap((it) => it.enhancements)).toHaveLength(49);
  });

  test.each([
    ["SAR", [34, 53, 67, 73]],
    ["EDR", [36, 61, 77, 83]],
    ["HDR", [36, 62, 78, 84]],
    ["NDR", [40, 67, 86, 92]],
  ] as const)("asks of %s at SL-C 1 to 4: %o, enhancements counted", (type, counts) => {
    const asked = requirements
      .filter((it) => it.fr !== undefined && it.componentTypes.includes(type))
      .flatMap((it) => [it.levels, ...it.enhancements.map((re) => re.levels)]);
    expect(
      ([1, 2, 3, 4] as const).map((at) => asked.filter((it) => it.includes(at)).length),
    ).toEqual(counts);
  });

  test.each(["EDR 3.2", "CR 3.7", "CR 6.1", "CR 6.2", "CR 7.8"])(
    "tells of %s that sources disagree on a level",
    (id) => {
      const note = catalog.find({ part: "4-2", edition: "2019", id })?.note;
      expect(note).toMatch(/^Level (of RE\(1\) )?not confirmed: /);
    },
  );

  test("names its document", () => {
    expect(catalog.documentOf({ part: "4-2", edition: "2019" })?.designation).toBe(
      "IEC 62443-4-2:2019",
    );
  });

  test("holds every requirement once, in the order of the numbers", () => {
    const ids = components.map((it) => it.id);
    expect(ids).toEqual([...new Set(ids)].sort(compareIds));
  });
});

const headings = components.filter(isHeading);
const requirements = components.filter((it) => !isHeading(it));
const withEnhancements = requirements.filter((it) => it.enhancements.length > 0);
const typed = requirements.filter((it) => ["SAR", "EDR", "HDR", "NDR"].includes(it.kind));
const common = requirements.filter((it) => !typed.includes(it));
const named = (list: readonly Requirement[]) => list.map((it) => [it.id, it] as const);
const split = (id: string) => id.split(" ") as [kind: string, number: string];

test.each(named(components))(
  "%s has the kind and the foundational requirement of its id",
  (id, it) => {
    const [kind, number] = split(id);
    expect(it.kind).toBe(kind);
    expect(it.fr).toBe(kind === "CCSC" ? undefined : Number(number.split(".")[0]));
  },
);

test.each(named(common))("%s is for every component type", (_, it) => {
  expect(it.componentTypes).toEqual(["SAR", "EDR", "HDR", "NDR"]);
});

test.each(named(typed))(
  "%s is for its own component type and reached from its heading",
  (id, it) => {
    const [kind, number] = split(id);
    expect(it.componentTypes).toEqual([kind]);
    expect(components.find((other) => other.id === `CR ${number}`)?.redirectsTo).toContain(id);
  },
);

test.each(named(requirements))("%s applies at some level and all above it", (_, it) => {
  expect(["1,2,3,4", "2,3,4", "3,4", "4"]).toContain(it.levels.join());
});

test.each(named(withEnhancements))("%s counts its enhancements from 1", (_, it) => {
  expect(it.enhancements.map((re) => re.number)).toEqual(it.enhancements.map((_, i) => i + 1));
});

test.each(named(withEnhancements))("%s has enhancements only at its own levels", (_, it) => {
  for (const { levels } of it.enhancements) {
    expect(["1,2,3,4", "2,3,4", "3,4", "4"]).toContain(levels.join());
    expect(it.levels).toEqual(expect.arrayContaining([...levels]));
  }
});

test.each(named(headings))("%s is a heading that asks nothing itself", (_, it) => {
  expect([it.levels, it.items, it.enhancements]).toEqual([[], [], []]);
});

test.each(named(headings))("%s leads to the typed ids of its number and title", (id, it) => {
  const [, number] = split(id);
  const found = requirements.filter((other) => it.redirectsTo?.includes(other.id));
  expect(found.map((other) => other.id)).toEqual(
    it.componentTypes.map((type) => `${type} ${number}`),
  );
  expect(found.map((other) => other.title)).toEqual(found.map(() => it.title));
  expect(it.redirectsTo).toHaveLength(found.length);
});
