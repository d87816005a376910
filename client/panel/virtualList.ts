import { drawRow } from "./drawRow.ts";
import { element } from "./element.ts";
import { type ListKey, readListKey, rowAfter } from "./listKeys.ts";
import type { ListRow } from "./listRow.ts";
import { RowHeights } from "./rowHeights.ts";

export interface ListOptions {
  /** Begins the ids of the rows. */
  readonly id: string;
  /** What the list is called. */
  readonly name: string;
  readonly onToggle: (row: ListRow) => void;
  readonly onOpen: (row: ListRow) => void;
  /** The list was scrolled, or another row is the active one. */
  readonly onMove?: (place: ListPlace) => void;
}

export interface ListPlace {
  /** Key of the row at the top, and how far it is scrolled out. */
  readonly top: string;
  readonly within: number;
  /** Key of the active row. */
  readonly active: string;
}

interface Drawn {
  readonly text: string;
  readonly node: HTMLElement;
}

/** Rows that are drawn beyond the edges, so that scrolling shows no gap. */
const BEYOND = 8;
const ESTIMATED_HEIGHT = 26;

/**
 * A tree of any length of which only the rows in sight are in the document. The focus stays on the list
 * as a whole and the active row is named by `aria-activedescendant`: no row that leaves takes it along.
 */
export class VirtualList {
  readonly node: HTMLElement;
  readonly #options: ListOptions;
  readonly #heights = new RowHeights(ESTIMATED_HEIGHT);
  readonly #space = element("div", { className: "space", attributes: { role: "presentation" } });
  readonly #sight = element("div", { className: "sight", attributes: { role: "presentation" } });
  readonly #drawn = new Map<string, Drawn>();
  #rows: readonly ListRow[] = [];
  #active = 0;
  /** Where to go back to, once the row is there: its claims may still be on their way. */
  #goal: ListPlace | undefined;

  constructor(options: ListOptions) {
    this.#options = options;
    const attributes = { role: "tree", tabindex: "0", "aria-label": options.name };
    this.node = element("div", { className: "list", attributes }, this.#space);
    this.#space.append(this.#sight);
    this.node.addEventListener("keydown", (event) => this.#onKey(event));
    this.node.addEventListener("scroll", () => this.#onScroll(), { passive: true });
    this.node.addEventListener("focus", () => this.#render());
    for (const move of ["keydown", "wheel", "pointerdown"]) {
      this.node.addEventListener(move, () => this.#forgetGoal(), { passive: true, capture: true });
    }
    this.#followWidth();
  }

  /** Shows these rows; the active row stays the same one while it is there. */
  show(rows: readonly ListRow[]): void {
    const active = this.#rows[this.#active]?.key;
    const index = rows.findIndex(({ key }) => key === active);
    this.#rows = rows;
    this.#active = Math.min(index < 0 ? this.#active : index, Math.max(0, rows.length - 1));
    this.#heights.show(rows.map(({ key }) => key));
    this.#render();
    this.#seekGoal();
  }

  /** Puts the list back to where it was, now or when its rows have come; whoever moves it has the last word. */
  restore(place: ListPlace): void {
    this.#goal = place;
    this.#seekGoal();
  }

  #seekGoal(): void {
    if (this.#goal === undefined) return;
    const { top, within, active } = this.#goal;
    const [topIndex, activeIndex] = [top, active].map((it) =>
      this.#rows.findIndex(({ key }) => key === it),
    );
    if (topIndex === undefined || topIndex < 0) return;
    this.#goal = undefined;
    if (activeIndex !== undefined && activeIndex >= 0) this.#active = activeIndex;
    this.#space.style.height = `${this.#heights.total}px`;
    this.node.scrollTop = this.#heights.top(topIndex) + within;
    this.#render();
  }

  /** Makes the first row the active one, at the top. */
  rewind(): void {
    this.#goal = undefined;
    this.#active = 0;
    this.node.scrollTop = 0;
    this.#render();
  }

  #forgetGoal(): void {
    this.#goal = undefined;
  }

  #onScroll(): void {
    this.#render();
    this.#tellPlace();
  }

  #tellPlace(): void {
    if (this.#goal !== undefined) return;
    const index = this.#heights.at(this.node.scrollTop);
    const within = Math.max(0, this.node.scrollTop - this.#heights.top(index));
    const [top, active] = [index, this.#active].map((it) => this.#rows[it]?.key ?? "");
    this.#options.onMove?.({ top: top ?? "", within, active: active ?? "" });
  }

  #onKey(event: KeyboardEvent): void {
    const key = readListKey(event);
    if (key === undefined || this.#rows.length === 0) return;
    event.preventDefault();
    this.#act(key);
  }

  #act(key: ListKey): void {
    const row = this.#rows[this.#active];
    if (row === undefined) return;
    if (key === "Enter") this.#enter(row);
    else if (key === "ArrowRight" && row.isOpen === false) this.#options.onToggle(row);
    else if (key === "ArrowLeft" && row.isOpen === true) this.#options.onToggle(row);
    else this.#activate(rowAfter(key, this.#rows, this.#active, this.#pageFrom(key)));
  }

  #enter(row: ListRow): void {
    if (row.isOpen === undefined) this.#options.onOpen(row);
    else this.#options.onToggle(row);
  }

  /** The row one screen further. */
  #pageFrom(key: ListKey): number {
    const step = this.node.clientHeight - ESTIMATED_HEIGHT;
    return this.#heights.at(this.#heights.top(this.#active) + (key === "PageUp" ? -step : step));
  }

  #activate(index: number): void {
    this.#active = index;
    // Rows that were only estimated until now may push it out of sight when they are drawn.
    for (let attempt = 0; attempt < 4 && (attempt === 0 || this.#reveal()); attempt++) {
      this.#reveal();
      this.#render();
    }
    // The list itself may reach out of the window.
    this.#drawn.get(this.#rows[index]?.key ?? "")?.node.scrollIntoView({ block: "nearest" });
    this.#tellPlace();
  }

  /** Scrolls the active row into sight; tells whether that was needed. */
  #reveal(): boolean {
    const { scrollTop, clientHeight } = this.node;
    const [top, bottom] = [this.#heights.top(this.#active), this.#heights.top(this.#active + 1)];
    if (top < scrollTop) this.node.scrollTop = top;
    else if (bottom > scrollTop + clientHeight) this.node.scrollTop = bottom - clientHeight;
    return this.node.scrollTop !== scrollTop;
  }

  /** Draws what is in sight; rows that turn out taller or lower than estimated move nothing that is read. */
  #render(): void {
    for (let attempt = 0; attempt < 4; attempt++) {
      this.#drawSight();
      const top = this.#heights.at(this.node.scrollTop);
      const within = this.node.scrollTop - this.#heights.top(top);
      if (!this.#heights.learn(this.#measured())) return;
      this.#space.style.height = `${this.#heights.total}px`;
      this.node.scrollTop = this.#heights.top(top) + within;
    }
  }

  *#measured(): Iterable<readonly [key: string, height: number]> {
    for (const [key, { node }] of this.#drawn) {
      const { height } = node.getBoundingClientRect();
      if (height > 0) yield [key, height];
    }
  }

  #drawSight(): void {
    const { scrollTop, clientHeight } = this.node;
    this.#space.style.height = `${this.#heights.total}px`;
    const first = Math.max(0, this.#heights.at(scrollTop) - BEYOND);
    const last = this.#heights.at(scrollTop + clientHeight) + BEYOND;
    this.#sight.style.transform = `translateY(${this.#heights.top(first)}px)`;
    const rows = this.#rows.slice(first, last + 1);
    this.#dropOthers(new Set(rows.map(({ key }) => key)));
    const nodes = rows.map((row, offset) => this.#nodeOf(row, first + offset));
    let cursor = this.#sight.firstElementChild;
    for (const node of nodes) {
      if (node === cursor) cursor = cursor.nextElementSibling;
      else this.#sight.insertBefore(node, cursor);
    }
    this.#nameActive(first, last);
  }

  #dropOthers(keys: ReadonlySet<string>): void {
    for (const [key, { node }] of this.#drawn) {
      if (keys.has(key)) continue;
      node.remove();
      this.#drawn.delete(key);
    }
  }

  #nodeOf(row: ListRow, index: number): HTMLElement {
    const text = JSON.stringify(row);
    const drawn = this.#drawn.get(row.key);
    const node = drawn?.text === text ? drawn.node : drawRow(row, () => this.#onClick(row.key));
    if (drawn !== undefined && drawn.node !== node) drawn.node.replaceWith(node);
    this.#drawn.set(row.key, { text, node });
    node.id = `${this.#options.id}-${index}`;
    node.classList.toggle("is-active", index === this.#active);
    return node;
  }

  #onClick(key: string): void {
    const index = this.#rows.findIndex((it) => it.key === key);
    const row = this.#rows[index];
    if (row === undefined) return;
    this.#active = index;
    this.#render();
    this.#tellPlace();
    this.#enter(row);
  }

  #nameActive(first: number, last: number): void {
    const isDrawn = this.#active >= first && this.#active <= last && this.#rows.length > 0;
    if (isDrawn) {
      this.node.setAttribute("aria-activedescendant", `${this.#options.id}-${this.#active}`);
    } else this.node.removeAttribute("aria-activedescendant");
  }

  /** A row is as high as its words need at a width. */
  #followWidth(): void {
    let width = 0;
    new ResizeObserver(([entry]) => {
      const now = entry?.contentRect.width ?? 0;
      if (now !== width) this.#heights.forget();
      width = now;
      this.#render();
    }).observe(this.node);
  }
}
