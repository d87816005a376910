import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  FileChangeType,
  type FileEvent,
  type FileSystemWatcher,
} from "vscode-languageserver";
import { BASELINE_FILE } from "../core/baseline.ts";
import { LANGUAGES } from "../core/languages.ts";
import { PROJECT_FILES } from "../core/projectFile/names.ts";
import type { FileChange } from "../workspace/workspace.ts";
import type { ClientSupport } from "./clientSupport.ts";

/** Files beside the sources that decide what is read and what is asked. */
const RULE_FILES = [".gitignore", ".ignore", ".iec62443ignore", ...PROJECT_FILES, BASELINE_FILE];

/**
 * What the client is to watch. VS Code watches its folders anyway and reports only the folder when a
 * folder goes or is renamed, so there the pattern takes everything. Other editors start a watcher
 * for each match, or worse for each folder: they are asked for what can hold an annotation.
 */
export function watchersFor(
  folders: readonly string[],
  { pages, relativePatterns }: Pick<ClientSupport, "pages" | "relativePatterns">,
): FileSystemWatcher[] {
  const patterns = pages ? ["**/*"] : sourcePatterns();
  if (!relativePatterns) return patterns.map((globPattern) => ({ globPattern }));
  return folders
    .filter((it) => it.startsWith("file:"))
    .flatMap((baseUri) => patterns.map((pattern) => ({ globPattern: { baseUri, pattern } })));
}

/** The names and extensions of every language of the table. */
function sourcePatterns(): string[] {
  const extensions = new Set(LANGUAGES.flatMap((it) => it.extensions));
  const names = new Set([...LANGUAGES.flatMap((it) => it.fileNames), ...RULE_FILES]);
  return [`**/*{${[...extensions].map(inAnyCase).join(",")}}`, `**/{${[...names].join(",")}}`];
}

/** Extensions count in any case, patterns in the one they are written in: `.TcPOU`, `.C`. */
function inAnyCase(extension: string): string {
  return extension.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

/** Keeps the client's watchers in step with the folders. */
export class WatchedFiles {
  readonly #connection: Connection;
  readonly #support: ClientSupport;
  #registered: Promise<Disposable> | undefined;

  constructor(connection: Connection, support: ClientSupport) {
    this.#connection = connection;
    this.#support = support;
  }

  /** Asks for the watchers of these folders in the place of those asked for before. */
  async watch(folders: readonly string[]): Promise<void> {
    if (!this.#support.registersWatchers) return;
    const before = this.#registered;
    const watchers = watchersFor(folders, this.#support);
    this.#registered =
      watchers.length === 0
        ? undefined
        : this.#connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    await this.#registered;
    (await before)?.dispose();
  }
}

const TYPES: Readonly<Record<FileChangeType, FileChange["type"]>> = {
  [FileChangeType.Created]: "created",
  [FileChangeType.Changed]: "changed",
  [FileChangeType.Deleted]: "deleted",
};

/** The client's word for a change as the workspace takes it. */
export function toFileChange({ uri, type }: FileEvent): FileChange {
  return { uri, type: TYPES[type] ?? "changed" };
}
