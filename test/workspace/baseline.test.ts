import { describe, expect, test } from "vitest";
import type { BaselineText } from "../../server/src/core/project.ts";
import type { Workspace } from "../../server/src/workspace/workspace.ts";
import { type Content, MemoryFiles } from "../support/memoryFiles.ts";
import { at, CLAIM, claimsOf, workspaceOf } from "../support/workspaceOf.ts";

const FILE = "/w/iec62443.baseline.json";
const TOO_LARGE =
  "The baseline cannot be read (larger than 32 MiB), so nothing is compared with it. Write iec62443.baseline.json anew, or take it away.";

async function loaded(files: Readonly<Record<string, Content>>) {
  const disk = new MemoryFiles(files);
  const workspace = workspaceOf(disk);
  await workspace.load();
  return { disk, workspace };
}

/** The baselines of the projects, by the path of their folder. */
function baselines({ snapshot }: Workspace): Readonly<Record<string, unknown>> {
  const said = (it: BaselineText) => ("text" in it ? it.text : it.problem);
  return Object.fromEntries(
    snapshot.projects.flatMap(({ root, baseline }) =>
      baseline === undefined ? [] : [[root.replace("file://", ""), said(baseline)]],
    ),
  );
}

describe("the baseline of a project", () => {
  test("stands beside its project file, or in the folder of the workspace", async () => {
    const { workspace } = await loaded({
      [FILE]: "outer",
      "/w/plc/iec62443.yaml": "product: PLC",
      "/w/plc/iec62443.baseline.json": "inner",
      "/w/doc/iec62443.baseline.json": "nobody's",
    });
    expect(baselines(workspace)).toEqual({ "/w": "outer", "/w/plc": "inner" });
    expect(workspace.snapshot.projects[0]?.baseline?.uri).toBe(at("iec62443.baseline.json"));
  });

  test("is none where a link stands in its place: it could lead out of the folder", async () => {
    const { workspace } = await loaded({ "/w/a.c": CLAIM, [FILE]: { kind: "link" } });
    expect(baselines(workspace)).toEqual({});
  });

  test.each<[string, Content, string]>([
    ["too large", new Uint8Array(32 * 1024 * 1024 + 1), TOO_LARGE],
    [
      "not readable",
      { kind: "denied" },
      TOO_LARGE.replace("larger than 32 MiB", "permission denied"),
    ],
  ])("says so where it is %s, and nothing else is lost", async (_, content, problem) => {
    const { workspace } = await loaded({ "/w/a.c": CLAIM, [FILE]: content });
    expect(baselines(workspace)).toEqual({ "/w": problem });
    expect(claimsOf(workspace)).toHaveLength(1);
  });

  test("follows the disk", async () => {
    const { disk, workspace } = await loaded({ "/w/a.c": CLAIM });
    expect(baselines(workspace)).toEqual({});
    const uri = at("iec62443.baseline.json");
    disk.write(FILE, "one");
    await workspace.filesChanged([{ uri, type: "created" }]);
    expect(baselines(workspace)).toEqual({ "/w": "one" });
    disk.write(FILE, "two");
    await workspace.filesChanged([{ uri, type: "changed" }]);
    expect(baselines(workspace)).toEqual({ "/w": "two" });
    disk.delete(FILE);
    await workspace.filesChanged([{ uri, type: "deleted" }]);
    expect(baselines(workspace)).toEqual({});
  });

  test("is what an editor has open", async () => {
    const { workspace } = await loaded({ "/w/a.c": CLAIM, [FILE]: "disk" });
    const uri = at("iec62443.baseline.json");
    workspace.open(uri, "open", "json");
    expect(baselines(workspace)).toEqual({ "/w": "open" });
    workspace.edit(uri, "edited");
    expect(baselines(workspace)).toEqual({ "/w": "edited" });
    await workspace.close(uri);
    expect(baselines(workspace)).toEqual({ "/w": "disk" });
  });

  test("stays when its project file changes, and is no news when it does not", async () => {
    const { disk, workspace } = await loaded({ "/w/iec62443.yaml": "product: One", [FILE]: "it" });
    disk.write("/w/iec62443.yaml", "product: Two");
    await workspace.filesChanged([{ uri: at("iec62443.yaml"), type: "changed" }]);
    expect(workspace.snapshot.projects[0]?.product).toBe("Two");
    expect(baselines(workspace)).toEqual({ "/w": "it" });
    const { projects } = workspace.snapshot;
    await workspace.filesChanged([{ uri: at("iec62443.baseline.json"), type: "changed" }]);
    expect(workspace.snapshot.projects).toBe(projects);
  });

  test("claims nothing, on the disk and in an editor", async () => {
    const text = `// @iec62443 CR 1.1\n${CLAIM}`;
    const { workspace } = await loaded({ "/w/a.c": CLAIM, [FILE]: text });
    workspace.open(at("iec62443.baseline.json"), text, "c");
    expect(claimsOf(workspace)).toEqual(["file:///w/a.c CR 1.5"]);
    expect(workspace.snapshot.skipped).toEqual([]);
  });
});
