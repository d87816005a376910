/** Text of unknown origin as Markdown that shows it letter by letter: no markup, no link, no HTML. */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .trim()
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replace(/[\\`*_[\]|~$@]|:(?=\/\/)|(?<=www)\./gi, "\\$&")
    .replace(/^([#\-+=>]|\d+(?=[.)]))/, startOfBlock);
}

/** A mark that would begin a heading, a list or a quote at the start of a paragraph. */
function startOfBlock(mark: string): string {
  return /\d/.test(mark) ? `${mark}\\` : `\\${mark}`;
}

/** Text of unknown origin as code, between as many backticks as it takes that none inside ends it. */
export function codeSpan(text: string): string {
  const content = oneLine(text).trim();
  if (content === "") return "";
  const longest = Math.max(0, ...[...content.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const space = content.startsWith("`") || content.endsWith("`") ? " " : "";
  return `${fence}${space}${content}${space}${fence}`;
}

/** What a link may lead to; a command of the editor is none of it. */
const HARMLESS = /^(?:https?|file|untitled|iec62443):/i;

/** A link; text and address may be of unknown origin. */
export function link(text: string, address: string): string {
  if (!HARMLESS.test(address)) return escapeMarkdown(text);
  const target = address.replace(
    /[\s()<>\\]/g,
    (unit) => `%${unit.charCodeAt(0).toString(16).padStart(2, "0").toUpperCase()}`,
  );
  return `[${escapeMarkdown(text)}](${target})`;
}

/** A table whose cells are Markdown already. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(header), row(header.map(() => "---")), ...rows.map(row)].join("\n");
}

/** Cells, which are Markdown already, as a line of a table. */
export function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** Line ends and control characters would end the paragraph, or mean something to a terminal. */
function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ");
}
