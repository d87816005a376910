export const TASK_TYPE = "iec62443";

/** What the command line may be asked for in a task. */
export const TASK_COMMANDS = ["check", "report"] as const;
export type TaskCommand = (typeof TASK_COMMANDS)[number];

/** What is handed to the command line, from a definition that anybody may have written; nothing for a wrong one. */
export function argumentsOf(definition: Readonly<Record<string, unknown>>): string[] | undefined {
  const command = TASK_COMMANDS.find((it) => it === definition["command"]);
  const args = definition["args"] ?? [];
  if (command === undefined || !Array.isArray(args)) return undefined;
  return args.every((it) => typeof it === "string") ? [command, ...args] : undefined;
}
