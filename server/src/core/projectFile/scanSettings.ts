import { parseByteSize } from "../byteSize.ts";
import { LANGUAGES, languageById } from "../languages.ts";
import { DEFAULT_SCAN, type ScanSettings } from "../project.ts";
import { nearest } from "../similarity.ts";
import { isNothing, type ProjectNode, shown } from "./node.ts";
import { leavesFolder } from "./paths.ts";
import type { Problems } from "./problems.ts";

/** The keys of `scan`. */
export const SCAN_KEYS = ["include", "exclude", "maxFileSize", "languages"] as const;

/** Which files are read, and as what. */
export function readScanSettings(node: ProjectNode, problems: Problems): ScanSettings {
  const { include, exclude, maxFileSize, languages } = problems.entriesOf(node, "scan", SCAN_KEYS);
  return {
    include: include === undefined ? [] : readGlobs(include.value, "scan.include", problems),
    exclude: exclude === undefined ? [] : readGlobs(exclude.value, "scan.exclude", problems),
    maxFileSize:
      maxFileSize === undefined ? DEFAULT_SCAN.maxFileSize : readSize(maxFileSize.value, problems),
    languages: languages === undefined ? {} : readLanguages(languages.value, problems),
  };
}

function readGlobs(node: ProjectNode, name: string, problems: Problems): readonly string[] {
  return problems.itemsOf(node, name, "globs such as third_party/**").flatMap((item) => {
    const glob = problems.textOf(item, name);
    if (glob === undefined) return [];
    if (!leavesFolder(glob)) return [glob];
    problems.add(item.range, `${name}: ${glob} leaves the folder. Write a path below it.`);
    return [];
  });
}

function readSize(node: ProjectNode, problems: Problems): number {
  if (isNothing(node)) return DEFAULT_SCAN.maxFileSize;
  const size = node.kind === "scalar" ? parseByteSize(node.value) : undefined;
  if (size !== undefined && size >= 1) return size;
  const advice = "Write a size such as 512KiB or 2MiB, or a number of bytes.";
  problems.add(node.range, `scan.maxFileSize is ${shown(node)}. ${advice}`);
  return DEFAULT_SCAN.maxFileSize;
}

function readLanguages(node: ProjectNode, problems: Problems): Readonly<Record<string, string>> {
  const map = problems.mapOf(node, "scan.languages", 'of globs, as in "*.inc": c');
  const languages = (map?.entries ?? []).flatMap(({ key, keyRange, value }) => {
    if (leavesFolder(key)) {
      problems.add(keyRange, `scan.languages: ${key} leaves the folder. Write a path below it.`);
      return [];
    }
    const id = value.kind === "scalar" ? String(value.value) : "";
    if (languageById(id) !== undefined) return [[key, id] as const];
    const near = nearest(
      id,
      LANGUAGES.map((it) => it.id),
      1,
    );
    const advice = "Write the id of a language, such as c or python.";
    problems.add(value.range, `scan.languages gives ${shown(value)} to ${key}. ${advice}`, near);
    return [];
  });
  return Object.fromEntries(languages);
}
