import { addressOf } from "./itemKey.ts";
import { claimLine } from "./panelItem.ts";
import { type ItemAddress, linkKey, type PanelLine, type ToPage } from "./panelMessages.ts";
import type { Server } from "./server.ts";

/** What was told of an item. */
interface Told {
  readonly text: string;
  readonly links: ReadonlySet<string>;
}

/** The claims of the items that the page has unfolded; told anew when they changed, and only then. */
export class PanelClaims {
  readonly #server: Server;
  readonly #post: (message: ToPage) => void;
  readonly #told = new Map<string, Told>();
  #watched: readonly ItemAddress[] = [];

  constructor(server: Server, post: (message: ToPage) => void) {
    this.#server = server;
    this.#post = post;
  }

  /** The page has begun anew and knows nothing. */
  forget(): void {
    this.#watched = [];
    this.#told.clear();
  }

  async watch(items: readonly ItemAddress[]): Promise<void> {
    this.#watched = items;
    const wanted = new Set(items.map(keyOf));
    for (const key of this.#told.keys()) if (!wanted.has(key)) this.#told.delete(key);
    await this.send();
  }

  async send(): Promise<void> {
    await Promise.all(this.#watched.map((it) => this.#sendOf(it)));
  }

  hasShown(key: string): boolean {
    return [...this.#told.values()].some(({ links }) => links.has(key));
  }

  async #sendOf(address: ItemAddress): Promise<void> {
    const { project, item } = address;
    const told = await this.#server.ask("iec62443/claims", { project, item: addressOf(item) });
    if (told === undefined || !this.#watched.includes(address)) return;
    const claims = told.flatMap((it) => it.claims).map(claimLine);
    const text = JSON.stringify(claims);
    if (this.#told.get(keyOf(address))?.text === text) return;
    this.#told.set(keyOf(address), { text, links: linksOf(claims) });
    this.#post({ type: "claims", project, item, claims });
  }
}

function keyOf({ project, item }: ItemAddress): string {
  return `${project} ${item}`;
}

function linksOf(lines: readonly PanelLine[]): ReadonlySet<string> {
  return new Set(lines.flatMap(({ link }) => (link === undefined ? [] : [linkKey(link)])));
}
