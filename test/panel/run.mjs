// Tries the panel's page in a real browser: every check in each kind of theme that it names.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { launchBrowser } from "../editor/browser.mjs";
import { SCREENSHOTS } from "../editor/host.mjs";
import { accessibilityChecks } from "./accessibility.mjs";
import { behaviourChecks } from "./behaviour.mjs";
import { buildPage, loadViews, openPage } from "./page.mjs";
import { readThemes } from "./themes.mjs";

/** Every check: a title, and a function that throws when it does not hold. */
export async function runPanel(chromium) {
  await mkdir(SCREENSHOTS, { recursive: true });
  const [files, views, themes] = await Promise.all([buildPage(), loadViews(), readThemes()]);
  const browser = await launchBrowser(chromium);
  const open = async ({ theme = "dark", ...options }, use) => {
    const { panelPage } = views;
    const opened = await openPage(browser, { files, panelPage, theme: themes[theme], ...options });
    try {
      await use(opened.page);
      if (opened.faults.length > 0) throw new Error(opened.faults.join("\n"));
    } finally {
      await opened.close();
    }
  };
  const shot = (page, name) => page.screenshot({ path: join(SCREENSHOTS, `panel-${name}.png`) });
  const result = { passed: 0, failures: [] };
  try {
    const context = { open, shot, views, themes: Object.keys(themes) };
    for (const [title, check] of [...accessibilityChecks(context), ...behaviourChecks(context)]) {
      const fault = await faultOf(check);
      if (fault === undefined) result.passed++;
      else result.failures.push({ title: `panel: ${title}`, detail: fault });
    }
  } finally {
    await browser.close();
  }
  return result;
}

async function faultOf(check) {
  try {
    await check();
    return undefined;
  } catch (error) {
    return error.stack ?? String(error);
  }
}
