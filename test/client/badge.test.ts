import { expect, test } from "vitest";
import { badgeOf } from "../../client/src/badge.ts";
import type { CoverageStatus } from "../../client/src/coverageStatus.ts";
import type { WireProject } from "../../server/src/protocol/coverage.ts";
import { coverage, item, project } from "./wire.ts";

const PLC = project([
  item("CR 1.1", "verified", ["implements a.c:1"]),
  item("CR 1.2", "missing"),
  item("CR 1.3", "partial"),
  item("CR 2.2", "not-applicable"),
]);
const GATEWAY = { ...PLC, uri: "file:///v", product: "Gateway" };
const SILENT = project([item("CR 1.1", "missing")], { uri: "file:///docs" });
const MANY = project([
  item("CR 2.1", "implemented", ["implements a.c:1"]),
  ...[1, 2, 3, 4, 5, 6, 7].map((it) => item(`CR 1.${it}`, "missing")),
]);

function badge(...projects: readonly WireProject[]): ReturnType<typeof badgeOf> {
  return badgeOf({ kind: "known", coverage: coverage(projects) });
}

test.each<[string, readonly WireProject[], number, string]>([
  [
    "is open, where there is a target",
    [{ ...PLC, target: "SL 2" }],
    2,
    "2 in the way of SL 2: CR 1.2, CR 1.3",
  ],
  [
    "is open, where the target is a vector",
    [{ ...PLC, target: "FR 1: 3, FR 2: 2" }],
    2,
    "2 in the way of the target: CR 1.2, CR 1.3",
  ],
  ["is missing, where there is none", [PLC, SILENT], 1, "1 missing: CR 1.2"],
  [
    "is in the way of any target, and nothing beside it",
    [{ ...PLC, target: "SL 2" }, GATEWAY],
    2,
    "PLC 300: 2 in the way of SL 2: CR 1.2, CR 1.3",
  ],
  [
    "is missing in all projects together",
    [PLC, GATEWAY],
    2,
    "PLC 300: 1 missing: CR 1.2\nGateway: 1 missing: CR 1.2",
  ],
  [
    "is missing, naming the first of many",
    [MANY],
    7,
    "7 missing: CR 1.1, CR 1.2, CR 1.3, CR 1.4, CR 1.5 and 2 more",
  ],
])("the badge counts what %s", (_, projects, value, tooltip) => {
  expect(badge(...projects)).toEqual({ value, tooltip });
});

test.each<[string, CoverageStatus]>([
  ["there is no server", { kind: "failed" }],
  [
    "nothing is in the way",
    {
      kind: "known",
      coverage: coverage([project([item("CR 1.1", "verified")], { target: "SL 1" })]),
    },
  ],
  ["nothing is annotated", { kind: "known", coverage: coverage([SILENT]) }],
])("there is no badge when %s", (_, status) => {
  expect(badgeOf(status)).toBeUndefined();
});
