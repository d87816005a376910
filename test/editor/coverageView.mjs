// The coverage view, put into a state that a scene can count on.

/** The view as at first: grouped by foundational requirement, nothing filtered, nothing unfolded. */
export async function openTree(workbench) {
  await openView(workbench);
  const { page, rows } = workbench;
  await rows.first().waitFor();
  const isFiltered = await page.getByText(/^Filtered: /).isVisible();
  if (isFiltered) await workbench.command("IEC 62443: Clear Filter");
  // The view may still be drawing its rows.
  const fr = workbench.row("FR 1");
  const isGrouped = await fr.waitFor({ timeout: 5000 }).then(
    () => true,
    () => false,
  );
  if (!isGrouped) await groupBy(workbench, /^Foundational Requirement/);
  await fr.waitFor();
  // From the bottom: with a row that is folded those below it go, and the ones above stay where they are.
  const open = await rows.and(page.locator('[aria-expanded="true"]')).all();
  for (const row of open.reverse()) await row.locator(".monaco-tl-twistie").click();
}

/** An editor that opens late takes the focus, and the list shuts: a person asks for it again. */
export async function groupBy(workbench, choice) {
  for (let attempt = 0; attempt < 3; attempt++) {
    await workbench.command("IEC 62443: Group Coverage By");
    const isTaken = await workbench
      .choice(choice)
      .click({ timeout: 5000 })
      .then(
        () => true,
        () => false,
      );
    if (isTaken) return;
  }
  throw new Error(`The list of groupings does not take ${choice}.`);
}

/** With the badge that may lie on it. */
export function viewIcon({ page }) {
  const icon = page.locator('a.action-label[aria-label^="IEC 62443"]');
  return page.locator(".activitybar .action-item").filter({ has: icon }).first();
}

/** A click on the icon of the view that is open would shut it. */
export async function openView(workbench) {
  const { page } = workbench;
  const title = page.locator(".sidebar .composite.title", { hasText: "IEC 62443" });
  if (!(await title.isVisible())) await viewIcon(workbench).click();
}

/** Takes the mouse off the icon, whose name would lie on the view. */
export async function lookAside({ page, hover }) {
  // A window that is still drawing misses a move of the mouse now and then.
  for (let attempt = 0; attempt < 10; attempt++) {
    await page.mouse.move(800 + attempt, 400);
    const isGone = await hover
      .first()
      .waitFor({ state: "hidden", timeout: 2000 })
      .then(
        () => true,
        () => false,
      );
    if (isGone) return;
    await page.mouse.move(700, 300 + attempt);
  }
  throw new Error("What the mouse had called forth does not go.");
}
