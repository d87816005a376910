// Installs a complete VS Code (server and web workbench) and the Node that runs it, from the npm registry only.
import { chmod, copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { npm } from "../support/command.mjs";

/** Where hosts, bundled suites and screenshots go; git ignores it. */
export const TEST_FOLDER = fileURLToPath(new URL("../../.vscode-test/", import.meta.url));

export const SCREENSHOTS = join(TEST_FOLDER, "screenshots");

/** The host of a version, installed if it is not. Throws a sentence when that fails. */
export async function installHost(version) {
  const folder = join(TEST_FOLDER, `host-${version.vscode}`);
  const host = {
    version: version.vscode,
    hasTerminal: version.terminal === true,
    hasDialogs: version.dialogs === true,
    node: join(folder, "node_modules", `node-linux-${process.arch}`, "bin", "node"),
    main: join(folder, "node_modules/code-server/lib/vscode/out/server-main.js"),
  };
  const manifest = JSON.stringify(manifestOf(version), undefined, 2);
  if ((await stampOf(folder)) === manifest) return host;

  console.error(
    `Installing VS Code ${version.vscode} into .vscode-test (about 30 seconds, 0.8 GB)`,
  );
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "package.json"), manifest);
  await npmInstall(folder);
  await npmInstall(dirname(dirname(host.main)), "--omit=dev");
  await placeRipgrep(folder, version);
  await writeFile(stampFile(folder), manifest);
  return host;
}

function manifestOf({ vscode, codeServer, node, ripgrep }) {
  const { arch } = process;
  return {
    name: `vscode-${vscode}`,
    private: true,
    dependencies: {
      "code-server": codeServer,
      [`node-linux-${arch}`]: node,
      ...(ripgrep === undefined ? {} : { [`@vscode/ripgrep-linux-${arch}`]: ripgrep }),
    },
  };
}

/** Written last, so an install that was interrupted has none and is done again. */
const stampFile = (folder) => join(folder, "complete.json");

async function stampOf(folder) {
  return readFile(stampFile(folder), "utf8").catch(() => undefined);
}

/**
 * No scripts: they would want a compiler, and all that is lost is the integrated terminal. No engine check: the
 * packages ask for the Node that is installed beside them, not for the one that runs npm.
 */
async function npmInstall(folder, ...more) {
  const flags = ["--ignore-scripts", "--engine-strict=false", "--no-audit", "--no-fund"];
  const args = ["install", "--prefix", folder, "--loglevel=error", ...flags, ...more];
  const { code, output } = await npm(args, { cwd: folder });
  if (code === 0) return;
  throw new Error(
    `VS Code could not be installed from the npm registry (npm ended with code ${code}).\n${output.trim()}`,
  );
}

async function placeRipgrep(folder, { ripgrep }) {
  if (ripgrep === undefined) return;
  const from = join(folder, `node_modules/@vscode/ripgrep-linux-${process.arch}/bin/rg`);
  const to = join(
    folder,
    "node_modules/code-server/lib/vscode/node_modules/@vscode/ripgrep/bin/rg",
  );
  await mkdir(dirname(to), { recursive: true });
  await copyFile(from, to);
  await chmod(to, 0o755);
}
