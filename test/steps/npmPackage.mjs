// The step of `npm test` that makes the npm package, installs it into an empty project and runs it there.
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { npm, run } from "../support/command.mjs";
import { ROOT } from "../support/root.mjs";

const SAMPLE = join(ROOT, "test/fixtures/plc-product");

export async function npmPackage() {
  const folder = await mkdtemp(join(tmpdir(), "iec62443-pack-"));
  try {
    return await checked(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function checked(folder) {
  const packed = await npm(["pack", "--json", "--ignore-scripts", "--pack-destination", folder], {
    cwd: ROOT,
  });
  const [archive] = (await readdir(folder)).filter((it) => it.endsWith(".tgz"));
  if (packed.code !== 0 || archive === undefined) return failed("npm pack", packed.output);
  await writeFile(join(folder, "package.json"), '{ "name": "empty", "private": true }\n');
  // Offline: whatever it needed beside itself could not be had.
  const installed = await npm(["install", "--offline", "--no-audit", `./${archive}`], {
    cwd: folder,
  });
  if (installed.code !== 0) return failed("npm install of the package", installed.output);
  const modules = (await readdir(join(folder, "node_modules"))).filter((it) => !it.startsWith("."));
  const { version } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
  await cp(SAMPLE, join(folder, "product"), { recursive: true });
  const command = (...args) =>
    npm(["exec", "--offline", "--", "iec62443", ...args], { cwd: folder });
  const named = await command("--version");
  const report = await command("report", "product");
  const server = await run(process.execPath, ["-e", SPEAK, join(folder, "node_modules")]);
  return judged([
    ["the package needs no other", modules.join() === "iec62443-annotations", modules.join()],
    ["the installed command tells its version", named.output.trim() === version, named.output],
    [
      "the installed command reports",
      report.code === 0 && report.output.startsWith("PLC 300\n"),
      report.output,
    ],
    ["the installed command serves an editor", server.output === "answered\n", server.output],
  ]);
}

/** Asks the installed language server for its name, as an editor begins. */
const SPEAK = `
  const { spawn } = require("node:child_process");
  const bin = process.argv[1] + "/.bin/iec62443";
  const server = spawn(bin, ["lsp", "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const params = { processId: null, rootUri: null, capabilities: {} };
  const text = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "initialize", params });
  server.stdin.write("Content-Length: " + text.length + "\\r\\n\\r\\n" + text);
  let heard = "";
  server.stdout.on("data", (it) => {
    heard += it;
    if (!heard.includes("hoverProvider")) return;
    console.log("answered");
    server.stdin.end();
  });
`;

function failed(title, detail) {
  return { passed: 0, failures: [{ title, detail }] };
}

function judged(checks) {
  const failures = checks.flatMap(([title, holds, detail]) => (holds ? [] : [{ title, detail }]));
  return { passed: checks.length - failures.length, failures };
}
