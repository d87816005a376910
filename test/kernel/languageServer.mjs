// Talks to the language server over stdio, as an editor does.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { pathToFileURL } from "node:url";
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { cpuOf, peakOf } from "./measured.mjs";

/** Opens a folder in the server and waits until it is indexed: what it found, in how long, with how much memory. */
export async function indexed(serverModule, folder, env = {}) {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  const child = spawn(process.execPath, [serverModule, "--stdio"], {
    env: { ...process.env, ...env },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const diagnostics = new Map();
  const changed = new Signal();
  connection.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics: found }) => {
    diagnostics.set(uri, found);
  });
  connection.onNotification("iec62443/coverageDidChange", () => changed.fire());
  connection.onRequest("client/registerCapability", () => null);
  connection.onRequest("window/workDoneProgress/create", () => null);
  connection.onRequest("workspace/configuration", ({ items }) => items.map(() => null));
  connection.listen();

  const root = pathToFileURL(folder).href;
  await connection.sendRequest("initialize", initialization(root));
  const answered = seconds();
  await connection.sendNotification("initialized", {});
  let coverage = await connection.sendRequest("iec62443/coverage");
  while (coverage.indexing || coverage.projects.length === 0) {
    await changed.next();
    coverage = await connection.sendRequest("iec62443/coverage");
  }
  const [indexedAfter, cpu] = [seconds(), cpuOf(child.pid)];
  const [project] = coverage.projects;
  const items = await connection.sendRequest("iec62443/claims", { project: project.uri });
  const result = { answered, seconds: indexedAfter, cpu, items, diagnostics, root };
  const peak = peakOf(child.pid);
  await connection.sendRequest("shutdown");
  await connection.sendNotification("exit");
  const [code] = await once(child, "exit");
  return { ...result, peak, code };
}

function initialization(root) {
  return {
    processId: process.pid,
    rootUri: root,
    workspaceFolders: [{ uri: root, name: "linux" }],
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true },
      window: { workDoneProgress: true },
    },
  };
}

/** Tells of events that came since it was last asked, too. */
class Signal {
  #fired = false;
  #wake = () => {};

  fire() {
    this.#fired = true;
    this.#wake();
  }

  async next() {
    while (!this.#fired) {
      await new Promise((resolve) => {
        this.#wake = resolve;
      });
    }
    this.#fired = false;
  }
}
