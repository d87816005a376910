// Addresses of the workbench.

/** The address of a folder or of a `.code-workspace` file. `payload` is what the workbench reads at its start. */
export function address(origin, path, { payload, tkn } = {}) {
  const key = path.endsWith(".code-workspace") ? "workspace" : "folder";
  const query = new URLSearchParams({ [key]: path });
  if (payload !== undefined) query.set("payload", JSON.stringify(Object.entries(payload)));
  if (tkn !== undefined) query.set("tkn", tkn);
  // A path is easier to read with its slashes.
  return `http://${origin}/?${query.toString().replaceAll("%2F", "/")}`;
}

/** How the workbench names a file of the server's machine. */
export function remote(origin, path) {
  return `vscode-remote://${origin}${path}`;
}
