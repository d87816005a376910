import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { uriOfPath } from "../../server/src/workspace/uris.ts";

/** A folder on the disk that lives as long as the test. */
export interface TestFolder {
  readonly uri: string;
  readonly path: string;
  uriOf(name: string): string;
  write(name: string, content: string): string;
  rename(from: string, to: string): void;
  remove(name: string): void;
}

/** Puts files into a new folder; names may hold slashes. */
export function folderOf(files: Readonly<Record<string, string>>): TestFolder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), "iec62443-")));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  const folder: TestFolder = {
    uri: uriOfPath(path),
    path,
    uriOf: (name) => uriOfPath(`${path}/${name}`),
    write: (name, content) => {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), content);
      return folder.uriOf(name);
    },
    rename: (from, to) => renameSync(join(path, from), join(path, to)),
    remove: (name) => rmSync(join(path, name), { recursive: true }),
  };
  for (const [name, content] of Object.entries(files)) folder.write(name, content);
  return folder;
}
