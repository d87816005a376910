import type { Found, UnitResult } from "../scanning/unit.ts";
import { STAMP, type Stamps } from "../stamps.ts";

/** The files of one folder, and what was found in each when it had its stamp. */
export interface StoredRecord {
  /** As it was read: what is found depends on it. */
  readonly settings: string;
  readonly names: readonly string[];
  readonly stamps: Stamps;
  /** By place: the annotations as text, or `BINARY`. Files with nothing in them are left out. */
  readonly kept: ReadonlyMap<number, string>;
}

export const BINARY = "";

/** A record that is made while a folder is read, of what is known of it from before and what is read now. */
export class FolderRecord implements StoredRecord {
  readonly settings: string;
  readonly names: readonly string[];
  readonly stamps: Stamps;
  readonly kept: Map<number, string>;
  /** Whether it differs from what was stored. */
  isNew: boolean;

  constructor(settings: string, names: readonly string[], stored: StoredRecord | undefined) {
    const known = stored?.settings === settings ? stored : undefined;
    this.settings = settings;
    this.names = names;
    this.isNew = known === undefined || !isSame(names, known.names);
    this.stamps = new Float64Array(names.length * STAMP).fill(Number.NaN);
    this.kept = new Map();
    if (known !== undefined) this.#take(known);
  }

  /** Takes over what is known of the files that are there still. */
  #take(known: StoredRecord): void {
    if (!this.isNew) {
      this.stamps.set(known.stamps);
      for (const [at, it] of known.kept) this.kept.set(at, it);
      return;
    }
    const places = new Map(known.names.map((name, at) => [name, at]));
    for (const [at, name] of this.names.entries()) {
      const place = places.get(name);
      if (place === undefined) continue;
      const from = place * STAMP;
      this.stamps.set(known.stamps.subarray(from, from + STAMP), at * STAMP);
      const kept = known.kept.get(place);
      if (kept !== undefined) this.kept.set(at, kept);
    }
  }

  /** The stamps of some of the files, to be compared with the disk. */
  known(from: number, count: number): Stamps {
    return this.stamps.slice(from * STAMP, (from + count) * STAMP);
  }

  /** Notes what came of reading `count` files from a place; answers what still holds of those not read. */
  update(from: number, count: number, result: UnitResult): readonly Found[] {
    const read = result.read ?? Array.from({ length: count }, (_, at) => at);
    const before = new Map(read.map((at) => [at, this.kept.get(from + at)]));
    for (const at of read) this.kept.delete(from + at);
    const reused = this.#between(from, from + count);
    for (const it of result.found) {
      if (it.kind === "text") this.kept.set(from + it.at, it.text);
      if (it.kind === "binary") this.kept.set(from + it.at, BINARY);
    }
    const { stamps } = result;
    // A file of which nothing is kept, such as one that is too large, is looked at each time and is no news.
    this.isNew ||= read.some(
      (at) =>
        before.get(at) !== this.kept.get(from + at) ||
        (stamps !== undefined && !this.#hasStamp(from + at, stamps, at)),
    );
    if (stamps !== undefined) this.stamps.set(stamps, from * STAMP);
    return reused;
  }

  #hasStamp(place: number, stamps: Stamps, at: number): boolean {
    for (let index = 0; index < STAMP; index++) {
      if (!Object.is(this.stamps[place * STAMP + index], stamps[at * STAMP + index])) return false;
    }
    return true;
  }

  #between(start: number, end: number): readonly Found[] {
    return [...this.kept]
      .filter(([at]) => at >= start && at < end)
      .map(([place, text]) => {
        const at = place - start;
        return text === BINARY ? { kind: "binary", at } : { kind: "text", at, text };
      });
  }
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((it, at) => it === b[at]);
}
