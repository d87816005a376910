// Runs the mocha suite inside the extension host of a VS Code server, against the packaged extension.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { VSIX } from "../support/root.mjs";
import { address, remote } from "./address.mjs";
import { launchBrowser, newWindow } from "./browser.mjs";
import { bundleSuite } from "./bundle.mjs";
import { SCREENSHOTS } from "./host.mjs";
import { startServer } from "./server.mjs";
import { copyOfSample } from "./workspace.mjs";

/** The suite counts on as many. */
export const SCRATCH_FOLDERS = 120;

/** An extension of one file: a test run wants one in development, and ours is installed as users install it. */
export const DRIVER = fileURLToPath(new URL("driver", import.meta.url));

const MINUTES = 8;

export async function runSuite(host, chromium, vsix = VSIX) {
  const entry = await bundleSuite();
  const workspace = await copyOfSample({ scratchFolders: SCRATCH_FOLDERS });
  const results = join(workspace.root, "results.json");
  const server = await startServer(host, { vsix, env: { TEST_RESULTS: results } });
  const browser = await launchBrowser(chromium);
  try {
    const { page, strayed } = await newWindow(browser);
    await page.addInitScript(agreeing);
    const payload = {
      extensionDevelopmentPath: remote(server.origin, DRIVER),
      extensionTestsPath: remote(server.origin, entry),
      skipWelcome: "true",
    };
    const code = await exitCodeOf(page, address(server.origin, workspace.file, { payload }));
    return withStrayed(await resultOf(results, code), strayed);
  } finally {
    await browser.close();
    await server.stop();
    workspace.remove();
  }
}

/** Runs in the page: a person who agrees that a tool may hand out text. No other dialog is answered. */
function agreeing() {
  setInterval(() => {
    for (const box of document.querySelectorAll(".monaco-dialog-box")) {
      if (!box.textContent.includes("hand text of this workspace to the chat model?")) continue;
      box.querySelector(".dialog-buttons .monaco-button:not(.secondary)")?.click();
    }
  }, 100);
}

/** The workbench calls a function of this name when a test run ends. */
async function exitCodeOf(page, url) {
  const ended = new Promise((resolve) => {
    setTimeout(() => resolve(`none within ${MINUTES} minutes`), MINUTES * 60_000).unref();
    page.once("crash", () => resolve("none: the page in Chromium broke down"));
    page.once("close", () => resolve("none: Chromium was closed"));
    page.exposeFunction("codeAutomationExit", resolve).catch((error) => resolve(error.message));
  });
  await page.exposeFunction("codeAutomationLog", () => {});
  await page.goto(url);
  const code = await ended;
  if (code === 0) return code;
  // What is on the screen may tell why; a page that broke down has no screen.
  await page.screenshot({ path: join(SCREENSHOTS, "suite-failed.png") }).catch(() => {});
  return code;
}

/** Results file and exit code must agree: a run that broke off has a code, and perhaps an old tale to tell. */
export async function resultOf(file, code) {
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) throw new Error(`The suite left no results; its exit code was ${code}.`);
  const { passed, skipped, failures } = JSON.parse(text);
  if (code !== 0 && failures.length === 0) {
    failures.push({
      title: "the run as a whole",
      detail: `Nothing failed, but the exit code was ${code}.`,
    });
  }
  return { passed, skipped, failures };
}

function withStrayed(result, strayed) {
  if (strayed.length === 0) return { ...result, passed: result.passed + 1 };
  const failure = { title: "nothing leaves this machine", detail: strayed.join("\n") };
  return { ...result, failures: [...result.failures, failure] };
}
