const CELL = /^vscode-notebook-cell:(?:\/\/([^/]*))?(?=\/)([^#]*)/;

/** Whether a document is a cell of a notebook, as VS Code names it: it is on no disk by itself. */
export function isCell(uri: string): boolean {
  return CELL.test(uri);
}

/**
 * The uri of the file that a document is in: of a cell that of its notebook. The host of a remote window, as in
 * `wsl%2Bubuntu`, is here the machine itself.
 */
export function fileOf(uri: string): string {
  const [, host = "", path] = CELL.exec(uri) ?? [];
  if (path === undefined) return uri;
  return `file://${/\+|%2b/i.test(host) ? "" : host}${path}`;
}
