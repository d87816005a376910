import { describe, expect, test } from "vitest";
import { Catalog, type CatalogPart } from "../../server/src/core/catalog.ts";
import { coverageOf, levelReached } from "../../server/src/core/coverage.ts";
import type { Project } from "../../server/src/core/project.ts";
import { formatReference } from "../../server/src/core/reference.ts";
import { ROOT, snapshotOf } from "../support/snapshotOf.ts";
import { coverage, coverageOfRoot, EDR, item, names } from "./coverageSupport.ts";

describe("the items", () => {
  test("are those of the component types", () => {
    const found = names(coverage([]));
    expect(found).toContain("EDR 3.11");
    expect(found.filter((it) => /^(SAR|HDR|NDR)/.test(it))).toEqual([]);
    expect(names(coverage([], { components: ["SAR", "NDR"] }))).toEqual(
      expect.arrayContaining(["SAR 2.4", "NDR 2.4", "NDR 5.3", "CCSC 4"]),
    );
  });

  test("leave the headings out, which ask for nothing", () => {
    const found = names(coverage([], {}));
    expect(found.filter((it) => ["CR 1.6", "CR 3.11", "CR 2.3"].includes(it))).toEqual([]);
  });

  test.each<[string, Project["target"], readonly string[], readonly string[]]>([
    ["no target", undefined, ["CR 1.1", "CR 1.1 RE(1)", "CR 1.7 RE(2)", "CCSC 1"], []],
    ["SL-C 1", 1, ["CR 1.1", "CCSC 1"], ["CR 1.1 RE(1)", "CR 1.2"]],
    ["SL-C 2", 2, ["CR 1.1 RE(1)", "CR 1.2"], ["CR 1.1 RE(2)", "CR 2.7"]],
    ["SL-C 4", 4, ["CR 1.7 RE(2)", "CR 2.12 RE(1)"], []],
    [
      "a vector",
      { 1: 3, 2: 1 },
      ["CR 1.1 RE(2)", "CR 2.1", "CCSC 1"],
      ["CR 1.7 RE(2)", "CR 2.1 RE(1)"],
    ],
    ["a vector that leaves an FR out", { 1: 1 }, ["CR 2.1 RE(4)"], ["CR 1.2"]],
  ])("at %s are those of the level", (_, target, inside, outside) => {
    const found = names(coverage([], { ...EDR, ...(target !== undefined && { target }) }));
    expect(inside.filter((it) => !found.includes(it))).toEqual([]);
    expect(outside.filter((it) => found.includes(it))).toEqual([]);
  });

  test("stand in catalog order, each requirement before its enhancements", () => {
    const found = names(coverage([], { ...EDR, target: 2 }));
    expect(found.slice(0, 7)).toEqual([
      "CCSC 1",
      "CCSC 2",
      "CCSC 3",
      "CCSC 4",
      "CR 1.1",
      "CR 1.1 RE(1)",
      "CR 1.2",
    ]);
  });

  test("are none where no part is covered", () => {
    expect(coverage(["CR 1.5"], { parts: [] })).toMatchObject({
      items: [],
      levels: [],
      blockers: [],
    });
  });
});

describe("the items of other parts", () => {
  const requirement = { kind: "SM", levels: [], componentTypes: [], enhancements: [], items: [] };
  const document = { designation: "A", title: "B", url: "https://example.com" };
  const part = (edition: string, ...ids: string[]): CatalogPart => ({
    part: "4-1",
    edition,
    document,
    requirements: ids.map((id) => ({ ...requirement, id, confidence: "high" })),
  });
  const snapshot = snapshotOf({ "a.c": "// @iec62443 SM-2, SM-2(a), SM-3" }, { ...EDR, target: 1 });
  const catalog = new Catalog({
    parts: [part("2017", "SM-1", "SM-2"), part("2018", "SM-2", "SM-3")],
  });
  const [project] = snapshot.projects;
  if (project === undefined) throw new Error("There is a project.");

  test("are those of the newest edition, at every level where the part knows none", () => {
    const projects = [{ ...project, parts: ["4-1"] }];
    const found = coverageOfRoot({ ...snapshot, catalog, projects });
    expect(
      found.items.map(({ reference, requirement: { edition }, state }) => [
        reference.id,
        edition,
        state,
      ]),
    ).toEqual([
      ["SM-2", "2018", "implemented"],
      ["SM-3", "2018", "implemented"],
    ]);
    expect(found.levels).toEqual([]);
  });

  test("are no items where the project does not cover them", () => {
    expect(coverageOfRoot({ ...snapshot, catalog }).items).toEqual([]);
  });
});

describe("claims", () => {
  test("of a heading count for the profile's components", () => {
    const found = coverage(["CR 3.11", "verifies CR 3.11, EDR 3.11 RE(1)", "CR 3.11 RE(1)"], {
      components: ["EDR", "HDR"],
    });
    expect(
      ["EDR 3.11", "HDR 3.11", "EDR 3.11 RE(1)", "HDR 3.11 RE(1)"].map(
        (it) => item(found, it).state,
      ),
    ).toEqual(["verified", "verified", "verified", "implemented"]);
  });

  test("of a heading and of its typed id stand by place", () => {
    const { claims } = item(coverage(["EDR 3.11", "CR 3.11", "EDR 3.11"]), "EDR 3.11");
    expect(claims.map((it) => it.annotation.range.start.line)).toEqual([0, 2, 4]);
  });

  test("of another edition do not count", () => {
    expect(item(coverage(["4-2:2018 CR 1.4"]), "CR 1.4").state).toBe("missing");
    expect(item(coverage(["IEC 62443-4-2:2019 CR 1.4"]), "CR 1.4").state).toBe("implemented");
  });

  test("count in the project that the file belongs to, and in no other", () => {
    const snapshot = snapshotOf(
      {
        "a.c": "// @iec62443 CR 1.4",
        "hmi/b.c": "// @iec62443 CR 1.3",
        "hmix/c.c": "// @iec62443 CR 2.1",
      },
      EDR,
    );
    const [outer] = snapshot.projects;
    if (outer === undefined) throw new Error("There is a project.");
    const inner: Project = { ...outer, root: `${ROOT}/hmi` };
    const nested = { ...snapshot, projects: [outer, inner] };
    const stateIn = (project: Project) =>
      ["CR 1.3", "CR 1.4", "CR 2.1"].map((it) => item(coverageOf(nested, project), it).state);
    expect(stateIn(outer)).toEqual(["missing", "implemented", "implemented"]);
    expect(stateIn(inner)).toEqual(["implemented", "missing", "missing"]);
  });

  test("are asked for once: the same snapshot gives the same value", () => {
    const snapshot = snapshotOf({ "a.c": "// @iec62443 CR 1.4" }, EDR);
    expect(coverageOfRoot(snapshot)).toBe(coverageOfRoot(snapshot));
    expect(coverageOfRoot({ ...snapshot })).not.toBe(coverageOfRoot(snapshot));
  });
});

describe("totals", () => {
  test("count each state once, and not-applicable apart", () => {
    const { totals, items, blockers } = coverage(
      [
        "CR 1.1",
        "verifies CR 1.1",
        "CR 1.3",
        "compensating CR 1.4: a",
        "partial CR 1.5: a",
        "planned CR 1.7",
        "not-applicable CR 2.2: no radio",
      ],
      { ...EDR, target: 1 },
    );
    const missing = items.length - 6;
    expect(totals).toEqual({
      applicable: items.length - 1,
      met: 3,
      verified: 1,
      implemented: 1,
      compensated: 1,
      partial: 1,
      planned: 1,
      missing,
      notApplicable: 1,
    });
    expect(blockers).toHaveLength(missing + 2);
    expect(blockers.map(formatReference)).toEqual(expect.arrayContaining(["CR 1.5", "CR 1.7"]));
    expect(blockers.map(formatReference)).not.toContain("CR 2.2");
  });
});

describe("levels", () => {
  /** FR 5 and an embedded device: only CR 5.1, at every level. FR 6: CR 6.1, its RE(1), CR 6.2. */
  test.each<[string, readonly string[], readonly [number, number][]]>([
    [
      "nothing is claimed",
      [],
      [
        [5, 0],
        [6, 0],
      ],
    ],
    [
      "a level is met",
      ["CR 5.1", "CR 6.1"],
      [
        [5, 4],
        [6, 1],
      ],
    ],
    [
      "a gap is left below",
      ["CR 6.1", "CR 6.1 RE(1)"],
      [
        [5, 0],
        [6, 1],
      ],
    ],
    [
      "the next level is met",
      ["CR 6.1, CR 6.2"],
      [
        [5, 0],
        [6, 2],
      ],
    ],
    [
      "all is met",
      ["CR 6.1, CR 6.2, CR 6.1 RE(1)"],
      [
        [5, 0],
        [6, 4],
      ],
    ],
    [
      "something does not apply",
      ["CR 6.1, CR 6.2", "not-applicable CR 6.1 RE(1): a"],
      [
        [5, 0],
        [6, 4],
      ],
    ],
    [
      "a part is met",
      ["CR 6.1", "partial CR 6.2: a"],
      [
        [5, 0],
        [6, 1],
      ],
    ],
  ])("tell, where %s, the highest one reached, whatever the target", (_, lines, expected) => {
    for (const target of [undefined, 1, 4] as const) {
      const { levels } = coverage(lines, { ...EDR, ...(target && { target }) });
      expect(levels.map((it) => it.fr)).toEqual([1, 2, 3, 4, 5, 6, 7]);
      expect(
        levels.filter(({ fr }) => fr === 5 || fr === 6).map(({ fr, reached }) => [fr, reached]),
      ).toEqual(expected);
    }
  });

  test("name the target of each FR", () => {
    const { levels } = coverage([], { ...EDR, target: { 1: 3, 6: 2 } });
    expect(levels.map((it) => it.target)).toEqual([
      3,
      undefined,
      undefined,
      undefined,
      undefined,
      2,
      undefined,
    ]);
  });

  test("over all are the lowest, and none while a CCSC is open", () => {
    const wanted = names(coverage([], { ...EDR, target: 2 })).join(", ");
    const reached = (...lines: string[]) => levelReached(coverage(lines, { ...EDR, target: 2 }));
    expect(reached(wanted)).toBe(2);
    expect(reached(wanted.replace("CR 6.2, ", ""))).toBe(1);
    expect(reached(wanted.replace("CR 5.1, ", ""))).toBe(0);
    expect(reached(wanted.replace("CCSC 4, ", ""))).toBe(0);
    expect(reached()).toBe(0);
  });

  test("over all are not lowered by what knows no levels", () => {
    const parts = ["4-2", "4-1"];
    const wanted = names(coverage([], { ...EDR, target: 2, parts }));
    const components = wanted.filter((it) => !/^[A-Z]+-/.test(it)).join(", ");
    const all = coverage([components], { ...EDR, target: 2, parts });
    expect(levelReached(all)).toBe(2);
    expect(all.blockers.map((it) => it.part)).toContain("4-1");
  });

  test("over all are limited by the levels of what belongs to no FR", () => {
    const rule = { id: "ACME-1", kind: "ACME", levels: [2, 3, 4], componentTypes: [] } as const;
    const written = { ...rule, enhancements: [], items: [], confidence: "high" } as const;
    const document = { designation: "A", title: "B", url: "https://example.com" };
    const own = { part: "ACME", edition: "1", document, requirements: [written] };
    const { parts } = snapshotOf({}).catalog;
    const catalog = new Catalog({ parts: [...parts, own] });
    const project = { ...EDR, parts: ["4-2", "ACME"], catalog };
    const wanted = names(coverage([], { ...EDR })).join(", ");
    const at = (target: Project["target"]) => {
      const all = coverage([wanted], { ...project, ...(target && { target }) });
      return [all.blockers.length, levelReached(all)];
    };
    expect(at(1)).toEqual([0, 1]);
    expect(at(2)).toEqual([1, 1]);
    expect(at({ 1: 1, 3: 2 })).toEqual([1, 1]);
    expect(at(undefined)).toEqual([1, 1]);
  });
});
