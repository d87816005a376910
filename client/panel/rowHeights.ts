/** Where each row of a long list begins: as measured where a row was seen, as estimated elsewhere. */
export class RowHeights {
  readonly #estimate: number;
  readonly #known = new Map<string, number>();
  #keys: readonly string[] = [];
  /** Where row i begins, and at the end where the last one ends. */
  #tops = new Float64Array(1);

  constructor(estimate: number) {
    this.#estimate = estimate;
  }

  get total(): number {
    return this.top(this.#keys.length);
  }

  top(index: number): number {
    return this.#tops[index] ?? 0;
  }

  /** The row at a height; the first or the last for what is outside. */
  at(y: number): number {
    let [low, high] = [0, Math.max(0, this.#keys.length - 1)];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.top(middle) <= y) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  show(keys: readonly string[]): void {
    this.#keys = keys;
    this.#addUp();
  }

  /** Takes measured heights in; tells whether any was not as it was taken for. */
  learn(measured: Iterable<readonly [key: string, height: number]>): boolean {
    let isNews = false;
    for (const [key, height] of measured) {
      if (Math.abs((this.#known.get(key) ?? this.#estimate) - height) < 0.01) continue;
      this.#known.set(key, height);
      isNews = true;
    }
    if (isNews) this.#addUp();
    return isNews;
  }

  /** The rows are laid out anew: nothing measured holds any more. */
  forget(): void {
    this.#known.clear();
    this.#addUp();
  }

  #addUp(): void {
    const tops = new Float64Array(this.#keys.length + 1);
    let top = 0;
    this.#keys.forEach((key, index) => {
      tops[index] = top;
      top += this.#known.get(key) ?? this.#estimate;
    });
    tops[this.#keys.length] = top;
    this.#tops = tops;
  }
}
