import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { World } from "./world.ts";

/** Numbers from 0 to 1, the same ones for the same seed. */
export type Chance = () => number;

/** One thing that somebody does, how often in a thousand, and how it is done. */
interface Event {
  readonly name: string;
  readonly weight: number;
  readonly happen: (world: World, chance: Chance) => void;
}

const LARGEST = 4000;
const MOST_OPEN = 12;
const MOST_FILES = 400;

const SNIPPETS = [
  ...'int a;\n|x|/* |*/|"|\n|// |// @iec62443 CR 1.1\n|// @iec62443 verifies CR 2.1: by test\n'.split(
    "|",
  ),
  ..."// @iec62443 CR 9.9\n|@iec62443 |# @iec62443 CR 3.4\n|/*\n * @iec62443 partial CR 1.5\n */\n| CR 1.2".split(
    "|",
  ),
];
const PROJECTS = [
  "product: One\ncomponent: embedded-device\ntarget: 2\n",
  "product: Other\nscan: { exclude: [d1, '*.h'] }\n",
  "product: Other\nscan: { languages: { '*.txt': c }, maxFileSize: 500 }\n",
  "product: Other\ntarget: 3\nstatements: [{ requirement: CR 2.2, status: not-applicable, reason: None. }]\n",
  "product: [",
  "",
];
const IGNORES = ["out/\n", "d2\n", "*.c\n!d3/*.c\n", ""];
const SETTINGS = [
  {},
  { scan: { exclude: ["**/d4/**"] } },
  { rules: { "unknown-requirement": "hint" } },
  { target: 3 },
  { scan: { maxFileSize: 100 } },
];

const EVENTS: readonly Event[] = [
  { name: "edit", weight: 600, happen: type },
  { name: "open", weight: 90, happen: open },
  {
    name: "close",
    weight: 70,
    happen: (world, chance) => world.close(pick(chance, opened(world))),
  },
  { name: "save", weight: 100, happen: (world, chance) => world.save(pick(chance, opened(world))) },
  { name: "new file", weight: 25, happen: create },
  { name: "remove a file", weight: 25, happen: remove },
  { name: "rename a file", weight: 20, happen: renameFile },
  { name: "rename a folder", weight: 10, happen: renameFolder },
  { name: "checkout", weight: 10, happen: checkout },
  {
    name: "settings",
    weight: 10,
    happen: (world, chance) => world.configure(pick(chance, SETTINGS)),
  },
  { name: "project file", weight: 20, happen: projectFile },
  { name: "ignore file", weight: 10, happen: ignoreFile },
  { name: "folders", weight: 6, happen: folders },
  { name: "re-index", weight: 4, happen: ({ editor }) => editor.refresh() },
];

const TICKETS = EVENTS.flatMap((it) => Array<Event>(it.weight).fill(it));

/** Lets so many things happen. Now and then the editor is waited for, as a person waits. Answers how often each was. */
export async function happen(world: World, chance: Chance, events: number) {
  const counts: Record<string, number> = {};
  for (let i = 0; i < events; i++) {
    const event = pick(chance, TICKETS);
    event.happen(world, chance);
    counts[event.name] = (counts[event.name] ?? 0) + 1;
    if (chance() < 0.05) await world.editor.settled();
    else if (chance() < 0.5) await new Promise((resolve) => setImmediate(resolve));
  }
  await world.editor.settled();
  return counts;
}

function pick<T>(chance: Chance, choices: readonly T[]): T {
  return choices[Math.floor(chance() * choices.length)] as T;
}

/** Those that are open; a path that is not there where none is. */
function opened({ open, root }: World): readonly string[] {
  return open.size === 0 ? [join(root, "none")] : [...open.keys()];
}

/** Some characters more, or some less. */
function type(world: World, chance: Chance): void {
  const path = pick(chance, opened(world));
  const text = world.open.get(path);
  if (text === undefined) {
    open(world, chance);
    return;
  }
  const at = Math.floor(chance() * (text.length + 1));
  const isLess = chance() < 0.3 || text.length > LARGEST;
  const rest = text.slice(isLess ? at + Math.floor(chance() * 20) : at);
  world.show(path, text.slice(0, at) + (isLess ? "" : pick(chance, SNIPPETS)) + rest);
}

function open(world: World, chance: Chance): void {
  if (world.open.size >= MOST_OPEN) world.close(pick(chance, opened(world)));
  const path = pick(chance, world.files);
  if (!world.open.has(path)) world.show(path, readFileSync(path, "utf8"));
}

function create(world: World, chance: Chance): void {
  if (world.files.length >= MOST_FILES) {
    remove(world, chance);
    return;
  }
  const name = pick(chance, ["new.c", "new.h", "new.txt", "new.py"]);
  const path = join(dirname(pick(chance, world.files)), `${Math.floor(chance() * 100)}${name}`);
  world.change({ written: new Map([[path, pick(chance, SNIPPETS).repeat(3)]]) });
}

function remove(world: World, chance: Chance): void {
  const path = pick(chance, world.files);
  if (chance() < 0.5) world.close(path);
  world.change({ removed: [path] });
}

function renameFile(world: World, chance: Chance): void {
  const path = pick(chance, world.files);
  world.rename(
    path,
    join(dirname(pick(chance, world.files)), `moved-${basename(path)}`.slice(-20)),
  );
}

function renameFolder(world: World, chance: Chance): void {
  const path = dirname(pick(chance, world.files));
  if (world.allFolders.includes(path)) return;
  world.rename(path, join(dirname(path), pick(chance, ["d1", "d8", "out", "build"])));
}

/** Another branch: a third of the files say something else, some are gone, some come back. */
function checkout(world: World, chance: Chance): void {
  const written = new Map<string, string>();
  const files = world.files.filter((it) => it.endsWith(".c"));
  for (const it of files) if (chance() < 0.3) written.set(it, pick(chance, SNIPPETS).repeat(2));
  for (const [path, text] of World.BEGINNING) {
    if (chance() < 0.1) written.set(join(world.root, path), text);
  }
  const removed = files.filter((it) => !written.has(it) && chance() < 0.1);
  world.change({ written, removed });
}

function projectFile(world: World, chance: Chance): void {
  const path = join(
    pick(chance, world.allFolders),
    pick(chance, ["", "d1", "d5"]),
    "iec62443.yaml",
  );
  if (chance() < 0.2) world.change({ removed: [path] });
  else if (chance() < 0.5) world.show(path, pick(chance, PROJECTS));
  else world.change({ written: new Map([[path, pick(chance, PROJECTS)]]) });
}

function ignoreFile(world: World, chance: Chance): void {
  const path = join(pick(chance, world.allFolders), ".gitignore");
  world.change({ written: new Map([[path, pick(chance, IGNORES)]]) });
}

function folders(world: World, chance: Chance): void {
  const some = world.allFolders.filter(() => chance() < 0.7);
  world.useFolders(some.length === 0 ? world.allFolders : some);
}
