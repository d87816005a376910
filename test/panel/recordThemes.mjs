// Writes themes.json: what a real VS Code gives a page of ours in each kind of theme. Run by hand when VS Code changes.
import { writeFile } from "node:fs/promises";
import { address } from "../editor/address.mjs";
import { launchBrowser, newWindow } from "../editor/browser.mjs";
import { findChromium } from "../editor/chromium.mjs";
import { installHost } from "../editor/host.mjs";
import { startServer } from "../editor/server.mjs";
import { writeSettings } from "../editor/serverHome.mjs";
import { NEWEST } from "../editor/versions.mjs";
import { Workbench } from "../editor/workbench.mjs";
import { copyOfSample } from "../editor/workspace.mjs";
import { VSIX } from "../support/root.mjs";
import { buildPage } from "./page.mjs";
import { THEMES_FILE } from "./themes.mjs";

const NAMES = {
  dark: "Default Dark Modern",
  light: "Default Light Modern",
  contrast: "Default High Contrast",
  contrastLight: "Default High Contrast Light",
};

const { style } = await buildPage();
const { path } = await findChromium();
const server = await startServer(await installHost(NEWEST), { vsix: VSIX });
const browser = await launchBrowser(path);
const workspace = await copyOfSample();
const themes = {};
try {
  for (const [theme, name] of Object.entries(NAMES)) {
    await writeSettings(server.home, { "workbench.colorTheme": name });
    themes[theme] = await inWindow(async (workbench) => {
      await workbench.start(address(server.origin, workspace.folder));
      await workbench.statusItem(/62443: \d+/).waitFor();
      await workbench.command("IEC 62443: Show Coverage Panel");
      const frame = workbench.page
        .frameLocator("iframe.webview")
        .frameLocator("iframe#active-frame");
      await frame.getByRole("heading").first().waitFor();
      return onlyUsed(await frame.locator("html").evaluate(givenByVsCode));
    });
  }
  await writeFile(THEMES_FILE, `${JSON.stringify(themes, undefined, 2)}\n`);
} finally {
  await browser.close();
  await server.stop();
  workspace.remove();
}

async function inWindow(use) {
  const { page, close } = await newWindow(browser);
  try {
    return await use(new Workbench(page));
  } finally {
    await close();
  }
}

/** A theme has a thousand variables. */
function onlyUsed({ variables, styles, ...rest }) {
  const used = new Set(`${style}${styles}`.match(/--vscode-[\w-]+/g));
  const kept = Object.entries(variables).filter(([name]) => used.has(name));
  return { ...rest, styles, variables: Object.fromEntries(kept) };
}

/** Runs in the page. */
function givenByVsCode(root) {
  const variables = Object.fromEntries(
    [...root.style]
      .filter((it) => it.startsWith("--vscode-"))
      .map((it) => [it, root.style.getPropertyValue(it)]),
  );
  const className = document.body.className.replace(" vscode-reduce-motion", "");
  const kind = document.body.dataset.vscodeThemeKind;
  const styles = document.getElementById("_defaultStyles")?.textContent.trim() ?? "";
  return { className, kind, styles, variables };
}
