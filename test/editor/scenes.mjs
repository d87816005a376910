// The scenes of the browser's pass: each a thing that a person does, and what they must see then.
import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { groupBy, openTree, openView, viewIcon } from "./coverageView.mjs";
import { PROJECT_BEHAVIOUR, PROJECT_LOOKS } from "./projectScenes.mjs";
import { SERIES_BEHAVIOUR, SERIES_LOOKS } from "./seriesScenes.mjs";
import { START_LOOKS } from "./startScenes.mjs";

/**
 * Scenes by title whose looks matter in every theme. A scene gets the workbench, a camera, the product's folder and a way
 * to another one; it may not rely on the ones before it.
 */
export const LOOKS = {
  "the status bar carries the headline": headline,
  "hover tells of the requirement under the mouse": hover,
  "counts stand above an annotation and lead to its claims": lens,
  "a file with findings is marked in the explorer": decoration,
  "completion finds an id by a word of its title": completion,
  "a wrong id is underlined and mended by keyboard": quickFix,
  "annotations have colours of their own": colours,
  "the tree leads to a claim": tree,
  "the panel shows the coverage and leads to a claim": panel,
  ...SERIES_LOOKS,
  ...PROJECT_LOOKS,
  ...START_LOOKS,
};

/** Scenes that are the same in every theme. The last ones leave the sample product. */
export const BEHAVIOUR = {
  "an annotation is inserted from the palette": insertion,
  "the filter narrows the tree": filter,
  "several states are shown at once, and still after the window is loaded anew": filterByState,
  "the tree is grouped by state and by file": grouping,
  "what the project file says stands below its item": statements,
  "all claims of an item are found from its row": references,
  "the tree follows the cursor, and is led to it": followed,
  "an item is copied as Markdown": copyAsMarkdown,
  "an item is marked not applicable with reason and owner": notApplicable,
  "the target level is set": target,
  "F12 opens the requirement's page": page,
  ...PROJECT_BEHAVIOUR,
  ...SERIES_BEHAVIOUR,
  "a folder without annotations says how to begin": welcome,
  "a project file is made by answering three questions": projectFile,
};

async function headline(workbench, { shot }) {
  const item = workbench.statusItem(/62443: \d+\/\d+ met/);
  await item.waitFor();
  const [, met, applicable] = /(\d+)\/(\d+)/.exec(await item.textContent());
  assert.ok(Number(met) > 0 && Number(met) <= Number(applicable));
  await item.hover();
  await workbench.hover.filter({ hasText: "PLC 300" }).waitFor();
  await shot("headline");
}

async function hover(workbench, { shot }) {
  await workbench.open("firmware/auth/login.c", 1);
  await workbench.restOn(workbench.line("@iec62443 CR 1.11"), "CR 1.11");
  const text = await workbench.hover.first().textContent();
  assert.match(text, /CR 1\.11/);
  assert.match(text, /Unsuccessful login attempts/);
  await shot("hover");
}

async function lens(workbench, { shot }) {
  await workbench.open("firmware/auth/login.c", 1);
  const counts = workbench.editor.locator(".codelens-decoration a", {
    hasText: /^CR 1\.11 · \d+ implementation/,
  });
  await counts.first().waitFor();
  await shot("lens");
  await counts.first().click();
  await workbench.page
    .locator(".peekview-widget .reference-file, .peekview-widget .referenceMatch")
    .first()
    .waitFor();
  await shot("lens-claims");
}

async function insertion(workbench, { shot, folder }) {
  await writeFile(
    join(folder, "firmware/inserted.c"),
    "static int limit;\n\nint main(void)\n{\n}\n",
  );
  await workbench.open("firmware/inserted.c", 3);
  await workbench.command("IEC 62443: Insert Annotation");
  await workbench.quickInput.fill("CR 2.5");
  await shot("insert-pick");
  await workbench.page.keyboard.press("Enter");
  await workbench.line("// @iec62443 CR 2.5").waitFor();
  await shot("inserted");
}

async function decoration(workbench, { shot, folder }) {
  await writeFile(join(folder, "firmware/marked.c"), "// @iec62443 CR 9.9\nint a;\n");
  await workbench.open("firmware/marked.c", 1);
  await workbench.editor.locator(".squiggly-error").first().waitFor();
  await workbench.command("View: Show Explorer");
  const row = workbench.page.locator(".explorer-folders-view .monaco-list-row", {
    hasText: /^marked\.c/,
  });
  await row.first().waitFor();
  await workbench.page.waitForFunction(() =>
    [
      ...document.querySelectorAll(".explorer-folders-view .monaco-list-row .monaco-icon-label"),
    ].some((it) => getComputedStyle(it, "::after").content.includes("§")),
  );
  await shot("decoration");
}

async function completion(workbench, { shot, folder }) {
  const text = "\nint main(void)\n{\n}\n";
  await writeFile(join(folder, "firmware/typed.c"), text);
  await workbench.open("firmware/typed.c", 1);
  await workbench.page.keyboard.type("// @iec62443 ");
  await workbench.suggestions.first().waitFor();
  await workbench.page.keyboard.type("passw");
  const wanted = workbench.suggestions.filter({ hasText: "CR 1.7" }).first();
  await wanted.waitFor();
  await shot("completion");
  await wanted.click();
  await workbench.line("// @iec62443 CR 1.7").waitFor();
}

async function quickFix(workbench, { shot, folder }) {
  await writeFile(join(folder, "firmware/wrong.c"), "// @iec62443 CR 1.55\nint a;\n");
  await workbench.open("firmware/wrong.c", 1, 18);
  const squiggle = workbench.editor.locator(".squiggly-error").first();
  await squiggle.waitFor();
  await workbench.restOn(workbench.line("CR 1.55"), "CR 1.55");
  await shot("finding");
  await workbench.page.mouse.move(5, 5);
  await workbench.quickFixes("CR 1.5");
  await shot("quick-fix");
  await workbench.page.keyboard.press("Enter");
  await squiggle.waitFor({ state: "detached" });
  assert.match(await workbench.line("@iec62443").textContent(), /CR.1\.\d+$/);
}

async function colours(workbench, { shot }) {
  await workbench.open("plc/PumpControl.st", 1);
  await workbench.open("firmware/auth/login.c", 1);
  const line = workbench.line("@iec62443 CR 1.11");
  // A comment is one piece where nothing is coloured inside of it.
  const piece = (text) => line.locator("span span", { hasText: text }).last();
  await piece(/^@iec62443$/).waitFor();
  assert.notEqual(
    await piece("1.11").getAttribute("class"),
    await piece("both").getAttribute("class"),
  );
  await shot("colours");
}

async function tree(workbench, { shot }) {
  await openTree(workbench);
  await shot("tree");
  await workbench.unfold("FR 1");
  await workbench.unfold(/^\s*CR 1\.11/);
  const claim = workbench.row("login.c:13");
  await claim.waitFor();
  await shot("tree-open");
  await claim.click();
  await workbench.tab("login.c").waitFor();
  await workbench.statusItem(/Ln 13,/).waitFor();
  await shot("claim");
  await workbench.open("firmware/auth/login.c", 1);
  await workbench.page.keyboard.type("\n");
  await workbench.row("login.c:14").waitFor();
  await workbench.page.keyboard.press("Control+Z");
  await claim.waitFor();
}

async function filter(workbench, { shot }) {
  await openTree(workbench);
  await workbench.command("IEC 62443: Filter Coverage");
  await workbench.quickInput.fill("password");
  await shot("filter-pick");
  await workbench.page.keyboard.press("Enter");
  await workbench.row("FR 7").waitFor({ state: "detached" });
  await workbench.row("CR 1.7").waitFor();
  await shot("filtered");
  await workbench.command("IEC 62443: Clear Filter");
  await workbench.row("FR 7").waitFor();
}

/** The quick pick takes typed words and ticked rows together. */
async function filterByState(workbench, { shot, folder, visit }) {
  await openTree(workbench);
  await workbench.command("IEC 62443: Filter Coverage");
  for (const state of [/^Partial/, /^Planned/]) await workbench.choice(state).click();
  await shot("filter-states");
  await workbench.page.keyboard.press("Enter");
  await workbench.page.getByText("Filtered: partial or planned").waitFor();
  await workbench.row(/partial ·/).waitFor();
  await workbench.row("FR 7").waitFor({ state: "detached" });
  await shot("filtered-states");
  await visit(folder);
  await openView(workbench);
  await workbench.page.getByText("Filtered: partial or planned").waitFor();
  await workbench.row(/partial ·/).waitFor();
  await workbench.command("IEC 62443: Clear Filter");
  await workbench.row("FR 7").waitFor();
}

async function grouping(workbench, { shot }) {
  await openTree(workbench);
  await groupBy(workbench, /^State/);
  await workbench.unfoldTo(/^\s*Verified/, /verified ·/);
  await shot("by-state");
  await groupBy(workbench, /^File/);
  await workbench.unfoldTo("login.c", /CR 1\.11 implements/);
  await shot("by-file");
  await workbench.row(/CR 1\.11 implements/).click();
  await workbench.statusItem(/Ln 13,/).waitFor();
  await groupBy(workbench, /^Part of the Product/);
  await workbench.unfoldTo("firmware", "login.c");
  await shot("by-part");
  await groupBy(workbench, /^Component Type/);
  await workbench.row("Embedded device").waitFor();
  await groupBy(workbench, /^Foundational Requirement/);
  await workbench.row("FR 1").waitFor();
}

async function statements(workbench, { shot }) {
  await openTree(workbench);
  await workbench.unfold("FR 2");
  await workbench.unfold(/^\s*CR 2\.2/);
  const statement = workbench.row("security@plc300.example");
  await statement.waitFor();
  await shot("statement");
  await statement.click();
  await workbench.tab("iec62443.yaml").waitFor();
}

async function references(workbench, { shot }) {
  await openTree(workbench);
  await workbench.unfold("FR 1");
  await workbench.rowMenu(/^\s*CR 1\.11/, "Find References");
  await workbench.page.locator(".peekview-widget .ref-tree").waitFor();
  await shot("references");
  await workbench.page.keyboard.press("Escape");
}

async function followed(workbench, { shot }) {
  const { page } = workbench;
  await openTree(workbench);
  await workbench.open("firmware/auth/login.c", 13);
  const selected = workbench.row(/^\s*login\.c:13/).and(page.locator(".selected"));
  await selected.waitFor();
  await shot("follow");
  await workbench.command("View: Show Explorer");
  await selected.waitFor({ state: "hidden" });
  await workbench.command("IEC 62443: Reveal in Coverage View");
  await selected.and(page.locator(".focused")).waitFor();
}

async function copyAsMarkdown(workbench, { shot, folder }) {
  await writeFile(join(folder, "firmware/copied.md"), "");
  await openTree(workbench);
  await workbench.rowMenu("FR 1", "Copy as Markdown");
  await workbench.open("firmware/copied.md", 1);
  await workbench.page.keyboard.press("Control+V");
  await workbench.page.keyboard.press("Control+Home");
  await workbench.line("| Requirement | Title | State |").waitFor();
  await workbench.line("| CR 1.11 |").waitFor();
  await shot("markdown");
}

/** The sample's project file is put back for whoever comes next. */
async function notApplicable(workbench, { shot, folder }) {
  const file = join(folder, "iec62443.yaml");
  const before = await readFile(file, "utf8");
  await openTree(workbench);
  await workbench.unfold("FR 6");
  await workbench.rowMenu(/^\s*CR 6\.2/, "Mark Not Applicable");
  await workbench.quickInput.fill("…");
  await workbench.page.getByText("Write why, in words").waitFor();
  await shot("reason");
  await workbench.quickInput.fill("Monitoring is done by the plant's own system.");
  await workbench.page.keyboard.press("Enter");
  await workbench.page.getByText("Who answers for this?").waitFor();
  assert.equal(await workbench.quickInput.inputValue(), "security@plc300.example");
  await workbench.page.keyboard.press("Enter");
  await workbench.tab("iec62443.yaml").waitFor();
  await workbench.line("Monitoring is done by").waitFor();
  await workbench.row(/^\s*CR 6\.2\s*not applicable/).waitFor();
  await workbench.statusItem(/Ln 28,/).waitFor();
  await shot("not-applicable");
  assert.match(await readFile(file, "utf8"), /requirement: CR 6\.2\n\s+status: not-applicable/);
  await writeFile(file, before);
  await workbench.row(/^\s*CR 6\.2\s*planned/).waitFor();
}

async function target(workbench, { shot, folder }) {
  const file = join(folder, "iec62443.yaml");
  const before = await readFile(file, "utf8");
  await openTree(workbench);
  await workbench.command("IEC 62443: Set Target Level");
  await workbench.choice(/SL 2.*current/).waitFor();
  await shot("target-pick");
  await workbench.choice("SL 3").click();
  await workbench.tab("iec62443.yaml").waitFor();
  await workbench.line(/target:\s3/).waitFor();
  await shot("target");
  await writeFile(file, before);
  await workbench.line(/target:\s2/).waitFor();
}

async function panel(workbench, { shot }) {
  await workbench.statusItem(/62443: \d+/).waitFor();
  await workbench.command("IEC 62443: Show Coverage Panel");
  const frame = workbench.panel;
  await frame.getByRole("heading", { name: "PLC 300" }).waitFor();
  await shot("panel");
  await frame.getByRole("button", { name: /^FR 1, SL 2/ }).click();
  await frame.getByRole("group", { name: /^FR 1, SL 2/ }).waitFor();
  await shot("panel-cell");
  await frame.getByRole("searchbox").fill("CR 1.11");
  const list = frame.getByRole("tree", { name: "Requirements and enhancements" });
  await list.press("ArrowDown");
  await list.press("ArrowRight");
  await frame.getByRole("treeitem", { name: /^login\.c:13/ }).waitFor();
  for (let row = 0; row < 20 && !(await activeRow(list)).startsWith("login.c:13"); row++) {
    await list.press("ArrowDown");
  }
  await shot("panel-keyboard");
  await list.press("Enter");
  await workbench.tab("login.c").waitFor();
  await workbench.statusItem(/Ln 13,/).waitFor();
}

/** What a screen reader says of a list in the panel: the row that the keyboard is on. */
function activeRow(list) {
  return list.evaluate((it) => {
    const row = document.getElementById(it.getAttribute("aria-activedescendant") ?? "");
    return row?.textContent ?? "";
  });
}

async function page(workbench, { shot }) {
  await workbench.open("firmware/auth/login.c", 13, 18);
  await workbench.page.keyboard.press("F12");
  await workbench.line("CR 1.11").waitFor();
  await workbench.tab("CR 1.11").waitFor();
  await shot("page");
}

async function welcome(workbench, { shot, folder, visit }) {
  const empty = join(folder, "../empty");
  await mkdir(empty);
  await visit(empty);
  await viewIcon(workbench).click();
  await workbench.page.getByText("No annotation was found in this workspace.").waitFor();
  await shot("welcome");
}

async function projectFile(workbench, { shot, folder, visit }) {
  const fresh = join(folder, "../pump");
  await mkdir(fresh);
  await writeFile(join(fresh, "login.c"), "// @iec62443 CR 1.1\nint login(void);\n");
  await visit(fresh);
  await openTree(workbench);
  await workbench.row("Create a project file").click();
  await workbench.page.getByText("What is the product called?").waitFor();
  assert.equal(await workbench.quickInput.inputValue(), "pump");
  await workbench.quickInput.fill("Pump 7");
  await workbench.page.keyboard.press("Enter");
  await workbench.choice("embedded-device").click();
  await shot("component-pick");
  await workbench.page.keyboard.press("Enter");
  await workbench.choice("SL 1").click();
  await workbench.tab("iec62443.yaml").waitFor();
  await workbench.line("Pump 7").waitFor();
  await workbench.row("Create a project file").waitFor({ state: "detached" });
  await shot("project-file");
  await workbench.command("IEC 62443: Create Project File");
  await workbench.page.getByText("has a project file already").first().waitFor();
}
