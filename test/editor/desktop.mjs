// The same suite in a desktop VS Code, for machines that the registry has no VS Code server for.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  downloadAndUnzipVSCode,
  resolveCliArgsFromVSCodeExecutablePath,
  runTests,
} from "@vscode/test-electron";
import { run } from "../support/command.mjs";
import { VSIX } from "../support/root.mjs";
import { bundleSuite } from "./bundle.mjs";
import { DRIVER, resultOf, SCRATCH_FOLDERS } from "./suite.mjs";
import { copyOfSample } from "./workspace.mjs";

/** Fails at once, with the reason, where VS Code cannot be downloaded. */
export async function suiteOnDesktop(version = "stable") {
  const home = await mkdtemp(join(tmpdir(), "iec62443-desktop-"));
  const workspace = await copyOfSample({ scratchFolders: SCRATCH_FOLDERS });
  const results = join(home, "results.json");
  try {
    const vscodeExecutablePath = await downloadAndUnzipVSCode(version);
    const folders = [
      "--extensions-dir",
      join(home, "extensions"),
      "--user-data-dir",
      join(home, "data"),
    ];
    await install(vscodeExecutablePath, folders);
    const code = await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: DRIVER,
      extensionTestsPath: await bundleSuite(),
      extensionTestsEnv: { TEST_RESULTS: results },
      launchArgs: [workspace.file, ...folders, "--disable-workspace-trust", "--skip-welcome"],
    }).catch((error) => error.message);
    return await resultOf(results, code);
  } finally {
    workspace.remove();
    await rm(home, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function install(executable, folders) {
  const [cli, ...own] = resolveCliArgsFromVSCodeExecutablePath(executable);
  const args = [...own, "--install-extension", VSIX, "--force", ...folders];
  const { code, output } = await run(cli, args, { shell: process.platform === "win32" });
  if (code !== 0) throw new Error(`VS Code did not install ${VSIX}.\n${output.trim()}`);
}
