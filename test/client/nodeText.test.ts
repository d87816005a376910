import { expect, test } from "vitest";
import type { CoverageNode } from "../../client/src/coverageNode.ts";
import { nodeHelp } from "../../client/src/nodeHelp.ts";
import { nodeText, settingIn } from "../../client/src/nodeText.ts";
import type { WireStatement } from "../../server/src/protocol/coverage.ts";
import { allRows, viewOf } from "./tree.ts";
import { claim, coverage, item, project } from "./wire.ts";

const START = { line: 8, character: 4 };

function said(more: Partial<WireStatement>): WireStatement {
  return {
    uri: "file:///w/iec62443.yaml",
    range: { start: START, end: START },
    status: "not-applicable",
    isExpired: false,
    evidence: [],
    ...more,
  };
}

const PROJECT = project(
  [
    item("CR 1.1", "verified", ["implements src/login.c:22 login", "verifies t/login.c:4"], {
      title: "Human user identification",
      summary: "People have an identity of their own.",
    }),
    item("CR 1.1 RE(1)", "missing"),
    item("CR 2.2", "not-applicable", [], {
      reason: "The device has no radio.",
      statements: [
        said({ owner: "security@example.com", expires: "2027-10-01", evidence: ["docs/a.md"] }),
        said({ status: "compensating", expires: "2026-10-01", isExpired: true }),
      ],
    }),
  ],
  { target: "SL 2" },
);

async function row(label: string, view = viewOf({})): Promise<CoverageNode> {
  const second = { ...PROJECT, uri: "file:///v", product: "PLC 400" };
  const rows = await allRows(coverage([PROJECT, second]), view);
  const found = rows.find(({ node }) => nodeText(node).label === label);
  if (found === undefined) throw new Error(`There is no row ${label}.`);
  return found.node;
}

test.each([
  ["FR 1", "FR 1, 1 of 2 met, Identification and authentication control"],
  [
    "CR 1.1",
    "CR 1.1, verified, Human user identification, 2 claims, 0 of 1 requirement enhancements met",
  ],
  ["RE(1)", "CR 1.1 RE(1), missing"],
  ["CR 2.2", "CR 2.2, not applicable"],
  ["login.c:22", "implements: login, in src/login.c, line 22"],
  ["login.c:4", "verifies, in t/login.c, line 4"],
  [
    "not applicable",
    "iec62443.yaml, says not applicable, owner security@example.com, expires 2027-10-01",
  ],
  ["compensating", "iec62443.yaml, says compensating, expired 2026-10-01: counts for nothing"],
])("a screen reader hears %s as a whole", async (label, expected) => {
  expect(nodeText(await row(label)).accessible).toBe(expected);
});

test.each([
  ["state", "Verified", "Verified, 1 item"],
  ["folder", "src", "src, 1 of 1 met, 1 claim"],
  ["file", "login.c", "login.c, 1 of 1 met, 1 claim, src"],
  ["file", "Line 22", "Line 22, CR 1.1 implements: login, CR 1.1 is verified"],
  ["file", "Claimed nowhere", "Claimed nowhere, 0 of 1 met, 2 items"],
] as const)("grouped by %s a screen reader hears %s as a whole", async (grouping, label, heard) => {
  expect(nodeText(await row(label, viewOf({ grouping }))).accessible).toBe(heard);
});

test.each([
  ["The setting iec62443.scan.maxFileSize is `huge`.", "iec62443.scan.maxFileSize"],
  ["The setting iec62443.target is 9. Write 1.", "iec62443.target"],
  ["A problem in iec62443.yaml.", undefined],
  ["A folder could not be watched.", undefined],
])("%s is about %s", (sentence, setting) => {
  expect(settingIn(sentence)).toBe(setting);
});

test("a claim names the lettered item that it stands for", () => {
  const lettered = { ...claim("implements a.c:1 run"), letter: "b" };
  const node: CoverageNode = {
    kind: "claim",
    id: "x",
    entry: { project: "file:///w", item: item("CR 1.5", "partial") },
    claim: lettered,
    below: "item",
  };
  expect(nodeText(node).description).toBe("implements (b) · run");
});

test.each([
  ["PLC 300", "1 of 2 met, 1 of them verified; 0 partial, 0 planned, 1 missing, 1 not applicable."],
  ["PLC 300", "Target SL 2: 1 item in its way."],
  ["FR 1", "1 of 2 met."],
  ["CR 1.1", "People have an identity of their own."],
  ["CR 1.1", "State: verified."],
  ["CR 1.1", "SL-C 1, 2."],
  ["CR 2.2", "State: not applicable. The device has no radio."],
  ["login.c:22", "implements: login"],
  ["not applicable", "Expires 2027-10-01; owner security@example.com."],
  ["not applicable", "Evidence: docs/a.md."],
  ["not applicable", "Said in iec62443.yaml."],
  ["compensating", "Expired 2026-10-01: counts for nothing."],
])("the tooltip of %s says: %s", async (label, expected) => {
  expect(nodeHelp(await row(label))?.paragraphs).toContain(expected);
});
