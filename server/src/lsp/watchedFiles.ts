import {
  type Connection,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
  type FileSystemWatcher,
  RegistrationRequest,
  UnregistrationRequest,
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
  #turn = 0;
  #registered: string | undefined;

  constructor(connection: Connection, support: ClientSupport) {
    this.#connection = connection;
    this.#support = support;
  }

  /**
   * Asks for the watchers of these folders in the place of those asked for before. The requests are our own: what
   * the library gives back to take a registration back has no end that can be awaited.
   */
  async watch(folders: readonly string[]): Promise<void> {
    if (!this.#support.registersWatchers) return;
    const before = this.#registered;
    const watchers = watchersFor(folders, this.#support);
    const id = watchers.length === 0 ? undefined : `iec62443-files-${this.#turn++}`;
    this.#registered = id;
    if (id !== undefined) {
      const registrations = [{ id, method: METHOD, registerOptions: { watchers } }];
      await this.#connection.sendRequest(RegistrationRequest.type, { registrations });
    }
    if (before !== undefined) {
      const unregisterations = [{ id: before, method: METHOD }];
      await this.#connection.sendRequest(UnregistrationRequest.type, { unregisterations });
    }
  }
}

const METHOD = DidChangeWatchedFilesNotification.method;

const TYPES: Readonly<Record<FileChangeType, FileChange["type"]>> = {
  [FileChangeType.Created]: "created",
  [FileChangeType.Changed]: "changed",
  [FileChangeType.Deleted]: "deleted",
};

/** The client's word for a change as the workspace takes it. */
export function toFileChange({ uri, type }: FileEvent): FileChange {
  return { uri, type: TYPES[type] ?? "changed" };
}
