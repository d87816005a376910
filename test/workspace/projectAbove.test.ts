import { expect, test } from "vitest";
import { MemoryFiles } from "../support/memoryFiles.ts";
import { at, CLAIM, workspaceOf } from "../support/workspaceOf.ts";

test("a project file that comes above a workspace folder inside another holds for both", async () => {
  const disk = new MemoryFiles({ "/w/a.c": CLAIM, "/w/d/b.c": CLAIM });
  const workspace = workspaceOf(disk, ["/w", "/w/d"]);
  await workspace.load();
  disk.write("/w/iec62443.yaml", "product: P\nscan: { exclude: [third_party] }\n");
  await workspace.filesChanged([{ uri: at("iec62443.yaml"), type: "created" }]);
  expect(workspace.snapshot.projects.map((it) => it.product)).toEqual(["P"]);
});
