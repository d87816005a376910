// Nobody is shut out: axe finds nothing in any theme and state, and nothing is lost in a narrow or magnified page.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { show, tell } from "./talk.mjs";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** States of which a picture is taken. */
const SHOWN = ["hundred", "empty", "several", "untargeted"];
const NARROW = { width: 320, height: 640 };

export function accessibilityChecks({ open, shot, views, themes }) {
  const states = Object.keys(views.VIEWS);
  return [
    ...themes.map((theme) => [
      `axe finds nothing in ${theme}, in every state`,
      () =>
        open({ theme }, async (page) => {
          for (const state of states) {
            await show(page, views.VIEWS[state]);
            if (SHOWN.includes(state)) await shot(page, `${theme}-${state}`);
            await assertAccessible(page, state);
          }
        }),
    ]),
    ...themes.map((theme) => [
      `axe finds nothing in ${theme} with everything unfolded`,
      () =>
        open({ theme }, async (page) => {
          await show(page, views.VIEWS.hundred);
          await unfold(page, views);
          await shot(page, `${theme}-unfolded`);
          await assertAccessible(page);
        }),
    ]),
    ...["dark", "light"].map((theme) => [
      `in ${theme} a page of 320 pixels shows all of it`,
      () => open({ theme, size: NARROW }, (page) => narrow(page, { shot, views, theme })),
    ]),
    [
      "in forced colours every shape is still there",
      () =>
        open({ theme: "contrast" }, async (page) => {
          await page.emulateMedia({ forcedColors: "active" });
          await show(page, views.VIEWS.hundred);
          await shot(page, "forced-colours");
          // Which colours they are then is not for a page to say.
          await assertAccessible(page, "forced colours", ["color-contrast"]);
        }),
    ],
  ];
}

/** A cell of the matrix, a list of claims and a group of changes: all that can be opened. */
async function unfold(page, views) {
  await page.getByRole("button", { name: /^FR 1, SL 2/ }).click();
  await page.getByRole("button", { name: "Unfold All" }).click();
  const address = { project: "file:///w", item: "4-2 CR 1.1" };
  await tell(page, views.claimsMessage(address, 30));
  const changes = page.getByRole("tree", { name: "Changes since the baseline" });
  for (const row of await changes.getByRole("treeitem").all()) await row.click();
}

async function narrow(page, { shot, views, theme }) {
  await show(page, views.VIEWS.hundred);
  await unfold(page, views);
  await page.evaluate(() => window.scrollTo({ top: 0 }));
  await shot(page, `${theme}-narrow`);
  const { wide, cut } = await page.evaluate(leftOut);
  assert.equal(wide, false, "the page has to be scrolled sideways");
  assert.deepEqual(cut, [], "something is cut off");
  await assertAccessible(page);
}

/** Runs in the page: whether it is wider than the window, and what text is hidden by its own box. */
function leftOut() {
  const isCut = (it) =>
    it.scrollWidth > it.clientWidth + 1 && getComputedStyle(it).overflowX === "hidden";
  const cut = [...document.querySelectorAll("main *:not(.unseen):not(svg)")]
    .filter((it) => it instanceof HTMLElement && isCut(it))
    .map((it) => `${it.className}: ${it.textContent}`);
  return { wide: document.documentElement.scrollWidth > window.innerWidth, cut };
}

async function assertAccessible(page, state, without = []) {
  await page.evaluate(await readFile(AXE, "utf8"));
  const violations = await page.evaluate(
    async ({ tags, off }) => {
      const rules = Object.fromEntries(off.map((it) => [it, { enabled: false }]));
      const { violations: found } = await window.axe.run(document, { runOnly: tags, rules });
      return found.map(({ id, help, nodes }) => ({
        id,
        help,
        at: nodes.slice(0, 3).map(({ html, failureSummary }) => `${html}\n${failureSummary}`),
      }));
    },
    { tags: TAGS, off: without },
  );
  assert.deepEqual({ state, violations }, { state, violations: [] });
}
