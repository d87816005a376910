import type { Catalog } from "../catalog.ts";
import {
  INVALID_CATALOG,
  MOST_PROBLEMS,
  MOST_REQUIREMENTS,
  type OwnEntry,
  type ReadCatalog,
} from "../ownCatalog.ts";
import type { MapEntry, ProjectNode } from "../projectFile/node.ts";
import { Problems } from "../projectFile/problems.ts";
import { isOfSeries } from "../reference.ts";
import type { Finding } from "../rules/rule.ts";
import type { TextLines } from "../text.ts";
import { type OwnPart, readEntry } from "./entry.ts";
import { keyOfId } from "./ids.ts";
import { shortText } from "./texts.ts";

const CATALOG_KEYS = ["part", "edition", "document", "requirements"] as const;
const DOCUMENT_KEYS = ["designation", "title", "url"] as const;

export interface OwnCatalogContext {
  /** As it is written in the project file. */
  readonly path: string;
  readonly uri: string;
  /** The catalog of the series. */
  readonly series: Catalog;
  /** What was wrong with the YAML itself. */
  readonly syntax: readonly Finding[];
  /** The text, where it can be changed in places: its syntax is sound. */
  readonly lines?: TextLines;
}

/** Makes a catalog of a catalog file's content; what is wrong is a finding, the rest still counts. */
export function readOwnCatalog(node: ProjectNode, context: OwnCatalogContext): ReadCatalog {
  const { lines, path, syntax } = context;
  const written = lines && { lines, root: node, isJson: path.toLowerCase().endsWith(".json") };
  const problems = new Problems(written, INVALID_CATALOG);
  const entries = problems.entriesOf(withoutSchema(node), "A catalog", CATALOG_KEYS);
  const part = readPart(entries, node, problems, context);
  // A key that is written otherwise, or syntax that is broken, has been told already.
  const isSound = syntax.length === 0 && problems.all.length === 0;
  if (isSound && entries.requirements === undefined && node.kind === "map") {
    const message =
      "This catalog has no requirements. Add the key requirements with a list of them.";
    problems.add(node.range, message);
  }
  const list = part === undefined ? [] : readEntries(entries.requirements?.value, part, problems);
  const found = [...syntax, ...problems.all].slice(0, MOST_PROBLEMS);
  if (part === undefined) return { problems: found };
  return { catalog: { ...part, entries: list }, problems: found };
}

/** Editors are told by `$schema` how to help in a JSON file; it says nothing itself. */
function withoutSchema(node: ProjectNode): ProjectNode {
  if (node.kind !== "map") return node;
  return { ...node, entries: node.entries.filter((it) => it.key !== "$schema") };
}

type Entries = Partial<Record<(typeof CATALOG_KEYS)[number], MapEntry>>;

function readPart(
  { part: partEntry, edition: editionEntry, document: documentEntry }: Entries,
  node: ProjectNode,
  problems: Problems,
  { path, uri, series }: OwnCatalogContext,
): OwnPart | undefined {
  if (partEntry === undefined) {
    const message =
      "This catalog has no part. Add the key part: a name for your own rules, such as company, or a part of the series.";
    if (node.kind === "map")
      problems.addMissing(node.range, message, { node, key: "part", title: "Add the key part" });
    else if (node.kind === "scalar" && node.value === null) problems.add(node.range, message);
    return undefined;
  }
  const part = named(partEntry, "part", 40, problems);
  if (part === undefined) return undefined;
  const written = editionEntry && named(editionEntry, "edition", 20, problems);
  const editions = series.parts.filter((it) => it.part === part).map((it) => it.edition);
  const edition = written ?? editions.sort().at(-1) ?? "1";
  const known = series.parts.find((it) => it.part === part && it.edition === edition);
  if (known !== undefined && documentEntry !== undefined) {
    const message = `The document of ${part}:${edition} is known. Take the key out.`;
    problems.addNeedless(documentEntry, message);
  }
  const name = written === undefined ? part : `${part}:${edition}`;
  const own = { designation: isOfSeries(part) ? `IEC 62443-${name}` : name, title: path, url: uri };
  const document = known?.document ?? {
    ...own,
    ...(documentEntry && readDocument(documentEntry, problems)),
  };
  const unlisted = known?.unlisted;
  return {
    path,
    part,
    edition,
    document,
    series,
    isKnown: known !== undefined,
    ...(unlisted !== undefined && { unlisted }),
  };
}

/** A short word of the file, as names of parts and editions are. */
function named(
  { key, value }: MapEntry,
  what: string,
  most: number,
  problems: Problems,
): string | undefined {
  const text = problems.textOf(value, key);
  if (text === undefined) return undefined;
  if (text.length <= most && /^[a-z0-9][a-z0-9_.-]*$/i.test(text)) return text;
  const message = `${what} has to be at most ${most} letters, digits, dots, dashes and underscores. Write one such as ${what === "part" ? "company" : "2026"}.`;
  problems.add(value.range, message);
  return undefined;
}

function readDocument({ value }: MapEntry, problems: Problems) {
  const { designation, title, url } = problems.entriesOf(value, "document", DOCUMENT_KEYS);
  const text = (entry: MapEntry | undefined, key: "designation" | "title" | "url") => {
    const read = entry && shortText(entry.value, `document.${key}`, problems);
    return read === undefined ? {} : { [key]: read };
  };
  const address = text(url, "url");
  const isAddress = address["url"] === undefined || /^https?:\/\/\S+$/i.test(address["url"]);
  if (!isAddress && url !== undefined) {
    problems.add(
      url.value.range,
      "document.url is no address. Write one that begins with https://.",
    );
  }
  return {
    ...text(designation, "designation"),
    ...text(title, "title"),
    ...(isAddress ? address : {}),
  };
}

function readEntries(
  node: ProjectNode | undefined,
  part: OwnPart,
  problems: Problems,
): readonly OwnEntry[] {
  if (node === undefined) return [];
  const items = problems.itemsOf(node, "requirements", "requirements, each with id and title");
  const beyond = items[MOST_REQUIREMENTS];
  if (beyond !== undefined) {
    const message = `A catalog has room for ${MOST_REQUIREMENTS} requirements. Those from here on are not read: put them into another file.`;
    problems.add(beyond.range, message);
  }
  const entries = new Map<string, OwnEntry>();
  for (const item of items.slice(0, MOST_REQUIREMENTS)) {
    const entry = readEntry(item, part, problems);
    if (entry === undefined) continue;
    const key = entry.named === undefined ? entry.requirement.id : keyOfId(entry.named);
    const first = entries.get(key);
    if (first === undefined) entries.set(key, entry);
    else problems.add(entry.idRange, sameId(entry, first));
  }
  const list = [...entries.values()];
  checkGroups(list, part, problems);
  return list;
}

function sameId({ requirement }: OwnEntry, first: OwnEntry): string {
  const line = first.idRange.start.line + 1;
  const { id } = first.requirement;
  const same = id === requirement.id ? id : `${requirement.id} is the same as ${id}, which`;
  return `${same} stands on line ${line} already. Take one of them out.`;
}

/** A heading that is not there would leave its requirements without a place. */
function checkGroups(entries: readonly OwnEntry[], part: OwnPart, problems: Problems): void {
  const headings = new Set([
    ...entries.filter((it) => it.requirement.isGroup).map((it) => it.requirement.id),
    ...part.series.requirements
      .filter((it) => it.part === part.part && it.isGroup)
      .map((it) => it.id),
  ]);
  for (const { requirement, idRange } of entries) {
    const { id, group } = requirement;
    if (group === undefined || headings.has(group)) continue;
    const message = `${id} stands under ${group}, and this file has no such heading. Add an entry with the id ${group} and isGroup: true.`;
    problems.warn(idRange, message);
  }
}
