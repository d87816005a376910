import { DEFAULT_CONFIG } from "../core/config.ts";
import type { Project } from "../core/project.ts";
import { Indexer, type WorkspaceOptions } from "./indexer.ts";

/** The project that a folder belongs to, without a look at its sources. */
export function projectAt(options: WorkspaceOptions, folder: string): Project | undefined {
  const indexer = new Indexer(options, DEFAULT_CONFIG);
  indexer.setFolders([folder]);
  indexer.explorer.directoryOf(folder);
  return indexer.projects.at(folder);
}
