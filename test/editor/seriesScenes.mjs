// The scenes around the whole series: its pages, what connects them, a catalog of one's own, parts side by side.
import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openTree, openView, viewIcon } from "./coverageView.mjs";

export const SERIES_LOOKS = {
  "a requirement is looked up by a word, and its page leads to its counterpart": lookUp,
  "hover names the counterpart and other documents, and leads there": connections,
};

/** They leave the sample product. */
export const SERIES_BEHAVIOUR = {
  "a catalog of one's own is completed, hovered, counted and corrected": ownCatalog,
  "several parts stand side by side in tree and panel": severalParts,
  "without a folder every requirement can be looked up": withoutFolder,
};

async function lookUp(workbench, { shot }) {
  await workbench.statusItem(/62443: \d+/).waitFor();
  await workbench.command("IEC 62443: Show Requirement");
  await workbench.choice("CR 1.1").waitFor();
  await shot("requirement-pick-first");
  await workbench.quickInput.fill("jtag");
  await workbench.choice(/EDR 2\.13/).waitFor();
  await shot("requirement-pick");
  // Parts that the product does not ask for are there as well.
  await workbench.quickInput.fill("SM-9");
  await workbench.choice(/^SM-9/).waitFor();
  await workbench.quickInput.fill("CR 1.5");
  await workbench.choice(/^CR 1\.5/).click();
  await pageOf(workbench, /^CR 1\.5 /);
  await shot("requirement-page");
  const { panel } = workbench;
  await panel.getByRole("heading", { name: /^Counterpart of the system/ }).scrollIntoViewIfNeeded();
  await panel.getByRole("heading", { name: "Foundations" }).waitFor();
  await panel.getByRole("heading", { name: "Other documents" }).waitFor();
  await panel.getByRole("cell", { name: /medium confidence/ }).waitFor();
  await shot("requirement-page-connections");
  await panel.getByRole("link", { name: /^SR 1\.5 / }).click();
  await pageOf(workbench, /^SR 1\.5 /);
  await panel.getByRole("link", { name: /^CR 1\.5 / }).click();
  await pageOf(workbench, /^CR 1\.5 /);
  await panel.getByRole("link", { name: "firmware/auth/password.c:20" }).first().click();
  await workbench.tab("password.c").waitFor();
}

/** The rendered page of a requirement, by its heading. */
function pageOf(workbench, heading) {
  return workbench.panel.getByRole("heading", { name: heading, level: 1 }).waitFor();
}

async function connections(workbench, { shot }) {
  await workbench.open("firmware/auth/password.c", 1);
  const line = workbench.editor.locator(".view-line", { hasText: /@iec62443.CR.1\.5/ }).first();
  await workbench.restOn(line, "CR 1.5");
  const hover = workbench.hover.first();
  assert.match(await hover.textContent(), /Also in ATT&CK M0927/);
  await shot("hover-connections");
  await hover.getByRole("link", { name: "SR 1.5" }).click();
  await pageOf(workbench, /^SR 1\.5 /);
}

const RULES = `part: company
document: { designation: ACME 7, title: Rules of the house }
requirements:
  - id: ACME-1
    title: Keys stay in the chip
    summary: A private key never leaves the chip. Evidence is an export request that the chip refuses.
    keywords: [secure element]
  - id: ACME-2
    title: Every release is signed
    levls: [1]
`;

async function ownCatalog(workbench, { shot, folder, visit }) {
  const fresh = join(folder, "../acme");
  await mkdir(fresh);
  const parts = 'parts: ["4-2", company]\ncatalogs: [company-rules.yaml]\n';
  await writeFile(
    join(fresh, "iec62443.yaml"),
    `product: Pump 7\ncomponent: [embedded-device]\ntarget: 1\n${parts}`,
  );
  await writeFile(join(fresh, "company-rules.yaml"), RULES);
  const source = "// @iec62443 ACME-1\nint key(void);\n\n// @iec62443 ACME-3\nint log_it(void);\n";
  await writeFile(join(fresh, "main.c"), source);
  await visit(fresh);
  await openView(workbench);
  await workbench.row("1 problem in company-rules.yaml").click();
  await workbench.tab("company-rules.yaml").waitFor();
  const squiggle = workbench.editor.locator(".squiggly-error");
  await squiggle.first().waitFor();
  await workbench.unfold("Rules of the house");
  await workbench.row(/ACME-2.*missing/).waitFor();
  await shot("own-problem");
  await workbench.command("IEC 62443: Show Coverage Panel");
  const doubt = "1 problem in company-rules.yaml: the numbers may be wrong.";
  await workbench.panel.getByText(doubt).waitFor();
  await shot("own-panel");

  // What is typed counts at once, saved or not.
  await workbench.open("main.c", 4, 20);
  await squiggle.first().waitFor();
  await workbench.restOn(workbench.line("ACME-1"), "ACME-1");
  assert.match(await workbench.hover.first().textContent(), /Keys stay in the chip/);
  await shot("own-hover");
  await workbench.page.mouse.move(5, 5);
  await workbench.page.keyboard.press("Escape");
  await workbench.open("company-rules.yaml", 10, 1);
  await workbench.page.keyboard.press("Shift+End");
  await workbench.page.keyboard.insertText("  - { id: ACME-3, title: Logs are kept a year }");
  await workbench.row(/problem in/).waitFor({ state: "detached" });
  await workbench.row(/ACME-3.*implemented/).waitFor();
  await workbench.open("main.c", 5, 1);
  await squiggle.first().waitFor({ state: "detached" });
  await workbench.page.keyboard.insertText("// @iec62443 ");
  await workbench.page.keyboard.type("secure el");
  await workbench.suggestions.filter({ hasText: "ACME-1" }).first().waitFor();
  await shot("own-completion");
  await workbench.page.keyboard.press("Escape");
}

async function severalParts(workbench, { shot, folder, visit }) {
  const fresh = join(folder, "../parts");
  await mkdir(fresh);
  await writeFile(join(fresh, "iec62443.yaml"), 'product: Plant 4\nparts: ["4-2", "4-1", "3-3"]\n');
  await writeFile(
    join(fresh, "main.c"),
    "// @iec62443 CR 1.1\nint login(void);\n\n// @iec62443 SM-9\nint sbom(void);\n\n// @iec62443 SR 1.5\nint keys(void);\n",
  );
  await visit(fresh);
  await openTree(workbench);
  await workbench.row(/^\s*4-1\s*1 of \d+ met · Secure product development/).waitFor();
  await shot("parts-tree");
  await workbench.command("IEC 62443: Show Coverage Panel");
  const { panel } = workbench;
  await panel.getByRole("heading", { name: "Plant 4" }).waitFor();
  const [, applicable] = /3 of (\d+) met/.exec(
    await panel.getByText(/^3 of \d+ met/).textContent(),
  );
  assert.ok(Number(applicable) > 200, applicable);
  await shot("parts-panel");
  // A part without foundational requirements is a group of the list, and no row of the matrix.
  await panel.getByRole("searchbox").fill("SM-");
  const list = panel.getByRole("tree", { name: "Requirements and enhancements" });
  await list.evaluate((it) => it.scrollIntoView({ block: "nearest" }));
  const rows = list.getByRole("treeitem");
  await rows.filter({ hasText: "Secure product development lifecycle" }).waitFor();
  await rows.filter({ hasText: "SM-9" }).waitFor();
  await shot("parts-list");
}

async function withoutFolder(workbench, { shot, visit }) {
  await visit(undefined);
  // A palette that is opened before knows no command of ours.
  await viewIcon(workbench).click();
  await workbench.page.getByText("Open a folder to see which requirements").waitFor();
  await workbench.command("IEC 62443: Show Requirement");
  await workbench.quickInput.fill("jtag");
  await workbench.choice(/^EDR 2\.13/).waitFor();
  await shot("requirement-pick-no-folder");
  await workbench.quickInput.fill("CR 1.5");
  await workbench.choice(/^CR 1\.5/).click();
  await pageOf(workbench, /^CR 1\.5 /);
  await workbench.panel.getByRole("link", { name: /^SR 1\.5 / }).click();
  await pageOf(workbench, /^SR 1\.5 /);
}
