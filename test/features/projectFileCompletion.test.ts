import { describe, expect, test } from "vitest";
import type { CompletionItem, TextEdit } from "vscode-languageserver-types";
import { TextLines } from "../../server/src/core/text.ts";
import type { CompletionOptions } from "../../server/src/features/completionItems.ts";
import { completionResolve } from "../../server/src/features/completionResolve.ts";
import { projectFileCompletion } from "../../server/src/features/projectFileCompletion.ts";
import { applied } from "../support/applied.ts";
import { projectFileOf } from "../support/projectFileOf.ts";
import { ROOT, snapshotOf } from "../support/snapshotOf.ts";

const SNIPPETS: CompletionOptions = {
  labelDetails: true,
  defaultEditRange: false,
  defaultData: false,
  tags: true,
  deprecated: true,
  suggestAgain: true,
  snippets: true,
  insertTextModes: true,
};
const PLAIN: CompletionOptions = { ...SNIPPETS, snippets: false, insertTextModes: false };
const CODE = { "a.c": "// @iec62443 CR 1.1\nint a;\n" };

/** What is offered at the cursor `‸` of a project file. */
function itemsAt(source: string, name = "iec62443.yaml", options = SNIPPETS): CompletionItem[] {
  const text = source.replace("‸", "");
  const position = new TextLines(text).positionAt(source.indexOf("‸"));
  const snapshot = snapshotOf(CODE, projectFileOf(text, name));
  const list = projectFileCompletion(snapshot, { uri: `${ROOT}/${name}`, text }, position, options);
  return [...(list?.items ?? [])].sort((a, b) =>
    (a.sortText ?? "") < (b.sortText ?? "") ? -1 : 1,
  );
}

function labelsAt(source: string, name?: string): string {
  return itemsAt(source, name)
    .map((it) => it.label)
    .join(" ");
}

/** The text after a person has taken the item. */
function taken(source: string, label: string, name?: string, options?: CompletionOptions): string {
  const item = itemsAt(source, name, options).find((it) => it.label === label);
  if (item === undefined) throw new Error(`${label} is not offered.`);
  return applied(source.replace("‸", ""), [item.textEdit as TextEdit]);
}

const TYPES = "software-application embedded-device host-device network-device";
const STATUSES = "not-applicable compensating planned implemented verified";

describe("in a project file there are offered", () => {
  test.each([
    [
      "all keys of an empty file",
      "‸",
      "product component parts target statements catalogs scan rules",
    ],
    [
      "the keys that are missing",
      "product: x\nta‸\nrules: {}",
      "component parts target statements catalogs scan",
    ],
    [
      "the keys of a statement",
      "statements:\n  - requirement: CR 1.1\n    ‸\n    reason: x",
      "status owner reviewed expires evidence",
    ],
    [
      "a statement and its keys",
      "statements:\n  - ‸",
      "statement requirement status reason owner reviewed expires evidence",
    ],
    [
      "a statement where the list begins",
      "statements:\n  ‸",
      "statement requirement status reason owner reviewed expires evidence",
    ],
    ["a whole statement between brackets", "statements: [‸]", "statement"],
    ["the keys of scan", "scan:\n  exclude: []\n  ‸", "include maxFileSize languages"],
    ["statuses", "statements:\n  - status: ‸", STATUSES],
    [
      "statuses while the rest is broken",
      "product: [\nstatements:\n  - status: p‸\n    reason: 'x",
      STATUSES,
    ],
    ["component types", "component: ‸", TYPES],
    [
      "the other component types",
      "component: [host-device, ‸]",
      "software-application embedded-device network-device",
    ],
    ["parts", "parts: [‸]", "2-1 2-4 3-2 3-3 4-1 4-2"],
    ["levels", "target: ‸", "1 2 3 4"],
    [
      "FRs and levels where either can stand",
      "target:\n  ‸",
      "FR 1 FR 2 FR 3 FR 4 FR 5 FR 6 FR 7 1 2 3 4",
    ],
    ["the FRs that are missing", "target: { FR 1: 2, fr2: 1, ‸ }", "FR 3 FR 4 FR 5 FR 6 FR 7"],
    ["levels of a vector", "target: { FR 1: ‸ }", "1 2 3 4"],
    ["levels of rules", "rules:\n  duplicate-claim: ‸", "error warning info hint off"],
    ["today", "statements:\n  - reviewed: ‸", "2026-11-24"],
    ["the day in a year", "statements:\n  - expires: ‸", "2027-11-24"],
  ])("%s", (_, source, labels) => {
    expect(labelsAt(source)).toBe(labels);
  });

  test("rules by their codes", () => {
    const codes = labelsAt("rules:\n  duplicate-claim: off\n  ‸").split(" ");
    expect(codes).toContain("unknown-requirement");
    expect(codes).not.toContain("duplicate-claim");
  });

  test("languages by their names", () => {
    const items = itemsAt("scan:\n  languages:\n    '*.inc': ‸");
    expect(items.find((it) => it.label === "c")?.labelDetails?.detail).toBe("  C");
  });

  test.each([
    ["in a reason", "statements:\n  - reason: ‸"],
    ["in a comment", "# ‸"],
    ["behind a key with lines of its own", "scan: ‸"],
    ["for globs", "scan: { exclude: [‸] }"],
    ["below what is no key", "foo:\n  ‸"],
  ])("nothing %s", (_, source) => {
    expect(labelsAt(source)).toBe("");
  });

  test("requirements, first those that are needed and that nobody claims", () => {
    const items = itemsAt("component: embedded-device\ntarget: 1\nstatements:\n  - requirement: ‸");
    const labels = items.map((it) => it.label);
    expect(labels[0]).toBe("CR 1.3");
    expect(labels.indexOf("CR 1.1")).toBeGreaterThan(labels.indexOf("CR 7.7"));
    expect(labels.indexOf("HDR 3.2")).toBeGreaterThan(labels.indexOf("CR 1.1"));
    const [first] = items;
    const resolved = completionResolve(snapshotOf({}), first ?? { label: "" }, {
      format: "markdown",
      pages: false,
    });
    expect(JSON.stringify(resolved.documentation)).toContain("CR 1.3");
  });

  test.each([
    ["in a list", "statements:\n  - requirement: [CR 1.1, ‸]"],
    ["between commas", "statements:\n  - requirement: CR 1.1, ‸"],
    ["below one another", "statements:\n  - requirement:\n      - cr-1.1\n      - ‸"],
  ])("no requirement twice %s", (_, source) => {
    const labels = itemsAt(source).map((it) => it.label);
    expect(labels).toContain("CR 1.2");
    expect(labels).not.toContain("CR 1.1");
  });
});

describe("what is taken is written", () => {
  test.each([
    ["product: x\nta‸", "target", "product: x\ntarget: "],
    ["ta‸: 2", "target", "target: 2"],
    ["‸", "scan", "scan:"],
    ["component:‸", "host-device", "component: host-device"],
    ["component: [host-device,‸]", "host-device", undefined],
    ["component:\n  ‸", "host-device", "component:\n  - host-device"],
    ['component: "hos‸', "host-device", 'component: "host-device"'],
    ["parts: [‸]", "4-2", 'parts: ["4-2"]'],
    ["rules: { dup‸ }", "duplicate-claim", "rules: { duplicate-claim:  }"],
    ["target: { F‸ }", "FR 2", "target: { FR 2:  }"],
    ["statements:\n  - requirement: cr 1‸", "CR 1.5", "statements:\n  - requirement: CR 1.5"],
    [
      "statements:\n  - requirement: CR 1.1, ‸",
      "CR 1.5",
      "statements:\n  - requirement: CR 1.1, CR 1.5",
    ],
    [
      "statements:\n  - requirement: ['CR ‸']",
      "CR 1.5",
      "statements:\n  - requirement: ['CR 1.5']",
    ],
    [
      "statements:\n  - requirement: CR 1.1\n  ‸",
      "status",
      "statements:\n  - requirement: CR 1.1\n  - status: ",
    ],
  ])("%j with %s", (source, label, result) => {
    if (result === undefined) expect(labelsAt(source)).not.toContain(label);
    else expect(taken(source, label)).toBe(result);
  });

  test.each([
    ['{ "product": "x", ‸ }', "target", '{ "product": "x", "target":  }'],
    ['{ "ta‸": 2 }', "target", '{ "target": 2 }'],
    ['{ "target": ‸ }', "2", '{ "target": 2 }'],
    ['{ "component": [‸] }', "host-device", '{ "component": ["host-device"] }'],
    [
      '{ "statements": [{ "requirement":‸ }] }',
      "CR 1.5",
      '{ "statements": [{ "requirement": "CR 1.5" }] }',
    ],
    [
      '{ "statements": [{ "requirement": "CR ‸" }] }',
      "CR 1.5",
      '{ "statements": [{ "requirement": "CR 1.5" }] }',
    ],
  ])("%j with %s in JSON", (source, label, result) => {
    expect(taken(source, label, "iec62443.json")).toBe(result);
  });

  test("no key without braces in JSON", () => {
    expect(labelsAt("‸", "iec62443.json")).toBe("");
    expect(labelsAt('{ "statements": [‸] }', "iec62443.json")).toBe("statement");
  });
});

describe("a whole statement", () => {
  const SNIPPET = [
    "requirement: $\u007b1:CR 1.2}",
    "status: $\u007b2|not-applicable,compensating,planned,implemented,verified|}",
    "reason: $\u007b3:…}",
    "owner: $\u007b4:…}",
    "reviewed: 2026-11-24",
    "expires: 2027-11-24",
  ];

  test("has places to fill in, its lines set in by the editor", () => {
    const [first] = itemsAt("statements:\n  ‸");
    expect(first).toMatchObject({ label: "statement", insertTextFormat: 2, insertTextMode: 2 });
    expect(first?.textEdit).toMatchObject({ newText: `- ${SNIPPET.join("\n  ")}` });
    const [behindDash] = itemsAt("statements:\n  - ‸");
    expect(behindDash?.textEdit).toMatchObject({ newText: SNIPPET.join("\n  ") });
  });

  test("has lines set in by us where the editor has no snippets, and says nothing that counts", () => {
    const text = taken("statements:\n    ‸", "statement", undefined, PLAIN);
    expect(text).toContain(
      "\n    - requirement: CR 1.2\n      status: not-applicable\n      reason: …\n",
    );
    const { statements, problems } = projectFileOf(text);
    expect(statements).toEqual([]);
    expect(problems.map((it) => it.message)).toEqual([expect.stringContaining("needs a reason")]);
  });

  test("stands on one line between brackets", () => {
    const text = taken("statements: [‸]", "statement", undefined, PLAIN);
    expect(text).toMatch(/^statements: \[\{ requirement: CR 1.2, .* \}\]$/);
    const json = taken('{ "statements": [‸] }', "statement", "iec62443.json", PLAIN);
    expect(JSON.parse(json)).toMatchObject({ statements: [{ requirement: "CR 1.2" }] });
  });
});
