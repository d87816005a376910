import { parseConfig } from "../../server/src/core/parseConfig.ts";
import { nodeFiles } from "../../server/src/workspace/fileSystem.ts";
import { uriOfPath } from "../../server/src/workspace/uris.ts";
import type { Workspace } from "../../server/src/workspace/workspace.ts";
import { everythingOf, workspaceOf } from "../support/workspaceOf.ts";
import type { Editor, Settings } from "./world.ts";

/** An editor that has a workspace in its own process, on the real disk. */
export class WorkspaceEditor implements Editor {
  readonly workspace: Workspace = workspaceOf(nodeFiles(), []);

  open(path: string, text: string): void {
    this.workspace.open(uriOfPath(path), text, languageIdOf(path));
  }

  edit(path: string, text: string): void {
    this.workspace.edit(uriOfPath(path), text);
  }

  close(path: string): void {
    void this.workspace.close(uriOfPath(path));
  }

  setFolders(paths: readonly string[]): void {
    this.workspace.setFolders(paths.map(uriOfPath));
    this.refresh();
  }

  configure(settings: Settings): void {
    this.workspace.configure(parseConfig(settings, ["unknown-requirement"]).config);
  }

  filesChanged(changes: Parameters<Editor["filesChanged"]>[0]): void {
    void this.workspace.filesChanged(
      changes.map(({ path, type }) => ({ uri: uriOfPath(path), type })),
    );
  }

  refresh(): void {
    void this.workspace.load();
  }

  async settled(): Promise<void> {
    do await this.workspace.filesChanged([]);
    while (this.workspace.indexing);
  }

  get everything(): unknown {
    return everythingOf(this.workspace);
  }
}

/** What VS Code says of a file by its name. */
export function languageIdOf(path: string): string {
  if (/\.[ch]$/.test(path)) return "c";
  if (path.endsWith(".py")) return "python";
  return path.endsWith(".yaml") ? "yaml" : "plaintext";
}
