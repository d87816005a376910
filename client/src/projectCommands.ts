import type { CoverageNode } from "./coverageNode.ts";
import type { CoverageSource } from "./coverageSource.ts";
import { createProjectFile } from "./newProjectFile.ts";
import type { Server } from "./server.ts";
import { setTarget } from "./targetPick.ts";

export interface ProjectCommandContext {
  readonly server: Server;
  readonly source: CoverageSource;
}

/** The commands that write project files. */
export function projectCommands({
  server,
  source,
}: ProjectCommandContext): Record<string, (named?: CoverageNode | string) => unknown> {
  return {
    "iec62443.createProjectFile": () => createProjectFile(server),
    "iec62443.setTarget": (named) => setTarget(server, source, named),
  };
}
