// The editors that the tests run in: the oldest that package.json promises, and the newest.

/**
 * A VS Code from the npm registry: `codeServer` holds it, `node` runs it. A `terminal` comes with the newer one alone, and
 * only there does `--enable-smoke-test-driver` leave modal `dialogs` as they are.
 */
export const VERSIONS = [
  { vscode: "1.139.1", codeServer: "4.139.1", node: "24.21.0", terminal: true, dialogs: true },
  // Its file search is fetched by an install script, which does not run here, so it comes as a package.
  { vscode: "1.100.0", codeServer: "4.100.0", node: "20.20.2", ripgrep: "1.18.0" },
];

export const [NEWEST] = VERSIONS;

/** Whether the registry has a VS Code server for this machine; elsewhere a desktop VS Code is fetched. */
export const hasHost = process.platform === "linux" && ["x64", "arm64"].includes(process.arch);
