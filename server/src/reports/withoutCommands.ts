/** What begins a line that a build server takes for a command: GitHub's `::error` and `##[…]`, Azure's `##vso[…]`. */
const COMMAND = /^(?=::|##(?:vso)?\[)/gm;

/** Lines in which none is a command, whatever a file or a product is called: their names begin lines of text. */
export function withoutCommands(lines: string): string {
  return lines.replace(COMMAND, " ");
}
