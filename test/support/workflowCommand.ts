/** What the runner of GitHub Actions makes of a line. */
export interface WorkflowCommand {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** Reads a line as the runner does: by position, and unescaping the percent sign last. */
export function readWorkflowCommand(line: string): WorkflowCommand | undefined {
  const text = line.trimStart();
  const end = text.indexOf("::", 2);
  if (!text.startsWith("::") || end < 0) return undefined;
  const info = text.slice(2, end);
  const space = info.indexOf(" ");
  const properties: Record<string, string> = {};
  for (const property of space < 0
    ? []
    : info
        .slice(space + 1)
        .trim()
        .split(",")) {
    // Of several equals signs in a row all but the first are lost.
    const [, key, value] = /^=*([^=]+)=+(.+)$/s.exec(property) ?? [];
    if (key !== undefined && value !== undefined) properties[key] = unescapeProperty(value);
  }
  const command = space < 0 ? info : info.slice(0, space);
  return { command, properties, data: unescapeData(text.slice(end + 2)) };
}

function unescapeProperty(text: string): string {
  const unescaped = text.replaceAll("%0D", "\r").replaceAll("%0A", "\n");
  return unescaped.replaceAll("%3A", ":").replaceAll("%2C", ",").replaceAll("%25", "%");
}

function unescapeData(text: string): string {
  return text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}
