// What a person does with mouse and keyboard in the workbench, and what they then see.

/** The workbench in a page of the browser. Every wait ends by what is seen, not by a time. */
export class Workbench {
  constructor(page) {
    this.page = page;
    page.setDefaultTimeout(30_000);
  }

  /** The rows of the coverage view. */
  get rows() {
    return this.page.locator(".sidebar .pane-body .monaco-list-row");
  }

  /** The part of the window that shows the file being edited. */
  get editor() {
    return this.page.locator(".editor-group-container.active .monaco-editor").first();
  }

  get hover() {
    return this.page.locator(".monaco-hover:not(.hidden)");
  }

  get suggestions() {
    return this.page.locator(".suggest-widget.visible .monaco-list-row");
  }

  get quickInput() {
    return this.page.locator(".quick-input-widget input").first();
  }

  /** The page of the coverage panel. */
  get panel() {
    return this.page.frameLocator("iframe.webview").frameLocator("iframe#active-frame");
  }

  async start(url) {
    await this.page.goto(url);
    await this.page.locator(".statusbar-item").first().waitFor();
  }

  /** Types into the palette and takes the row that says `row`. */
  async pick(text, row) {
    const choice = this.page
      .locator(".quick-input-list .monaco-list-row", { hasText: row })
      .first();
    // What opens late takes the focus, and the palette shuts before the row is taken.
    for (let attempt = 0; attempt < 5; attempt++) {
      await this.#typeIntoPalette(text);
      const isTaken = await choice.click({ timeout: 6000 }).then(
        () => true,
        () => false,
      );
      if (isTaken) return this.page.waitForFunction(isGone, text);
    }
    throw new Error(`The palette does not take ${row}.`);
  }

  /** A window that is still drawing loses a key now and then, or shuts the palette: a person opens it again. */
  async #typeIntoPalette(text) {
    for (let attempt = 0; attempt < 10; attempt++) {
      await this.page.keyboard.press("F1");
      const isTyped = await this.quickInput.fill(text, { timeout: 3000 }).then(
        () => true,
        () => false,
      );
      if (isTyped) return;
    }
    throw new Error("The palette does not open.");
  }

  /** Runs a command by its title. */
  command(title) {
    return this.pick(`>${title}`, title);
  }

  /** Opens a file by its path and puts the cursor at a line and column, from 1. */
  async open(path, line, column = 1) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    await this.pick(path, name);
    await this.tab(name).waitFor();
    await this.pick(`:${line}:${column}`, /line/i);
    await this.cursorAt(line, column).waitFor();
  }

  /** The tab of the active editor, when it has this name. */
  tab(name) {
    return this.page.locator(".tab.active", { hasText: name }).first();
  }

  /** The status bar's word for the place of the cursor. */
  cursorAt(line, column) {
    return this.statusItem(new RegExp(`Ln ${line}, Col ${column}(?!\\d)`));
  }

  statusItem(text) {
    return this.page.locator(".statusbar-item", { hasText: text }).first();
  }

  /** A line of the editor that holds a text. */
  line(text) {
    return this.editor.locator(".view-line", { hasText: text }).first();
  }

  /** The middle of a word, as it stands on the screen. */
  async placeOf(line, word) {
    const box = await line.evaluate((element, wanted) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = node.data.replaceAll("\u00a0", " ").indexOf(wanted);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x, y, width, height };
      }
      return undefined;
    }, word);
    if (box === undefined) throw new Error(`"${word}" is not on the screen.`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  /** Rests the mouse on a word until something shows: the server may still be starting. */
  async restOn(line, word) {
    for (let attempt = 0; attempt < 30; attempt++) {
      const { x, y } = await this.placeOf(line, word);
      await this.page.mouse.move(x + (attempt % 3), y);
      const shown = await this.hover
        .first()
        .waitFor({ timeout: 2000 })
        .then(
          () => true,
          () => false,
        );
      if (shown) return this.settled(this.hover.first());
      await this.page.mouse.move(5, 5);
    }
    throw new Error(`Nothing showed above "${word}".`);
  }

  /** Waits until nothing of it fades or moves any more. */
  async settled(locator) {
    await locator.evaluate((element) =>
      Promise.all(element.getAnimations({ subtree: true }).map((it) => it.finished)),
    );
  }

  /** A row of the coverage view that says a text. */
  row(text) {
    return this.rows.filter({ hasText: text }).first();
  }

  /** A row of a quick pick. */
  choice(text) {
    return this.page
      .locator(".quick-input-list .monaco-list-row")
      .filter({ hasText: text })
      .first();
  }

  /**
   * Takes an entry of a row's menu. A menu that has only just come takes no click: a person clicks again.
   * One that is still going takes the focus along, so it is waited for.
   */
  async rowMenu(row, entry) {
    await this.row(row).click({ button: "right" });
    const label = this.page.locator(".context-view .action-label", { hasText: entry }).first();
    for (let attempt = 0; attempt < 10; attempt++) {
      await label.click();
      const isTaken = await label.waitFor({ state: "detached", timeout: 2000 }).then(
        () => true,
        () => false,
      );
      if (isTaken) return;
    }
    throw new Error(`The menu does not take "${entry}".`);
  }

  /** Opens a row of the tree by its arrow, unless it is open. A view that is drawn anew meanwhile loses a click. */
  async unfold(text) {
    const row = this.row(text);
    const open = row.and(this.page.locator('[aria-expanded="true"]'));
    for (let attempt = 0; attempt < 5; attempt++) {
      if ((await row.getAttribute("aria-expanded")) === "true") return;
      await row.locator(".monaco-tl-twistie").click();
      const isOpen = await open.waitFor({ timeout: 2000 }).then(
        () => true,
        () => false,
      );
      if (isOpen) return;
    }
    throw new Error(`The row "${text}" does not open.`);
  }

  /** Opens a row until one below it is seen: a view that is still being drawn folds its rows again. */
  async unfoldTo(text, below) {
    for (let attempt = 0; attempt < 5; attempt++) {
      await this.unfold(text);
      const isSeen = await this.row(below)
        .waitFor({ timeout: 4000 })
        .then(
          () => true,
          () => false,
        );
      if (isSeen) return;
    }
    throw new Error(`Below "${text}" no row says ${below}.`);
  }

  /** Asks for the fixes at the cursor. Suggestions that come late lie before them, and go with Escape. */
  async quickFixes(text) {
    const fix = this.page.locator(".action-widget .monaco-list-row", { hasText: text }).first();
    for (let attempt = 0; attempt < 10; attempt++) {
      await this.page.keyboard.press("Escape");
      await this.page.keyboard.press("Control+.");
      const isThere = await fix.waitFor({ timeout: 3000 }).then(
        () => true,
        () => false,
      );
      if (isThere) return;
    }
    throw new Error(`No fix says ${text}.`);
  }

  /** Nothing half open is left for whoever comes next. */
  async tidy() {
    for (let i = 0; i < 3; i++) await this.page.keyboard.press("Escape");
    await this.command("File: Save All");
    await this.command("View: Close All Editors");
    // An open panel leaves an editor so few lines that others are not drawn.
    if (await this.page.locator(".part.panel").isVisible()) await this.command("View: Hide Panel");
    // A scene that broke off may leave what cannot be saved.
    const discard = this.page.getByRole("button", { name: "Don't Save" });
    if (await discard.isVisible()) await discard.click();
  }
}

/** Runs in the page: the palette is gone, or a command has put a question of its own in its place. */
function isGone(text) {
  const input = document.querySelector(".quick-input-widget input");
  return input === null || input.offsetParent === null || input.value !== text;
}
