import type { CoverageNode } from "./coverageNode.ts";
import type { CoverageSource } from "./coverageSource.ts";
import { excludeFolder } from "./excludeFolder.ts";
import { exportReport } from "./exportReport.ts";
import { createProjectFile } from "./newProjectFile.ts";
import type { Server } from "./server.ts";
import { setTarget } from "./targetPick.ts";

export interface ProjectCommandContext {
  readonly server: Server;
  readonly source: CoverageSource;
}

type Run = (named?: CoverageNode | string) => unknown;

/** The commands that write what a project is told by: its file, and reports of it. */
export function projectCommands({ server, source }: ProjectCommandContext): Record<string, Run> {
  return {
    "iec62443.createProjectFile": () => createProjectFile(server),
    "iec62443.exportReport": (named) => exportReport(server, source, named),
    "iec62443.setTarget": (named) => setTarget(server, source, named),
    // The explorer names the folder that was clicked.
    "iec62443.excludeFolder": (folder) => excludeFolder(server, folder),
  };
}
