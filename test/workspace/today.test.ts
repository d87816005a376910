import { expect, test } from "vitest";
import { coverageOf } from "../../server/src/core/coverage.ts";
import { today } from "../../server/src/workspace/today.ts";
import type { WorkspaceChange } from "../../server/src/workspace/workspace.ts";
import { MemoryFiles } from "../support/memoryFiles.ts";
import { workspaceOf } from "../support/workspaceOf.ts";

test("today is a day of the calendar", () => {
  expect(today({})).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});

test.each([
  ["0", "1970-01-01"],
  ["1792886399", "2026-10-24"],
  ["1792886400", "2026-10-25"],
])("SOURCE_DATE_EPOCH %s is %s in UTC", (SOURCE_DATE_EPOCH, day) => {
  expect(today({ SOURCE_DATE_EPOCH })).toBe(day);
});

test.each(["", "tomorrow", "1e99"])("a SOURCE_DATE_EPOCH of %j is left aside", (it) => {
  expect(today({ SOURCE_DATE_EPOCH: it })).toBe(today({}));
});

test("a statement expires at midnight though nobody touches a file", async () => {
  const text = "statements: [{ requirement: CR 2.2, status: implemented, expires: 2026-11-24 }]";
  let day = "2026-11-24";
  const disk = new MemoryFiles({ "/w/iec62443.yaml": text });
  const workspace = workspaceOf(disk, ["/w"], () => day);
  await workspace.load();
  const changes: WorkspaceChange[] = [];
  workspace.onDidChange((it) => changes.push(it));
  const met = () =>
    workspace.snapshot.projects.map((it) => coverageOf(workspace.snapshot, it).totals.met);

  workspace.lookAtClock();
  expect(met()).toEqual([1]);
  expect(changes).toEqual([]);
  day = "2026-11-25";
  workspace.lookAtClock();
  expect(met()).toEqual([0]);
  expect(changes).toEqual([{ uris: "all" }]);
});
