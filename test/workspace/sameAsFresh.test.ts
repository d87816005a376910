import fc from "fast-check";
import { expect, onTestFinished, test, vi } from "vitest";
import { DEFAULT_CONFIG } from "../../server/src/core/config.ts";
import { uriOfPath } from "../../server/src/workspace/uris.ts";
import type { FileChange, Workspace } from "../../server/src/workspace/workspace.ts";
import { type Content, MemoryFiles } from "../support/memoryFiles.ts";
import { everythingOf, workspaceOf } from "../support/workspaceOf.ts";

/** Everything that a fresh workspace would have to know to come to the same. */
interface State {
  readonly disk: MemoryFiles;
  readonly open: Map<string, string>;
  folders: readonly string[];
  exclude: readonly string[];
}

/** One thing that happens; it answers the news that a watcher would send of it. */
type Run = (state: State, workspace: Workspace) => readonly FileChange[];

/** A named one, so that a counterexample can be read. */
type Happening = Run & { readonly [fc.toStringMethod]: () => string };

function named(name: string, run: Run): Happening {
  return Object.assign(run, { [fc.toStringMethod]: () => name });
}

const folder = fc.constantFrom(
  "/w",
  "/w/d",
  "/w/d/e",
  "/w/gen",
  "/w/build",
  "/w/node_modules",
  "/v",
);
const plain = fc.constantFrom("a.c", "b.c", "gen.c", "notes.xyz");
const file = fc.tuple(folder, plain).map(([path, name]) => `${path}/${name}`);
const text = fc.constantFrom(
  "int plain;\n",
  "// @iec62443 CR 1.5\nint a;\n",
  "int b; // @iec62443 verifies CR 1.1, 1.3: both\n",
  "// @iec62443 acme 1\nint c;\n",
  "// @iec62443 nonsense\n",
);
const content: fc.Arbitrary<Content> = fc.oneof(
  { weight: 8, arbitrary: text },
  { weight: 1, arbitrary: fc.constantFrom<Content>({ kind: "denied" }, { kind: "link" }) },
  { weight: 1, arbitrary: fc.constant(new Uint8Array([0, 1, 2])) },
);
const deciding = fc.constantFrom<readonly [name: string, text: string]>(
  [".gitignore", "gen\n"],
  [".gitignore", "!gen\n*.xyz\n"],
  [".gitignore", "*\n"],
  [".gitignore", "/d/e/\nb.c\n"],
  [".iec62443ignore", "a.c\n"],
  [".iec62443ignore", "!b.c\n!gen/\n"],
  ["iec62443.yaml", "product: One\n"],
  ["iec62443.yaml", "scan: { exclude: [gen, '*.xyz'] }\n"],
  ["iec62443.yaml", "scan: { include: ['**/gen.c', node_modules/a.c] }\n"],
  ["iec62443.yaml", "scan: { languages: { '*.xyz': c }, maxFileSize: 30 }\n"],
  ["iec62443.yml", "product: Two\ntarget: 3\n"],
  ["iec62443.json", '{ "product": "Three", "scan": { "exclude": ["gen"] } }'],
  ["iec62443.baseline.json", "one"],
  ["iec62443.baseline.json", "// @iec62443 CR 1.5"],
  ["package.json", "{}"],
  ["CMakeCache.txt", ""],
  ["CMakeLists.txt", ""],
  ["CACHEDIR.TAG", ""],
  [".git", "gitdir: nowhere"],
);
const decidingFile = fc
  .tuple(folder, deciding)
  .map(([path, [name, written]]) => [`${path}/${name}`, written] as const);
const anyFile = fc.oneof(
  file,
  decidingFile.map(([path]) => path),
);

function write(path: string, written: Content): Happening {
  return named(`write ${path} ${JSON.stringify(written)}`, ({ disk }) => {
    for (let at = path; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
      // What is a file already cannot hold others.
      if (at !== path && disk.has(at) && !disk.isFolder(at)) return [];
    }
    if (disk.isFolder(path)) return [];
    const type = disk.has(path) ? "changed" : "created";
    disk.write(path, written);
    return [{ uri: uriOfPath(path), type }];
  });
}

function remove(path: string): Happening {
  return named(`remove ${path}`, ({ disk }) => {
    if (!disk.has(path)) return [];
    disk.delete(path);
    return [{ uri: uriOfPath(path), type: "deleted" }];
  });
}

function rename(from: string, to: string): Happening {
  return named(`rename ${from} to ${to}`, ({ disk }) => {
    const isPossible = disk.has(from) && !disk.has(to) && !to.startsWith(`${from}/`);
    if (!isPossible || !disk.isFolder(to.slice(0, to.lastIndexOf("/")))) return [];
    disk.rename(from, to);
    return [
      { uri: uriOfPath(from), type: "deleted" },
      { uri: uriOfPath(to), type: "created" },
    ];
  });
}

function edit(path: string, written: string): Happening {
  return named(`edit ${path} ${JSON.stringify(written)}`, ({ open }, workspace) => {
    if (open.has(path)) workspace.edit(uriOfPath(path), written);
    else workspace.open(uriOfPath(path), written, "c");
    open.set(path, written);
    return [];
  });
}

function close(path: string): Happening {
  return named(`close ${path}`, ({ open }, workspace) => {
    if (open.delete(path)) void workspace.close(uriOfPath(path));
    return [];
  });
}

function useFolders(folders: readonly string[]): Happening {
  return named(`folders ${folders}`, (state, workspace) => {
    state.folders = folders;
    workspace.setFolders(folders.map(uriOfPath));
    void workspace.load();
    return [];
  });
}

function exclude(globs: readonly string[]): Happening {
  return named(`exclude ${globs}`, (state, workspace) => {
    state.exclude = globs;
    workspace.configure({ ...DEFAULT_CONFIG, exclude: globs });
    return [];
  });
}

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(file, content).map(([path, it]) => write(path, it)) },
  { weight: 4, arbitrary: decidingFile.map(([path, it]) => write(path, it)) },
  { weight: 3, arbitrary: anyFile.map(remove) },
  { weight: 1, arbitrary: folder.map(remove) },
  { weight: 2, arbitrary: fc.tuple(folder, folder).map(([from, to]) => rename(from, to)) },
  { weight: 2, arbitrary: fc.tuple(anyFile, anyFile).map(([from, to]) => rename(from, to)) },
  { weight: 4, arbitrary: fc.tuple(file, text).map(([path, it]) => edit(path, it)) },
  { weight: 2, arbitrary: decidingFile.map(([path, it]) => edit(path, it)) },
  { weight: 3, arbitrary: anyFile.map(close) },
  {
    weight: 1,
    arbitrary: fc.subarray(["/w", "/w/d", "/v"]).map((folders) => useFolders(folders)),
  },
  { weight: 1, arbitrary: fc.subarray(["gen", "*.c"]).map((globs) => exclude(globs)) },
);

const catalogFile = fc.constantFrom("/w/rules.yaml", "/w/d/rules.yaml", "/w/d/e/rules.yaml");
const catalogText = fc.constantFrom(
  "part: own\nrequirements: [{ id: ACME 1, title: T }]\n",
  "part: own\nrequirements: [{ id: ACME-01, title: T }]\n",
  "part: own\nrequirements: [{ id: ACME-01, title: Other }]\n",
  "part: other\nrequirements: [{ id: ACME 1, title: T }, { id: B 1, title: T }]\n",
  "part: own\nrequirements: [{ id: CR 1 }]\n",
);
const namingFile = fc.tuple(
  fc.constantFrom("/w/iec62443.yaml", "/w/d/iec62443.yaml"),
  fc.constantFrom("catalogs: [rules.yaml, d/rules.yaml]\n", "catalogs: e/rules.yaml\n", ""),
);
const ofCatalogs = fc.oneof(
  catalogFile,
  namingFile.map(([path]) => path),
);

/** What happens to catalog files, and to the project files that name them. */
const happeningToCatalogs: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(catalogFile, catalogText).map(([it, to]) => write(it, to)) },
  { weight: 2, arbitrary: fc.tuple(catalogFile, catalogText).map(([it, to]) => edit(it, to)) },
  { weight: 2, arbitrary: namingFile.map(([path, it]) => write(path, it)) },
  { weight: 1, arbitrary: namingFile.map(([path, it]) => edit(path, it)) },
  { weight: 2, arbitrary: ofCatalogs.map(close) },
  { weight: 2, arbitrary: ofCatalogs.map(remove) },
  { weight: 1, arbitrary: catalogFile.map((it) => write(it, { kind: "link" })) },
  { weight: 1, arbitrary: fc.constantFrom("/w/d", "/w/d/e").map(remove) },
  { weight: 2, arbitrary: fc.tuple(catalogFile, catalogFile).map(([a, b]) => rename(a, b)) },
  { weight: 1, arbitrary: fc.constant(rename("/w/d/e", "/w/e")) },
  { weight: 1, arbitrary: happening },
);

/** Happenings that a watcher tells of together; the next ones do not always wait for the index. */
function batchesOf(one: fc.Arbitrary<Happening>) {
  const batch = fc.record({
    happenings: fc.array(one, { minLength: 1, maxLength: 4 }),
    waits: fc.constantFrom("not at all", "for a moment", "for the index"),
  });
  return fc.array(batch, { maxLength: 12 });
}

async function fresh({ disk, open, folders, exclude }: State): Promise<Workspace> {
  const workspace = workspaceOf(disk, folders);
  workspace.configure({ ...DEFAULT_CONFIG, exclude });
  for (const [path, written] of open) workspace.open(uriOfPath(path), written, "c");
  await workspace.load();
  return workspace;
}

/** Everything that is under way has come to its end. */
async function settled(workspace: Workspace): Promise<void> {
  do await workspace.filesChanged([]);
  while (workspace.indexing);
}

/** Lets time fly, so that the workspace gives way to others after every second file. */
function hurry(): void {
  let now = 0;
  const clock = vi.spyOn(performance, "now").mockImplementation(() => (now += 6));
  onTestFinished(() => clock.mockRestore());
}

const PLAIN = { "/w/a.c": "// @iec62443 CR 1.5\n", "/v/a.c": "// @iec62443 CR 1.1" };
const WITH_CATALOGS = {
  "/w/iec62443.yaml": "catalogs: [rules.yaml, d/rules.yaml]\n",
  "/w/rules.yaml": "part: own\nrequirements: [{ id: ACME 1, title: T }]\n",
  "/w/a.c": "// @iec62443 acme 1, b 1\n",
  "/w/d/a.c": "// @iec62443 acme 1\n",
};

test.each([
  ["anything that happens", PLAIN, happening],
  ["what happens to catalogs", WITH_CATALOGS, happeningToCatalogs],
])("after %s, the workspace knows what a fresh one would", async (_, files, one) => {
  hurry();
  await fc.assert(
    fc.asyncProperty(batchesOf(one), async (batches) => {
      const disk = new MemoryFiles(files);
      disk.makeFolder("/w/d/e");
      const state: State = { disk, open: new Map(), folders: ["/w"], exclude: [] };
      const workspace = workspaceOf(disk, state.folders);
      void workspace.load();
      for (const { happenings, waits } of batches) {
        const news = happenings.flatMap((it) => it(state, workspace));
        const followed = workspace.filesChanged(news);
        if (waits === "for a moment") await new Promise((resolve) => setImmediate(resolve));
        if (waits === "for the index") await followed;
      }
      await settled(workspace);
      expect(everythingOf(workspace)).toEqual(everythingOf(await fresh(state)));
    }),
    { numRuns: 800 },
  );
});
