import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CheckResult } from "../../../../server/src/core/report/check/check.ts";
import { type JunitRun, junit } from "../../../../server/src/core/report/check/junit.ts";
import { KINDS } from "../../../../server/src/core/report/check/kinds.ts";
import { xmlAttribute, xmlText } from "../../../../server/src/core/report/check/xml.ts";
import { readJunit } from "../../../support/junit.ts";
import { anyResult, compared, finding, HOSTILE, lost } from "./findings.ts";

const RUN: JunitRun = { elsewhere: "base.json", skipped: [], silent: new Set() };

function textOf(result: CheckResult, run: Partial<JunitRun> = {}): string {
  return [...junit(result, { ...RUN, ...run })].join("");
}

const casesOf = (result: CheckResult, run?: Partial<JunitRun>) => readJunit(textOf(result, run));

describe("a JUnit report", () => {
  test("has a case that passes for each rule that finds nothing", () => {
    const cases = casesOf({ findings: [] }, { silent: new Set(["unverified"]) });
    const rules = KINDS.filter((it) => it.topic !== "baseline");
    expect(cases.map((it) => it.suite)).toEqual(rules.map((it) => it.code));
    expect(cases.filter((it) => it.kind !== undefined)).toMatchObject([
      { suite: "unverified", kind: "skipped", message: expect.stringContaining("Not asked") },
    ]);
  });

  test("has a case for each finding, and those fail that are loud", () => {
    const fixes = [{ title: "Change to CR 3.9", edits: [] }];
    const findings = [
      finding({ fixes }),
      finding({ line: 7, level: "warning" }),
      finding({ line: 8, level: "info" }),
      finding({ path: "b.c", level: "hint" }),
    ];
    const text = textOf({ findings });
    expect(text).toContain('<testsuites name="iec62443" tests="21" failures="2" errors="0">');
    expect(readJunit(text).filter((it) => it.kind !== undefined)).toMatchInlineSnapshot(`
      [
        {
          "classname": "iec62443.unknown-requirement",
          "kind": "failure",
          "message": "IEC 62443-4-2 has no requirement CR 9.9.",
          "name": "src/a.c: CR 9.9",
          "suite": "unknown-requirement",
          "text": "src/a.c:3:4 error
      IEC 62443-4-2 has no requirement CR 9.9.
      Fix: Change to CR 3.9",
        },
        {
          "classname": "iec62443.unknown-requirement",
          "kind": "failure",
          "message": "IEC 62443-4-2 has no requirement CR 9.9.",
          "name": "src/a.c: CR 9.9 (2)",
          "suite": "unknown-requirement",
          "text": "src/a.c:7:4 warning
      IEC 62443-4-2 has no requirement CR 9.9.",
        },
        {
          "classname": "iec62443.unknown-requirement",
          "kind": "system-out",
          "message": undefined,
          "name": "src/a.c: CR 9.9 (3)",
          "suite": "unknown-requirement",
          "text": "src/a.c:8:4 info
      IEC 62443-4-2 has no requirement CR 9.9.",
        },
        {
          "classname": "iec62443.unknown-requirement",
          "kind": "system-out",
          "message": undefined,
          "name": "b.c: CR 9.9",
          "suite": "unknown-requirement",
          "text": "b.c:3:4 hint
      IEC 62443-4-2 has no requirement CR 9.9.",
        },
      ]
    `);
  });

  test("has the same names when lines come above a finding", () => {
    const names = (line: number) =>
      casesOf({ findings: [finding({ line }), finding({ line: line + 1 })] }).map((it) => it.name);
    expect(names(20)).toEqual(names(1));
  });

  test("tells what is worse than in the baseline, and that nothing is", () => {
    const worse = casesOf(compared([lost(), lost({ path: "old.c" })]));
    expect(worse.filter((it) => it.kind === "failure")).toMatchObject([
      { suite: "claim-lost", name: "base.json: CR 1.1" },
      { suite: "claim-lost", name: "old.c: CR 1.1" },
    ]);
    const held = casesOf(compared([])).filter((it) => it.suite === "claim-lost");
    expect(held).toMatchObject([{ name: "no findings", kind: undefined }]);
  });

  test("names the files that were not read", () => {
    const skipped = [{ path: "a\u0000.bin", why: "larger than 2 MiB" }];
    expect(casesOf({ findings: [] }, { skipped }).at(-1)).toMatchObject({
      suite: "files-not-read",
      name: "a .bin",
      kind: "skipped",
      message: "larger than 2 MiB",
    });
  });

  test.each(HOSTILE)("is XML also of a path such as %j", (path) => {
    const failed = casesOf({
      findings: [finding({ path, message: path, about: path }), finding({ path, about: path })],
    }).filter((it) => it.kind === "failure");
    expect(failed).toHaveLength(2);
    expect(failed[1]?.name).toBe(`${failed[0]?.name} (2)`);
  });

  test("fits the schema whatever it is about, and is the same each time", () => {
    fc.assert(
      fc.property(anyResult, (result) => {
        const text = textOf(result);
        expect(textOf(result)).toBe(text);
        const told = readJunit(text).filter((it) => it.kind !== undefined);
        expect(told).toHaveLength(result.findings.length);
      }),
      { numRuns: 100 },
    );
  });

  test("that does not fit the schema is seen", () => {
    const text = textOf({ findings: [finding(), finding({ line: 9 })] });
    expect(() => readJunit(text.replace(" (2)", ""))).toThrow();
    expect(() => readJunit(text.replace("<failure", "<failed"))).toThrow();
    expect(() => readJunit(text.replace("<testsuites", '<testsuites time="1"'))).toThrow();
  });
});

test("what is escaped is read back as it was, but for what XML has no place for", () => {
  const text = (value: string) =>
    `<testsuites tests="1" failures="0" errors="0"><testsuite name="s" tests="1" failures="0" errors="0"><testcase classname="c"${xmlAttribute("name", `n${value}`)}><system-out>${xmlText(value)}</system-out></testcase></testsuite></testsuites>`;
  const possible = (value: string) =>
    Array.from(value, (it) =>
      /^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]$/u.test(it) ? it : "\ufffd",
    ).join("");
  fc.assert(
    fc.property(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "binary" })), (value) => {
      const [read] = readJunit(text(value));
      expect(read).toMatchObject({ name: `n${possible(value)}`, text: possible(value) });
    }),
    { numRuns: 500 },
  );
});
