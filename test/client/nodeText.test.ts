import { expect, test } from "vitest";
import { NO_FILTER } from "../../client/src/coverageFilter.ts";
import type { CoverageNode } from "../../client/src/coverageNode.ts";
import { childrenOf, rootNodes } from "../../client/src/coverageNodes.ts";
import { nodeHelp, nodeText, settingIn } from "../../client/src/nodeText.ts";
import { claim, coverage, item, project } from "./wire.ts";

const PROJECT = project(
  [
    item("CR 1.1", "verified", ["implements src/login.c:22 login", "verifies t/login.c:4"], {
      title: "Human user identification",
      summary: "People have an identity of their own.",
    }),
    item("CR 1.1 RE(1)", "missing"),
    item("CR 2.2", "not-applicable", [], { reason: "The device has no radio." }),
  ],
  { target: "SL 2" },
);

function rows(): readonly CoverageNode[] {
  const all = (node: CoverageNode): readonly CoverageNode[] => [
    node,
    ...childrenOf(node).flatMap(all),
  ];
  const second = { ...PROJECT, uri: "file:///v", product: "PLC 400" };
  return rootNodes(coverage([PROJECT, second]), NO_FILTER).flatMap(all);
}

function row(label: string): CoverageNode {
  const found = rows().find((it) => nodeText(it).label === label);
  if (found === undefined) throw new Error(`There is no row ${label}.`);
  return found;
}

test.each([
  ["FR 1", "FR 1, 1 of 2 met, Identification and authentication control"],
  [
    "CR 1.1",
    "CR 1.1, verified, Human user identification, 2 claims, 0 of 1 requirement enhancements met",
  ],
  ["RE(1)", "RE(1), missing"],
  ["CR 2.2", "CR 2.2, not applicable"],
  ["login.c:22", "implements: login, in src/login.c, line 22"],
  ["login.c:4", "verifies, in t/login.c, line 4"],
])("a screen reader hears %s as a whole", (label, expected) => {
  expect(nodeText(row(label)).accessible).toBe(expected);
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
    item: item("CR 1.5", "partial"),
    claim: lettered,
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
])("the tooltip of %s says: %s", (label, expected) => {
  expect(nodeHelp(row(label))?.paragraphs).toContain(expected);
});
