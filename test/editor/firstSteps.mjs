// What a person sees in other circumstances than the usual: in German, in Restricted Mode, in folders on no disk.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { VSIX } from "../support/root.mjs";
import { address } from "./address.mjs";
import { launchBrowser, newWindow } from "./browser.mjs";
import { lookAside, openView } from "./coverageView.mjs";
import { SCREENSHOTS } from "./host.mjs";
import { startServer } from "./server.mjs";
import { Workbench } from "./workbench.mjs";
import { copyOfSample } from "./workspace.mjs";

/** A way of starting the server, and what is then to be seen. */
const CIRCUMSTANCES = [
  { name: "german", options: { german: true }, scenes: { "the extension speaks German": german } },
  {
    name: "restricted",
    options: { trust: true },
    scenes: {
      "in Restricted Mode coverage is shown and no task is offered": restricted,
      "once the workspace is trusted the check is offered": trusted,
      "folders on no disk are told as such": virtual,
    },
  },
];

export async function runFirstSteps(host, chromium, { vsix = VSIX } = {}) {
  await mkdir(SCREENSHOTS, { recursive: true });
  const browser = await launchBrowser(chromium);
  const result = { passed: 0, failures: [] };
  try {
    for (const { name, options, scenes } of CIRCUMSTANCES) {
      const server = await startServer(host, { vsix, ...options });
      try {
        for (const [title, play] of Object.entries(scenes)) {
          const label = `${host.version}-${name}`;
          await inWindow(browser, server, { title, play, label, result });
        }
      } finally {
        await server.stop();
      }
    }
  } finally {
    await browser.close();
  }
  return result;
}

async function inWindow(browser, server, { title, play, label, result }) {
  const workspace = await copyOfSample();
  const { page, close } = await newWindow(browser);
  const workbench = new Workbench(page);
  const shot = (step) => page.screenshot({ path: join(SCREENSHOTS, `${label}-${step}.png`) });
  const visit = (folder) => workbench.start(address(server.origin, folder));
  try {
    await play(workbench, { shot, visit, folder: workspace.folder });
    result.passed++;
  } catch (error) {
    result.failures.push({ title: `${label}: ${title}`, detail: error.stack ?? String(error) });
    await shot(`failed-${title.replaceAll(/\W+/g, "-")}`).catch(() => {});
  } finally {
    await close();
    workspace.remove();
  }
}

async function german(workbench, { shot, visit, folder }) {
  const { page } = workbench;
  await visit(folder);
  await workbench.statusItem(/62443: \d+\/\d+ erfüllt/).waitFor();
  await openView(workbench);
  await workbench.row(/^FR 1\s*\d+ von \d+ erfüllt/).waitFor();
  await workbench.unfoldTo("FR 3", /fehlt|teilweise/);
  await page.locator(".sidebar .composite.title", { hasText: "Abdeckung" }).waitFor();
  await workbench.open("firmware/auth/login.c", 1);
  await page.locator('.statusbar-item[id="status.languageStatus"]').hover();
  await page.getByText("IEC 62443: Server läuft").first().waitFor();
  await shot("view");
  await workbench.command("IEC 62443: Abdeckungsübersicht anzeigen");
  await workbench.panel.getByRole("heading", { name: "Was dem Ziel im Weg steht" }).waitFor();
  await workbench.panel.getByText(/\d+ von \d+ Einträgen gezeigt/).waitFor();
  await shot("panel");
  await workbench.command("IEC 62443: Exemplarische Vorgehensweise öffnen");
  await page.getByText("Ordner des Produkts öffnen").first().waitFor();
  await shot("walkthrough");
  await openEmpty(workbench, { visit, folder });
  await page.getByText("In diesem Arbeitsbereich wurde keine Annotation gefunden.").waitFor();
  await lookAside(workbench);
  await shot("welcome");
}

/** The view in a folder beside the product in which nothing is. */
async function openEmpty(workbench, { visit, folder }) {
  const empty = join(folder, "../empty");
  await mkdir(empty);
  await visit(empty);
  await openView(workbench);
}

async function restricted(workbench, { shot, visit, folder }) {
  const { page } = workbench;
  await visit(folder);
  await workbench.statusItem("Restricted Mode").waitFor();
  await workbench.statusItem(/62443: \d+\/\d+ met/).waitFor();
  await openView(workbench);
  await workbench.row("FR 1").waitFor();
  await page.keyboard.press("F1");
  await workbench.quickInput.fill(">IEC 62443: R");
  await workbench.choice("Re-index").waitFor();
  assert.equal(await workbench.choice("Run Check").count(), 0);
  await page.keyboard.press("Escape");
  await noneAsked(workbench);
  await shot("coverage");
  await openEmpty(workbench, { visit, folder });
  await page.getByText("This workspace is in Restricted Mode").waitFor();
  await page.getByText("Manage Workspace Trust").waitFor();
  await noneAsked(workbench);
  await lookAside(workbench);
  await shot("welcome");
}

async function trusted(workbench, { shot, visit, folder }) {
  const { page } = workbench;
  await visit(folder);
  await workbench.statusItem("Restricted Mode").click();
  await page
    .locator(".workspace-trust-editor")
    .getByRole("button", { name: "Trust", exact: true })
    .click();
  await workbench.statusItem("Restricted Mode").waitFor({ state: "detached" });
  await workbench.statusItem(/62443: \d+\/\d+ met/).waitFor();
  await page.keyboard.press("F1");
  await workbench.quickInput.fill(">IEC 62443: Run");
  await workbench.choice("Run Check").waitFor();
  await noneAsked(workbench);
  await shot("trusted");
  await page.keyboard.press("Escape");
}

/** The workbench keeps files in memory under this scheme. */
const IN_MEMORY = "tmp:/";

async function virtual(workbench, { shot, visit }) {
  const { page } = workbench;
  await visit(IN_MEMORY);
  await openView(workbench);
  await page.getByText("The folders of this workspace are not on a disk").waitFor();
  assert.equal(await page.getByText("No annotation was found").count(), 0);
  assert.equal(await page.getByText("Create a project file").count(), 0);
  await page.keyboard.press("F1");
  await workbench.quickInput.fill(">IEC 62443: R");
  await workbench.choice("Re-index").waitFor();
  assert.equal(await workbench.choice("Run Check").count(), 0);
  await page.keyboard.press("Escape");
  await noneAsked(workbench);
  await lookAside(workbench);
  await shot("virtual");
}

/** Nobody asked for a notification. */
async function noneAsked({ page }) {
  assert.equal(await page.locator(".notification-toast").count(), 0);
  assert.equal(await page.locator(".monaco-dialog-box").count(), 0);
}
