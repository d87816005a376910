import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DEFAULT_CONFIG } from "../../server/src/core/config.ts";
import { type FileSystem, nodeFiles } from "../../server/src/workspace/fileSystem.ts";
import type { Workspace } from "../../server/src/workspace/workspace.ts";
import { asOrdinaryUser, forbid, temporaryFolder } from "../support/temporaryFolder.ts";
import { CLAIM, workspaceOf } from "../support/workspaceOf.ts";

async function loaded(folder: string, files: FileSystem = nodeFiles()): Promise<Workspace> {
  const workspace = workspaceOf(files, [folder]);
  await workspace.load();
  return workspace;
}

/** What is known of a folder, by paths relative to it. */
function known({ snapshot }: Workspace, folder: string) {
  const relative = (uri: string) => decodeURIComponent(uri).replace(`file://${folder}/`, "");
  return {
    files: snapshot.index.uris.map(relative),
    skipped: snapshot.skipped.map(({ uri, why }) => `${relative(uri)}: ${why}`),
  };
}

const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const LATIN1_WORD = Buffer.from("// caf\xe9\n// @iec62443 CR 1.5: na\xefve\n", "latin1");

/** Where the one claim of a file stands, as `line:character`. */
async function placeIn(content: Uint8Array | string): Promise<readonly string[]> {
  const folder = temporaryFolder({ "a.c": content });
  const { snapshot } = await loaded(folder);
  return [...snapshot.index.sites()].map(
    ({ claim }) => `${claim.range.start.line}:${claim.range.start.character}`,
  );
}

describe("the encoding of a file", () => {
  const text = "/* Größe 😀 */ int a; // @iec62443 CR 1.5\n";
  test.each<[string, Uint8Array | string]>([
    ["UTF-8", text],
    ["UTF-8 with its mark", Buffer.concat([UTF8_MARK, Buffer.from(text)])],
    ["UTF-16 little endian", Buffer.from(`\uFEFF${text}`, "utf16le")],
    ["UTF-16 big endian", Buffer.from(`\uFEFF${text}`, "utf16le").swap16()],
  ])("is understood: %s", async (_, content) => {
    expect(await placeIn(content)).toEqual([`0:${text.indexOf("CR")}`]);
  });

  test("may be none: faulty bytes cost one character each and nothing else", async () => {
    expect(await placeIn(LATIN1_WORD)).toEqual(["1:13"]);
  });
});

test("skips what is binary, and counts it", async () => {
  const nul = Buffer.concat([Buffer.from(CLAIM), Buffer.from([0])]);
  const lateNul = Buffer.concat([Buffer.from(CLAIM), Buffer.alloc(9000, " "), Buffer.from([0])]);
  const folder = temporaryFolder({ "a.docx": nul, "late.c": lateNul });
  const workspace = await loaded(folder);
  expect(known(workspace, folder)).toEqual({ files: ["late.c"], skipped: [] });
  expect(workspace.counts).toMatchObject({ files: 2, binary: 1 });
});

test("names a source that looks binary and holds the word", async () => {
  const folder = temporaryFolder({
    "nul.c": Buffer.concat([Buffer.from(CLAIM), Buffer.from([0])]),
    "little.st": Buffer.from("(* @iec62443 CR 1.5 *)", "utf16le"),
    "big.st": Buffer.from("(* @iec62443 CR 1.5 *)", "utf16le").swap16(),
    "other.c": Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0]),
  });
  const why =
    "has NUL bytes like a binary file; save it as UTF-8, or as UTF-16 with a byte order mark";
  expect(known(await loaded(folder), folder)).toEqual({
    files: [],
    skipped: ["big.st", "little.st", "nul.c"].map((it) => `${it}: ${why}`),
  });
});

test("reads files of every size up to the limit, and names the larger ones", async () => {
  const sizes = [65_535, 65_536, 65_537, 200_000, 2 * 1024 * 1024];
  const sources = sizes.map((size) => [`${size}.c`, CLAIM.padStart(size)] as const);
  const folder = temporaryFolder({
    ...Object.fromEntries(sources),
    "over.c": CLAIM.padStart(2 * 1024 * 1024 + 1),
  });
  expect(known(await loaded(folder), folder)).toEqual({
    files: sources.map(([path]) => path).sort(),
    skipped: ["over.c: larger than 2 MiB"],
  });
});

test("a limit smaller than a block of the disk holds to the byte", async () => {
  const folder = temporaryFolder({ "10.c": "// 62443 .", "11.c": "// 62443 ..", "a.c": CLAIM });
  const workspace = workspaceOf(nodeFiles(), [folder]);
  workspace.configure({ ...DEFAULT_CONFIG, maxFileSize: 10 });
  await workspace.load();
  expect(known(workspace, folder).skipped).toEqual([
    "11.c: larger than 10 bytes",
    "a.c: larger than 10 bytes",
  ]);
});

test("names a source of 500 MB without reading it, and keeps quiet about a large image", async () => {
  const folder = temporaryFolder({ "a.c": CLAIM, "big.c": "", "big.img": "", "big.log": "x\n" });
  for (const it of ["big.c", "big.img"]) truncateSync(join(folder, it), 500_000_000);
  writeFileSync(join(folder, "big.log"), "text\n".repeat(600_000));
  const before = process.memoryUsage().arrayBuffers;
  const workspace = await loaded(folder);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000);
  expect(known(workspace, folder)).toEqual({
    files: ["a.c"],
    skipped: ["big.c: larger than 2 MiB", "big.log: larger than 2 MiB"],
  });
});

test("follows no links, be they loops, files or folders", async () => {
  const folder = temporaryFolder({ "a.c": CLAIM, "d/b.c": CLAIM });
  symlinkSync("..", join(folder, "d", "loop"));
  symlinkSync("a.c", join(folder, "link.c"));
  symlinkSync("d", join(folder, "link"));
  symlinkSync("nowhere", join(folder, "broken.c"));
  expect(known(await loaded(folder), folder)).toEqual({ files: ["a.c", "d/b.c"], skipped: [] });
});

test("reads a workspace folder that is a link", async () => {
  const folder = temporaryFolder({ "real/a.c": CLAIM });
  symlinkSync("real", join(folder, "link"));
  const workspace = await loaded(join(folder, "link"));
  expect(known(workspace, folder).files).toEqual(["link/a.c"]);
  expect(workspace.problems).toEqual([]);
});

test.runIf(process.platform !== "win32")("does not wait at a pipe", async () => {
  const folder = temporaryFolder({ "a.c": CLAIM });
  execFileSync("mkfifo", [join(folder, "pipe.c")]);
  expect(known(await loaded(folder), folder)).toEqual({ files: ["a.c"], skipped: [] });
  // Also where it took the place of a file since the folder was listed.
  expect(nodeFiles().read(join(folder, "pipe.c"), 100)).toMatchObject({ kind: "bytes" });
});

test("names what may not be read, and reads the rest", async () => {
  const folder = temporaryFolder({ "a.c": CLAIM, "secret.c": CLAIM, "locked/b.c": CLAIM });
  forbid(join(folder, "secret.c"));
  forbid(join(folder, "locked"));
  const workspace = await asOrdinaryUser(() => loaded(folder));
  expect(known(workspace, folder)).toEqual({
    files: ["a.c"],
    skipped: ["locked: permission denied", "secret.c: permission denied"],
  });
  expect(workspace.problems).toEqual([]);
});

test("says which folder is not there", async () => {
  const folder = join(temporaryFolder(), "gone");
  const { problems } = await loaded(folder);
  expect(problems.map((it) => it.replace(folder, "/w"))).toMatchInlineSnapshot(`
    [
      "The folder /w cannot be read. Check that it exists and that you may open it.",
    ]
  `);
});

test("a file that goes away while it is read is no problem", async () => {
  const folder = temporaryFolder({ "a.c": CLAIM, "b.c": CLAIM });
  const disk = nodeFiles();
  const files: FileSystem = {
    ...disk,
    list: (path) => {
      const listing = disk.list(path);
      rmSync(join(folder, "b.c"), { force: true });
      return listing;
    },
  };
  expect(known(await loaded(folder, files), folder)).toEqual({ files: ["a.c"], skipped: [] });
});

test.runIf(process.platform === "linux")("names a file whose name it cannot say", async () => {
  const folder = temporaryFolder({ "a.c": CLAIM });
  writeFileSync(Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.from([0xe9])]), CLAIM);
  const { files, skipped } = known(await loaded(folder), folder);
  expect(files).toEqual(["a.c"]);
  expect(skipped).toEqual(["caf\uFFFD: its name is not valid UTF-8"]);
});

test.each(["größe.c", "a b.c", "100%.c", "a#b?.c", "c:.c", "[x]{y}.c", "ä'\"&+,;=@.c", "😀.c"])(
  "the editor's uri and the walk's uri of %s are one",
  async (name) => {
    const folder = temporaryFolder({ [name]: CLAIM });
    const workspace = await loaded(folder);
    workspace.open(`file://${folder}/${encodeURIComponent(name)}`, "// @iec62443 CR 1.1\n");
    expect(known(workspace, folder).files).toEqual([name]);
    const [site] = workspace.snapshot.index.sites();
    expect(site?.claim.reference.id).toBe("CR 1.1");
  },
);

test("a project for each folder with a project file, and one for each workspace folder", async () => {
  const folder = temporaryFolder({ "plc/iec62443.yaml": "product: PLC\n", "hmi/a.c": CLAIM });
  mkdirSync(join(folder, "gateway"));
  writeFileSync(join(folder, "gateway", "iec62443.yml"), "product: Gateway\n");
  const { snapshot } = await loaded(folder);
  expect(
    snapshot.projects.map(({ root, file, product }) => [
      root.slice(`file://${folder}`.length),
      file?.slice(`file://${folder}`.length),
      product === folder.slice(folder.lastIndexOf("/") + 1) ? "the folder's name" : product,
    ]),
  ).toEqual([
    ["", undefined, "the folder's name"],
    ["/gateway", "/gateway/iec62443.yml", "Gateway"],
    ["/plc", "/plc/iec62443.yaml", "PLC"],
  ]);
});
