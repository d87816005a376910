import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changesSince } from "../../../server/src/core/baseline/changes.ts";
import type { Project } from "../../../server/src/core/project.ts";
import { TODAY } from "../../support/snapshotOf.ts";
import { statement } from "../../support/statement.ts";
import { product, snapshotOfProduct } from "../coverage/randomProducts.ts";
import {
  baselineText,
  changesBetween,
  type Files,
  productOf,
  projectOfRoot,
  reread,
} from "./baselineSupport.ts";

const A = "// @iec62443 CR 1.1\nint a;\n";

describe("what has changed in the code", () => {
  test.each<[string, Files, Files, readonly string[]]>([
    ["nothing", { "a.c": A }, { "a.c": A }, []],
    ["nothing but lines", { "a.c": A }, { "a.c": `\n\nint x;\n${A}` }, []],
    ["nothing but the code below", { "a.c": A }, { "a.c": A.replace("int a", "long a") }, []],
    [
      "a claim that is gone",
      { "a.c": A },
      { "a.c": "int a;" },
      ["CR 1.1 implemented -> missing, worse", "lost implements CR 1.1 a.c int a;"],
    ],
    [
      "a claim that is new",
      {},
      { "a.c": A },
      ["CR 1.1 missing -> implemented, better", "gained implements CR 1.1 a.c int a; line 1"],
    ],
    [
      "a test that is gone",
      { "a.c": A, "t.c": "// @iec62443 verifies CR 1.1\nint t;" },
      { "a.c": A },
      ["CR 1.1 verified -> implemented, worse", "lost verifies CR 1.1 t.c int t;"],
    ],
    [
      "another relation for the same code",
      { "a.c": A },
      { "a.c": "// @iec62443 partial CR 1.1: no lock\nint a;\n" },
      [
        "CR 1.1 implemented -> partial, worse",
        "lost implements CR 1.1 a.c int a;",
        "gained partial CR 1.1 a.c int a; line 1",
      ],
    ],
    [
      "a file that is called otherwise",
      { "a.c": A },
      { "src/b.c": `int x;\n${A}` },
      ["moved implements CR 1.1 src/b.c int a; from a.c"],
    ],
    [
      "code that was moved, and other code in its place",
      { "a.c": A },
      { "a.c": A.replace("int a", "int other"), "b.c": A },
      [
        "gained implements CR 1.1 a.c int other; line 1",
        "moved implements CR 1.1 b.c int a; from a.c",
      ],
    ],
    [
      "one of three that say the same",
      { "a.c": A + A + A },
      { "a.c": A + A },
      ["lost implements CR 1.1 a.c int a;"],
    ],
    [
      "one more that says the same, elsewhere",
      { "a.c": A },
      { "a.c": A, "b.c": A },
      ["gained implements CR 1.1 b.c int a; line 1"],
    ],
    [
      "one of two that say the same, moved",
      { "a.c": A + A },
      { "a.c": A, "b.c": A },
      ["moved implements CR 1.1 b.c int a; from a.c"],
    ],
    [
      "claims without code: they cannot be known again elsewhere",
      { "a.c": "// @iec62443 CR 1.1" },
      { "b.c": "// @iec62443 CR 1.1" },
      ["lost implements CR 1.1 a.c", "gained implements CR 1.1 b.c line 1"],
    ],
    [
      "a letter",
      { "a.c": "// @iec62443 CR 1.5(a), CR 1.5(b)\nint a;" },
      { "a.c": "// @iec62443 CR 1.5(a)\nint a;" },
      ["CR 1.5 implemented -> partial, worse", "lost implements CR 1.5(b) a.c int a;"],
    ],
    [
      "the typed id in the place of its heading: nothing",
      { "a.c": "// @iec62443 CR 3.2\nint a;" },
      { "a.c": "// @iec62443 EDR 3.2\nint a;" },
      [],
    ],
    [
      "a claim of what does not exist: nothing that counts",
      { "a.c": "// @iec62443 CR 9.9\nint a;" },
      { "a.c": "// @iec62443 CR 8.8\nint a;" },
      [],
    ],
  ])("%s", (_, before, after, changes) => {
    expect(changesBetween(productOf(before), productOf(after))).toEqual(changes);
  });
});

describe("what has changed in the project file", () => {
  const reason = "no users";
  const out = statement("CR 1.1", "not-applicable", { reason });
  test.each<[string, Partial<Project>, Partial<Project>, readonly string[]]>([
    [
      "a statement that has expired",
      { statements: [out] },
      { statements: [{ ...out, expires: "2026-11-23" }] },
      ["CR 1.1 not-applicable -> missing, worse"],
    ],
    [
      "what is said not to apply: no better and no worse",
      {},
      { statements: [out] },
      ["CR 1.1 missing -> not-applicable, other"],
    ],
    [
      "what applies again and is met",
      { statements: [out] },
      { statements: [statement("CR 1.1", "implemented")] },
      ["CR 1.1 not-applicable -> implemented, other"],
    ],
    [
      "met otherwise",
      { statements: [statement("CR 1.1", "compensating", { reason })] },
      { statements: [statement("CR 1.1", "implemented")] },
      ["CR 1.1 compensated -> implemented, other"],
    ],
    [
      "a plan",
      {},
      { statements: [statement("CR 1.1", "planned")] },
      ["CR 1.1 missing -> planned, better"],
    ],
    ["a higher target", { target: 1 }, { target: 2 }, ["CR 1.1 RE(1) none -> missing, other"]],
    ["a lower target", { target: 2 }, { target: 1 }, ["CR 1.1 RE(1) missing -> none, other"]],
    [
      "another component type",
      { target: 1 },
      { target: 1, components: ["HDR"] },
      ["HDR 3.2 none -> missing, other", "EDR 3.2 missing -> none, other"],
    ],
  ])("%s", (_, before, after, changes) => {
    expect(changesBetween(productOf({}, before), productOf({}, after))).toEqual(changes);
  });

  test("another component type: claims that count no more are lost", () => {
    const files = { "a.c": "// @iec62443 EDR 3.2\nint a;" };
    const before = productOf(files, { target: 1 });
    const after = productOf(files, { target: 1, components: ["SAR"] });
    expect(changesBetween(before, after)).toEqual([
      "EDR 3.2 implemented -> none, other",
      "lost implements EDR 3.2 a.c int a;",
    ]);
  });
});

describe("changes", () => {
  test("are none against the baseline of the same product", () => {
    fc.assert(
      fc.property(product, (told) => {
        const snapshot = snapshotOfProduct(told, TODAY);
        expect(changesBetween(snapshot, snapshot)).toEqual([]);
      }),
    );
  });

  test("lose in one direction what they gain in the other", () => {
    fc.assert(
      fc.property(product, product, (one, { lines }) => {
        const [a, b] = [one, { ...one, lines }].map((it) => snapshotOfProduct(it, TODAY));
        if (a === undefined || b === undefined) return;
        const count = (changes: readonly string[], word: string) =>
          changes.filter((it) => it.startsWith(word)).length;
        const there = changesBetween(a, b);
        const back = changesBetween(b, a);
        expect(count(there, "lost")).toBe(count(back, "gained"));
        expect(count(there, "gained")).toBe(count(back, "lost"));
        expect(count(there, "moved")).toBe(count(back, "moved"));
        expect(there.filter((it) => it.endsWith("better")).length).toBe(
          back.filter((it) => it.endsWith("worse") && !it.includes("not-applicable")).length,
        );
      }),
    );
  });

  test("are worked out for 30,000 claims that all moved, and for as many in one item", () => {
    const files = (folder: string) =>
      Object.fromEntries(
        Array.from({ length: 300 }, (_, file) => [
          `${folder}/${file}.c`,
          Array.from({ length: 100 }, (_, it) => `// @iec62443 CR 1.1\nint f${file}_${it};\n`).join(
            "",
          ),
        ]),
      );
    const changes = changesBetween(productOf(files("a")), productOf(files("b")));
    expect(changes).toHaveLength(30_000);
    expect(changes.every((it) => it.startsWith("moved"))).toBe(true);
  });

  test("of what an edit does not touch are the same values", () => {
    const before = productOf({ "a.c": A, "b.c": "// @iec62443 CR 5.1\nint b;" });
    const baseline = reread(baselineText(productOf({})));
    const project = projectOfRoot(before);
    const first = changesSince(baseline, before, project);
    const scan = productOf({ "a.c": A + A }).index.inFile(before.index.uris[0] ?? "");
    const index = before.index.with([[before.index.uris[0] ?? "", scan]]);
    const second = changesSince(baseline, { ...before, index }, project);
    expect(first).toHaveLength(2);
    expect(second[0]).not.toBe(first[0]);
    expect(second[1]).toBe(first[1]);
  });
});
