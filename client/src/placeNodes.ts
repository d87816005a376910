import type { WireClaim, WireItem } from "../../server/src/protocol/coverage.ts";
import type { ClaimsByItem } from "./claimStore.ts";
import { collect } from "./collect.ts";
import type { ClaimNode, FileNode, FolderNode, GroupNode, Site } from "./coverageNode.ts";
import { claimCount, countMet } from "./itemGroups.ts";
import { itemKey } from "./itemKey.ts";
import type { ProjectParts } from "./itemNodes.ts";
import { t } from "./l10n.ts";
import { counted } from "./nouns.ts";
import { folderOf } from "./paths.ts";

/** The files of a project that claim something, by their paths. */
export function fileRows(parts: ProjectParts, claims: ClaimsByItem): readonly FileNode[] {
  return filesOf(parts, claims)
    .filter(({ sites }) => sites.length > 0)
    .map((file) => fileRow(parts, file))
    .sort((a, b) => compareText(a.path, b.path));
}

/** The files of a project by the first folder in which they lie; those in none come first. */
export function folderRows(parts: ProjectParts, claims: ClaimsByItem): readonly FolderNode[] {
  return [...collect(filesOf(parts, claims), ({ path }) => firstFolder(path))]
    .map(([name, files]) => folderRow(parts, name, files))
    .filter(({ files }) => files.length > 0)
    .sort((a, b) => compareText(a.name, b.name));
}

function folderRow(parts: ProjectParts, name: string, all: readonly ClaimedFile[]): FolderNode {
  const files = all
    .filter(({ sites }) => sites.length > 0)
    .map((file) => below(name, fileRow(parts, file)))
    .sort((a, b) => compareText(a.path, b.path));
  return {
    kind: "folder",
    id: `${parts.id}/${name}`,
    name,
    counts: countMet([...new Set(all.flatMap(({ items }) => [...items]))]),
    claims: all.reduce((sum, it) => sum + it.claims, 0),
    files,
    open: parts.open,
  };
}

function below(name: string, { folder, ...file }: FileNode): FileNode {
  const rest = folder?.slice(name.length + 1) ?? "";
  return { ...file, ...(rest !== "" && { folder: rest }) };
}

/** The items that stand in no file, so that nothing is missed among the files. */
export function nowhereGroup(parts: ProjectParts): readonly GroupNode[] {
  const entries = parts.entries.filter(({ item }) => claimCount(item) === 0);
  if (entries.length === 0) return [];
  const counts = countMet(parts.project.items.filter((it) => claimCount(it) === 0));
  const { open, openClaims } = parts;
  const id = `${parts.id}/claimed nowhere`;
  const words = { label: t("Claimed nowhere"), title: counted(counts.all, "item") };
  return [{ kind: "group", id, ...words, counts, entries, open, openClaims }];
}

/** The claims of a file in the order in which they stand there. */
export function siteRows({ id, sites }: FileNode): readonly ClaimNode[] {
  const seen = new Map<string, number>();
  return sites.toSorted(byPlace).map(({ entry, claim }) => {
    const key = itemKey(entry.item);
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    return { kind: "claim", id: `${id}/${key}#${nth}`, entry, claim, below: "file" };
  });
}

/** A file while its claims are gathered. */
interface ClaimedFile {
  readonly uri: string;
  readonly path: string;
  /** A file may claim one item often. */
  readonly items: Set<WireItem>;
  claims: number;
  /** The claims that passed the filter. */
  readonly sites: Site[];
}

/** One pass over all claims: there may be very many. */
function filesOf({ project, entries }: ProjectParts, claims: ClaimsByItem): readonly ClaimedFile[] {
  const files = new Map<string, ClaimedFile>();
  const passed = new Map(entries.map((it) => [it.item, it]));
  for (const item of project.items) {
    const all = claims.get(itemKey(item)) ?? [];
    const entry = passed.get(item);
    for (const claim of all) {
      const file = fileOf(files, claim);
      file.items.add(item);
      file.claims++;
    }
    for (const claim of entry?.claims ?? []) {
      if (entry !== undefined) files.get(claim.uri)?.sites.push({ entry, claim });
    }
  }
  return [...files.values()];
}

function fileOf(files: Map<string, ClaimedFile>, { uri, path }: WireClaim): ClaimedFile {
  const known = files.get(uri);
  if (known !== undefined) return known;
  const file: ClaimedFile = { uri, path, items: new Set(), claims: 0, sites: [] };
  files.set(uri, file);
  return file;
}

function fileRow(parts: ProjectParts, { uri, path, items, claims, sites }: ClaimedFile): FileNode {
  const folder = folderOf(path);
  return {
    kind: "file",
    id: `${parts.id}/${uri}`,
    uri,
    path,
    ...(folder !== undefined && { folder }),
    counts: countMet([...items]),
    claims,
    sites,
    open: parts.openClaims,
  };
}

function byPlace({ claim: a }: Site, { claim: b }: Site): number {
  return (
    a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character
  );
}

/** The same order on every machine. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function firstFolder(path: string): string {
  return path.includes("/") ? path.slice(0, path.indexOf("/")) : "";
}
