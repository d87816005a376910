/** Tells outcomes that may still be shown from those that come after a newer one. */
export class Rounds {
  #begun = 0;
  #shown = 0;

  /** Begins a round. What it returns tells whether the outcome is to be shown, and takes it as shown. */
  begin(): () => boolean {
    const round = ++this.#begun;
    return () => {
      if (round <= this.#shown) return false;
      this.#shown = round;
      return true;
    };
  }

  /** Nobody waits any more for the rounds that have begun. */
  drop(): void {
    this.#shown = this.#begun;
  }
}
