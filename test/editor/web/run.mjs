// VS Code in a browser alone, as vscode.dev is: the shipped extension with its server as a web worker.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { VSIX } from "../../support/root.mjs";
import { launchBrowser, newWindow } from "../browser.mjs";
import { lookAside, openView } from "../coverageView.mjs";
import { SCREENSHOTS } from "../host.mjs";
import { Workbench } from "../workbench.mjs";
import { serveWorkbench } from "./serve.mjs";
import { unpacked } from "./unpacked.mjs";

const SCENES = {
  "folders that are not read are told as such, and nothing that needs a machine is offered": empty,
  "an annotation is explained, completed and checked": inCode,
  "view and panel count what is open": coverage,
};

/** One window for all: each scene goes on where the one before has ended. */
export async function runInBrowserAlone(host, chromium, { vsix = VSIX } = {}) {
  await mkdir(SCREENSHOTS, { recursive: true });
  const extension = await unpacked(vsix);
  const server = await serveWorkbench(host, extension.folder);
  const browser = await launchBrowser(chromium);
  const result = { passed: 0, failures: [] };
  const label = `${host.version}-alone`;
  try {
    const { page, strayed } = await newWindow(browser);
    const workbench = new Workbench(page);
    const shot = (step) => page.screenshot({ path: join(SCREENSHOTS, `${label}-${step}.png`) });
    await workbench.start(`http://${server.origin}/`);
    for (const [title, play] of Object.entries(SCENES)) {
      try {
        await play(workbench, shot);
        result.passed++;
      } catch (error) {
        result.failures.push({ title: `${label}: ${title}`, detail: error.stack });
        await shot("failed").catch(() => {});
        break;
      }
    }
    if (strayed.length === 0) result.passed++;
    else result.failures.push({ title: `${label}: nothing leaves`, detail: strayed.join("\n") });
  } finally {
    await browser.close();
    await server.stop();
    await extension.remove();
  }
  return result;
}

async function empty(workbench, shot) {
  const { page } = workbench;
  await page.locator(".activitybar").getByLabel("IEC 62443").first().waitFor();
  await openView(workbench);
  await page.getByText("The folders of this workspace are not on a disk").waitFor();
  await lookAside(workbench);
  await shot("welcome");
  await offered(workbench, ">IEC 62443: R", "Re-index", "Run Check");
  await offered(workbench, ">IEC 62443: ", "Show Log", "Create Project File");
}

/** What the palette offers, and what it does not. */
async function offered(workbench, text, there, missing) {
  await workbench.page.keyboard.press("F1");
  await workbench.quickInput.fill(text);
  await workbench.choice(there).waitFor();
  assert.equal(await workbench.choice(missing).count(), 0);
  await workbench.page.keyboard.press("Escape");
}

async function inCode(workbench, shot) {
  const { page } = workbench;
  await openByExplorer(workbench, ["firmware", "auth", "login.c"]);
  const line = workbench.line("@iec62443 CR 1.11");
  await workbench.restOn(line, "CR");
  await workbench.hover.getByText("IEC 62443-4-2").first().waitFor();
  await shot("hover");
  await openByExplorer(workbench, ["wrong.c"]);
  await workbench.editor.locator(".squiggly-error").first().waitFor();
  await workbench.restOn(workbench.line("CR 1.55"), "CR 1.55");
  await workbench.hover.getByText("CR 1.55").first().waitFor();
  await shot("finding");
  await openByExplorer(workbench, ["typed.c"]);
  await workbench.pick(":1:1", /line/i);
  await workbench.cursorAt(1, 1).waitFor();
  await page.keyboard.type("// @iec62443 ");
  await workbench.suggestions.first().waitFor();
  await page.keyboard.type("passw");
  const wanted = workbench.suggestions.filter({ hasText: "CR 1.7" }).first();
  await wanted.waitFor();
  await shot("completion");
  await wanted.click();
  await workbench.line("// @iec62443 CR 1.7").waitFor();
}

async function coverage(workbench, shot) {
  await openView(workbench);
  await workbench.row("FR 1").waitFor();
  await workbench.unfoldTo("FR 1", "CR 1.11");
  await workbench.command("IEC 62443: Show Coverage Panel");
  await workbench.panel.getByText("CR 1.11").first().waitFor();
  await shot("panel");
  await workbench.command("IEC 62443: Restart Server");
  await workbench.statusItem(/62443: \d/).waitFor();
  await workbench.row("FR 1").waitFor();
  await workbench.command("IEC 62443: Collect Diagnostics");
  await workbench.editor.getByText("browser").first().waitFor();
  await shot("view");
}

/** The explorer stays as it was left: a folder that is open is not clicked again. */
async function openByExplorer(workbench, names) {
  const { page } = workbench;
  await workbench.command("View: Show Explorer");
  const name = (it) =>
    page.locator(".explorer-folders-view").getByText(it, { exact: true }).first();
  for (const it of names) await name(it).click();
  await workbench.tab(names.at(-1)).waitFor();
}
