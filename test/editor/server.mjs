// Starts the VS Code server of a host, and ends it with everything that it started.
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addGerman } from "./languagePack.mjs";
import { folders, installExtension, OFFLINE, TRUST, writeSettings } from "./serverHome.mjs";

/**
 * A running server: its `origin` (host and port), its `home` folder, `stop`, and `gone` for when it ends by itself.
 * `settings` come on top of the quiet ones, `env` reaches the extensions; without a `token` the window is open to
 * every program of this machine. `trust` has VS Code ask whom to trust, `german` has it display German. Throws with the
 * server's own words when it does not start.
 */
export async function startServer(host, options = {}) {
  const { vsix, settings = {}, env = {}, port = 0, token, trust = false, german = false } = options;
  const home = await mkdtemp(join(tmpdir(), "iec62443-vscode-"));
  const remove = () => rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  try {
    await writeSettings(home, { ...(trust ? TRUST : {}), ...settings });
    if (german) await addGerman(join(home, "data"));
    if (vsix !== undefined) await installExtension(host, home, vsix);
  } catch (error) {
    remove();
    throw error;
  }
  const args = [host.main, ...flags({ port, token, trust, german }), ...folders(home)];
  const { child, gone, stop } = startGroup(host.node, args, { ...OFFLINE, ...env }, remove);
  try {
    return { origin: await originOf(child), home, gone, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function flags({ port, token, trust, german }) {
  return [
    ...["--host", "127.0.0.1", "--port", String(port), "--accept-server-license-terms"],
    ...(token === undefined ? ["--without-connection-token"] : ["--connection-token", token]),
    ...["--disable-telemetry", "--telemetry-level", "off"],
    ...(trust ? [] : ["--disable-workspace-trust"]),
    ...(german ? ["--locale", "de"] : []),
    "--disable-experiments",
    // Without it the built workbench takes no notice of a test entry in the address.
    "--enable-smoke-test-driver",
  ];
}

/** Starts a program in a process group of its own: what it starts ends with it. Calls `after` at the very end. */
function startGroup(program, args, env, after) {
  const child = spawn(program, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const gone = new Promise((resolve) => {
    child.once("exit", resolve).once("error", resolve);
  });
  const atExit = () => {
    kill(child.pid, "SIGKILL");
    after();
  };
  process.once("exit", atExit);
  const stop = async () => {
    kill(child.pid, "SIGTERM");
    await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 5000).unref())]);
    process.off("exit", atExit);
    atExit();
  };
  return { child, gone, stop };
}

function kill(group, signal) {
  try {
    if (group !== undefined) process.kill(-group, signal);
  } catch {
    // It has ended already.
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
