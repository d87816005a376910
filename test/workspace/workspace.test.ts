import { describe, expect, test } from "vitest";
import { DEFAULT_CONFIG } from "../../server/src/core/config.ts";
import { projectOf } from "../../server/src/core/snapshot.ts";
import { NOWHERE } from "../../server/src/workspace/nowhere.ts";
import type {
  FileChange,
  Progress,
  Workspace,
  WorkspaceChange,
} from "../../server/src/workspace/workspace.ts";
import { MemoryFiles } from "../support/memoryFiles.ts";
import { at, CLAIM, claimsOf, filesWithClaims, workspaceOf } from "../support/workspaceOf.ts";

const OTHER_CLAIM = "// @iec62443 CR 2.1\n";

async function loaded(files: MemoryFiles): Promise<Workspace> {
  const workspace = workspaceOf(files);
  await workspace.load();
  return workspace;
}

/** The events of a workspace from now on. */
function eventsOf(workspace: Workspace): readonly WorkspaceChange[] {
  const events: WorkspaceChange[] = [];
  workspace.onDidChange((change) => events.push(change));
  return events;
}

/** So many files, each with a claim. */
function manyFiles(count: number): MemoryFiles {
  const files = new MemoryFiles();
  for (let i = 0; i < count; i++) files.write(`/w/d${i % 50}/${i}.c`, CLAIM);
  return files;
}

/** Gives way until a load has begun to read. */
async function reading(files: MemoryFiles): Promise<void> {
  while (files.reads === 0) await new Promise((resolve) => setImmediate(resolve));
}

describe("an open document", () => {
  test("wins over the disk until it is closed", async () => {
    const files = new MemoryFiles({ "/w/a.c": CLAIM });
    const workspace = await loaded(files);
    workspace.open(at("a.c"), OTHER_CLAIM, "c");
    expect(claimsOf(workspace)).toEqual([`${at("a.c")} CR 2.1`]);
    files.write("/w/a.c", "// @iec62443 CR 3.1\n");
    await workspace.filesChanged([{ uri: at("a.c"), type: "changed" }]);
    await workspace.load();
    expect(claimsOf(workspace)).toEqual([`${at("a.c")} CR 2.1`]);
    await workspace.close(at("a.c"));
    expect(claimsOf(workspace)).toEqual([`${at("a.c")} CR 3.1`]);
  });

  test("costs one scan an edit, and no word to the disk", async () => {
    const files = manyFiles(200);
    const workspace = await loaded(files);
    workspace.open(at("d0/0.c"), CLAIM, "c");
    const { reads, lists } = files;
    const events = eventsOf(workspace);
    const others = workspace.snapshot.index.inFile(at("d1/1.c"));
    workspace.edit(at("d0/0.c"), OTHER_CLAIM);
    expect({ reads: files.reads, lists: files.lists }).toEqual({ reads, lists });
    expect(events).toEqual([{ uris: new Set([at("d0/0.c")]) }]);
    expect(workspace.snapshot.index.inFile(at("d1/1.c"))).toBe(others);
  });

  test("without a word of ours is no event", async () => {
    const workspace = await loaded(new MemoryFiles({ "/w/a.c": "int a;" }));
    const events = eventsOf(workspace);
    workspace.open(at("a.c"), "int a;", "c");
    workspace.edit(at("a.c"), "int ab;");
    expect(events).toEqual([]);
  });

  test("of no workspace folder counts while it is open", async () => {
    const workspace = workspaceOf(new MemoryFiles(), []);
    workspace.open("untitled:Untitled-1", "# @iec62443 CR 1.5\n", "python");
    workspace.open("file:///elsewhere/b.c", CLAIM);
    expect(claimsOf(workspace)).toEqual([
      "file:///elsewhere/b.c CR 1.5",
      "untitled:Untitled-1 CR 1.5",
    ]);
    await workspace.close("untitled:Untitled-1");
    await workspace.close("file:///elsewhere/b.c");
    expect(claimsOf(workspace)).toEqual([]);
  });

  test("is left out where its file would be", async () => {
    const workspace = await loaded(new MemoryFiles({ "/w/.gitignore": "gen.c", "/w/b.c": "" }));
    workspace.open(at("gen.c"), CLAIM, "c");
    workspace.open(at("node_modules/a/b.c"), CLAIM, "c");
    workspace.open(at("new/b.c"), CLAIM, "c");
    expect(filesWithClaims(workspace)).toEqual(["new/b.c"]);
  });

  test("larger than the limit is named, not read", async () => {
    const workspace = await loaded(new MemoryFiles({ "/w/a.c": CLAIM }));
    workspace.open(at("a.c"), CLAIM.padEnd(2 * 1024 * 1024 + 1), "c");
    expect(filesWithClaims(workspace)).toEqual([]);
    expect(workspace.snapshot.skipped).toEqual([{ uri: at("a.c"), why: "larger than 2 MiB" }]);
    workspace.edit(at("a.c"), CLAIM);
    expect(workspace.snapshot.skipped).toEqual([]);
  });

  test("has the text and the language that is told of it", async () => {
    const files = new MemoryFiles({ "/w/iec62443.yaml": "scan: { languages: { '*.xyz': c } }\n" });
    const workspace = await loaded(files);
    workspace.open(at("a.xyz"), CLAIM, "plaintext");
    expect(workspace.openDocument(at("a.xyz"))).toMatchObject({
      text: CLAIM,
      language: { id: "c" },
    });
    expect(workspace.openDocument(at("b.xyz"))).toBeUndefined();
  });
});

describe("news of the disk", () => {
  test("of 5,000 files is one snapshot and one event", async () => {
    const files = manyFiles(5000);
    const workspace = await loaded(files);
    const events = eventsOf(workspace);
    const news: FileChange[] = [];
    for (let i = 0; i < 5000; i++) {
      const path = `d${i % 50}/${i}.c`;
      if (i % 2 === 0) files.delete(`/w/${path}`);
      else files.write(`/w/${path}`, OTHER_CLAIM);
      news.push({ uri: at(path), type: i % 2 === 0 ? "deleted" : "changed" });
    }
    const before = files.reads;
    await Promise.all([
      workspace.filesChanged(news.slice(0, 10)),
      workspace.filesChanged(news.slice(10)),
    ]);
    expect(events).toHaveLength(1);
    expect(files.reads - before).toBe(2500);
    expect(claimsOf(workspace)).toHaveLength(2500);
  });

  test("of a folder goes for all that is in it", async () => {
    const files = new MemoryFiles({ "/w/d/a.c": CLAIM, "/w/d/e/b.c": CLAIM, "/w/c.c": CLAIM });
    const workspace = await loaded(files);
    files.rename("/w/d", "/w/moved");
    await workspace.filesChanged([
      { uri: at("d"), type: "deleted" },
      { uri: at("moved"), type: "created" },
    ]);
    expect(filesWithClaims(workspace)).toEqual(["c.c", "moved/a.c", "moved/e/b.c"]);
  });

  test("of a new file deep in a new folder is enough", async () => {
    const files = new MemoryFiles({ "/w/a.c": CLAIM });
    const workspace = await loaded(files);
    files.write("/w/new/deep/b.c", CLAIM);
    files.write("/w/new/c.c", CLAIM);
    await workspace.filesChanged([{ uri: at("new/deep/b.c"), type: "created" }]);
    expect(filesWithClaims(workspace)).toEqual(["a.c", "new/c.c", "new/deep/b.c"]);
  });

  test("of what is left out costs no reading", async () => {
    const files = new MemoryFiles({ "/w/.gitignore": "gen/\n", "/w/a.c": CLAIM });
    const workspace = await loaded(files);
    const { reads, lists } = files;
    const events = eventsOf(workspace);
    const news = Array.from({ length: 1000 }, (_, i): FileChange => {
      const path = i % 2 === 0 ? `node_modules/p${i}/a.c` : `gen/d${i}/a.c`;
      files.write(`/w/${path}`, CLAIM);
      return { uri: at(path), type: "created" };
    });
    await workspace.filesChanged(news);
    expect({ reads: files.reads, lists: files.lists }).toEqual({ reads, lists });
    expect(events).toEqual([]);
  });

  test("of an ignore file reads what it lets in and drops what it leaves out", async () => {
    const files = new MemoryFiles({ "/w/a.c": CLAIM, "/w/d/a.c": CLAIM, "/w/d/b.c": CLAIM });
    const workspace = await loaded(files);
    files.write("/w/d/.gitignore", "b.c");
    await workspace.filesChanged([{ uri: at("d/.gitignore"), type: "created" }]);
    expect(filesWithClaims(workspace)).toEqual(["a.c", "d/a.c"]);
    files.delete("/w/d/.gitignore");
    await workspace.filesChanged([{ uri: at("d/.gitignore"), type: "deleted" }]);
    expect(filesWithClaims(workspace)).toEqual(["a.c", "d/a.c", "d/b.c"]);
  });

  test("of a file beside a build folder decides over that folder", async () => {
    const files = new MemoryFiles({ "/w/build/a.c": CLAIM });
    const workspace = await loaded(files);
    files.write("/w/package.json", "{}");
    await workspace.filesChanged([{ uri: at("package.json"), type: "created" }]);
    expect(filesWithClaims(workspace)).toEqual([]);
    files.delete("/w/package.json");
    await workspace.filesChanged([{ uri: at("package.json"), type: "deleted" }]);
    expect(filesWithClaims(workspace)).toEqual(["build/a.c"]);
  });
});

describe("a project file", () => {
  test("that comes back with its folder is heard, also when an editor asks about a file first", async () => {
    const files = new MemoryFiles({ "/w/a.c": CLAIM });
    const workspace = workspaceOf(files);
    workspace.configure({ ...DEFAULT_CONFIG, exclude: ["*.c"] });
    workspace.open(at("gen.c"), CLAIM, "c");
    await workspace.load();
    files.delete("/w");
    await workspace.filesChanged([{ uri: at("a.c"), type: "deleted" }]);
    files.write("/w/iec62443.yaml", "scan: { include: ['**/gen.c'] }\n");
    const followed = workspace.filesChanged([{ uri: at("iec62443.yaml"), type: "created" }]);
    workspace.open(at("other.c"), "int plain;\n", "c");
    await followed;
    expect(filesWithClaims(workspace)).toEqual(["gen.c"]);
  });

  const files = () =>
    new MemoryFiles({
      "/w/iec62443.yaml": "product: One\n",
      "/w/a.c": CLAIM,
      "/w/third_party/b.c": CLAIM,
    });

  test("counts as it is typed, saved or not", async () => {
    const workspace = await loaded(files());
    workspace.open(at("iec62443.yaml"), "product: One\n", "yaml");
    workspace.edit(at("iec62443.yaml"), "product: Two\n");
    expect(workspace.snapshot.projects.map((it) => it.product)).toEqual(["Two"]);
    await workspace.close(at("iec62443.yaml"));
    expect(workspace.snapshot.projects.map((it) => it.product)).toEqual(["One"]);
  });

  test.each([
    ["is deleted", (disk: MemoryFiles) => disk.delete("/w/iec62443.yaml"), []],
    [
      "cannot be read any more",
      (disk: MemoryFiles) => disk.write("/w/iec62443.yaml", { kind: "denied" }),
      [{ uri: at("iec62443.yaml"), why: "permission denied" }],
    ],
  ])("that %s counts no longer, and the views are told", async (_, change, skipped) => {
    const disk = files();
    const workspace = await loaded(disk);
    const events = eventsOf(workspace);
    change(disk);
    await workspace.filesChanged([{ uri: at("iec62443.yaml"), type: "changed" }]);
    expect(workspace.snapshot.projects).toMatchObject([{ product: "w", problems: [] }]);
    expect(workspace.snapshot.projects[0]?.file).toBeUndefined();
    expect(workspace.snapshot.skipped).toEqual(skipped);
    expect(events).toEqual([{ uris: "all" }]);
  });

  test("that is broken while it is edited falls back to what is left of it, and says so", async () => {
    const workspace = await loaded(files());
    workspace.open(at("iec62443.yaml"), "product: One\ntarget: 2\n", "yaml");
    workspace.edit(at("iec62443.yaml"), "product: [One\ntarget: 2\n");
    const [project] = workspace.snapshot.projects;
    expect(project?.product).toBe("w");
    expect(project?.problems).not.toEqual([]);
  });

  test("above the workspace folder holds for it, up to the root of the repository", async () => {
    const disk = new MemoryFiles({
      "/w/iec62443.yaml": "product: One\nscan: { exclude: [src/gen] }\n",
      "/w/src/a.c": CLAIM,
      "/w/src/gen/b.c": CLAIM,
      "/w/test/c.c": CLAIM,
    });
    const workspace = workspaceOf(disk, ["/w/src", "/w/test"]);
    await workspace.load();
    expect(workspace.snapshot.projects).toMatchObject([
      { root: "file:///w", file: at("iec62443.yaml"), product: "One" },
    ]);
    expect(filesWithClaims(workspace)).toEqual(["src/a.c", "test/c.c"]);

    workspace.open(at("iec62443.yaml"), "product: Two\n", "yaml");
    await workspace.filesChanged([]);
    expect(workspace.snapshot.projects).toMatchObject([{ product: "Two" }]);
    expect(filesWithClaims(workspace)).toEqual(["src/a.c", "src/gen/b.c", "test/c.c"]);
    await workspace.close(at("iec62443.yaml"));
    expect(workspace.snapshot.projects).toMatchObject([{ product: "One" }]);

    disk.write("/w/src/.git", "gitdir: elsewhere");
    await workspace.load();
    expect(workspace.snapshot.projects.map((it) => [it.root, it.product])).toEqual([
      ["file:///w", "One"],
      ["file:///w/src", "src"],
    ]);
    disk.write("/w/src/iec62443.yml", "product: Three\n");
    await workspace.filesChanged([{ uri: at("src/iec62443.yml"), type: "created" }]);
    expect(workspace.snapshot.projects.map((it) => it.product)).toEqual(["One", "Three"]);
  });

  test("above the workspace folder that cannot be read is told of, until it can", async () => {
    const disk = new MemoryFiles({ "/w/src/a.c": CLAIM });
    disk.write("/w/iec62443.yaml", { kind: "denied" });
    const workspace = workspaceOf(disk, ["/w/src"]);
    await workspace.load();
    expect(workspace.snapshot.skipped).toEqual([
      { uri: at("iec62443.yaml"), why: "permission denied" },
    ]);
    expect(workspace.snapshot.projects).toMatchObject([{ root: "file:///w/src" }]);
    disk.write("/w/iec62443.yaml", "product: One\n");
    await workspace.load();
    expect(workspace.snapshot).toMatchObject({ skipped: [], projects: [{ product: "One" }] });
  });

  test("is JSON as well, and one that is not read is told of", async () => {
    const disk = new MemoryFiles({ "/w/iec62443.json": '{ "product": "Pump", "target": 3 }' });
    const workspace = await loaded(disk);
    expect(workspace.snapshot.projects).toMatchObject([
      { file: at("iec62443.json"), product: "Pump", target: 3, problems: [] },
    ]);
    disk.write("/w/iec62443.yaml", "product: Two\nfoo: 1\n");
    await workspace.filesChanged([{ uri: at("iec62443.yaml"), type: "created" }]);
    const [project] = workspace.snapshot.projects;
    expect(project).toMatchObject({ file: at("iec62443.yaml"), product: "Two" });
    expect(project?.problems.map((it) => it.message)).toEqual([
      "iec62443.json beside this file is not read. Keep one project file in a folder.",
      expect.stringContaining("foo"),
    ]);
  });

  test("that leaves a folder out takes it from the index, and gives it back", async () => {
    const workspace = await loaded(files());
    workspace.open(at("iec62443.yaml"), "scan: { exclude: [third_party] }\n", "yaml");
    await workspace.filesChanged([]);
    expect(filesWithClaims(workspace)).toEqual(["a.c"]);
    await workspace.close(at("iec62443.yaml"));
    expect(filesWithClaims(workspace)).toEqual(["a.c", "third_party/b.c"]);
  });

  test("that changes in what it says only has no file read again", async () => {
    const disk = files();
    const workspace = await loaded(disk);
    disk.write("/w/iec62443.yaml", "product: Two\n");
    const events = eventsOf(workspace);
    const { reads } = disk;
    await workspace.filesChanged([{ uri: at("iec62443.yaml"), type: "changed" }]);
    expect(workspace.snapshot.projects.map((it) => it.product)).toEqual(["Two"]);
    expect(events).toEqual([{ uris: "all" }]);
    expect(disk.reads - reads).toBeLessThanOrEqual(2);
  });

  test("wins over the settings, which fill what it does not say", async () => {
    const disk = new MemoryFiles({
      "/w/iec62443.yaml": "target: 3\nrules: { unknown-requirement: hint }\n",
    });
    const workspace = await loaded(disk);
    workspace.configure({
      ...DEFAULT_CONFIG,
      target: 1,
      components: ["EDR"],
      rules: { "unknown-requirement": "error", "duplicate-claim": "off" },
    });
    expect(workspace.snapshot.projects).toMatchObject([
      {
        target: 3,
        components: ["EDR"],
        rules: { "unknown-requirement": "hint", "duplicate-claim": "off" },
      },
    ]);
  });
});

describe("a load", () => {
  test("does not bring back the text from before an edit", async () => {
    const files = manyFiles(3000);
    const workspace = workspaceOf(files);
    const load = workspace.load();
    await reading(files);
    expect(workspace.indexing).toBe(true);
    for (let i = 0; i < 3000; i += 100) workspace.open(at(`d${i % 50}/${i}.c`), OTHER_CLAIM, "c");
    await load;
    expect(workspace.indexing).toBe(false);
    expect(claimsOf(workspace).filter((it) => it.endsWith("CR 2.1"))).toHaveLength(30);
    expect(claimsOf(workspace)).toHaveLength(3000);
  });

  test("does not bring back what was saved and closed meanwhile", async () => {
    const files = manyFiles(3000);
    const workspace = workspaceOf(files);
    const load = workspace.load();
    await reading(files);
    for (let i = 0; i < 3000; i += 100) {
      const path = `d${i % 50}/${i}.c`;
      workspace.open(at(path), OTHER_CLAIM, "c");
      files.write(`/w/${path}`, OTHER_CLAIM);
      await workspace.close(at(path));
    }
    await load;
    expect(claimsOf(workspace).filter((it) => it.endsWith("CR 2.1"))).toHaveLength(30);
  });

  test("that is stopped leaves what it has read, says so, and the next one is whole", async () => {
    const files = manyFiles(3000);
    const workspace = workspaceOf(files);
    const stop = new AbortController();
    const load = workspace.load({ signal: stop.signal });
    await reading(files);
    stop.abort();
    await load;
    expect(files.reads).toBeLessThan(3000);
    expect(workspace.indexing).toBe(false);
    expect(workspace.problems).toMatchInlineSnapshot(`
      [
        "Indexing was stopped before its end, so numbers are not complete. Re-index to complete them.",
      ]
    `);
    await workspace.load();
    expect(claimsOf(workspace)).toHaveLength(3000);
    expect(workspace.problems).toEqual([]);
  });

  test("that is asked for again starts again, and both come to their end", async () => {
    const files = manyFiles(1000);
    const workspace = workspaceOf(files);
    const first = workspace.load();
    await reading(files);
    const second = workspace.load();
    await Promise.all([first, second]);
    expect(files.reads).toBeLessThan(2000);
    expect(claimsOf(workspace)).toHaveLength(1000);
    expect(workspace.problems).toEqual([]);
  });

  test("lists each folder once and reads each file once", async () => {
    const files = manyFiles(1000);
    await loaded(files);
    expect({ lists: files.lists, reads: files.reads }).toEqual({ lists: 51, reads: 1000 });
  });

  test("says how far it has come, and always that it is over", async () => {
    const files = manyFiles(100);
    const workspace = workspaceOf(files);
    const steps: Progress[] = [];
    await workspace.load({ onProgress: (it) => steps.push(it) });
    expect(steps.at(-1)).toEqual({ files: 100, annotations: 100, share: 1 });
    const shares = steps.map((it) => it.share ?? 0);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    const events = eventsOf(workspace);
    await workspace.load();
    expect(events.length).toBeGreaterThan(0);
  });

  test("of named files reads these and their project only", async () => {
    const files = new MemoryFiles({
      "/w/iec62443.yaml": "product: One\n",
      "/w/.gitignore": "gen/\n",
      "/w/a.c": CLAIM,
      "/w/gen/b.c": CLAIM,
      "/w/d/c.c": CLAIM,
      "/w/e.c": CLAIM,
    });
    const workspace = workspaceOf(files);
    await workspace.load({ only: ["a.c", "gen/b.c", "d", "nowhere.c", "gen"].map(at) });
    expect(filesWithClaims(workspace)).toEqual(["a.c", "d/c.c", "gen/b.c"]);
    expect(workspace.snapshot.projects.map((it) => it.product)).toEqual(["One"]);
    expect(workspace.problems).toMatchInlineSnapshot(`
      [
        "/w/nowhere.c does not exist or is neither a file nor a folder. Check the path.",
        "The folder /w/gen was not read: it is left out by an ignore file, a setting or its name.",
      ]
    `);
  });
});

describe("workspace folders", () => {
  const files = () => new MemoryFiles({ "/w/a.c": CLAIM, "/w/sub/b.c": CLAIM, "/v/c.c": CLAIM });
  const uris = (workspace: Workspace) => workspace.snapshot.index.uris;

  test("that are removed are gone at once, those added come with the next load", async () => {
    const workspace = workspaceOf(files(), ["/w", "/v"]);
    await workspace.load();
    workspace.setFolders(["file:///w"]);
    expect(uris(workspace)).toEqual(["file:///w/a.c", "file:///w/sub/b.c"]);
    expect(workspace.snapshot.projects.map((it) => it.root)).toEqual(["file:///w"]);
    workspace.setFolders(["file:///v/"]);
    expect(uris(workspace)).toEqual([]);
    await workspace.load();
    expect(uris(workspace)).toEqual(["file:///v/c.c"]);
  });

  test("one inside another is read once and is a project of its own", async () => {
    const disk = files();
    const workspace = workspaceOf(disk, ["/w", "/w/sub"]);
    await workspace.load();
    expect(disk.reads).toBe(2);
    expect(uris(workspace)).toEqual(["file:///w/a.c", "file:///w/sub/b.c"]);
    expect(workspace.snapshot.projects.map((it) => it.root)).toEqual([
      "file:///w",
      "file:///w/sub",
    ]);
  });

  test("that are on no disk are named", async () => {
    const workspace = workspaceOf(files(), []);
    workspace.setFolders(["vscode-vfs://github/some/repository"]);
    await workspace.load();
    expect(workspace.problems).toMatchInlineSnapshot(`
      [
        "The folder vscode-vfs://github/some/repository is on no disk that can be read from here. Only open files of it are checked.",
      ]
    `);
  });

  test("that are on no disk are projects of which what is open is a part", async () => {
    const workspace = workspaceOf(files(), []);
    const folder = "vscode-vfs://github/some/repository";
    workspace.setFolders([folder, "sample:/"]);
    await workspace.load();
    workspace.open(`${folder}/src/a.c`, "// @iec62443 CR 1.5\nint a;\n");
    expect(workspace.snapshot.projects).toMatchObject([
      { root: "sample:", isPart: true },
      { root: folder, product: "repository", isPart: true },
    ]);
    expect(projectOf(workspace.snapshot, `${folder}/src/a.c`).root).toBe(folder);
    expect(projectOf(workspace.snapshot, "sample:/a.c").root).toBe("sample:");
    workspace.setFolders([]);
    expect(workspace.snapshot.projects).toEqual([]);
  });

  test("are on none where there is no disk at all", async () => {
    const workspace = workspaceOf(NOWHERE, ["/w"]);
    await workspace.load();
    workspace.open("file:///w/a.c", "// @iec62443 CR 1.5\nint a;\n");
    expect(uris(workspace)).toEqual(["file:///w/a.c"]);
    expect(workspace.snapshot.projects).toMatchObject([{ root: "file:///w", isPart: true }]);
    expect(workspace.problems).toMatchObject([expect.stringContaining("is on no disk")]);
    await workspace.close("file:///w/a.c");
    expect(uris(workspace)).toEqual([]);
  });

  test("none at all is no problem", async () => {
    const workspace = workspaceOf(files(), []);
    await workspace.load();
    expect(workspace.problems).toEqual([]);
    expect(workspace.snapshot.projects).toEqual([]);
  });
});
