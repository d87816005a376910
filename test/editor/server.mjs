// Starts the VS Code server of a host, with settings that keep the window still and stop it from calling out.
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../support/command.mjs";

const QUIET = {
  "telemetry.telemetryLevel": "off",
  "chat.disableAIFeatures": true,
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "workbench.enableExperiments": false,
  "workbench.startupEditor": "none",
  "workbench.settings.enableNaturalLanguageSearch": false,
  "workbench.tips.enabled": false,
  "workbench.reduceMotion": "on",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "update.mode": "none",
  "update.showReleaseNotes": false,
  "security.workspace.trust.enabled": false,
  "json.schemaDownload.enable": false,
  "git.enabled": false,
  "editor.cursorBlinking": "solid",
};

const OFFLINE = { EXTENSIONS_GALLERY: "{}" };

/**
 * A running server: its `origin` (host and port), `home` folder, and `stop`. `settings` come on top of the quiet
 * ones, `env` reaches the extensions. Throws with the server's own words when it does not start.
 */
export async function startServer(host, { vsix, settings = {}, env = {}, port = 0 } = {}) {
  const home = await mkdtemp(join(tmpdir(), "iec62443-vscode-"));
  const remove = () => rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  try {
    await writeSettings(home, settings);
    if (vsix !== undefined) await installExtension(host, home, vsix);
    return await listening(host, home, { env, port, remove });
  } catch (error) {
    remove();
    throw error;
  }
}

/** Replaces the user's settings; a running window follows at once. */
export async function writeSettings(home, settings) {
  const folder = join(home, "data", "User");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "settings.json"), JSON.stringify({ ...QUIET, ...settings }));
}

const folders = (home) => [
  ...["--server-data-dir", home],
  ...["--user-data-dir", join(home, "data")],
  ...["--extensions-dir", join(home, "extensions")],
];

async function installExtension(host, home, vsix) {
  const args = [host.main, "--install-extension", vsix, "--force", ...folders(home)];
  const { code, output } = await run(host.node, args, { env: OFFLINE });
  if (code === 0 && /successfully installed/.test(output)) return;
  throw new Error(`VS Code ${host.version} did not install ${vsix}.\n${output.trim()}`);
}

async function listening(host, home, { env, port, remove }) {
  const child = spawn(
    host.node,
    [
      host.main,
      ...["--host", "127.0.0.1", "--port", String(port)],
      ...["--without-connection-token", "--accept-server-license-terms"],
      ...["--disable-telemetry", "--telemetry-level", "off"],
      ...["--disable-workspace-trust", "--disable-experiments"],
      // Without it the built workbench takes no notice of a test entry in the address.
      "--enable-smoke-test-driver",
      ...folders(home),
    ],
    {
      env: { ...process.env, ...OFFLINE, ...env },
      stdio: ["ignore", "pipe", "pipe"],
      // A process group of its own: extension hosts and language servers end with it.
      detached: true,
    },
  );
  const gone = new Promise((resolve) => child.once("exit", resolve));
  const kill = (signal) => {
    try {
      process.kill(-child.pid, signal);
    } catch {
      // It has ended already.
    }
  };
  const atExit = () => {
    kill("SIGKILL");
    remove();
  };
  process.once("exit", atExit);
  const stop = async () => {
    kill("SIGTERM");
    await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 5000).unref())]);
    process.off("exit", atExit);
    atExit();
  };
  try {
    return { origin: await originOf(child), home, stop, gone };
  } catch (error) {
    await stop();
    throw error;
  }
}

const SECONDS_TO_START = 60;

function originOf(child) {
  return new Promise((resolve, reject) => {
    let log = "";
    const fail = (what) => reject(new Error(`The VS Code server ${what}.\n${log.trim()}`));
    const late = setTimeout(
      () => fail(`did not start in ${SECONDS_TO_START} s`),
      SECONDS_TO_START * 1000,
    );
    const read = (text) => {
      if (log.length < 20_000) log += text;
      const port = /Extension host agent listening on (\d+)/.exec(log)?.[1];
      if (port === undefined) return;
      clearTimeout(late);
      resolve(`127.0.0.1:${port}`);
    };
    child.stdout.setEncoding("utf8").on("data", read);
    child.stderr.setEncoding("utf8").on("data", read);
    child.once("error", (error) => fail(`did not start: ${error.message}`));
    child.once("exit", (code) => {
      clearTimeout(late);
      fail(`ended with code ${code}`);
    });
  });
}
