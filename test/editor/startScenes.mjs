// Scenes of how a person begins: the walkthrough, the welcome texts, the language status, the check as a task.
import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { groupBy, lookAside, openTree, openView } from "./coverageView.mjs";

export const START_LOOKS = {
  "the walkthrough leads from a folder to the pipeline": walkthrough,
  "the language status tells how the server is": languageStatus,
  "the shapes of the states stand out from the view": contrast,
  "the view says how to begin where there is nothing to show": welcome,
};

/** Where there is a terminal. */
export const TASK_BEHAVIOUR = {
  "the check runs as a task, and its findings are problems": check,
};

const STEPS = [
  "Open the folder of the product",
  "Create the project file",
  "Write the first annotation",
  "Look at the coverage",
  "Put it into the pipeline",
];

async function walkthrough(workbench, { shot }) {
  const { page } = workbench;
  // Beside the side bar there is no room for the pictures.
  await workbench.command("View: Toggle Primary Side Bar Visibility");
  await workbench.command("IEC 62443: Open Walkthrough");
  for (const [index, title] of STEPS.entries()) {
    const step = page.locator(".getting-started-step", { hasText: title });
    if ((await step.getAttribute("aria-expanded")) !== "true") await step.locator("h3").click();
    await step.and(page.locator(".expanded")).waitFor();
    await picture(workbench, PICTURED[index]).waitFor();
    await shot(`walkthrough-${index + 1}`);
  }
  // What the sample product has already need not be done.
  for (const title of STEPS.slice(0, 3)) {
    const step = page.locator(".getting-started-step", { hasText: title });
    await step.locator(".complete").first().waitFor({ state: "attached" });
  }
  await workbench.command("View: Toggle Primary Side Bar Visibility");
}

/** A text that only the picture of the step has. */
const PICTURED = [
  "PumpControl.st",
  "The device has no radio.",
  "int rotate_keys(void)",
  "FR 2",
  "exit 1",
];

function picture({ panel }, text) {
  return panel.locator("svg text", { hasText: text }).first();
}

async function languageStatus(workbench, { shot }) {
  await workbench.open("firmware/auth/login.c", 1);
  const { page } = workbench;
  const item = page.locator('.statusbar-item[id="status.languageStatus"]');
  await item.waitFor();
  await item.hover();
  const told = page.locator(".hover-language-status", { hasText: "IEC 62443: server is running" });
  await told.first().waitFor();
  assert.match(await told.first().textContent(), /\d+ claims · 1 project/);
  await shot("language-status");
  await told.first().getByText("Show Log").click();
  await page.locator(".panel .part, .part.panel").first().waitFor();
  await workbench.command("View: Hide Panel");
}

/** WCAG 1.4.11: three to one for the parts of a picture that one has to see. */
const LEAST = 3;

async function contrast(workbench) {
  await openTree(workbench);
  await groupBy(workbench, /^State/);
  await workbench.row(/^\s*Partial/).waitFor();
  const measured = await workbench.page.evaluate(ratios, COLOURS);
  assert.ok(measured.length >= 6 + COLOURS.length, `Only ${measured.length} were measured.`);
  assert.deepEqual(
    measured.filter(({ ratio }) => ratio < LEAST),
    [],
  );
  await groupBy(workbench, /^Foundational Requirement/);
}

/** Those of the manifest; the sample has no item that is missing, so that no row shows its colour. */
const COLOURS = ["met", "partial", "missing", "notApplicable"];

/** Runs in the page: how much icons and colours of ours differ from what is behind them. */
function ratios(colours) {
  const light = (color) => {
    const [r, g, b] = color
      .match(/[\d.]+/g)
      .slice(0, 3)
      .map((it) => Number(it) / 255)
      .map((it) => (it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let it = element; it !== null; it = it.parentElement) {
      const { backgroundColor } = getComputedStyle(it);
      if (!/^rgba.*, 0\)$|transparent/.test(backgroundColor)) return backgroundColor;
    }
    return "rgb(255, 255, 255)";
  };
  const ratio = (element) => {
    const [a, b] = [light(getComputedStyle(element).color), light(behind(element))];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };
  const contributed = colours.map((name) => {
    const element = document.createElement("i");
    element.style.color = `var(--vscode-iec62443-${name}Foreground, transparent)`;
    document.querySelector(".sidebar .pane-body").append(element);
    const measured = { row: name, ratio: ratio(element) };
    element.remove();
    return measured;
  });
  const icons = document.querySelectorAll(".sidebar .pane-body .custom-view-tree-node-item-icon");
  const shown = [...icons].map((icon) => ({
    row: icon.closest(".monaco-list-row").textContent,
    ratio: ratio(icon),
  }));
  return [...contributed, ...shown];
}

async function welcome(workbench, { shot, folder, visit }) {
  const { page } = workbench;
  await visit();
  await openView(workbench);
  await page.getByText("Open a folder to see which requirements").waitFor();
  await lookAside(workbench);
  await shot("welcome-no-folder");
  const bare = join(folder, "../bare");
  await mkdir(bare, { recursive: true });
  await visit(bare);
  await openView(workbench);
  await page.getByText("No annotation was found in this workspace.").waitFor();
  await page.getByText("What no line of code can say").waitFor();
  assert.equal(await page.getByText("Restricted Mode").count(), 0);
  await lookAside(workbench);
  await shot("welcome-empty");
  await visit(folder);
  await workbench.statusItem(/62443: \d/).waitFor();
}

async function check(workbench, { shot, folder }) {
  const { page } = workbench;
  await writeFile(join(folder, "firmware/checked.c"), "int a;\n// @iec62443 CR 9.9\nint b;\n");
  await workbench.open("firmware/checked.c", 1);
  await workbench.command("IEC 62443: Run Check");
  await page.locator(".terminal-wrapper, .terminal-group").first().waitFor();
  await shot("task");
  await workbench.command("Problems: Focus on Problems View");
  const row = page.locator(".markers-panel .monaco-list-row", { hasText: "iec62443 check" });
  await row.first().waitFor();
  assert.match(await row.first().textContent(), /CR 9\.9.*unknown-requirement.*\[Ln 2, Col/);
  await shot("task-problems");
  await row.first().click();
  await workbench.tab("checked.c").waitFor();
  await workbench.statusItem(/Ln 2,/).waitFor();
  await workbench.command("View: Hide Panel");
}
