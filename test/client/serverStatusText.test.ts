import { expect, test } from "vitest";
import type { CoverageStatus } from "../../client/src/coverageStatus.ts";
import { serverStatusText } from "../../client/src/serverStatusText.ts";
import { coverage, item, project } from "./wire.ts";

const STARTING: CoverageStatus = { kind: "starting" };
const CLAIMED = project([
  item("CR 1.1", "verified", ["implements a.c:1", "verifies b.c:2"]),
  item("CR 1.2", "missing"),
]);
const known = (indexing: boolean): CoverageStatus => ({
  kind: "known",
  coverage: coverage([CLAIMED], { indexing }),
});

test("a server that waits says for what", () => {
  expect(serverStatusText("idle", STARTING)).toEqual({
    text: "IEC 62443: waiting for an annotation",
    detail: "",
    isBusy: false,
    isFailed: false,
  });
});

test("a server that starts or reads is busy", () => {
  expect(serverStatusText("starting", STARTING)).toMatchObject({ isBusy: true, detail: "" });
  expect(serverStatusText("running", known(true))).toMatchObject({
    text: "IEC 62443: reading files",
    detail: "2 claims · 1 project",
    isBusy: true,
  });
});

test("a server that runs tells its counts", () => {
  expect(serverStatusText("running", known(false))).toEqual({
    text: "IEC 62443: server is running",
    detail: "2 claims · 1 project",
    isBusy: false,
    isFailed: false,
  });
});

test("a server that stopped tells no counts of before", () => {
  expect(serverStatusText("failed", known(true))).toEqual({
    text: "IEC 62443: server stopped",
    detail: "",
    isBusy: false,
    isFailed: true,
  });
});
