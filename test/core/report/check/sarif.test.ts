import fc from "fast-check";
import type { Run } from "sarif";
import { describe, expect, test } from "vitest";
import { type CheckResult, checkOf } from "../../../../server/src/core/report/check/check.ts";
import { type SarifRun, sarif } from "../../../../server/src/core/report/check/sarif.ts";
import { sha1 } from "../../../../server/src/reports/digest.ts";
import { codeScanningFaults, onlyRun, schemaFaults } from "../../../support/sarif.ts";
import { ROOT, snapshotOf } from "../../../support/snapshotOf.ts";
import { anyResult, compared, finding, HOSTILE, lost } from "./findings.ts";

const RUN: SarifRun = {
  version: "1.2.3",
  folder: "",
  elsewhere: "base.json",
  skipped: [],
  digest: sha1,
};

function textOf(result: CheckResult, run: Partial<SarifRun> = {}): string {
  return [...sarif(result, { ...RUN, ...run })].join("");
}

function runOf(result: CheckResult, run: Partial<SarifRun> = {}): Run {
  return onlyRun(textOf(result, run));
}

function fingerprints(result: CheckResult): readonly unknown[] {
  return (runOf(result).results ?? []).map((it) => it.partialFingerprints);
}

const uris = (run: Run) =>
  (run.results ?? []).map((it) => it.locations?.[0]?.physicalLocation?.artifactLocation?.uri);

describe("a SARIF log", () => {
  test("is valid for nothing, too, and names tool, rules and root", () => {
    const run = runOf({ findings: [] });
    expect(codeScanningFaults(run)).toEqual([]);
    expect(run).toMatchObject({
      tool: { driver: { name: "iec62443", semanticVersion: "1.2.3" } },
      automationDetails: { id: "iec62443/" },
      columnKind: "utf16CodeUnits",
      invocations: [{ executionSuccessful: true, toolExecutionNotifications: [] }],
      results: [],
    });
    expect(JSON.stringify(run.originalUriBaseIds)).not.toContain('"uri"');
  });

  test("is seen to be invalid when it is", () => {
    const log = JSON.parse(textOf({ findings: [finding()] }));
    expect(schemaFaults(log)).toBe("");
    log.runs[0].results[0].level = "hint";
    expect(schemaFaults(log)).toContain("level");
  });

  test("tells a finding as code scanning wants it", () => {
    const run = runOf({ findings: [finding({ level: "hint" })] });
    expect(codeScanningFaults(run)).toEqual([]);
    expect(run.results).toMatchObject([
      {
        ruleId: "unknown-requirement",
        level: "note",
        message: { text: "IEC 62443-4-2 has no requirement CR 9.9." },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: "src/a.c", uriBaseId: "%SRCROOT%" },
              region: { startLine: 3, startColumn: 4, endLine: 3, endColumn: 10 },
            },
          },
        ],
      },
    ]);
  });

  test("says of a rule that is off that it is", () => {
    const rules = runOf({ findings: [] }).tool.driver.rules ?? [];
    const levels = new Map(rules.map((it) => [it.id, it.defaultConfiguration]));
    expect(levels.get("unverified")).toEqual({ enabled: false, level: "note" });
    expect(levels.get("duplicate-claim")).toEqual({ level: "note" });
    expect(levels.get("unknown-requirement")).toEqual({ level: "error" });
    expect(rules.map((it) => it.name)).toContain("UnknownRequirement");
  });

  test("carries fixes, of several files, with the text as it is", () => {
    const at = { line: 1, column: 5, endLine: 1, endColumn: 5 };
    const edits = [
      { ...at, path: "a.c", newText: "\tx\n" },
      { ...at, path: "iec62443.yaml", newText: "y" },
      { ...at, path: "a.c", newText: "z" },
    ];
    const fixes = [
      { title: "Write \u001b[1mboth", edits },
      { title: "Look", edits: [] },
    ];
    const [result] = runOf({ findings: [finding({ fixes })] }).results ?? [];
    expect(result?.fixes).toHaveLength(1);
    expect(result?.fixes?.[0]).toMatchObject({
      description: { text: "Write  [1mboth" },
      artifactChanges: [
        {
          artifactLocation: { uri: "a.c" },
          replacements: [
            {
              deletedRegion: { startLine: 1, startColumn: 5, endLine: 1, endColumn: 5 },
              insertedContent: { text: "\tx\n" },
            },
            { insertedContent: { text: "z" } },
          ],
        },
        { artifactLocation: { uri: "iec62443.yaml" }, replacements: [{}] },
      ],
    });
  });

  test("of a folder names it, so that two of one commit do not replace each other", () => {
    const { automationDetails } = runOf({ findings: [] }, { folder: "products/plc 300" });
    expect(automationDetails?.id).toBe("iec62443/products/plc%20300/");
  });

  test("names a file outside of the root by where it stands", () => {
    const run = runOf({ findings: [finding({ path: "/etc/iec62443.yaml" })] });
    const place = run.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation;
    expect(place).toEqual({ uri: "file:///etc/iec62443.yaml" });
  });

  test("makes of what a message quotes neither link nor placeholder", () => {
    const message = "not [free](http://x.y) {0} for { FR 1: 2 }\u001b[2J\nend";
    const [result] = runOf({ findings: [finding({ message })] }).results ?? [];
    expect(result?.message.text).toBe("not [free] (http://x.y) {{0}} for { FR 1: 2 } [2J end");
  });

  test("says which files were not read, and how many more", () => {
    const skipped = Array.from({ length: 1003 }, (_, i) => ({ path: `${i}.c`, why: "too large" }));
    const notes = (few: typeof skipped) =>
      runOf({ findings: [] }, { skipped: few }).invocations?.[0]?.toolExecutionNotifications ?? [];
    expect(notes(skipped.slice(0, 1))).toMatchObject([
      { level: "note", message: { text: "0.c was not read: too large." } },
    ]);
    expect(notes(skipped)).toHaveLength(1001);
    expect(notes(skipped).at(-1)?.message.text).toBe("3 more files not read.");
  });
});

describe("of too many results", () => {
  const many = (number: number, of: Parameters<typeof finding>[0]) =>
    Array.from({ length: number }, (_, i) => finding({ line: i + 1, ...of }));
  const findings = [
    ...many(4998, { path: "a.c", level: "warning" }),
    ...many(5, { path: "b.c", level: "hint" }),
    ...many(2, { path: "c.c", level: "error" }),
  ];

  test("the loudest are kept, and the log says how many are missing", () => {
    const run = runOf({ findings });
    expect(run.results).toHaveLength(5000);
    expect(codeScanningFaults(run)).toEqual([]);
    expect(uris(run).slice(0, 3)).toEqual(["c.c", "c.c", "a.c"]);
    expect(uris(run)).not.toContain("b.c");
    expect(run.invocations?.[0]?.toolExecutionNotifications).toMatchObject([
      { level: "warning", message: { text: expect.stringMatching(/^5 results left out: /) } },
    ]);
  });

  test("none is missing where all fit", () => {
    const run = runOf({ findings: findings.slice(5) });
    expect(run.results).toHaveLength(5000);
    expect(run.invocations?.[0]?.toolExecutionNotifications).toEqual([]);
  });

  test("no piece holds them all", () => {
    const longest = Math.max(...[...sarif({ findings }, RUN)].map((it) => it.length));
    expect(longest).toBeLessThan(40_000);
  });

  test("a fingerprint does not hang on what was left out", () => {
    const all = fingerprints({ findings });
    expect(fingerprints({ findings: findings.filter((it) => it.path !== "b.c") })).toEqual(all);
  });
});

describe("a fingerprint", () => {
  const source = ["// @iec62443 CR 9.9", "int a;", "// @iec62443 CR 9.9, CR 9.8", "int b;"];
  const of = (files: Readonly<Record<string, string>>) =>
    fingerprints(checkOf(snapshotOf(files), ROOT));

  test("tells every finding from the others", () => {
    const all = of({ "a.c": source.join("\n"), "b.c": source.join("\n") });
    expect(all).toHaveLength(6);
    expect(new Set(all.map((it) => JSON.stringify(it))).size).toBe(6);
  });

  test("stays when lines come above it, and in whatever order files are listed", () => {
    const text = source.join("\n");
    const all = of({ "a.c": text, "b.c": text });
    expect(of({ "a.c": `int x;\n\n/* y */\n${text}`, "b.c": text })).toEqual(all);
    expect(of({ "b.c": text, "a.c": text })).toEqual(all);
  });

  test("is another one in another file", () => {
    const [a] = of({ "a.c": source[0] ?? "" });
    const [b] = of({ "b.c": source[0] ?? "" });
    expect(a).not.toEqual(b);
  });
});

describe("what is worse than in the baseline", () => {
  test("is a result, where it stood or else at the baseline", () => {
    const changes = [
      lost({ path: "old.c" }),
      lost(),
      lost({ kind: "state-fell", text: "CR 1.3  implemented → missing" }),
      lost({ kind: "finding-new", path: "src/a.c", line: 7, text: "error other-title  Is it?" }),
      lost({ kind: "claim-moved", isWorse: false }),
    ];
    const run = runOf(compared(changes, [finding()]));
    expect(codeScanningFaults(run)).toEqual([]);
    expect(uris(run)).toEqual(["old.c", "base.json", "base.json", "src/a.c"]);
    expect(run.results?.map((it) => it.ruleId).slice(1, 3)).toEqual(["claim-lost", "state-fell"]);
    expect(run.results?.[2]).toMatchObject({
      level: "error",
      message: {
        text: expect.stringMatching(
          /^A requirement is further from being met .*: CR 1\.3 {2}implemented → missing\. Bring /,
        ),
      },
    });
  });
});

describe("whatever it is about", () => {
  test.each(HOSTILE)("a path such as %j is a URI that leads back to it", (path) => {
    const run = runOf({ findings: [finding({ path, message: path, about: path })] });
    expect(codeScanningFaults(run)).toEqual([]);
    const [uri = ""] = uris(run);
    expect(uri).toMatch(/^[\w.~!*'()/%-]+$/);
    expect(decodeURIComponent(uri)).toBe(path.replaceAll(/\p{Cs}/gu, "\ufffd"));
  });

  test("a log is valid, the same each time, and drives no terminal", () => {
    fc.assert(
      fc.property(anyResult, (result) => {
        const text = textOf(result);
        expect(codeScanningFaults(onlyRun(text)).filter((it) => !isEmpty(result, it))).toEqual([]);
        expect(textOf(result)).toBe(text);
        expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202e]/u);
      }),
      { numRuns: 60 },
    );
  });
});

/** A message of nothing but control characters leaves nothing to show. */
function isEmpty({ findings }: CheckResult, fault: string): boolean {
  return fault.startsWith("result ") && findings.some((it) => /^[\p{C}\p{Z}]*$/u.test(it.message));
}
