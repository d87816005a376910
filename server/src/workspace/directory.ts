import { BASELINE_FILE } from "../core/baseline.ts";
import { type IgnoreLevel, verdict } from "./ignoreRules.ts";
import { isAlwaysLeftOut } from "./leftOut.ts";
import type { ScanRules } from "./scanRules.ts";

/** All that decides which entries of one folder are read. */
export interface Directory {
  readonly path: string;
  readonly uri: string;
  /** Path of the workspace folder that it belongs to. */
  readonly folder: string;
  /** The settings of the nearest project. */
  readonly scan: ScanRules;
  /** From `.gitignore` and what belongs to it, up to the root of the repository. */
  readonly git: IgnoreLevel | undefined;
  /** From `.iec62443ignore`, which wins. */
  readonly own: IgnoreLevel | undefined;
  /** Entries that a tool writes, as the file of the tool beside them shows. */
  readonly buildFolders: ReadonlySet<string>;
  /** The folder is left out, but the project's `include` reaches into it. */
  readonly onlyIncluded: boolean;
  /** The folder's own `.gitignore` leaves nothing to read, and so is not followed. */
  readonly gitIgnoresAll: boolean;
}

/** Whether an entry is read; of a folder that is left out, perhaps only what `include` names. */
export type Decision = "in" | "out" | "only-included";

/** The one decision about an entry, for the walk over all files and for the news of one alike. */
export function decide(directory: Directory, name: string, kind: "file" | "folder"): Decision {
  // It quotes lines of code, and claims none.
  if (kind === "file" && name === BASELINE_FILE) return "out";
  const because = whyLeftOut(directory, name, kind);
  // Of almost every entry this is all; its path is put together only where a rule asks for it.
  if (because === undefined) return "in";
  const path = `${directory.path}/${name}`;
  if (kind === "file") return directory.scan.includes(path) ? "in" : "out";
  return directory.scan.reaches(path, name, because) ? "only-included" : "out";
}

function whyLeftOut(
  { path, git, own, scan, buildFolders, onlyIncluded }: Directory,
  name: string,
  kind: "file" | "folder",
): "name" | "rules" | undefined {
  if (kind === "folder" && isAlwaysLeftOut(name)) return "name";
  if (onlyIncluded || scan.excludes?.(`${path}/${name}`)) return "rules";
  const ours = verdict(own, path, name, kind);
  if (ours !== undefined) return ours === "ignored" ? "rules" : undefined;
  if (kind === "folder" && buildFolders.has(name)) return "rules";
  return verdict(git, path, name, kind) === "ignored" ? "rules" : undefined;
}
