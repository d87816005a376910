import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { FileChange } from "../../server/src/workspace/workspace.ts";

/** Settings as an editor sends them. */
export type Settings = Readonly<Record<string, unknown>>;

/** What an editor can do to a workspace or a server. Paths are absolute. */
export interface Editor {
  open(path: string, text: string): void;
  edit(path: string, text: string): void;
  close(path: string): void;
  setFolders(paths: readonly string[]): void;
  configure(settings: Settings): void;
  /** News of a file watcher, all of them at once. */
  filesChanged(
    changes: readonly { readonly path: string; readonly type: FileChange["type"] }[],
  ): void;
  refresh(): void;
  /** Everything that was told has been followed. */
  settled(): Promise<void>;
}

type Change = { readonly path: string; readonly type: FileChange["type"] };

const FOLDERS = ["one", "two", "three"];
/** Enough for scan workers. */
const FILES = 300;

/** A real folder with files in it, and an editor that works there: what is on the disk, and what is open. */
export class World {
  readonly root: string;
  readonly editor: Editor;
  readonly open = new Map<string, string>();
  settings: Settings = {};
  folders: readonly string[] = [];

  constructor(root: string, editor: Editor) {
    this.root = root;
    this.editor = editor;
  }

  /** The files as they were at first, by path relative to the root. */
  static readonly BEGINNING: ReadonlyMap<string, string> = new Map([
    ["one/iec62443.yaml", "product: One\ncomponent: embedded-device\ntarget: 2\n"],
    ["two/iec62443.yaml", "product: Two\n"],
    ["one/.gitignore", "out/\n"],
    ...Array.from({ length: FILES }, (_, it): [string, string] => [
      `${FOLDERS[it % 3]}/d${it % 7}/${it}.c`,
      it % 2 === 0 ? `// @iec62443 CR 1.${1 + (it % 5)}\nint f${it}(void);\n` : "int plain;\n",
    ]),
  ]);

  get allFolders(): readonly string[] {
    return FOLDERS.map((it) => join(this.root, it));
  }

  /** Every file that stands on the disk now. */
  get files(): readonly string[] {
    return readdirSync(this.root, { recursive: true, withFileTypes: true })
      .filter((it) => it.isFile())
      .map((it) => join(it.parentPath, it.name))
      .sort();
  }

  /** Everything as at the beginning: nothing open, no settings, all folders, the first files. */
  async restore(): Promise<void> {
    for (const path of [...this.open.keys()]) this.close(path);
    this.configure({});
    this.useFolders(this.allFolders);
    const wanted = new Map(
      [...World.BEGINNING].map(([path, text]) => [join(this.root, path), text]),
    );
    const gone = this.files.filter((it) => !wanted.has(it));
    this.change({ written: wanted, removed: gone });
    await this.editor.settled();
  }

  /** Writes and removes files at once, as a checkout does, and tells of them in one word. */
  change({ written = new Map(), removed = [] }: Checkout): void {
    const changes: Change[] = [];
    for (const path of removed) {
      rmSync(path, { recursive: true, force: true });
      changes.push({ path, type: "deleted" });
    }
    for (const [path, text] of written) {
      const type = existsSync(path) ? "changed" : "created";
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
      changes.push({ path, type });
    }
    this.editor.filesChanged(changes);
  }

  rename(from: string, to: string): void {
    if (!existsSync(from) || existsSync(to)) return;
    for (const it of [...this.open.keys()]) {
      if (it === from || it.startsWith(`${from}/`)) this.close(it);
    }
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
    this.editor.filesChanged([
      { path: from, type: "deleted" },
      { path: to, type: "created" },
    ]);
  }

  show(path: string, text: string): void {
    if (this.open.has(path)) this.editor.edit(path, text);
    else this.editor.open(path, text);
    this.open.set(path, text);
  }

  save(path: string): void {
    const text = this.open.get(path);
    if (text !== undefined) this.change({ written: new Map([[path, text]]) });
  }

  close(path: string): void {
    if (this.open.delete(path)) this.editor.close(path);
  }

  useFolders(folders: readonly string[]): void {
    this.folders = folders;
    this.editor.setFolders(folders);
  }

  configure(settings: Settings): void {
    this.settings = settings;
    this.editor.configure(settings);
  }

  /** Shows another editor the same: it knows only what is now. */
  async showTo(other: Editor): Promise<void> {
    other.configure(this.settings);
    other.setFolders(this.folders);
    for (const [path, text] of this.open) other.open(path, text);
    other.refresh();
    await other.settled();
  }
}

interface Checkout {
  readonly written?: ReadonlyMap<string, string>;
  readonly removed?: readonly string[];
}
