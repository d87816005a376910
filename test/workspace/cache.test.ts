import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DEFAULT_CONFIG } from "../../server/src/core/config.ts";
import { CacheFiles } from "../../server/src/workspace/cache/cacheFiles.ts";
import { userCacheFolder } from "../../server/src/workspace/cache/cacheFolder.ts";
import { FolderCache } from "../../server/src/workspace/cache/folderCache.ts";
import { nodeFiles } from "../../server/src/workspace/fileSystem.ts";
import type { Workspace } from "../../server/src/workspace/workspace.ts";
import { MemoryFiles } from "../support/memoryFiles.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { CLAIM, everythingOf, workspaceOf } from "../support/workspaceOf.ts";

const TREE = {
  "/w/a.c": CLAIM,
  "/w/plain.c": "int plain;\n",
  "/w/odd.c": "// @iec62443 nonsense\n",
  "/w/binary.c": new Uint8Array([0, 1, 2]),
  "/w/own.zzz": CLAIM,
  "/w/d/b.c": `${CLAIM}${CLAIM}`,
  "/w/d/e/größe 😀.c": "// @iec62443 CR 1.1: größer 😀\nint c;\n",
};

/** A workspace that has read all, and what it has put into its cache is written. */
async function loaded(
  files: MemoryFiles,
  cache: string,
  configure: (workspace: Workspace) => void = () => {},
): Promise<Workspace> {
  const workspace = workspaceOf(files, ["/w"], undefined, {
    cache: { folder: cache, worthKeeping: 0 },
  });
  configure(workspace);
  await workspace.load();
  // Jobs run one after the other: when this one is done, the cache is written.
  await workspace.filesChanged([]);
  files.reads = 0;
  return workspace;
}

/** How many files a second start reads, and whether it comes to what a fresh one comes to. */
async function started(
  files: MemoryFiles,
  cache: string,
  configure?: (workspace: Workspace) => void,
): Promise<number> {
  const workspace = workspaceOf(files, ["/w"], undefined, {
    log: () => {},
    cache: { folder: cache, worthKeeping: 0 },
  });
  configure?.(workspace);
  files.reads = 0;
  await workspace.load();
  const { reads } = files;
  const fresh = workspaceOf(files);
  configure?.(fresh);
  await fresh.load();
  expect(everythingOf(workspace)).toEqual(everythingOf(fresh));
  expect(workspace.counts).toEqual(fresh.counts);
  await workspace.filesChanged([]);
  return reads;
}

function fileIn(cache: string): string {
  const [name = ""] = readdirSync(cache);
  return join(cache, name);
}

const ALL = Object.keys(TREE).length;

describe("a second start", () => {
  test("reads no file that is as it was", async () => {
    const files = new MemoryFiles(TREE);
    const cache = temporaryFolder();
    await loaded(files, cache);
    const before = statSync(fileIn(cache)).ino;
    expect(await started(files, cache)).toBe(0);
    // Nothing is new, so nothing is written.
    expect(statSync(fileIn(cache)).ino).toBe(before);
  });

  test.each<[string, (files: MemoryFiles) => void, number]>([
    ["was changed", (files) => files.write("/w/plain.c", CLAIM), 1],
    ["lost its annotation", (files) => files.write("/w/a.c", "int nothing_to_see;\n\n\n"), 1],
    ["came", (files) => files.write("/w/d/new.c", CLAIM), 1],
    ["came into a new folder", (files) => files.write("/w/n/new.c", CLAIM), 1],
    ["went", (files) => files.delete("/w/a.c"), 0],
    ["went with its folder", (files) => files.delete("/w/d"), 0],
    ["took the name of another", (files) => files.rename("/w/a.c", "/w/plain.c"), 1],
  ])("reads again only what %s, and keeps it for the third", async (_, change, reads) => {
    const files = new MemoryFiles(TREE);
    const cache = temporaryFolder();
    await loaded(files, cache);
    change(files);
    expect(await started(files, cache)).toBe(reads);
    expect(await started(files, cache)).toBe(0);
  });

  test("reads all where it is asked to, and keeps what it finds", async () => {
    const files = new MemoryFiles(TREE);
    const cache = temporaryFolder();
    const workspace = await loaded(files, cache);
    const before = statSync(fileIn(cache)).ino;
    await workspace.load({ fresh: true });
    expect(files.reads).toBe(ALL);
    await workspace.filesChanged([]);
    expect(statSync(fileIn(cache)).ino).not.toBe(before);
    expect(await started(files, cache)).toBe(0);
  });

  test("looks at what is skipped each time, and writes nothing for that", async () => {
    const files = new MemoryFiles({
      ...TREE,
      "/w/denied.c": { kind: "denied" },
      "/w/large.c": " ".repeat(3 * 1024 * 1024),
    });
    const cache = temporaryFolder();
    await loaded(files, cache);
    const before = statSync(fileIn(cache)).ino;
    expect(await started(files, cache)).toBe(2);
    expect(statSync(fileIn(cache)).ino).toBe(before);
  });

  test("reads all again where files are read as another language", async () => {
    const files = new MemoryFiles(TREE);
    const cache = temporaryFolder();
    await loaded(files, cache);
    const asC = (it: Workspace) => it.configure({ ...DEFAULT_CONFIG, languages: { "*.zzz": "c" } });
    expect(await started(files, cache, asC)).toBe(ALL);
    expect(await started(files, cache, asC)).toBe(0);
  });

  test("reads all again where ids of one's own have come", async () => {
    const files = new MemoryFiles({ ...TREE, "/w/own.c": "// @iec62443 ACME 1\nint own;\n" });
    const cache = temporaryFolder();
    await loaded(files, cache);
    files.write("/w/iec62443.yaml", "catalogs: [own.yaml]\n");
    files.write(
      "/w/own.yaml",
      "part: acme\ntitle: Rules\nsource: Acme\nrequirements:\n  - { id: ACME 1, title: One, summary: Do. }\n",
    );
    // The two files are read once more, for what they decide.
    expect(await started(files, cache)).toBe(ALL + 1 + 2 + 2);
  });

  test("does not trust the stamp of a file that was changed a moment ago", async () => {
    const folder = temporaryFolder({ "a.c": CLAIM, "old.c": CLAIM });
    const cache = temporaryFolder();
    const options = { cache: { folder: cache, worthKeeping: 0 } };
    const load = async () => {
      const workspace = workspaceOf(nodeFiles(), [folder], undefined, options);
      await workspace.load();
      await workspace.filesChanged([]);
      return everythingOf(workspace);
    };
    await load();
    // The same size, and the time of its content set back: within one tick of the clock all looks the same.
    writeFileSync(join(folder, "a.c"), CLAIM.replace("1.5", "1.7"));
    utimesSync(join(folder, "a.c"), 0, 0);
    expect(JSON.stringify(await load())).toContain("CR 1.7");
  });
});

describe("a cache that cannot be used is made anew", () => {
  const damages: readonly (readonly [string, (path: string, bytes: Buffer) => void])[] = [
    ["empty", (path) => writeFileSync(path, "")],
    ["cut off", (path, bytes) => writeFileSync(path, bytes.subarray(0, bytes.length - 1))],
    ["cut off in its head", (path, bytes) => writeFileSync(path, bytes.subarray(0, 20))],
    ["longer", (path, bytes) => writeFileSync(path, Buffer.concat([bytes, bytes]))],
    ["something else", (path) => writeFileSync(path, "{}".repeat(5000))],
    [
      "a damaged one",
      (path, bytes) => {
        const at = bytes.length >> 1;
        bytes[at] = (bytes[at] ?? 0) ^ 1;
        writeFileSync(path, bytes);
      },
    ],
    [
      "that of another version",
      (path, bytes) => {
        bytes.writeUInt32LE(999, 8);
        writeFileSync(path, bytes);
      },
    ],
    ["one that others may write", (path) => chmodSync(path, 0o666)],
    [
      "a link",
      (path) => {
        renameSync(path, `${path}.other`);
        symlinkSync(`${path}.other`, path);
      },
    ],
    ["a folder with others' rights", (path) => chmodSync(join(path, ".."), 0o777)],
  ];
  test.each(damages)("%s", async (_, damage) => {
    const files = new MemoryFiles(TREE);
    const cache = temporaryFolder();
    await loaded(files, cache);
    const path = fileIn(cache);
    damage(path, readFileSync(path));
    expect(await started(files, cache)).toBe(ALL);
    chmodSync(cache, 0o700);
    await loaded(files, cache);
    expect(await started(files, cache)).toBe(0);
  });

  test("every byte counts", async () => {
    const files = new MemoryFiles({ "/w/a.c": CLAIM });
    const cache = temporaryFolder();
    await loaded(files, cache);
    const path = fileIn(cache);
    const bytes = readFileSync(path);
    for (let at = 0; at < bytes.length; at += 7) {
      const damaged = Buffer.from(bytes);
      damaged[at] = (damaged[at] ?? 0) ^ 0x10;
      writeFileSync(path, damaged);
      expect(storedIn(cache), `byte ${at}`).toBe(false);
    }
    writeFileSync(path, bytes);
    expect(storedIn(cache)).toBe(true);
  });

  test.runIf(process.getuid?.() === 0)("one that belongs to somebody else", async () => {
    const files = new MemoryFiles(TREE);
    const cache = temporaryFolder();
    await loaded(files, cache);
    chownSync(fileIn(cache), 12345, 12345);
    expect(await started(files, cache)).toBe(ALL);
  });

  test("one of another build", async () => {
    const files = new MemoryFiles({ "/w/a.c": CLAIM });
    const cache = temporaryFolder();
    await loaded(files, cache);
    expect(storedIn(cache, "another")).toBe(false);
  });

  test("one that is whole and holds nonsense", async () => {
    const files = new MemoryFiles(TREE);
    const cache = temporaryFolder();
    const workspace = await loaded(files, cache);
    const key = { folder: "/w", build: "unbuilt" };
    const opened = new FolderCache(new CacheFiles(cache), key, { folder: cache, worthKeeping: 0 });
    const settings = { maxFileSize: 2 * 1024 * 1024, forms: "", languages: [] };
    const names = ["a.c", "plain.c", "odd.c", "binary.c", "own.zzz"];
    const record = opened.recordOf("/w", names, settings);
    record.kept.set(0, "[nonsense");
    record.isNew = true;
    for (const _ of opened.save());
    await workspace.load();
    expect(await started(files, cache)).toBeGreaterThan(0);
  });

  /** Whether a cache says anything of the folder. */
  function storedIn(cache: string, build = "unbuilt"): boolean {
    const opened = new FolderCache(
      new CacheFiles(cache),
      { folder: "/w", build },
      { folder: cache, worthKeeping: 0 },
    );
    const settings = { maxFileSize: 2 * 1024 * 1024, forms: "", languages: [] };
    return !opened.recordOf("/w", ["a.c"], settings).isNew;
  }
});

describe("where a cache is kept", () => {
  test("never in the folder that is read", async () => {
    const folder = temporaryFolder({ "a.c": CLAIM });
    const inside = join(folder, "deep/cache");
    const linked = join(temporaryFolder(), "link");
    symlinkSync(folder, linked);
    for (const cache of [inside, folder, join(linked, "cache")]) {
      const workspace = workspaceOf(nodeFiles(), [folder], undefined, {
        cache: { folder: cache, worthKeeping: 0 },
      });
      await workspace.load();
      await workspace.filesChanged([]);
    }
    expect(readdirSync(folder)).toEqual(["a.c"]);
  });

  test("a folder with few files has none", async () => {
    const cache = temporaryFolder();
    const workspace = workspaceOf(new MemoryFiles(TREE), ["/w"], undefined, {
      cache: { folder: cache, worthKeeping: ALL + 1 },
    });
    await workspace.load();
    await workspace.filesChanged([]);
    expect(readdirSync(cache)).toEqual([]);
  });

  test("a folder that cannot be made costs a line in the log", async () => {
    const log: string[] = [];
    const cache = join(temporaryFolder({ file: "" }), "file/cache");
    const workspace = workspaceOf(new MemoryFiles(TREE), ["/w"], undefined, {
      cache: { folder: cache, worthKeeping: 0 },
      log: (message) => log.push(message),
    });
    await workspace.load();
    await workspace.filesChanged([]);
    expect(log).toEqual([expect.stringMatching(/^The cache was not written: .*ENOTDIR/)]);
    expect(workspace.snapshot.index.uris).toHaveLength(5);
  });

  test("a load that was stopped leaves the cache as it was", async () => {
    const files = new MemoryFiles(TREE);
    const cache = temporaryFolder();
    await loaded(files, cache);
    const before = readFileSync(fileIn(cache));
    const stop = new AbortController();
    stop.abort();
    files.write("/w/d/new.c", CLAIM);
    const workspace = workspaceOf(files, ["/w"], undefined, {
      cache: { folder: cache, worthKeeping: 0 },
    });
    await workspace.load({ signal: stop.signal });
    await workspace.filesChanged([]);
    expect(readFileSync(fileIn(cache))).toEqual(before);
  });

  test("with others of this user only, the oldest of which make place", () => {
    const folder = join(temporaryFolder(), "new/cache");
    const caches = new CacheFiles(folder, 250);
    for (const [age, name] of ["new", "middle", "old"].entries()) {
      caches.write(name, [new Uint8Array(100)]);
      utimesSync(join(folder, `${name}.cache`), 1000 - age, 1000 - age);
    }
    mkdirSync(join(folder, "of-another-program"));
    caches.write("newest", [new Uint8Array(100)]);
    expect(readdirSync(folder).sort()).toEqual(["new.cache", "newest.cache", "of-another-program"]);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, "new.cache")).mode & 0o777).toBe(0o600);
  });

  test("is what the system has for it", () => {
    expect(userCacheFolder({ XDG_CACHE_HOME: "/x" }, "linux")).toBe("/x/iec62443");
    expect(userCacheFolder({ XDG_CACHE_HOME: "relative" }, "linux")).toMatch(
      /\/\.cache\/iec62443$/,
    );
    expect(userCacheFolder({}, "darwin")).toMatch(/Library\/Caches\/iec62443$/);
    expect(userCacheFolder({}, "win32")).toBeUndefined();
    expect(userCacheFolder({ LOCALAPPDATA: "/a" }, "win32")).toBe("/a/iec62443/Cache");
  });

  test("an unfinished file that was left behind is taken away in time", () => {
    const folder = temporaryFolder({ "x.1.part": "old", "y.2.part": "new" });
    utimesSync(join(folder, "x.1.part"), 0, 0);
    new CacheFiles(folder).write("a", [new Uint8Array(1)]);
    expect(existsSync(join(folder, "x.1.part"))).toBe(false);
    expect(existsSync(join(folder, "y.2.part"))).toBe(true);
  });
});
