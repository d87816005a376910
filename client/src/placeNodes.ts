import type { ClaimsByItem } from "./claimStore.ts";
import { keyOf } from "./claimStore.ts";
import { collect } from "./collect.ts";
import type { Entry } from "./coverageFilter.ts";
import type { ClaimNode, FileNode, FolderNode, GroupNode, Site } from "./coverageNode.ts";
import { claimCount, countMet } from "./itemGroups.ts";
import type { ProjectParts } from "./itemNodes.ts";
import { folderOf } from "./paths.ts";
import { counted } from "./states.ts";

/** The files of a project that claim something, by their paths. */
export function fileRows(parts: ProjectParts, claims: ClaimsByItem): readonly FileNode[] {
  const shown = collect(
    parts.entries.flatMap((entry) => sitesOf(entry, entry.claims ?? [])),
    ({ claim }) => claim.uri,
  );
  return [...collect(allSites(parts, claims), ({ claim }) => claim.uri)]
    .flatMap(([uri, all]) => fileRow(parts, uri, { all, shown: shown.get(uri) ?? [] }) ?? [])
    .sort((a, b) => compareText(a.path, b.path));
}

/** The files of a project by the first folder in which they lie; those in none come first. */
export function folderRows(parts: ProjectParts, claims: ClaimsByItem): readonly FolderNode[] {
  const all = collect(allSites(parts, claims), ({ claim }) => firstFolder(claim.path));
  return [...collect(fileRows(parts, claims), ({ path }) => firstFolder(path))]
    .map(
      ([name, files]): FolderNode => ({
        kind: "folder",
        id: `${parts.id}/${name}`,
        name,
        ...numbers(all.get(name) ?? []),
        files: files.map((it) => below(name, it)),
        open: parts.open,
      }),
    )
    .sort((a, b) => compareText(a.name, b.name));
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
  const words = { label: "Claimed nowhere", title: counted(counts.all, "item") };
  return [{ kind: "group", id, ...words, counts, entries, open, openClaims }];
}

/** The claims of a file in the order in which they stand there. */
export function siteRows({ id, sites }: FileNode): readonly ClaimNode[] {
  const seen = new Map<string, number>();
  return sites.map(({ entry, claim }) => {
    const key = keyOf(entry.item);
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    return { kind: "claim", id: `${id}/${key}#${nth}`, entry, claim, below: "file" };
  });
}

function allSites({ project }: ProjectParts, claims: ClaimsByItem): readonly Site[] {
  return project.items.flatMap((item) =>
    sitesOf({ project: project.uri, item }, claims.get(keyOf(item)) ?? []),
  );
}

function sitesOf(entry: Entry, claims: NonNullable<Entry["claims"]>): readonly Site[] {
  return claims.map((claim) => ({ entry, claim }));
}

interface SitesOfFile {
  readonly all: readonly Site[];
  /** Those that passed the filter. */
  readonly shown: readonly Site[];
}

function fileRow(parts: ProjectParts, uri: string, sites: SitesOfFile): FileNode | undefined {
  const [first] = sites.shown;
  if (first === undefined) return undefined;
  const { path } = first.claim;
  const folder = folderOf(path);
  return {
    kind: "file",
    id: `${parts.id}/${uri}`,
    uri,
    path,
    ...(folder !== undefined && { folder }),
    ...numbers(sites.all),
    sites: sites.shown.toSorted(byPlace),
    open: parts.openClaims,
  };
}

/** A file may claim one item often. */
function numbers(sites: readonly Site[]): Pick<FileNode, "counts" | "claims"> {
  const items = new Set(sites.map(({ entry }) => entry.item));
  return { counts: countMet([...items]), claims: sites.length };
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
