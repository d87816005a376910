// What happens is counted, not timed: files opened, bytes read and decoded, texts scanned, events.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { DEFAULT_CONFIG } from "../../server/src/core/config.ts";
import { scan } from "../../server/src/core/scan.ts";
import { nodeFiles } from "../../server/src/workspace/fileSystem.ts";
import { uriOfPath } from "../../server/src/workspace/uris.ts";
import type { Workspace } from "../../server/src/workspace/workspace.ts";
import { CountingFiles } from "../support/countingFiles.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { CLAIM, everythingOf, workspaceOf } from "../support/workspaceOf.ts";

// Nothing is replaced by this: it counts calls.
vi.mock(import("../../server/src/core/scan.ts"), { spy: true });

const FOLDERS = 30;
const FILES_IN_A_FOLDER = 20;
const WITH_CLAIM = 8;
const PLAIN = "int plain(int value) { return value + 1; }\n".repeat(40);
const MEBIBYTE = 1024 * 1024;
const HEAD = 64 * 1024;

beforeEach(() => {
  vi.mocked(scan).mockClear();
});

/** A tree on the disk: what is to be read of it, and what else stands there. */
function generated() {
  const folder = temporaryFolder();
  const put = (name: string, text: string | Buffer) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
    return `${folder}/${name}`;
  };
  const decisive = [put(".gitignore", "*.gen.c\n/out/\n"), put("iec62443.yaml", "product: P\n")];
  const sources: string[] = [];
  const holding: string[] = [];
  for (let i = 0; i < FOLDERS * FILES_IN_A_FOLDER; i++) {
    const isHolding = i % WITH_CLAIM === 0;
    const text = isHolding ? `${PLAIN}${CLAIM}` : PLAIN;
    const path = put(`d${i % 6}/e${i % FOLDERS}/${i}.c`, text);
    (isHolding ? holding : sources).push(path);
  }
  const binary = put("d0/picture.bin", Buffer.alloc(3000));
  const large = put("d0/large.c", CLAIM.padEnd(3 * MEBIBYTE));
  for (const it of ["node_modules/p/a.js", "out/a.c", "d1/a.gen.c", ".git/a.c"]) put(it, CLAIM);
  return { folder, decisive, sources, holding, binary, large };
}

/** Counts the bytes that are made into text, by whatever way Node has for it. */
function decoding(): { readonly bytes: number } {
  const count = { bytes: 0 };
  const { decode } = TextDecoder.prototype;
  const decoder = vi.spyOn(TextDecoder.prototype, "decode").mockImplementation(function (
    this: unknown,
    ...asked
  ) {
    count.bytes += asked[0]?.byteLength ?? 0;
    return decode.apply(this as never, asked);
  });
  const textOf = Buffer.prototype.toString;
  const buffer = vi.spyOn(Buffer.prototype, "toString").mockImplementation(function (
    this: Buffer,
    ...asked
  ) {
    count.bytes += this.length;
    return textOf.apply(this, asked);
  });
  onTestFinished(() => {
    decoder.mockRestore();
    buffer.mockRestore();
  });
  return count;
}

async function loaded() {
  const tree = generated();
  const files = new CountingFiles(nodeFiles());
  const workspace = workspaceOf(files, [tree.folder]);
  await workspace.load();
  const events = { count: 0 };
  workspace.onDidChange(() => events.count++);
  return { ...tree, files, workspace, events };
}

const sorted = (paths: readonly string[]) => [...paths].sort();
const unique = (paths: readonly string[]) => sorted([...new Set(paths)]);
const uris = (paths: readonly string[]) => paths.map(uriOfPath);
const indexed = ({ snapshot }: Workspace) => snapshot.index.uris.length;

describe("a load", () => {
  test("lists each folder once, and none that is left out", async () => {
    const { folder, files, holding, sources } = await loaded();
    const parents = [...holding, ...sources].flatMap((it) => [dirname(it), dirname(dirname(it))]);
    expect(sorted(files.listed)).toEqual(unique([folder, ...parents]));
  });

  test("opens each file once, and none that is left out", async () => {
    const { files, decisive, sources, holding, binary, large } = await loaded();
    // What decides over others is a text as well, in which the word may stand.
    const opened = files.opened.filter((it) => !decisive.includes(it) && !it.includes("/.git/"));
    expect(sorted(opened)).toEqual(sorted([...sources, ...holding, binary, large]));
    for (const it of decisive)
      expect(files.opened.filter((at) => at === it).length).toBeLessThan(3);
  });

  test("reads each byte once, and of a file that is too large the head", async () => {
    const { files, sources, holding, decisive } = await loaded();
    const texts = PLAIN.length * (sources.length + holding.length) + CLAIM.length * holding.length;
    const small = 2 * decisive.length * 100;
    expect(files.bytes).toBeGreaterThanOrEqual(texts + HEAD);
    expect(files.bytes).toBeLessThanOrEqual(texts + HEAD + 3000 + small);
  });

  test("decodes and scans what holds the word, and nothing else", async () => {
    const decoded = decoding();
    const { holding } = await loaded();
    expect(vi.mocked(scan)).toHaveBeenCalledTimes(holding.length);
    const wanted = (PLAIN.length + CLAIM.length) * holding.length;
    expect(decoded.bytes).toBeGreaterThanOrEqual(wanted);
    expect(decoded.bytes).toBeLessThanOrEqual(wanted + 1000);
  });

  test("does the same work when it is asked for again", async () => {
    const { workspace, files, events } = await loaded();
    const { listed, opened, bytes } = { ...files };
    files.reset();
    await workspace.load();
    expect(sorted(files.listed)).toEqual(sorted(listed));
    expect(sorted(files.opened)).toEqual(sorted(opened));
    expect(files.bytes).toBe(bytes);
    expect(events.count).toBeLessThanOrEqual(2);
  });
});

describe("an edit of an open text", () => {
  test("scans that text once, asks the disk nothing, and makes one event", async () => {
    const { workspace, files, holding, events } = await loaded();
    for (const it of holding.slice(0, 10)) workspace.open(uriOfPath(it), CLAIM, "c");
    await workspace.filesChanged([]);
    const [edited = "", ...others] = holding.map((it) => uriOfPath(it));
    const before = others.map((it) => workspace.snapshot.index.inFile(it));
    files.reset();
    vi.mocked(scan).mockClear();
    events.count = 0;

    workspace.edit(edited, `${CLAIM}// @iec62443 CR 1.1\nint b;\n`);
    expect(vi.mocked(scan)).toHaveBeenCalledTimes(1);
    expect({ opened: files.opened, listed: files.listed }).toEqual({ opened: [], listed: [] });
    expect(events.count).toBe(1);
    const after = others.map((it) => workspace.snapshot.index.inFile(it));
    expect(after.every((it, index) => it === before[index])).toBe(true);
  });

  test("that holds no annotation and held none makes no event", async () => {
    const { workspace, sources, events } = await loaded();
    const uri = uriOfPath(sources[0] ?? "");
    workspace.open(uri, PLAIN, "c");
    events.count = 0;
    vi.mocked(scan).mockClear();
    workspace.edit(uri, `${PLAIN}int more;\n`);
    expect(events.count).toBe(0);
    expect(vi.mocked(scan)).not.toHaveBeenCalled();
  });
});

describe("news of the disk", () => {
  test.each([1, 50])("of %i files reads those and makes one event", async (count) => {
    const { workspace, files, sources, events } = await loaded();
    const changed = sources.slice(0, count);
    for (const it of changed) writeFileSync(it, CLAIM);
    const before = indexed(workspace);
    files.reset();
    vi.mocked(scan).mockClear();
    events.count = 0;

    const news = uris(changed).map((uri) => ({ uri, type: "changed" as const }));
    await workspace.filesChanged(news);
    expect(sorted(files.opened)).toEqual(sorted(changed));
    expect(files.bytes).toBe(CLAIM.length * count);
    expect(files.listed).toEqual([]);
    expect(vi.mocked(scan)).toHaveBeenCalledTimes(count);
    expect(events.count).toBe(1);
    expect(indexed(workspace)).toBe(before + count);
  });

  test("that come while others wait are one event with them", async () => {
    const { workspace, files, sources, events } = await loaded();
    const changed = sources.slice(0, 30);
    for (const it of changed) writeFileSync(it, CLAIM);
    files.reset();
    events.count = 0;
    await Promise.all(
      uris(changed).map((uri) => workspace.filesChanged([{ uri, type: "changed" }])),
    );
    expect(sorted(files.opened)).toEqual(sorted(changed));
    expect(events.count).toBe(1);
  });
});

describe("a checkout, while someone types", () => {
  test("is one event, and what is typed wins over what is read", async () => {
    const { folder, workspace, holding, sources } = await loaded();
    const all = [...holding, ...sources];
    const [typed = "", ...others] = all;
    const uri = uriOfPath(typed);
    workspace.open(uri, CLAIM, "c");
    const text = "// @iec62443 verifies CR 1.1\nint b;\n".repeat(20);
    for (const it of all) writeFileSync(it, text);
    const sizes: number[] = [];
    workspace.onDidChange((it) => sizes.push(it.uris === "all" ? -1 : it.uris.size));

    let isRead = false;
    const reading = workspace
      .filesChanged(uris(all).map((it) => ({ uri: it, type: "changed" })))
      .then(() => {
        isRead = true;
      });
    let last = "";
    for (let i = 1; !isRead; i++) {
      last = `// @iec62443 CR 7.${(i % 8) + 1}\nint a;\n`;
      workspace.edit(uri, last);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await reading;
    expect(sizes.filter((it) => it !== 1)).toEqual([
      expect.toSatisfy((it: number) => it >= others.length && it <= all.length),
    ]);
    const fresh = workspaceOf(nodeFiles(), [folder]);
    fresh.open(uri, last, "c");
    await fresh.load();
    expect(everythingOf(workspace)).toEqual(everythingOf(fresh));
  });

  test("comes to its end when its folder is removed meanwhile", async () => {
    const { workspace, holding } = await loaded();
    const reading = workspace.filesChanged(
      uris(holding).map((uri) => ({ uri, type: "changed" as const })),
    );
    await Promise.resolve();
    workspace.setFolders([]);
    await reading;
    expect(indexed(workspace)).toBe(0);
  });
});

test("settings that decide nothing over files read nothing", async () => {
  const { workspace, files } = await loaded();
  files.reset();
  vi.mocked(scan).mockClear();
  workspace.configure({ ...DEFAULT_CONFIG, target: 3, rules: { uncovered: "off" } });
  await workspace.filesChanged([]);
  expect(workspace.indexing).toBe(false);
  expect({ opened: files.opened, listed: files.listed }).toEqual({ opened: [], listed: [] });
  expect(vi.mocked(scan)).not.toHaveBeenCalled();
});
