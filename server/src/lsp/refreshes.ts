import type { Connection } from "vscode-languageserver";
import type { Project } from "../core/project.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { RefreshSupport } from "./clientSupport.ts";

/**
 * Tells the client to ask anew for what may be otherwise without an edit of the text that it shows. What a lens
 * counts depends on every file; hints and colours only on settings and catalogs.
 */
export class Refreshes {
  readonly #connection: Connection;
  readonly #support: RefreshSupport;
  #projects: readonly Project[] | undefined;
  #hadHints = false;

  constructor(connection: Connection, support: RefreshSupport) {
    this.#connection = connection;
    this.#support = support;
  }

  /** Nothing has changed for a while. */
  async send({ snapshot, config }: Workspace): Promise<void> {
    const { languages } = this.#connection;
    const { codeLens, inlayHints, semanticTokens } = this.#support;
    const isOther = snapshot.projects !== this.#projects;
    const isSwitched = config.inlayHints !== this.#hadHints;
    this.#projects = snapshot.projects;
    this.#hadHints = config.inlayHints;
    await Promise.all([
      codeLens && this.#connection.sendRequest("workspace/codeLens/refresh"),
      inlayHints && (isSwitched || (isOther && config.inlayHints)) && languages.inlayHint.refresh(),
      semanticTokens && isOther && languages.semanticTokens.refresh(),
    ]);
  }
}
