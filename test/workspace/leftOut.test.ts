import { expect, test } from "vitest";
import { DEFAULT_CONFIG } from "../../server/src/core/config.ts";
import { MemoryFiles } from "../support/memoryFiles.ts";
import { CLAIM, filesWithClaims, workspaceOf } from "../support/workspaceOf.ts";

/** The files that are read, of those that hold a claim each, beside the other files given. */
async function read(claiming: readonly string[], others: Readonly<Record<string, string>> = {}) {
  const files = new MemoryFiles();
  files.makeFolder("/w");
  for (const path of claiming) files.write(`/w/${path}`, CLAIM);
  for (const [path, text] of Object.entries(others)) {
    files.write(path.startsWith("/") ? path : `/w/${path}`, text);
  }
  const workspace = workspaceOf(files);
  await workspace.load();
  return filesWithClaims(workspace);
}

test.each([
  ".git",
  ".hg",
  ".svn",
  "node_modules",
  "bower_components",
  "__pycache__",
  ".tox",
  ".venv",
])("never reads %s, at any depth", async (name) => {
  expect(await read(["a.c", `${name}/a.c`, `lib/${name}/deep/a.c`])).toEqual(["a.c"]);
});

test.each([
  ["CACHEDIR.TAG", "cache"],
  ["pyvenv.cfg", "env"],
  ["CMakeCache.txt", "out-of-source"],
])("leaves a folder with %s out", async (marker, folder) => {
  const others = { [`${folder}/${marker}`]: "" };
  expect(await read(["a.c", `${folder}/a.c`, `${folder}/sub/a.c`], others)).toEqual(["a.c"]);
});

test("reads a source folder that CMake has built in, and a workspace folder with a mark", async () => {
  const inSource = { "lib/CMakeCache.txt": "", "lib/CMakeLists.txt": "", "CACHEDIR.TAG": "" };
  expect(await read(["lib/a.c", "a.c"], inSource)).toEqual(["a.c", "lib/a.c"]);
});

test.each([
  ["target", "Cargo.toml"],
  ["target", "pom.xml"],
  ["target", "build.sbt"],
  ["build", "package.json"],
  ["dist", "package.json"],
  ["out", "package.json"],
  ["build", "build.gradle"],
  ["build", "build.gradle.kts"],
  ["build", "CMakeLists.txt"],
  ["dist", "setup.py"],
  ["build", "pyproject.toml"],
])("leaves %s out beside %s only", async (folder, tool) => {
  const files = [`p/${folder}/a.c`, `q/${folder}/a.c`];
  expect(await read(files, { [`p/${tool}`]: "" })).toEqual([`q/${folder}/a.c`]);
});

test.each<[string, string, readonly string[], readonly string[]]>([
  ["a name at any depth", "gen.c", ["gen.c", "d/gen.c", "d/a.c"], ["d/a.c"]],
  ["a star", "*.gen.c", ["a.gen.c", "d/b.gen.c", "a.c"], ["a.c"]],
  ["an anchored name", "/gen.c", ["gen.c", "d/gen.c"], ["d/gen.c"]],
  ["a path", "d/gen.c", ["d/gen.c", "e/d/gen.c"], ["e/d/gen.c"]],
  ["a folder", "gen/", ["gen/a.c", "d/gen/a.c", "d/gen.c"], ["d/gen.c"]],
  ["two stars", "d/**/x.c", ["d/x.c", "d/e/x.c", "x.c"], ["x.c"]],
  ["what is brought back", "*.c\n!keep.c", ["a.c", "keep.c", "d/keep.c"], ["d/keep.c", "keep.c"]],
  ["nothing below an ignored folder", "gen/\n!gen/keep.c", ["gen/keep.c", "a.c"], ["a.c"]],
  ["a folder's content but one", "gen/*\n!gen/keep.c", ["gen/keep.c", "gen/a.c"], ["gen/keep.c"]],
  ["a comment and an escape", "# a.c\n\\#b.c", ["a.c", "#b.c"], ["a.c"]],
  ["a class of characters", "*.[ab]c", ["x.ac", "x.c"], ["x.c"]],
  ["behind a byte order mark", "\uFEFFgen.c", ["gen.c", "a.c"], ["a.c"]],
  ["with Windows line ends", "gen.c\r\n*.tmp.c\r\n", ["gen.c", "b.tmp.c", "a.c"], ["a.c"]],
  ["a name with blanks", "my file.c", ["my file.c", "a.c"], ["a.c"]],
  ["letters beyond ASCII", "größe.c", ["größe.c", "a.c"], ["a.c"]],
])(".gitignore understands %s", async (_, patterns, files, expected) => {
  expect(await read(files, { ".gitignore": patterns })).toEqual(expected);
});

test("a deeper .gitignore wins over one above, in both directions", async () => {
  const files = ["gen.c", "d/gen.c", "d/e/gen.c", "d/build-out/a.c"];
  const rules = { ".gitignore": "gen.c\nbuild-out/", "d/.gitignore": "!gen.c\n!build-out/" };
  expect(await read(files, { ...rules, "d/e/.gitignore": "gen.c" })).toEqual([
    "d/build-out/a.c",
    "d/gen.c",
  ]);
});

test("a folder that a deeper file brings back is still under the other rules above", async () => {
  const rules = { ".gitignore": "gen/\n*.tmp.c", "d/.gitignore": "!gen/" };
  expect(await read(["d/gen/a.c", "d/gen/b.tmp.c", "gen/a.c"], rules)).toEqual(["d/gen/a.c"]);
});

test(".iec62443ignore leaves out more and brings back", async () => {
  const files = ["gen.c", "a.c", "gen/b.c", "lib/c.c"];
  const rules = { ".gitignore": "gen.c\ngen/", ".iec62443ignore": "!gen.c\n!gen/\nlib/" };
  expect(await read(files, rules)).toEqual(["a.c", "gen.c", "gen/b.c"]);
});

test("rules of the repository around the folder hold up to its root and no further", async () => {
  const above = { "/.gitignore": "b.c", "/r/.git/config": "", "/r/.gitignore": "w/a.c\nc.c" };
  const files = new MemoryFiles({
    ...above,
    "/r/.git/info/exclude": "d.c",
    "/r/w/.gitignore": "!c.c",
    ...Object.fromEntries(["a", "b", "c", "d", "e"].map((it) => [`/r/w/${it}.c`, CLAIM])),
  });
  const workspace = workspaceOf(files, ["/r/w"]);
  await workspace.load();
  expect(workspace.snapshot.index.uris).toEqual(["b", "c", "e"].map((it) => `file:///r/w/${it}.c`));
});

test("a folder that its repository ignores is read when it is opened", async () => {
  const files = new MemoryFiles({
    "/r/.git/config": "",
    "/r/.gitignore": "out/",
    "/r/out/a.c": CLAIM,
  });
  const workspace = workspaceOf(files, ["/r/out"]);
  await workspace.load();
  expect(workspace.snapshot.index.uris).toEqual(["file:///r/out/a.c"]);
});

test("rules do not reach into a repository inside, nor do its own reach out", async () => {
  const rules = { ".git/config": "", ".gitignore": "a.c", "sub/.git/config": "" };
  const found = await read(["a.c", "b.c", "sub/a.c", "sub/b.c"], {
    ...rules,
    "sub/.git/info/exclude": "b.c",
  });
  expect(found).toEqual(["b.c", "sub/a.c"]);
});

test("a worktree follows the exclude file of its repository", async () => {
  const files = new MemoryFiles({
    "/main/.git/info/exclude": "a.c",
    "/w/.git": "gitdir: /main/.git/worktrees/w\n",
    "/w/a.c": CLAIM,
    "/w/b.c": CLAIM,
  });
  const workspace = workspaceOf(files);
  await workspace.load();
  expect(filesWithClaims(workspace)).toEqual(["b.c"]);
});

test("a folder in which git ignores everything is read, and it is said", async () => {
  const files = new MemoryFiles({ "/w/.gitignore": "/*\n!/debian/", "/w/lib/a.c": CLAIM });
  const workspace = workspaceOf(files);
  await workspace.load();
  expect(filesWithClaims(workspace)).toEqual(["lib/a.c"]);
  expect(workspace.problems).toMatchInlineSnapshot(`
    [
      "The file /w/.gitignore ignores everything in its folder, so it is not followed there. Name what is not to be read in a file .iec62443ignore.",
    ]
  `);
});

test.each<[string, readonly string[], readonly string[]]>([
  ["a folder", ["third_party"], ["a.c", "x.gen.c"]],
  ["a folder at any depth", ["lib"], ["a.c", "x.gen.c"]],
  ["a folder with all in it", ["third_party/**"], ["a.c", "x.gen.c"]],
  ["a folder with a slash at its end", ["third_party/"], ["a.c", "x.gen.c"]],
  ["a star at any depth", ["*.gen.c"], ["a.c", "third_party/lib/b.c"]],
  ["a leading slash or dot", ["/third_party", "./x.gen.c"], ["a.c"]],
  ["alternatives", ["{x.gen,a}.c"], ["third_party/lib/b.c"]],
])("the setting exclude understands %s", async (_, exclude, expected) => {
  const files = new MemoryFiles({
    "/w/a.c": CLAIM,
    "/w/third_party/lib/b.c": CLAIM,
    "/w/x.gen.c": CLAIM,
  });
  const workspace = workspaceOf(files);
  workspace.configure({ ...DEFAULT_CONFIG, exclude });
  await workspace.load();
  expect(filesWithClaims(workspace)).toEqual(expected);
});

test.each<[string, string, readonly string[]]>([
  ["excludes", "exclude: [gen, '*.tmp.c']", ["a.c"]],
  ["brings a file back", "include: [gen/a.c]", ["a.c", "b.tmp.c", "gen/a.c"]],
  ["brings a folder back", "include: [gen]", ["a.c", "b.tmp.c", "gen/a.c", "gen/d/e.c"]],
  ["brings back by a name anywhere", "include: ['**/e.c']", ["a.c", "b.tmp.c", "gen/d/e.c"]],
  [
    "brings back from what is never read, by its name",
    "include: [node_modules/ours]",
    ["a.c", "b.tmp.c", "node_modules/ours/f.c"],
  ],
  ["reads a file as another language", "languages: { '*.xyz': c }", ["a.c", "b.tmp.c", "g.xyz"]],
])("a project file %s", async (_, scan, expected) => {
  const files = [
    "a.c",
    "b.tmp.c",
    "gen/a.c",
    "gen/d/e.c",
    "node_modules/ours/f.c",
    "node_modules/f.c",
  ];
  const project = { "iec62443.yaml": `scan: { ${scan} }`, ".gitignore": "gen/\n*.xyz\n!g.xyz" };
  const found = await read(files, {
    ...project,
    "g.xyz": "int a; // plain\n// @iec62443 CR 1.1\n",
  });
  expect(found.filter((it) => it !== "g.xyz" || expected.includes(it))).toEqual(expected);
});

test("a glob that would take for ever is not used, and it is said", async () => {
  const files = new MemoryFiles({ [`/w/${"a".repeat(200)}`]: CLAIM });
  const workspace = workspaceOf(files);
  workspace.configure({ ...DEFAULT_CONFIG, exclude: ["*a*a*a*a*a*a*a*b", "a"] });
  await workspace.load();
  expect(workspace.problems).toMatchInlineSnapshot(`
    [
      "The glob "*a*a*a*a*a*a*a*b" is not used: it is empty or has too many stars. Write a simpler one.",
    ]
  `);
});
