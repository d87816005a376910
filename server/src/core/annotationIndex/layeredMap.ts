/** So many entries may differ from the layer below before both are made one. */
const MOST_ABOVE = 256;

/** An immutable map of which a version with a few changes costs those few, and not the whole map. */
export class LayeredMap<V extends object> {
  readonly #below: ReadonlyMap<string, V>;
  /** What is otherwise than below; undefined where it is gone. */
  readonly #above: ReadonlyMap<string, V | undefined>;

  constructor(
    below: ReadonlyMap<string, V> = new Map(),
    above: ReadonlyMap<string, V | undefined> = new Map(),
  ) {
    this.#below = below;
    this.#above = above;
  }

  get(key: string): V | undefined {
    return this.#above.get(key) ?? (this.#above.has(key) ? undefined : this.#below.get(key));
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  /** The map with other values, or with nothing, under these keys. */
  with(changes: ReadonlyMap<string, V | undefined>): LayeredMap<V> {
    const above = new Map([...this.#above, ...changes]);
    if (above.size <= MOST_ABOVE) return new LayeredMap(this.#below, above);
    const merged = new Map(this.#below);
    for (const [key, value] of above) {
      if (value === undefined) merged.delete(key);
      else merged.set(key, value);
    }
    return new LayeredMap(merged);
  }

  *keys(): Iterable<string> {
    for (const key of this.#below.keys()) if (!this.#above.has(key)) yield key;
    for (const [key, value] of this.#above) if (value !== undefined) yield key;
  }
}
