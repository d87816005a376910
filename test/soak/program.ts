// The soak as a program, bundled by test/bench/soak.mjs: node OPTIONS program.mjs SETUP, where SETUP is JSON.
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { randomOf } from "../kernel/random.mjs";
import { happen } from "./events.ts";
import { ServerEditor } from "./serverEditor.ts";
import { WorkspaceEditor } from "./workspaceEditor.ts";
import { type Editor, World } from "./world.ts";

/** What soaks: an editor, and what can be asked of what it talks to. */
interface Soaked {
  readonly editor: Editor;
  everything(): Promise<unknown>;
  heap(): Promise<number>;
  end(): Promise<void>;
}

interface Setup {
  readonly what: "workspace" | "server";
  readonly events: number;
  readonly warmUp: number;
  readonly seed: number;
  readonly server: string;
  readonly probe: string;
  /** What Node is told of its engine. */
  readonly engine: readonly string[];
}

const setup: Setup = JSON.parse(process.argv[2] ?? "");
const root = realpathSync(mkdtempSync(join(tmpdir(), "iec62443-soak-")));
const start = setup.what === "server" ? server : inProcess;
try {
  console.log(JSON.stringify(await soak()));
} finally {
  rmSync(root, { recursive: true, force: true });
}

async function soak() {
  const soaked = await start();
  const world = new World(root, soaked.editor);
  const chance = randomOf(setup.seed);
  await world.restore();
  await happen(world, chance, setup.warmUp);
  await world.restore();
  const before = await soaked.heap();
  const counts = await happen(world, chance, setup.events);
  const isLikeFresh = await isLike(soaked, world);
  await world.restore();
  const after = await soaked.heap();
  const isRestoredLikeFresh = await isLike(soaked, world);
  await soaked.end();
  return { counts, before, after, isLikeFresh, isRestoredLikeFresh };
}

async function isLike(soaked: Soaked, world: World): Promise<boolean> {
  const fresh = await start();
  await world.showTo(fresh.editor);
  const isLike = isDeepStrictEqual(await soaked.everything(), await fresh.everything());
  await fresh.end();
  return isLike;
}

async function inProcess(): Promise<Soaked> {
  const editor = new WorkspaceEditor();
  return {
    editor,
    everything: async () => editor.everything,
    heap: async () => {
      for (let i = 0; i < 3; i++) globalThis.gc?.();
      return process.memoryUsage().heapUsed;
    },
    end: async () => {},
  };
}

async function server(): Promise<Soaked> {
  const env = { ...process.env, XDG_CACHE_HOME: `${root}-cache` };
  process.once("exit", () => rmSync(`${root}-cache`, { recursive: true, force: true }));
  const editor = await ServerEditor.start(setup.server, { ...setup, env });
  return {
    editor,
    everything: () => editor.everything(),
    heap: () => editor.heap(),
    end: () => editor.end(),
  };
}
