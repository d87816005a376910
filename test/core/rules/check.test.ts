import { describe, expect, test } from "vitest";
import type { Project } from "../../../server/src/core/project.ts";
import { RULES } from "../../../server/src/core/rules/all.ts";
import { check, filesToCheck } from "../../../server/src/core/rules/check.ts";
import type { Finding } from "../../../server/src/core/rules/rule.ts";
import { projectFileOf } from "../../support/projectFileOf.ts";
import { ROOT, snapshotOf } from "../../support/snapshotOf.ts";

const URI = `${ROOT}/a.c`;

function levels(source: string, rules: Project["rules"]): readonly string[] {
  return check(snapshotOf({ [URI]: source }, { rules }), URI).map((it) => `${it.level} ${it.code}`);
}

const PROBLEM: Finding = {
  code: "project-file",
  level: "error",
  range: { start: { line: 2, character: 0 }, end: { line: 2, character: 4 } },
  message: "There is no key nmae. Write name.",
  fixes: [],
};

describe("check", () => {
  test("sorts findings by place, whichever rule found them", () => {
    const source = "// @iec62443 partial cr9.9, CR 3.11\n// @iec62443\nint a;";
    expect(
      check(snapshotOf({ [URI]: source }), URI).map(({ code, range: { start } }) => [
        code,
        start.line,
        start.character,
      ]),
    ).toEqual([
      ["noncanonical-reference", 0, 3],
      ["reason-required", 0, 13],
      ["unknown-requirement", 0, 21],
      ["placeholder-requirement", 0, 28],
      ["malformed-annotation", 1, 3],
    ]);
  });

  test.each<[string, string, Project["rules"], readonly string[]]>([
    ["the rule's own level", "// @iec62443 CR 9.9", {}, ["error unknown-requirement"]],
    [
      "the project's level",
      "// @iec62443 CR 9.9",
      { "unknown-requirement": "hint" },
      ["hint unknown-requirement"],
    ],
    ["nothing where it is off", "// @iec62443 CR 9.9", { "unknown-requirement": "off" }, []],
    [
      "what is less than the rule's level as such",
      "// @iec62443 2-1:2009 4.2.3.1",
      {},
      ["info unknown-requirement"],
    ],
    [
      "what is less, even where the project wants the rule loud",
      "// @iec62443 2-1:2009 4.2.3.1",
      { "unknown-requirement": "error" },
      ["info unknown-requirement"],
    ],
    [
      "what is less, as quiet as the project wants it",
      "// @iec62443 2-1:2009 4.2.3.1",
      { "unknown-requirement": "hint" },
      ["hint unknown-requirement"],
    ],
    [
      "a hint as the project wants it",
      "// @iec62443 cr1.5",
      { "noncanonical-reference": "error" },
      ["error noncanonical-reference"],
    ],
  ])("tells %s", (_, source, rules, expected) => {
    expect(levels(source, rules)).toEqual(expected);
  });

  test("asks the project that a file belongs to", () => {
    const snapshot = snapshotOf({ "a.c": "// @iec62443 CR 9.9", "sub/b.c": "// @iec62443 CR 9.9" });
    const [outer] = snapshot.projects;
    const inner = { ...outer, root: `${ROOT}/sub`, rules: { "unknown-requirement": "off" } };
    const nested = { ...snapshot, projects: [outer, inner] as readonly Project[] };
    expect(check(nested, `${ROOT}/a.c`)).toHaveLength(1);
    expect(check(nested, `${ROOT}/sub/b.c`)).toEqual([]);
  });

  test.each([
    ["an enhancement alone", "// @iec62443 CR 1.1 RE(1)\nint a;"],
    ["what another file denies", "// @iec62443 CR 2.2\nint a;"],
  ])("holds no other file against %s where both stand in no project", (_, source) => {
    const mine = "file:///other/mine.c";
    const theirs = "// @iec62443 not-applicable CR 2.2: no radio\nint b;";
    expect(check(snapshotOf({ [mine]: source, "file:///else/b.c": theirs }), mine)).toEqual([]);
  });

  test("asks a project file that stands elsewhere for what its project says", () => {
    const text = `target: 1
statements: [{ requirement: CR 2.2, status: implemented, expires: 2026-01-01 }]`;
    const file = "file:///profiles/sl1.yaml";
    const found = check(snapshotOf({}, { ...projectFileOf(text), root: ROOT, file }), file);
    const codes = new Set(found.map((it) => it.code));
    expect([...codes].sort()).toEqual(["expired-statement", "uncovered"]);
  });

  test("tells the problems of a project file at that file only", () => {
    const file = `${ROOT}/iec62443.yaml`;
    const project = { file, problems: [PROBLEM], rules: { uncovered: "off" } } as const;
    const snapshot = snapshotOf({ "a.c": "// @iec62443 CR 1.5" }, project);
    expect(check(snapshot, file)).toEqual([PROBLEM]);
    expect(check(snapshot, `${ROOT}/a.c`)).toEqual([]);
    expect(filesToCheck(snapshot)).toEqual([`${ROOT}/a.c`, file]);
  });

  test.each([
    ["pump.xyz", "*.xyz"],
    ["a%20b.c%2B", "*.c+"],
    ["RULES", "RULES"],
    [".xyzrc", ".xyzrc"],
  ])("names the glob that maps %s to a language", (name, glob) => {
    const uri = `${ROOT}/sub/${name}`;
    const [finding, ...others] = check(snapshotOf({ [uri]: "first\n  @iec62443 CR 1.5" }), uri);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      code: "unknown-file-type",
      level: "info",
      range: { start: { line: 1, character: 2 }, end: { line: 1, character: 11 } },
    });
    expect(finding?.message).toContain(
      `scan.languages in iec62443.yaml, for example "${glob}": c.`,
    );
    // Without a project file there is nothing to write it into.
    expect(finding?.fixes).toEqual([]);
  });

  test("maps a file of an unknown language in the project file", () => {
    const snapshot = snapshotOf(
      { "pump.xyz": "@iec62443 CR 1.5", "a.c": "// @iec62443 CR 1.1\nint a;" },
      projectFileOf("target: 2\n"),
    );
    const [finding] = check(snapshot, `${ROOT}/pump.xyz`);
    expect(finding?.fixes).toMatchObject([
      { title: "Map *.xyz to c in iec62443.yaml", edits: [{ uri: `${ROOT}/iec62443.yaml` }] },
    ]);
  });
});

test("every rule has a code of its own and says what it finds", () => {
  expect(new Set(RULES.map((it) => it.code)).size).toBe(RULES.length);
  for (const { code, description } of RULES) {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(description).toMatch(/^.{20,}\.$/);
  }
});

/** How often a claim is looked at in all when a line of so many of them is checked. */
function looksAtClaims(ids: readonly string[]): number {
  const snapshot = snapshotOf({ [URI]: `// @iec62443 ${ids.join(", ")}\nint a;` });
  let looks = 0;
  const annotations = (snapshot.index.inFile(URI)?.annotations ?? []).map((annotation) => ({
    ...annotation,
    claims: annotation.claims.map((claim) => ({
      ...claim,
      get reference() {
        looks++;
        return claim.reference;
      },
    })),
  }));
  const index = snapshot.index.with([[URI, { annotations, malformed: [] }]]);
  expect(check({ ...snapshot, index }, URI).length).toBeGreaterThanOrEqual(ids.length - 1);
  return looks;
}

test.each<[string, (n: number) => string]>([
  ["duplicates", () => "CR 1.5"],
  ["unknown requirements", (n) => `CR 9.${n + 1}`],
  ["headings", () => "CR 3.11"],
  ["other writings", () => "cr1.5"],
])("a line with hundreds of %s costs no square of them", (_, id) => {
  const ids = (count: number) => Array.from({ length: count }, (_, n) => id(n));
  expect(looksAtClaims(ids(400))).toBeLessThan(2.2 * looksAtClaims(ids(200)));
});
