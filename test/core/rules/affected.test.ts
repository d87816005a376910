import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { languageOf } from "../../../server/src/core/languages.ts";
import { defaultProject, type Project } from "../../../server/src/core/project.ts";
import { filesAffected } from "../../../server/src/core/rules/affected.ts";
import { RULES_OF_ONE_FILE } from "../../../server/src/core/rules/all.ts";
import { check, filesToCheck } from "../../../server/src/core/rules/check.ts";
import { scan } from "../../../server/src/core/scan.ts";
import type { Snapshot } from "../../../server/src/core/snapshot.ts";
import { ROOT, snapshotOf } from "../../support/snapshotOf.ts";
import { statement } from "../../support/statement.ts";

const FILE = `${ROOT}/iec62443.yaml`;
const PROJECTS: readonly Project[] = [
  {
    ...defaultProject(ROOT),
    file: FILE,
    components: ["EDR", "HDR"],
    target: 2,
    statements: [statement("CR 2.2", "not-applicable", { reason: "No radio." })],
    rules: { unverified: "info" },
  },
  { ...defaultProject(`${ROOT}/sub`), components: ["EDR"], rules: { unverified: "info" } },
];

type Files = Readonly<Record<string, string>>;

function fresh(files: Files): Snapshot {
  return { ...snapshotOf(files), projects: PROJECTS };
}

function edited(snapshot: Snapshot, files: Files): Snapshot {
  const scans = Object.entries(files).map(([path, text]) => {
    const uri = `${ROOT}/${path}`;
    return [uri, scan(text, languageOf(uri, ""))] as const;
  });
  return { ...snapshot, index: snapshot.index.with(scans) };
}

function affectedFiles(...asked: Parameters<typeof filesAffected>): readonly string[] {
  return [...filesAffected(...asked)].filter((it) => it !== undefined);
}

function findingsOf(snapshot: Snapshot, uri: string): string {
  return JSON.stringify(check(snapshot, uri));
}

/** Only files in which something is wrong, as a publisher has them. */
function allFindings(snapshot: Snapshot): ReadonlyMap<string, string> {
  const found = filesToCheck(snapshot).map((it) => [it, findingsOf(snapshot, it)] as const);
  return new Map(found.filter(([, findings]) => findings !== "[]"));
}

const line = fc.constantFrom(
  "int plain;",
  "// @iec62443 CR 1.1",
  "// @iec62443 CR 1.1 RE(1)",
  "// @iec62443 CR 1.5(a), CR 1.5(b)",
  "// @iec62443 not-applicable CR 1.5(b): why",
  "// @iec62443 not-applicable CR 1.1: why",
  "// @iec62443 not-applicable CR 1.1",
  "// @iec62443 verifies CR 1.1, CR 1.5",
  "// @iec62443 CR 3.11",
  "// @iec62443 not-applicable EDR 3.11: why",
  "// @iec62443 EDR 3.12, HDR 3.12, NDR 3.12 RE(1)",
  "// @iec62443 CR 1.14, CR 4.1, CR 1.4",
  "// @iec62443 partial CR 2.2: some",
  "// @iec62443 CR 9.9",
);
const text = fc.array(line, { maxLength: 4 }).map((it) => it.join("\n"));
const path = fc.constantFrom("a.c", "b.c", "c.c", "sub/a.c", "sub/b.c");
const files = fc.dictionary(path, text, { noNullPrototype: true });

/** In the place of a text: a line more above what is there. */
const SHIFT = "shift";
const edit = fc.dictionary(path, fc.oneof({ weight: 2, arbitrary: text }, fc.constant(SHIFT)), {
  noNullPrototype: true,
});

function applied(edits: Files, state: Files): Files {
  const entries = Object.entries(edits).map(([at, it]) => {
    return [at, it === SHIFT ? `int above;\n${state[at] ?? ""}` : it] as const;
  });
  return Object.fromEntries(entries);
}

test("checking the changed files and those they concern tells what checking all would", () => {
  fc.assert(
    fc.property(files, fc.array(edit, { minLength: 1, maxLength: 4 }), (first, edits) => {
      let snapshot = fresh(first);
      let state: Files = first;
      const published = new Map(allFindings(snapshot));
      for (const drawn of edits) {
        const before = snapshot;
        const change = applied(drawn, state);
        snapshot = edited(snapshot, change);
        state = { ...state, ...change };
        const changed = Object.keys(change).map((at) => `${ROOT}/${at}`);
        for (const uri of new Set([...changed, ...affectedFiles(before, snapshot, changed)])) {
          const found = findingsOf(snapshot, uri);
          if (found === "[]") published.delete(uri);
          else published.set(uri, found);
        }
        const wanted = allFindings(fresh(state));
        expect([...published].sort()).toEqual([...wanted].sort());
      }
    }),
    { numRuns: 60 },
  );
});

test("a rule of one file finds the same in it, whatever other files say", () => {
  fc.assert(
    fc.property(files, (all) => {
      for (const [at, source] of Object.entries(all)) {
        const uri = `${ROOT}/${at}`;
        const among = check(fresh(all), uri, RULES_OF_ONE_FILE);
        expect(among).toEqual(check(fresh({ [at]: source }), uri, RULES_OF_ONE_FILE));
      }
    }),
    { numRuns: 30 },
  );
});

describe("a change concerns", () => {
  const OTHERS = {
    "same.c": "// @iec62443 CR 1.5",
    "second.c": "// @iec62443 CR 1.5",
    "enhancement.c": "// @iec62443 CR 1.1 RE(1)",
    "enhancement2.c": "// @iec62443 CR 1.1 RE(1)",
    "other.c": "// @iec62443 CR 7.1",
    "typed.c": "// @iec62443 EDR 3.11",
    "heading.c": "// @iec62443 CR 3.11",
    "resting.c": "// @iec62443 CR 1.4",
    "sub/same.c": "// @iec62443 CR 1.5",
  };

  test.each<[string, string, string, readonly string[]]>([
    ["nobody where nothing is claimed", "int a;", "int b;", []],
    ["nobody where all stays", "// @iec62443 CR 1.5", "// @iec62443 CR 1.5\nint a;", []],
    ["who speaks for the rest", "int a;", "// @iec62443 CR 1.5", ["same.c"]],
    ["who speaks for the rest also when one goes", "// @iec62443 CR 1.5", "int a;", ["same.c"]],
    ["nobody behind the first", "// @iec62443 CR 7.1", "\n// @iec62443 CR 7.1", []],
    [
      "who speaks for another relation",
      "// @iec62443 CR 7.1",
      "// @iec62443 planned CR 7.1",
      ["other.c"],
    ],
    [
      "whoever claims what is said not to apply",
      "int a;",
      "// @iec62443 not-applicable CR 1.5: why",
      ["same.c", "second.c"],
    ],
    [
      "whoever claims an enhancement whose base is said no more",
      "// @iec62443 CR 1.1",
      "int a;",
      ["enhancement.c", "enhancement2.c"],
    ],
    [
      "the heading that speaks for a typed requirement",
      "int a;",
      "// @iec62443 HDR 3.11",
      ["heading.c"],
    ],
  ])("%s", (name, was, is, expected) => {
    const before = fresh({ ...OTHERS, "a.c": was });
    const after = edited(before, { "a.c": is });
    const affected = affectedFiles(before, after, [`${ROOT}/a.c`]);
    const code = affected.filter((it) => it !== FILE && it !== `${ROOT}/a.c`);
    expect(code.map((it) => it.slice(ROOT.length + 1)).sort()).toEqual(expected);
    expect(affected.includes(FILE)).toBe(!name.startsWith("nobody where"));
  });

  test.each(["// @iec62443 CR 1.5", "// @iec62443 CR 1.5, CR 7.1", "// @iec62443 CR 1.4: more"])(
    "one file of a thousand that say the same: %s",
    (is) => {
      const many = Array.from({ length: 1000 }, (_, it) => [`f${it}.c`, "// @iec62443 CR 1.5"]);
      const before = fresh({ ...OTHERS, ...Object.fromEntries(many), "z.c": "int z;" });
      const after = edited(before, { "z.c": is });
      const affected = affectedFiles(before, after, [`${ROOT}/z.c`]);
      expect(affected.length).toBeLessThanOrEqual(4);
    },
  );
});
