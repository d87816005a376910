import { describe, expect, test } from "vitest";
import { type Coverage, coverageOf, levelReached } from "../../server/src/core/coverage.ts";
import type { Project, Statement } from "../../server/src/core/project.ts";
import type { Reference } from "../../server/src/core/reference.ts";
import { formatReference } from "../../server/src/core/reference.ts";
import type { Snapshot } from "../../server/src/core/snapshot.ts";
import { ROOT, snapshotOf } from "../support/snapshotOf.ts";

const EDR: Partial<Project> = { components: ["EDR"] };

/** The coverage of annotations, each a line of one C file and above code of its own. */
function coverage(lines: readonly string[], project: Partial<Project> = EDR): Coverage {
  const source = lines.map((it, i) => `// @iec62443 ${it}\nint code${i};\n`).join("");
  return coverageOfRoot(snapshotOf({ "a.c": source }, project));
}

function coverageOfRoot(snapshot: Snapshot): Coverage {
  const project = snapshot.projects.find((it) => it.root === ROOT);
  if (project === undefined) throw new Error("There is no project at the root.");
  return coverageOf(snapshot, project);
}

/** The item of a reference; an error when there is none, so that a typing error is seen. */
function item({ items }: Coverage, name: string) {
  const found = items.find((it) => formatReference(it.reference) === name);
  if (found === undefined) throw new Error(`${name} is no item.`);
  return found;
}

function names({ items }: Coverage): readonly string[] {
  return items.map((it) => formatReference(it.reference));
}

function statement(
  id: string,
  status: Statement["status"],
  rest: Partial<Statement> & { enhancement?: number; item?: string } = {},
): Statement {
  const { enhancement, item: letter, ...said } = rest;
  const reference: Reference = {
    part: "4-2",
    id,
    ...(enhancement !== undefined && { enhancement }),
    ...(letter !== undefined && { item: letter }),
  };
  const start = { line: 0, character: 0 };
  return { reference, status, evidence: [], range: { start, end: start }, ...said };
}

describe("the state of an item", () => {
  test.each<[string, readonly string[], Coverage["items"][number]["state"]]>([
    ["missing without a word", [], "missing"],
    ["implemented by an annotation", ["CR 1.4"], "implemented"],
    ["implemented by the relation", ["implements CR 1.4: text"], "implemented"],
    ["verified when a test claims it too", ["CR 1.4", "verifies CR 1.4"], "verified"],
    ["missing when only a test claims it", ["verifies CR 1.4"], "missing"],
    ["compensated", ["compensating CR 1.4: the host does it"], "compensated"],
    ["partial", ["partial CR 1.4: no lock yet"], "partial"],
    ["partial, whatever tests say", ["partial CR 1.4: no lock", "verifies CR 1.4"], "partial"],
    ["planned", ["planned CR 1.4: PLC-1"], "planned"],
    ["not applicable with a reason", ["not-applicable CR 1.4: no users"], "not-applicable"],
    ["missing when nobody says why it does not apply", ["not-applicable CR 1.4"], "missing"],
    [
      "the first that fits: partial before planned",
      ["planned CR 1.4", "partial CR 1.4: a"],
      "partial",
    ],
    ["compensated before partial", ["partial CR 1.4: a", "compensating CR 1.4: b"], "compensated"],
    ["implemented before compensated", ["compensating CR 1.4: b", "CR 1.4"], "implemented"],
    [
      "not applicable before all",
      ["CR 1.4", "verifies CR 1.4", "not-applicable CR 1.4: a"],
      "not-applicable",
    ],
  ])("is %s", (_, lines, state) => {
    expect(item(coverage(lines), "CR 1.4").state).toBe(state);
  });

  test.each<[string, readonly string[], readonly Statement[], Coverage["items"][number]["state"]]>([
    ["implemented", [], [statement("CR 1.4", "implemented")], "implemented"],
    ["verified", [], [statement("CR 1.4", "verified")], "verified"],
    ["verified where code implements", ["CR 1.4"], [statement("CR 1.4", "verified")], "verified"],
    ["verified by a test", ["verifies CR 1.4"], [statement("CR 1.4", "implemented")], "verified"],
    ["compensated", [], [statement("CR 1.4", "compensating", { reason: "host" })], "compensated"],
    ["planned", [], [statement("CR 1.4", "planned")], "planned"],
    [
      "not applicable",
      [],
      [statement("CR 1.4", "not-applicable", { reason: "a" })],
      "not-applicable",
    ],
    ["missing", [], [statement("CR 1.4", "not-applicable", { reason: " " })], "missing"],
    ["not that of another", [], [statement("CR 1.3", "implemented")], "missing"],
    [
      "not that of its enhancement",
      [],
      [statement("CR 1.4", "implemented", { enhancement: 1 })],
      "missing",
    ],
  ])("is %s by a statement", (_, lines, statements, state) => {
    expect(item(coverage(lines, { ...EDR, statements }), "CR 1.4").state).toBe(state);
  });

  test("belongs to the base and to each enhancement alone", () => {
    const found = coverage(["CR 2.1", "verifies CR 2.1 RE(1)", "CR 2.1 RE(1)"]);
    expect(["CR 2.1", "CR 2.1 RE(1)", "CR 2.1 RE(2)"].map((it) => item(found, it).state)).toEqual([
      "implemented",
      "verified",
      "missing",
    ]);
    expect(item(found, "CR 2.1 RE(1)").claims.map((it) => it.annotation.relation)).toEqual([
      "verifies",
      "implements",
    ]);
  });

  test.each<[string, readonly string[], Coverage["items"][number]["state"]]>([
    ["partial while a letter is open", ["CR 1.5(a), CR 1.5(b), CR 1.5(c)"], "partial"],
    [
      "implemented with all letters",
      ["CR 1.5(a), CR 1.5(b)", "CR 1.5(c), CR 1.5(d)"],
      "implemented",
    ],
    [
      "verified when each letter is",
      ["CR 1.5(a), CR 1.5(b), CR 1.5(c), CR 1.5(d)", "verifies CR 1.5"],
      "verified",
    ],
    [
      "implemented when one letter is not verified",
      ["CR 1.5", "verifies CR 1.5(a), CR 1.5(b), CR 1.5(c)"],
      "implemented",
    ],
    ["implemented by the whole beside a letter", ["CR 1.5", "CR 1.5(a)"], "implemented"],
    [
      "implemented where a letter does not apply",
      ["CR 1.5(a), CR 1.5(b), CR 1.5(c)", "not-applicable CR 1.5(d): no hardware"],
      "implemented",
    ],
    [
      "not applicable when no letter applies",
      ["not-applicable CR 1.5(a), CR 1.5(b), CR 1.5(c), CR 1.5(d): a"],
      "not-applicable",
    ],
    [
      "compensated when every letter is",
      ["compensating CR 1.5(a), CR 1.5(b), CR 1.5(c), CR 1.5(d): a"],
      "compensated",
    ],
    ["planned when only letters are", ["planned CR 1.5(a)"], "planned"],
    ["missing when only a letter is tested", ["verifies CR 1.5(a)"], "missing"],
    ["missing when the letter does not exist", ["CR 1.5(z)"], "missing"],
  ])("of letters is %s", (_, lines, state) => {
    expect(item(coverage(lines), "CR 1.5").state).toBe(state);
  });
});

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
});
