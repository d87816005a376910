import {
  type Location,
  type SymbolInformation,
  SymbolKind,
  type WorkspaceSymbol,
} from "vscode-languageserver-types";
import { readReferences } from "../core/annotation/references.ts";
import type { Site } from "../core/annotationIndex.ts";
import { requirementsAbout } from "../core/catalog/search.ts";
import type { Catalog } from "../core/catalog.ts";
import { formsOf, type Project } from "../core/project.ts";
import { formatReference } from "../core/reference.ts";
import { displayPath } from "../core/report/displayPath.ts";
import { catalogOf, projectOf, type Snapshot } from "../core/snapshot.ts";
import type { Range } from "../core/text.ts";
import { requirementTitle } from "./requirementTitle.ts";
import { isMeant } from "./sitesMeant.ts";

/** Nobody reads more of a list that is typed into. */
const MOST_SYMBOLS = 200;
/** No id and no title is longer. */
const MOST_CHARACTERS = 200;

/**
 * The claims of the requirements that a query names, in any writing or by the beginning of their id, or whose
 * titles and keywords hold its words; an empty query means all that the catalog has. Each requirement is shown before any is shown twice.
 */
export function workspaceSymbol(snapshot: Snapshot, query: string): readonly SymbolInformation[] {
  const lists = [...sitesAbout(snapshot, query.trim().slice(0, MOST_CHARACTERS)).values()];
  return inTurn(lists, MOST_SYMBOLS).map((it) => symbolOf(snapshot, it));
}

/** A symbol whose range the client asks for when it leads there. */
export function withoutRange({ location, ...symbol }: SymbolInformation): WorkspaceSymbol {
  return { ...symbol, location: { uri: location.uri }, data: { range: location.range } };
}

/** The symbol with its range, as the file is now: of the claims that it can be, the nearest to where it was. */
export function workspaceSymbolResolve(
  { index }: Snapshot,
  symbol: WorkspaceSymbol,
): WorkspaceSymbol {
  const { uri } = symbol.location;
  const { start, end } = readRange(symbol.data);
  const found = (index.inFile(uri)?.annotations ?? [])
    .flatMap((it) => it.claims)
    .filter((it) => isNamedSo(symbol.name, formatReference(it.reference)))
    .map((it) => ({ it, away: Math.abs(it.range.start.line - start.line) }))
    .reduce<{ range: Range; away: number }>(
      (best, { it, away }) => (away < best.away ? { range: it.range, away } : best),
      { range: { start, end }, away: Number.POSITIVE_INFINITY },
    );
  return { ...symbol, location: { uri, range: found.range } };
}

function isNamedSo(name: string, id: string): boolean {
  return name === id || name.startsWith(`${id} `);
}

/** By requirement, those named first. */
function sitesAbout(snapshot: Snapshot, query: string): ReadonlyMap<string, readonly Site[]> {
  const lists = new Map<string, readonly Site[]>();
  const add = (part: string, id: string, isShown?: (site: Site) => boolean) => {
    const key = `${part} ${id}`;
    const sites = lists.has(key) ? [] : snapshot.index.sitesOf(part, id);
    const shown = isShown === undefined ? sites : sites.filter(isShown);
    if (shown.length > 0) lists.set(key, shown);
  };
  const projects = projectsByCatalog(snapshot);
  for (const project of query === "" ? [] : projects.values()) {
    for (const it of readReferences(query, formsOf(project)).references) {
      add(it.part, it.id, ({ claim }) => isMeant(claim.reference, it));
    }
  }
  for (const catalog of projects.keys()) {
    const about = new Set(requirementsAbout(catalog, query));
    for (const it of catalog.requirements) {
      if (query === "" || beginsSo(it.id, query) || about.has(it)) add(it.part, it.id);
    }
  }
  return lists;
}

/** Each catalog once, with a project that has it. */
function projectsByCatalog(snapshot: Snapshot): ReadonlyMap<Catalog, Pick<Project, "forms">> {
  return new Map<Catalog, Pick<Project, "forms">>([
    ...snapshot.projects.map((it) => [catalogOf(snapshot, it), it] as const),
    [snapshot.catalog, {}] as const,
  ]);
}

/** Whether an id begins as a query does, with its letters or behind them: `cr1.`, `CR-1`, `1.5`. */
function beginsSo(id: string, query: string): boolean {
  const folded = fold(query);
  const isNumber = /^\d/.test(folded);
  const written = isNumber ? fold(id).replace(/^[a-z.]+/, "") : fold(id);
  return folded !== "" && written.startsWith(folded);
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9.]/g, "");
}

/** The first of each list, then the second of each, and so on. */
function inTurn(lists: readonly (readonly Site[])[], most: number): readonly Site[] {
  const taken: Site[] = [];
  for (let turn = 0, left = lists; left.length > 0 && taken.length < most; turn++) {
    for (const it of left) taken.push(...it.slice(turn, turn + 1));
    left = left.filter((it) => it.length > turn + 1);
  }
  return taken.slice(0, most);
}

function symbolOf(snapshot: Snapshot, { uri, claim }: Site): SymbolInformation {
  const project = projectOf(snapshot, uri);
  const title = requirementTitle(catalogOf(snapshot, project), claim.reference);
  const id = formatReference(claim.reference);
  return {
    name: title === undefined ? id : `${id} ${title}`,
    kind: SymbolKind.Key,
    containerName: `${project.product}/${displayPath(uri, project.root)}`,
    location: { uri, range: claim.range } satisfies Location,
  };
}

const TOP: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** The data comes back from the client: nothing is believed of it. */
function readRange(data: unknown): Range {
  const { range } = (data ?? {}) as { range?: Partial<Range> | null };
  const isPlace = (it: unknown) => {
    const { line, character } = (it ?? {}) as { line?: unknown; character?: unknown };
    return Number.isInteger(line) && Number.isInteger(character);
  };
  return isPlace(range?.start) && isPlace(range?.end) ? (range as Range) : TOP;
}
