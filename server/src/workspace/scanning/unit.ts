import { type FileScan, isEmpty } from "../../core/scan.ts";
import { textOfScan } from "../../core/scanText.ts";
import type { FileSystem } from "../fileSystem.ts";
import { STAMP, type Stamps } from "../stamps.ts";
import { compileReadRules, type ReadRules, type ReadSettings } from "./readRules.ts";
import { type ScannedFile, scanFile } from "./scanner.ts";

/** Files of one folder that are read together, as plain data that another thread can be given. */
export interface Unit {
  readonly folder: string;
  readonly names: readonly string[];
  readonly settings: ReadSettings;
  /** What was known of the files before: one that has the same stamp is not read again. */
  readonly known?: Stamps;
}

/** What was found in one file, by its place in the unit. Files with nothing in them are left out. */
export type Found =
  | { readonly kind: "scanned"; readonly at: number; readonly scan: FileScan }
  /** The same as a text: it passes between threads in one piece, and is what the cache keeps. */
  | { readonly kind: "text"; readonly at: number; readonly text: string }
  | { readonly kind: "binary"; readonly at: number }
  | { readonly kind: "skipped"; readonly at: number; readonly why: string };

/** What came of a unit. */
export interface UnitResult {
  readonly found: readonly Found[];
  /** The places of the files that were read; absent for all of them. */
  readonly read?: readonly number[];
  /** Stamps of all files, where they are wanted and any was read: not a number where they tell nothing. */
  readonly stamps?: Stamps;
  /** For the log: what went wrong here and should not have. */
  readonly faults: readonly string[];
}

/** How units are read. */
export interface UnitOptions {
  /**
   * Present where stamps are wanted. A file changed since then may change once more within the same tick of the
   * file system's clock: its stamp tells nothing. In milliseconds since 1970.
   */
  readonly stampsBefore?: number;
}

/** Reads units, here or in another thread. `onFile` is called before each file, with its place. */
export class UnitReader {
  readonly #files: FileSystem;
  readonly #options: UnitOptions;
  readonly #isText: boolean;
  #rules: ReadRules | undefined;
  #settings: ReadSettings | undefined;
  #key = "";

  constructor(files: FileSystem, options: UnitOptions, scans: "as values" | "as texts") {
    this.#files = files;
    this.#options = options;
    this.#isText = scans === "as texts";
  }

  read(unit: Unit, onFile: (at: number) => void = () => {}): UnitResult {
    const { folder, names, known } = unit;
    const rules = this.#rulesOf(unit.settings);
    const stamps = this.#stampsFor(unit);
    const found: Found[] = [];
    const faults: string[] = [];
    const read: number[] = [];
    const log = (message: string) => faults.push(message);
    const files = this.#files;
    for (let at = 0; at < names.length; at++) {
      onFile(at);
      const path = `${folder}/${names[at]}`;
      if (known !== undefined && this.#isSame(path, known, at, rules)) continue;
      read.push(at);
      const file = guarded(path, log, () => scanFile(files, path, rules, stamps, at * STAMP));
      const kept = foundOf(file, at, this.#isText);
      if (kept !== undefined) found.push(kept);
      if (stamps !== undefined) this.#doubt(stamps, at, file);
    }
    return {
      found,
      faults,
      ...(read.length < names.length && { read }),
      ...(stamps !== undefined && read.length > 0 && { stamps }),
    };
  }

  #stampsFor({ names, known }: Unit): Stamps | undefined {
    if (this.#options.stampsBefore === undefined) return undefined;
    return known?.slice() ?? new Float64Array(names.length * STAMP);
  }

  /** Most files of a tree have one set of rules: compiling them costs more than comparing. */
  #rulesOf(settings: ReadSettings): ReadRules {
    if (this.#rules !== undefined && this.#settings === settings) return this.#rules;
    this.#settings = settings;
    const key = JSON.stringify(settings);
    if (this.#rules === undefined || this.#key !== key) this.#rules = compileReadRules(settings);
    this.#key = key;
    return this.#rules;
  }

  #isSame(path: string, known: Stamps, at: number, { maxFileSize }: ReadRules): boolean {
    const from = at * STAMP;
    const size = known[from] ?? Number.NaN;
    if (!(size <= maxFileSize) || this.#files.stamp?.(path, SLOT, 0) !== true) return false;
    for (let index = 0; index < STAMP; index++) {
      if (SLOT[index] !== known[from + index]) return false;
    }
    return true;
  }

  #doubt(stamps: Stamps, at: number, { kind }: ScannedFile): void {
    const from = at * STAMP;
    const { stampsBefore = 0 } = this.#options;
    const newest = Math.max(stamps[from + 1] ?? 0, stamps[from + 2] ?? 0);
    // Why a file was skipped may end without a change of it: it is looked at each time.
    const isCertain = (kind === "scanned" || kind === "binary") && newest < stampsBefore;
    if (!isCertain) stamps.fill(Number.NaN, from, from + STAMP);
  }
}

const SLOT: Stamps = new Float64Array(STAMP);

const FAULT: ScannedFile = { kind: "skipped", why: "a fault of this tool; please report it" };

/** A fault of ours in one file must not cost the others: it is named and the rest goes on. */
export function guarded(
  path: string,
  log: (message: string) => void,
  action: () => ScannedFile,
): ScannedFile {
  try {
    return action();
  } catch (error) {
    log(`Reading ${path} failed: ${error instanceof Error ? error.stack : String(error)}`);
    return FAULT;
  }
}

function foundOf(file: ScannedFile, at: number, isText: boolean): Found | undefined {
  if (file.kind === "skipped") return { kind: "skipped", at, why: file.why };
  if (file.kind === "binary") return { kind: "binary", at };
  if (file.kind === "gone" || isEmpty(file.scan)) return undefined;
  const { scan } = file;
  return isText ? { kind: "text", at, text: textOfScan(scan) } : { kind: "scanned", at, scan };
}
