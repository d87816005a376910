import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isContradicted, opponentsOf } from "../../../server/src/core/coverage/contradictions.ts";
import { itemsOf } from "../../../server/src/core/coverage/items.ts";
import type { Saying } from "../../../server/src/core/coverage/sayings.ts";
import { defaultProject, type Project } from "../../../server/src/core/project.ts";
import { check } from "../../../server/src/core/rules/check.ts";
import { ROOT, snapshotOf } from "../../support/snapshotOf.ts";
import { statement } from "../../support/statement.ts";
import { findings, findingsAcross } from "./support.ts";

const CODE = "contradiction";
const FILE = `${ROOT}/iec62443.yaml`;

/** A range of one line, to tell statements apart. */
function atLine(line: number) {
  return { start: { line, character: 4 }, end: { line, character: 10 } };
}

describe("contradiction", () => {
  test("is told at each claim, and names the other place", () => {
    expect(
      findingsAcross(CODE, {
        "auth/login.c": "int a;\n// @iec62443 [|CR 1.5|]\nint b;",
        "radio.c": "// @iec62443 not-applicable [|CR 1.5|]: no password",
      }).join("\n"),
    ).toMatchInlineSnapshot(`
      "auth/login.c:2 error: CR 1.5 is claimed here, but radio.c:1 says that it does not apply. Keep what is true and take the other back.
      radio.c:1 error: CR 1.5 is said not to apply here, but auth/login.c:2 claims it. Keep what is true and take the other back."
    `);
  });

  test.each([
    ["a test", "verifies", "is claimed by a test", "claims a test of it"],
    ["a part", "partial", "is claimed in part", "claims a part of it"],
  ])("tells %s as what it is", (_, relation, here, there) => {
    const [at, other] = findingsAcross(CODE, {
      "a.c": `// @iec62443 ${relation} [|CR 1.5|]: text`,
      "b.c": "// @iec62443 not-applicable [|CR 1.5|]: why",
    });
    expect(at).toContain(`CR 1.5 ${here} here, but b.c:1`);
    expect(other).toContain(`but a.c:1 ${there}.`);
  });

  test("counts further places", () => {
    const [denied] = findingsAcross(CODE, {
      "a.c": "// @iec62443 not-applicable [|CR 1.5|]: why",
      "b.c": "// @iec62443 [|CR 1.5|]\nint a;\n// @iec62443 [|CR 1.5|]\nint b;",
      "c.c": "// @iec62443 verifies [|CR 1.5|]",
    });
    expect(denied).toContain("but b.c:1 claims it, and so do 2 other places.");
  });

  test.each<[string, Record<string, string>, Partial<Project>]>([
    ["two claims", { "a.c": "// @iec62443 CR 1.5", "b.c": "// @iec62443 verifies CR 1.5" }, {}],
    [
      "a denial without a reason",
      { "a.c": "// @iec62443 CR 1.5", "b.c": "// @iec62443 not-applicable CR 1.5" },
      {},
    ],
    [
      "what is planned or met elsewhere",
      {
        "a.c": "// @iec62443 planned CR 1.5\n// @iec62443 compensating CR 1.5: by the firewall",
        "b.c": "// @iec62443 not-applicable CR 1.5: why",
      },
      {},
    ],
    [
      "two letters",
      { "a.c": "// @iec62443 CR 1.5(a)\n// @iec62443 not-applicable CR 1.5(b): why" },
      {},
    ],
    [
      "an enhancement and its base",
      { "a.c": "// @iec62443 CR 1.1\n// @iec62443 not-applicable CR 1.1 RE(1): why" },
      {},
    ],
    [
      "an unknown requirement",
      { "a.c": "// @iec62443 CR 9.9\n// @iec62443 not-applicable CR 9.9: why" },
      {},
    ],
    [
      "an expired statement",
      { "a.c": "// @iec62443 CR 2.2" },
      {
        file: FILE,
        statements: [
          statement("CR 2.2", "not-applicable", { reason: "No.", expires: "2026-11-23" }),
        ],
      },
    ],
    [
      "a rule that is off",
      { "a.c": "// @iec62443 CR 1.5\n// @iec62443 not-applicable CR 1.5: why" },
      { rules: { contradiction: "off" } },
    ],
  ])("is silent on %s", (_, sources, project) => {
    expect(findingsAcross(CODE, sources, project)).toEqual([]);
  });

  test.each([
    ["one letter", "CR 1.5(b)", "CR 1.5(b)"],
    ["a letter of the whole", "CR 1.5", "CR 1.5(b)"],
    ["the whole of a letter", "CR 1.5(b)", "CR 1.5"],
    ["an enhancement", "CR 1.1 RE(1)", "CR 1.1 RE(1)"],
    ["another writing", "CR 1.5", "62443-4-2 cr1.5"],
    ["a typed requirement of its heading", "CR 3.11", "EDR 3.11"],
  ])("takes %s for the same", (_, claimed, denied) => {
    const found = findingsAcross(CODE, {
      "a.c": `// @iec62443 [|${claimed}|]`,
      "b.c": `// @iec62443 not-applicable [|${denied}|]: why`,
    });
    expect(found).toHaveLength(2);
  });

  test("has the level that the project gives it", () => {
    const sources = { "a.c": "// @iec62443 [|CR 1.5|]\n// @iec62443 not-applicable [|CR 1.5|]: w" };
    const [found] = findingsAcross(CODE, sources, { rules: { contradiction: "hint" } });
    expect(found).toContain("a.c:1 hint: ");
  });

  test("stands in the project file for what is stated there", () => {
    const statements = [
      statement("CR 2.2", "not-applicable", { reason: "No.", requirementRange: atLine(3) }),
      statement("CR 5.1", "not-applicable", { reason: "No.", requirementRange: atLine(5) }),
      statement("CR 5.1", "verified", { requirementRange: atLine(8) }),
    ];
    const snapshot = snapshotOf({ "a.c": "// @iec62443 CR 2.2" }, { file: FILE, statements });
    const told = [FILE, `${ROOT}/a.c`].flatMap((uri) =>
      check(snapshot, uri)
        .filter((it) => it.code === CODE)
        .map((it) => `${it.range.start.line + 1} ${it.message} [${it.related?.length}]`),
    );
    expect(told.join("\n")).toMatchInlineSnapshot(`
      "4 CR 2.2 is said not to apply here, but a.c:1 claims it. Keep what is true and take the other back. [1]
      6 CR 5.1 is said not to apply here, but iec62443.yaml:9 claims it. Keep what is true and take the other back. [1]
      9 CR 5.1 is claimed here, but iec62443.yaml:6 says that it does not apply. Keep what is true and take the other back. [1]
      1 CR 2.2 is claimed here, but iec62443.yaml:4 says that it does not apply. Keep what is true and take the other back. [1]"
    `);
  });

  test("does not reach into another project", () => {
    const snapshot = snapshotOf({
      "a/x.c": "// @iec62443 CR 1.5",
      "b/y.c": "// @iec62443 not-applicable CR 1.5: why",
    });
    const projects = [defaultProject(`${ROOT}/a`), defaultProject(`${ROOT}/b`)];
    expect(check({ ...snapshot, projects }, `${ROOT}/a/x.c`)).toEqual([]);
    expect(check({ ...snapshot, projects }, `${ROOT}/b/y.c`)).toEqual([]);
  });

  test("leads to the other place, and changes nothing by itself", () => {
    const [first] = findings(
      CODE,
      "// @iec62443 [|CR 1.5|]\n// @iec62443 not-applicable [|CR 1.5|]: why",
    );
    const range = { start: { line: 1, character: 28 }, end: { line: 1, character: 34 } };
    const place = { uri: `${ROOT}/a.c`, range };
    expect(first?.fixes).toEqual([{ title: "Go to the other: a.c:2", edits: [], goTo: place }]);
    expect(first?.related).toEqual([{ ...place, message: "This says that it does not apply." }]);
  });

  test("names ten places at most", () => {
    const claims = Array.from({ length: 30 }, (_, n) => `// @iec62443 CR 1.5\nint a${n};`);
    const source = ["// @iec62443 not-applicable CR 1.5: why", ...claims].join("\n");
    const found = check(snapshotOf({ "a.c": source }), `${ROOT}/a.c`);
    const denied = found.find((it) => it.code === CODE);
    expect(denied?.message).toContain("and so do 29 other places.");
    expect(denied?.related).toHaveLength(10);
  });
});

const relation = fc.constantFrom("implements", "verifies", "partial", "not-applicable", "planned");
const claimed = fc.constantFrom("CR 1.5", "CR 1.5(a)", "CR 1.5(b)", "CR 3.11", "EDR 3.11");
const annotation = fc
  .tuple(relation, claimed, fc.constantFrom("", ": why"))
  .map(([word, id, why]) => `// @iec62443 ${word} ${id}${why}`);

/** Whether two sayings cannot both be true, pair by pair. */
function oppose(a: Saying, b: Saying): boolean {
  const [denial, claim] = a.relation === "not-applicable" ? [a, b] : [b, a];
  return (
    a.from !== b.from &&
    denial.relation === "not-applicable" &&
    denial.isJustified &&
    ["implements", "verifies", "partial"].includes(claim.relation) &&
    (a.letter === undefined || b.letter === undefined || a.letter === b.letter)
  );
}

test("what opposes a saying is what cannot be true beside it", () => {
  fc.assert(
    fc.property(fc.array(annotation, { maxLength: 8 }), (lines) => {
      const statements = [statement("CR 1.5", "verified")];
      const snapshot = snapshotOf({ "a.c": lines.join("\n") }, { statements });
      const [project] = snapshot.projects;
      for (const item of project === undefined ? [] : itemsOf(snapshot, project)) {
        const all = item.sayings.map((saying) => {
          const froms = opponentsOf(item, saying).map((it) => it.from);
          const expected = item.sayings.filter((it) => oppose(saying, it)).map((it) => it.from);
          expect(new Set(froms)).toEqual(new Set(expected));
          expect(new Set(froms).size).toBe(froms.length);
          return froms;
        });
        expect(isContradicted(item)).toBe(all.some((it) => it.length > 0));
      }
    }),
    { numRuns: 60 },
  );
});

/** How often the sayings of one item are looked at when every claim of it is contradicted. */
function looks(count: number): number {
  const half = (word: string) => Array.from({ length: count }, () => `// @iec62443 ${word}`);
  const source = [...half("CR 7.1"), ...half("not-applicable CR 7.1: why")].join("\n");
  const snapshot = snapshotOf({ "a.c": source });
  const scan = snapshot.index.inFile(`${ROOT}/a.c`);
  let reads = 0;
  const annotations = (scan?.annotations ?? []).map((it) => ({
    ...it,
    get relation() {
      reads++;
      return it.relation;
    },
  }));
  const index = snapshot.index.with([[`${ROOT}/a.c`, { annotations, malformed: [] }]]);
  const found = check({ ...snapshot, index }, `${ROOT}/a.c`).filter((it) => it.code === CODE);
  expect(found).toHaveLength(2 * count);
  return reads;
}

test("thousands of contradictions cost no square of them", () => {
  expect(looks(400)).toBeLessThan(2.2 * looks(200));
});
