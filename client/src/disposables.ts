import type { Disposable } from "vscode";

/** What a view owns; disposing it disposes all of it, the newest first. */
export class Disposables implements Disposable {
  readonly #owned: Disposable[] = [];

  add<T extends Disposable>(owned: T): T {
    this.#owned.push(owned);
    return owned;
  }

  dispose(): void {
    for (const owned of this.#owned.splice(0).reverse()) owned.dispose();
  }
}
