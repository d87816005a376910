// npm run try: shows the product, on a machine with Node and this checkout.
//   npm run try                  the sample product
//   npm run try -- FOLDER        any folder
//   npm run try -- --browser     in the browser even where the desktop's `code` is on the PATH (with --port N: at that port)
//   npm run try -- --no-open     the report on the terminal and no more
import { randomBytes } from "node:crypto";
import { statSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { endOnSignals, npm, run } from "./support/command.mjs";
import { install } from "./support/installed.mjs";
import { ROOT, SAMPLE, VSIX } from "./support/root.mjs";

endOnSignals();
const why = await tryOut();
if (why !== undefined) {
  console.error(why);
  process.exit(2);
}

/** A sentence when it did not work. */
async function tryOut() {
  const { folder, port, open, browser, wrong } = options();
  if (wrong !== undefined) return wrong;

  const notReady = (await install(ROOT)) ?? (await script("build"));
  if (notReady !== undefined) return notReady;

  const report = [join(ROOT, "dist/cli.cjs"), "report", folder];
  const { code } = await run(process.execPath, report, { echo: true });
  if (code > 1) return `The report of ${folder} could not be made: see above.`;
  if (!open) return undefined;
  if (!browser && (await openOnDesktop(folder))) return undefined;
  return openInBrowser(folder, port);
}

function options() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        browser: { type: "boolean", default: false },
        "no-open": { type: "boolean", default: false },
        port: { type: "string", default: "0" },
      },
    });
    // npm runs scripts in the checkout; the folder is meant from where the person is.
    const folder = resolve(process.env.INIT_CWD ?? "", positionals[0] ?? SAMPLE);
    const port = Number(values.port);
    return {
      folder,
      port,
      open: !values["no-open"],
      browser: values.browser,
      wrong: faultOf(folder, port),
    };
  } catch (error) {
    return {
      wrong: `${error.message}\nUse: npm run try -- [FOLDER] [--browser] [--port N] [--no-open]`,
    };
  }
}

function faultOf(folder, port) {
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (stat === undefined) return `There is no folder ${folder}.`;
  if (!stat.isDirectory()) return `${folder} is a file. Name the folder that it stands in.`;
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return "A port is a number from 1 to 65535.";
  return undefined;
}

async function script(name) {
  const { code, output } = await npm(["run", "--silent", name], { cwd: ROOT });
  return code === 0 ? undefined : `npm run ${name} failed:\n${output.trim()}`;
}

/** Whether there is a `code` and it took the folder. */
async function openOnDesktop(folder) {
  const { code, output } = await run("code", [`--extensionDevelopmentPath=${ROOT}`, folder], {
    shell: process.platform === "win32",
  });
  if (code === 0) console.log(`\nOpened ${folder} in the VS Code of this desktop.`);
  else if (code !== 127)
    console.error(`\nThe command code did not open the folder: ${output.trim()}`);
  return code === 0;
}

async function openInBrowser(folder, port) {
  const { hasHost, NEWEST } = await import("./editor/versions.mjs");
  if (!hasHost) return "Put the command code of VS Code on the PATH, then run this again.";

  const notPackaged = await script("package");
  if (notPackaged !== undefined) return notPackaged;
  const { installHost } = await import("./editor/host.mjs");
  const { startServer } = await import("./editor/server.mjs");
  const { address } = await import("./editor/address.mjs");
  try {
    const host = await installHost(NEWEST);
    const token = randomBytes(12).toString("hex");
    const settings = { "git.enabled": true, "workbench.reduceMotion": "auto" };
    const server = await startServer(host, { vsix: VSIX, settings, port, token });
    console.log(`\nOpen ${address(server.origin, folder, { tkn: token })} — Ctrl+C stops it`);
    await server.gone;
    await server.stop();
    return "The VS Code server has ended.";
  } catch (error) {
    return error.message;
  }
}
