/** What other editors may have run by `workspace/executeCommand`. Our own client has commands of its own. */
export const SERVER_COMMANDS = [
  "iec62443.server.report",
  "iec62443.server.createProjectFile",
  "iec62443.server.setTarget",
  "iec62443.server.markRequirement",
  "iec62443.server.reindex",
] as const;

export type ServerCommand = (typeof SERVER_COMMANDS)[number];
