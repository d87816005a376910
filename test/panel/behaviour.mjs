// What the page does: by keyboard, at any size, over updates, and with messages that are none.
import assert from "node:assert/strict";
import { heard, kept, lastHeard, show, tell } from "./talk.mjs";

const FIRST = { project: "file:///w", item: "4-2 CR 1.1" };
/** More rows than any window shows, and far fewer than there are. */
const MOST_ROWS = 120;

export function behaviourChecks({ open, shot, views }) {
  const checks = {
    "the keyboard leads from the top to a claim, and Enter opens it": (page) =>
      byKeyboard(page, views, shot),
    "30,000 claims are scrolled through with few rows in the document": (page) =>
      manyClaims(page, views, shot),
    "a list with everything unfolded keeps few rows in the document": (page) =>
      everythingOpen(page, views),
    "an update keeps the focus, the caret and what did not change": (page) =>
      overUpdate(page, views),
    "the focus falls back to the place around what is gone": (page) => focusOfGone(page, views),
    "a change of the numbers is said, the first view is not": (page) => announced(page, views),
    "messages that are none do nothing": (page) => malformed(page, views),
    "a number leads to the items behind it": (page) => numbers(page, views),
    "a cell of the matrix opens its blockers": (page) => cell(page, views),
    "buttons ask for commands of the host": (page) => commands(page, views),
    "what is opened in the editor is what was sent": (page) => opened(page, views),
    "another project is chosen by its name": (page) => projects(page, views),
  };
  return [
    ...Object.entries(checks).map(([title, check]) => [title, () => open({}, check)]),
    ["a page that was reloaded is as it was left", () => reloaded(open, views)],
    ["a state that nobody wrote does no harm", () => oddState(open, views)],
  ];
}

function list(page) {
  return page.getByRole("tree", { name: "Requirements and enhancements" });
}

/** The row that a screen reader is on. */
function activeRow(page) {
  return page.evaluate(() => {
    const { activeElement } = document;
    const id = activeElement?.getAttribute("aria-activedescendant");
    return id ? document.getElementById(id)?.textContent : undefined;
  });
}

async function byKeyboard(page, views, shot) {
  await show(page, views.VIEWS.hundred);
  const isThere = () =>
    page.evaluate(
      () => document.activeElement?.getAttribute("aria-label") === "Requirements and enhancements",
    );
  let stops = 0;
  while (!(await isThere())) {
    await page.keyboard.press("Tab");
    assert.ok(++stops < 600, "the list is never reached");
    const isSeen = await page.evaluate(() => document.activeElement !== document.body);
    assert.ok(isSeen, `the focus is lost at stop ${stops}`);
  }
  await page.keyboard.press("ArrowDown");
  assert.match(await activeRow(page), /^CR 1\.1, /);
  await page.keyboard.press("ArrowRight");
  assert.deepEqual((await lastHeard(page, "watch")).items, [FIRST]);
  await tell(page, views.claimsMessage(FIRST, 3));
  await page.keyboard.press("ArrowRight");
  while (!/file1\.c:2/.test(await activeRow(page))) await page.keyboard.press("ArrowDown");
  await shot(page, "dark-keyboard");
  await page.keyboard.press("Enter");
  const { link } = await lastHeard(page, "open");
  assert.deepEqual(link, {
    kind: "place",
    uri: "file:///w/src/part1/file1.c",
    line: 1,
    character: 3,
  });
  await page.keyboard.press("ArrowLeft");
  assert.match(await activeRow(page), /^CR 1\.1, /);
  await page.keyboard.press("ArrowLeft");
  assert.deepEqual((await lastHeard(page, "watch")).items, []);
}

async function unfoldFirst(page, views) {
  await show(page, views.VIEWS.huge);
  await list(page).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await tell(page, views.claimsMessage(FIRST, views.MANY_CLAIMS));
}

function rowCount(page) {
  return list(page).getByRole("treeitem").count();
}

async function manyClaims(page, views, shot) {
  await unfoldFirst(page, views);
  const height = await list(page).evaluate((it) => it.scrollHeight);
  for (let top = 0; top < height; top += height / 25) {
    await list(page).evaluate((it, to) => it.scrollTo({ top: to }), top);
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    const count = await rowCount(page);
    assert.ok(count > 5 && count < MOST_ROWS, `${count} rows at ${top} of ${height}`);
  }
  await page.keyboard.press("End");
  assert.match(await activeRow(page), /^CR 7\./);
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowDown");
  for (let i = 0; i < 10; i++) await page.keyboard.press("PageDown");
  assert.match(await activeRow(page), /file\d+\.c/);
  const place = await page.evaluate(() => {
    const id = document.activeElement.getAttribute("aria-activedescendant");
    const row = document.getElementById(id);
    const [inner, outer] = [row, document.activeElement].map((it) => it.getBoundingClientRect());
    const isInSight = inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
    return { size: Number(row.getAttribute("aria-setsize")), isInSight };
  });
  assert.ok(place.size >= views.MANY_CLAIMS);
  assert.ok(place.isInSight, "the active row is out of sight");
  await shot(page, "dark-huge");
}

async function everythingOpen(page, views) {
  await show(page, views.VIEWS.huge);
  await page.getByRole("button", { name: "Unfold All" }).click();
  const { items } = await lastHeard(page, "watch");
  assert.ok(items.length > 50);
  for (const item of items) await tell(page, views.claimsMessage(item, 300));
  await list(page).focus();
  await page.keyboard.press("End");
  assert.ok((await rowCount(page)) < MOST_ROWS);
  await page.getByRole("button", { name: "Fold All", exact: true }).click();
  assert.deepEqual((await lastHeard(page, "watch")).items, []);
}

async function overUpdate(page, views) {
  await show(page, views.VIEWS.hundred);
  const field = page.getByRole("searchbox");
  await field.fill("number 1");
  await field.press("ArrowLeft");
  await page.evaluate(() => {
    window.before = [
      ...document.querySelectorAll("main h2, main section, .matrix tr, .reasons tr"),
    ];
    window.scrollTo({ top: 900 });
  });
  await show(page, views.improved());
  const after = await page.evaluate(() => ({
    same: window.before.filter((it) => it.isConnected).length,
    all: window.before.length,
    focus: document.activeElement?.getAttribute("type"),
    caret: document.activeElement?.selectionStart,
    scroll: window.scrollY,
    changes: document.querySelector(".counts")?.textContent,
  }));
  assert.deepEqual(
    { focus: after.focus, caret: after.caret, scroll: after.scroll },
    { focus: "search", caret: 7, scroll: 900 },
  );
  assert.equal(after.same, after.all, "parts that stayed the same were drawn anew");
}

async function focusOfGone(page, views) {
  await show(page, views.VIEWS.hundred);
  const gone = page.locator('[data-key="blocker 4-2 CR 3.1"] button').first();
  await gone.focus();
  await show(page, views.improved());
  const section = await page.evaluate(() =>
    document.activeElement?.closest("section")?.getAttribute("data-key"),
  );
  assert.equal(section, "blockers");
}

async function announced(page, views) {
  const said = () => page.locator("#status").textContent();
  await show(page, views.VIEWS.hundred);
  assert.equal(await said(), "");
  await show(page, views.improved());
  assert.match(await said(), /^PLC 300: \d+ of \d+ met, \d+ verified\.$/);
}

async function malformed(page, views) {
  await show(page, views.VIEWS.ten);
  const before = await page.locator("body").innerHTML();
  const { ten } = views.VIEWS;
  const spoilt = (change) => {
    const view = structuredClone(ten);
    change(view.projects[0]);
    return { type: "view", view };
  };
  const messages = [
    null,
    "view",
    [],
    { type: "view" },
    { type: "view", view: { projects: [] } },
    { type: "view", view: { ...ten, projects: [null] } },
    { type: "claims", ...FIRST, claims: [{}] },
    { type: "claims", ...FIRST, claims: "none" },
    { type: "watch", items: [] },
    spoilt((it) => (it.groups[0].items[0].state = "splendid")),
    spoilt(
      (it) => (it.groups[0].items[0].page = { kind: "place", uri: "x", line: -1, character: 0 }),
    ),
    spoilt((it) => (it.matrix[0].cells = "twelve")),
    spoilt((it) => delete it.rings[0].value),
  ];
  for (const message of messages) await tell(page, message);
  assert.equal(await page.locator("body").innerHTML(), before);
  const message = spoilt((it) => (it.product = "<img src=x onerror=alert(1)>"));
  await tell(page, message);
  assert.equal(await page.locator("img").count(), 0);
}

async function numbers(page, views) {
  await show(page, views.VIEWS.hundred);
  await page.getByRole("button", { name: /\d+ missing$/ }).click();
  await page.getByText(/^1\d of 100 items shown$/).waitFor();
  const states = await list(page).getByRole("treeitem", { level: 2 }).allTextContents();
  assert.ok(states.length > 0 && states.every((it) => it.includes("missing")));
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("role")), "tree");
  await page.getByRole("button", { name: "Clear Filter" }).click();
  await page.getByText("100 of 100 items shown").waitFor();
}

async function cell(page, views) {
  await show(page, views.VIEWS.hundred);
  const button = page.getByRole("button", { name: /^FR 1, SL 2: \d+\/\d+ met target/ });
  await button.focus();
  await page.keyboard.press("Enter");
  assert.equal(await button.getAttribute("aria-expanded"), "true");
  const behind = page.getByRole("group", { name: /^FR 1, SL 2/ });
  assert.ok((await behind.getByRole("listitem").count()) > 0);
  await page.getByRole("button", { name: /^FR 2, SL 2/ }).click();
  assert.equal(await button.getAttribute("aria-expanded"), "false");
  await page
    .getByRole("group", { name: /^FR 2, SL 2/ })
    .getByRole("button")
    .last()
    .click();
  await page.getByText(/^\d+ of 100 items shown$/).waitFor();
  assert.equal(await list(page).getByRole("treeitem", { level: 1 }).count(), 1);
}

async function commands(page, views) {
  await show(page, views.VIEWS.untargeted);
  await page.getByRole("button", { name: "Set Target Level…" }).click();
  await page.getByRole("button", { name: "Write Baseline" }).click();
  await page.getByRole("button", { name: "Export Report…" }).click();
  await show(page, views.VIEWS.failed);
  await page.getByRole("button", { name: "Restart Server" }).click();
  const runs = (await heard(page)).filter(({ type }) => type === "run");
  assert.deepEqual(runs, [
    { type: "run", command: "setTarget", project: "file:///w" },
    { type: "run", command: "writeBaseline", project: "file:///w" },
    { type: "run", command: "exportReport", project: "file:///w" },
    { type: "run", command: "restartServer" },
  ]);
}

async function opened(page, views) {
  await show(page, views.VIEWS.hundred);
  const row = page.getByRole("row", { name: /security@example\.com/ }).first();
  assert.equal(await row.getByRole("button", { name: "../outside.md" }).count(), 0);
  await row.getByRole("button", { name: "docs/threat-model.md" }).click();
  const { link } = await lastHeard(page, "open");
  assert.deepEqual(link, { kind: "file", uri: "file:///w/docs/threat-model.md" });
  await row.getByRole("button", { name: /^iec62443\.yaml:\d+/ }).click();
  assert.equal((await lastHeard(page, "open")).link.kind, "place");
}

async function projects(page, views) {
  await show(page, views.VIEWS.several);
  await page.getByRole("navigation").getByRole("button", { name: "Gateway" }).press("Enter");
  await page.getByRole("heading", { level: 2, name: "Gateway" }).waitFor();
  const current = await page.evaluate(() => document.activeElement?.getAttribute("aria-current"));
  assert.equal(current, "true");
  assert.equal((await kept(page)).project, "file:///g");
}

async function reloaded(open, views) {
  let state;
  await open({}, async (page) => {
    await unfoldFirst(page, views);
    await page.locator("summary").first().click();
    for (let i = 0; i < 30; i++) await page.keyboard.press("Tab");
    await list(page).focus();
    for (let i = 0; i < 5; i++) await page.keyboard.press("PageDown");
    await list(page).evaluate((it) => it.scrollTo({ top: 400_000 }));
    await page.evaluate(() => window.scrollTo({ top: 700 }));
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    state = await kept(page);
  });
  await open({ state }, async (page) => {
    await show(page, views.VIEWS.huge);
    assert.deepEqual((await lastHeard(page, "watch")).items, [FIRST]);
    await tell(page, views.claimsMessage(FIRST, views.MANY_CLAIMS));
    assert.equal(await page.locator("details").first().getAttribute("open"), null);
    assert.equal(await page.evaluate(() => window.scrollY), state.scroll);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    const top = await list(page).evaluate((it) => {
      const edge = it.getBoundingClientRect().top + 4;
      const isAtEdge = (row) => {
        const { top: from, bottom } = row.getBoundingClientRect();
        return from <= edge && bottom > edge;
      };
      return [...it.querySelectorAll("[role=treeitem]")].find(isAtEdge)?.id;
    });
    const [, line] = /line (\d+)$/.exec(state.list.top);
    // The group and the item stand before the first of its lines.
    assert.equal(top, `requirement-${Number(line) + 2}`);
  });
}

async function oddState(open, views) {
  for (const state of [null, 7, "x", { open: 3, filter: [], scroll: "far" }, { open: [1, {}] }]) {
    await open({ state }, async (page) => {
      await show(page, views.VIEWS.ten);
      await page.getByText("10 of 10 items shown").waitFor();
    });
  }
}
