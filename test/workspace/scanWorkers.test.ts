import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { nodeFiles } from "../../server/src/workspace/fileSystem.ts";
import type { Workspace } from "../../server/src/workspace/workspace.ts";
import { ScanWorkerProgram } from "../support/scanWorkerProgram.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { everythingOf, workspaceOf } from "../support/workspaceOf.ts";

const worker = new ScanWorkerProgram();

/** A tree of folders with more files than the main thread reads before a worker has started. */
function tree(): string {
  const files = Array.from({ length: 900 }, (_, it): [string, string] => [
    `d${it % 30}/f${it}.c`,
    it % 3 === 0 ? "int plain;\n" : `// @iec62443 CR 1.${1 + (it % 12)}\nint f${it};\n`,
  ]);
  return temporaryFolder({
    ...Object.fromEntries(files),
    "iec62443.yaml":
      "catalogs: [own.yaml]\nscan: { maxFileSize: 200, languages: { '*.zzz': c }, exclude: [d9] }\n",
    "own.yaml":
      "part: acme\ntitle: Rules\nsource: Acme\nrequirements:\n  - { id: ACME 1, title: One, summary: Do. }\n",
    "own.zzz": "// @iec62443 ACME 1\nint own;\n",
    "large.c": `// @iec62443 CR 1.1\n${"int large;\n".repeat(30)}`,
    "binary.c": Buffer.from([0, 1, 2]),
    "odd.c": "// @iec62443 nonsense\n",
  });
}

interface Loaded {
  readonly workspace: Workspace;
  readonly log: readonly string[];
}

/** Reads a folder with workers of a program; without one, in this thread. */
async function loaded(folder: string, program?: string, patience = 60_000): Promise<Loaded> {
  const log: string[] = [];
  const workspace = workspaceOf(nodeFiles(), [folder], undefined, {
    log: (message) => log.push(message),
    ...(program !== undefined && {
      workers: { program, count: 2, patience, worthwhile: 1 },
    }),
  });
  await workspace.load();
  return { workspace, log };
}

/** How many threads and ports of theirs this process has. */
function threads(): number {
  return process.getActiveResourcesInfo().filter((it) => it === "MessagePort").length;
}

test("threads find what one thread finds, and are gone afterwards", async () => {
  const folder = tree();
  const mark = join(folder, "d9/started");
  const before = threads();
  const program = worker.after(`require("node:fs").writeFileSync(${JSON.stringify(mark)}, "");`);
  const alone = await loaded(folder);
  expect(existsSync(mark)).toBe(false);
  const { workspace, log } = await loaded(folder, program);
  expect(existsSync(mark)).toBe(true);
  expect(everythingOf(workspace)).toEqual(everythingOf(alone.workspace));
  expect(workspace.counts).toEqual(alone.workspace.counts);
  expect(log).toEqual([]);
  await expect.poll(threads).toBe(before);
});

test.each([
  ["ends", "process.exit(1);"],
  ["runs out of memory", "const all = []; for (;;) all.push(new Array(1e6).fill(all.length));"],
  ["stays", "for (;;);"],
])("a file at which a thread %s costs itself only", async (_, action) => {
  const folder = tree();
  const { workspace, log } = await loaded(folder, worker.atFile("/f4.c", action), 300);
  const alone = everythingOf((await loaded(folder)).workspace) as Everything;
  const found = everythingOf(workspace) as Everything;
  // Whether a thread or the main one came by the file is chance: in the main one nothing is wrong with it.
  const wasThread = log.some((it) => it.includes("f4.c was given up"));
  const isOther = ([uri]: readonly [string, unknown]) => !wasThread || !uri.endsWith("/f4.c");
  expect(found.files).toEqual(alone.files.filter(isOther));
  expect(found.skipped.filter((it) => it.uri.endsWith("/f4.c"))).toEqual(
    wasThread ? [{ uri: expect.any(String), why: expect.stringContaining("ended a thread") }] : [],
  );
});

interface Everything {
  readonly files: readonly (readonly [string, unknown])[];
  readonly skipped: readonly { readonly uri: string; readonly why: string }[];
}

test.each([
  ["that does not exist", () => "/nowhere/worker.cjs"],
  ["that fails", () => worker.after("throw new Error('broken');")],
  ["that ends at once", () => worker.after("process.exit(0);")],
])("without a program, or with one %s, all is read in the main thread", async (_, program) => {
  const folder = tree();
  const { workspace } = await loaded(folder, program());
  expect(everythingOf(workspace)).toEqual(everythingOf((await loaded(folder)).workspace));
});

test("a load that is stopped ends its threads; the next one is complete", async () => {
  const folder = tree();
  const before = threads();
  const workspace = workspaceOf(nodeFiles(), [folder], undefined, {
    log: () => {},
    workers: {
      program: worker.atFile(
        ".c",
        "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);",
      ),
      count: 2,
      patience: 60_000,
      worthwhile: 1,
    },
  });
  const stop = new AbortController();
  const stopped = workspace.load({ signal: stop.signal, onProgress: () => stop.abort() });
  setImmediate(() => stop.abort());
  await stopped;
  await expect.poll(threads).toBe(before);
  expect(workspace.problems).toEqual([expect.stringContaining("stopped before its end")]);
  await workspace.load();
  expect(everythingOf(workspace)).toEqual(everythingOf((await loaded(folder)).workspace));
});

test("what is opened in an editor while threads read wins over what they find", async () => {
  const folder = tree();
  const workspace = workspaceOf(nodeFiles(), [folder], undefined, {
    workers: { program: worker.path, count: 2, patience: 60_000, worthwhile: 1 },
  });
  const uri = `file://${folder}/d1/f1.c`;
  const loading = workspace.load();
  setImmediate(() => workspace.open(uri, "// @iec62443 CR 3.4\n", "c"));
  await loading;
  const [annotation] = workspace.snapshot.index.inFile(uri)?.annotations ?? [];
  expect(annotation?.claims[0]?.reference.id).toBe("CR 3.4");
  expect(readFileSync(`${folder}/d1/f1.c`, "utf8")).toContain("CR 1.2");
});
