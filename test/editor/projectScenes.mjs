// The scenes around the project file: writing in it, losing it, several of them, and the baseline beside it.
import assert from "node:assert/strict";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openTree, openView } from "./coverageView.mjs";

export const PROJECT_LOOKS = {
  "the project file helps while one writes in it": writing,
};

/** Where dialogs are shown: the older VS Code refuses them to a driver. */
export const DIALOG_BEHAVIOUR = {
  "a report is exported, after what it tells of is saved": exportingUnsaved,
};

export const PROJECT_BEHAVIOUR = {
  "a broken project file is told of everywhere, and a deleted one leaves nothing behind": losing,
  "a claim that is removed after the baseline is shown as lost": baseline,
  "a report is exported beside the project file": exporting,
  "what an issue needs is collected": diagnostics,
  "products side by side have a root each": severalProducts,
};

const STATEMENT = `
statements:
  - requirement: CR 2.2
    status: not-applicable
    reason: The device has no radio.
`;

/** The sample's project file is put back for whoever comes next. */
async function writing(workbench, { shot, folder }) {
  await withFile(join(folder, "iec62443.yaml"), async (file) => {
    await writeFile(
      file,
      `product: PLC 300\ncomponent: [embedded-device]\ntarget: 2\n${STATEMENT}`,
    );
    await workbench.open("iec62443.yaml", 3, 3);
    await workbench.editor.locator(".squiggly-info").first().waitFor();
    await workbench.restOn(workbench.line("target"), "target");
    await shot("file-hover-key");
    await hoverGone(workbench);
    await workbench.restOn(workbench.line("requirement"), "CR 2.2");
    await shot("file-hover-id");
    await hoverGone(workbench);
    await workbench.restOn(workbench.line("target"), "2");
    await shot("file-uncovered");
    await hoverGone(workbench);

    await workbench.open("iec62443.yaml", 7, 27);
    for (let i = 0; i < "not-applicable".length; i++)
      await workbench.page.keyboard.press("Backspace");
    await workbench.page.keyboard.press("Control+Space");
    await workbench.suggestions.filter({ hasText: "compensating" }).first().waitFor();
    await shot("file-status");
    await workbench.page.keyboard.press("Escape");
    await workbench.page.keyboard.type("planned");
    await workbench.page.keyboard.press("Escape");

    await workbench.open("iec62443.yaml", 6, 24);
    for (let i = 0; i < "CR 2.2".length; i++) await workbench.page.keyboard.press("Backspace");
    await workbench.page.keyboard.press("Control+Space");
    await workbench.suggestions.first().waitFor();
    await workbench.page.keyboard.type("passw");
    await workbench.suggestions.filter({ hasText: "CR 1.7" }).first().waitFor();
    await shot("file-id");
    await workbench.page.keyboard.press("Escape");
    for (let i = 0; i < "passw".length; i++) await workbench.page.keyboard.press("Backspace");
    await workbench.page.keyboard.type("CR 2.22");
    await workbench.page.keyboard.press("Escape");
    const squiggle = workbench.editor.locator(".squiggly-error").first();
    await squiggle.waitFor();
    await workbench.quickFixes(/CR 2\.\d/);
    await shot("file-fix");
    await workbench.page.keyboard.press("Enter");
    await squiggle.waitFor({ state: "detached" });
    // What is typed must not stand against the file that is put back.
    await workbench.command("View: Revert and Close Editor");
  });
}

/** The mouse goes away, and with it what it showed. */
async function hoverGone(workbench) {
  await workbench.page.mouse.move(5, 5);
  await workbench.page.keyboard.press("Escape");
  await workbench.hover.first().waitFor({ state: "hidden" });
}

async function losing(workbench, { shot, folder }) {
  await withFile(join(folder, "iec62443.yaml"), async (file) => {
    await openTree(workbench);
    await workbench.command("IEC 62443: Show Coverage Panel");
    await workbench.panel.getByRole("heading", { name: "PLC 300" }).waitFor();
    const before = await headlineOf(workbench);
    await writeFile(file, "product: PLC 300\ncomponent: [toaster]\ntarget: 5\n");
    await workbench.panel
      .getByText(/\d+ problems? in iec62443\.yaml: the numbers may be wrong/)
      .waitFor();
    await workbench.row(/problems? in iec62443\.yaml/).waitFor();
    await workbench.page.locator(".statusbar-item .codicon-warning").first().waitFor();
    await shot("file-broken");
    assert.notEqual(await headlineOf(workbench), before);
    await rm(file);
    await workbench.panel.getByRole("heading", { name: "plc-product" }).waitFor();
    await workbench.row("Create a project file").waitFor();
    await shot("file-deleted");
    const target = workbench.panel.locator("dl.facts div", { hasText: "Target" });
    assert.match(await target.textContent(), /none/);
  });
  await workbench.panel.getByRole("heading", { name: "PLC 300" }).waitFor();
}

function headlineOf(workbench) {
  return workbench.statusItem(/62443.*: \d+\/\d+ met/).textContent();
}

async function baseline(workbench, { shot, folder }) {
  try {
    await losingAClaim(workbench, shot);
  } finally {
    await rm(join(folder, "iec62443.baseline.json"), { force: true });
  }
}

async function exporting(workbench, { shot, folder }) {
  await withReport(folder, async (report) => {
    await chooseWebPage(workbench, shot);
    await takePlace(workbench, shot);
    assert.match(await readFile(report, "utf8"), /PLC 300/);
  });
}

async function exportingUnsaved(workbench, { shot, folder }) {
  const source = join(folder, "firmware/auth/password.c");
  const before = await readFile(source, "utf8");
  try {
    await withReport(folder, async (report) => {
      await workbench.open("password.c", 1, 1);
      await workbench.page.keyboard.type("/* @iec62443 CR 7.4: typed a moment ago */");
      await chooseWebPage(workbench, shot);
      const dialog = workbench.page.locator(".monaco-dialog-box");
      await dialog.getByText("password.c has changes that are not saved.").waitFor();
      await shot("report-unsaved");
      await dialog.getByRole("button", { name: "Save and Export" }).click();
      await takePlace(workbench, shot);
      assert.match(await readFile(report, "utf8"), /typed a moment ago/);
      assert.match(await readFile(source, "utf8"), /^\/\* @iec62443 CR 7\.4: typed/);
    });
  } finally {
    await writeFile(source, before);
  }
}

async function withReport(folder, use) {
  const report = join(folder, "iec62443-report.html");
  try {
    await use(report);
  } finally {
    await rm(report, { force: true });
  }
}

async function chooseWebPage(workbench, shot) {
  await workbench.command("IEC 62443: Export Report");
  await workbench.page.getByText("For an assessor: one page").waitFor();
  await shot("report-formats");
  await workbench.page.keyboard.press("Enter");
}

async function takePlace(workbench, shot) {
  // The list of formats has such a field, too.
  await workbench.page.waitForFunction(() =>
    [...document.querySelectorAll(".quick-input-widget input")].some((it) =>
      it.value.endsWith("iec62443-report.html"),
    ),
  );
  await shot("report-place");
  await workbench.page.keyboard.press("Enter");
  await workbench.page.getByText("iec62443-report.html was written.").first().waitFor();
  await shot("report-written");
}

async function losingAClaim(workbench, shot) {
  await workbench.statusItem(/62443: \d+/).waitFor();
  await workbench.command("IEC 62443: Show Coverage Panel");
  await workbench.panel.getByRole("button", { name: "Write Baseline" }).click();
  await workbench.panel.getByText(/^Nothing has changed since/).waitFor();
  await workbench.open("firmware/auth/login.c", 13);
  await workbench.page.keyboard.press("Control+Shift+K");
  await workbench.command("IEC 62443: Show Coverage Panel");
  await workbench.panel
    .getByText(/1 claim lost/)
    .first()
    .waitFor();
  await workbench.panel
    .getByRole("heading", { name: "Since the baseline" })
    .scrollIntoViewIfNeeded();
  await shot("baseline-lost");
  await workbench.open("firmware/auth/login.c", 12);
  await workbench.page.keyboard.press("Control+Z");
  await workbench.line("@iec62443 CR 1.11").waitFor();
}

async function diagnostics(workbench, { shot }) {
  await workbench.command("IEC 62443: Collect Diagnostics");
  await workbench.line(/VS.Code/).waitFor();
  await shot("diagnostics");
  // An unsaved page would ask for a name when all is saved.
  await workbench.command("View: Revert and Close Editor");
}

async function severalProducts(workbench, { shot, folder, visit }) {
  const both = join(folder, "../line");
  await product(join(both, "pump"), "Pump 7", "// @iec62443 CR 1.1\nint login(void);\n");
  await product(join(both, "valve"), "Valve 9", "// @iec62443 CR 2.1\nint allow(void);\n");
  await visit(both);
  await openView(workbench);
  await workbench.row("Pump 7").waitFor();
  await workbench.row("Valve 9").waitFor();
  await workbench.statusItem(/62443: 2\/\d+ met/).waitFor();
  await workbench.command("IEC 62443: Show Coverage Panel");
  const chooser = workbench.panel.getByRole("navigation", { name: "Projects" });
  await chooser.getByRole("button", { name: "Valve 9" }).click();
  await workbench.panel.getByRole("heading", { name: "Valve 9" }).waitFor();
  await shot("products");
  await workbench.open("pump/main.c", 1);
  await workbench.statusItem(/62443 Pump 7: 1\/\d+ met/).waitFor();
}

async function product(folder, name, source) {
  await mkdir(folder, { recursive: true });
  const text = `product: ${name}\ncomponent: [embedded-device]\ntarget: 1\n`;
  await writeFile(join(folder, "iec62443.yaml"), text);
  await writeFile(join(folder, "main.c"), source);
}

/** Puts a file back as it was, whatever happens. */
async function withFile(file, act) {
  const before = await readFile(file, "utf8");
  try {
    await act(file);
  } finally {
    await writeFile(file, before);
  }
}
