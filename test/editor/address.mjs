// Addresses of the workbench.

/** The address of a folder, of a `.code-workspace` file or, without either, of an empty window. `payload` is what the workbench reads at its start. */
export function address(origin, path, { payload, tkn } = {}) {
  const query = new URLSearchParams(opened(path));
  if (payload !== undefined) query.set("payload", JSON.stringify(Object.entries(payload)));
  if (tkn !== undefined) query.set("tkn", tkn);
  // A path is easier to read with its slashes.
  return `http://${origin}/?${query.toString().replaceAll("%2F", "/")}`;
}

function opened(path) {
  if (path === undefined) return { ew: "true" };
  return path.endsWith(".code-workspace") ? { workspace: path } : { folder: path };
}

/** How the workbench names a file of the server's machine. */
export function remote(origin, path) {
  return `vscode-remote://${origin}${path}`;
}
