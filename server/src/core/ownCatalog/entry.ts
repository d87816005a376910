import type { Catalog, CatalogPart, Requirement } from "../catalog.ts";
import type { OwnCatalog, OwnEntry } from "../ownCatalog.ts";
import { isNothing, type MapEntry, type MapNode, type ProjectNode } from "../projectFile/node.ts";
import type { Problems } from "../projectFile/problems.ts";
import { readEnhancements } from "./enhancements.ts";
import { readFacts } from "./facts.ts";
import { type Identified, identifyEntry } from "./identify.ts";
import { shortText } from "./texts.ts";

/** What the head of a catalog file says, and what it is measured against. */
export interface OwnPart extends Omit<OwnCatalog, "entries"> {
  readonly series: Catalog;
  /** Whether the series' catalog has this part and edition. */
  readonly isKnown: boolean;
  readonly unlisted?: NonNullable<CatalogPart["unlisted"]>;
}

const KEYS = [
  "id",
  "kind",
  "title",
  "summary",
  "keywords",
  "fr",
  "group",
  "isGroup",
  "clause",
  "levels",
  "componentTypes",
  "items",
  "enhancements",
  "confidence",
  "note",
] as const;
export type EntryKey = (typeof KEYS)[number];
export type Entries = Partial<Record<EntryKey, MapEntry>>;

/** What may be said of a requirement of the series: nothing that coverage is made of. */
const WORDING: readonly EntryKey[] = [
  "id",
  "kind",
  "title",
  "summary",
  "keywords",
  "enhancements",
  "note",
];

/** One requirement of a catalog file; nothing where it cannot be used. */
export function readEntry(
  node: ProjectNode,
  part: OwnPart,
  problems: Problems,
): OwnEntry | undefined {
  if (isNothing(node)) {
    problems.add(node.range, "This requirement is empty. Write its id and title.");
  }
  const entries = problems.entriesOf(node, "A requirement", KEYS);
  if (node.kind !== "map") return undefined;
  if (entries.id === undefined) {
    const message = "This requirement has no id. Add the key id.";
    problems.addMissing(node.range, message, { node, key: "id", title: "Add the key id" });
    return undefined;
  }
  const identified = identifyEntry(entries.id.value, part, isTrue(entries.isGroup), problems);
  if (identified === undefined) return undefined;
  checkKind(entries.kind, identified, problems);
  const words = readWords(entries, problems);
  return identified.known === undefined
    ? ownEntry(node, entries, { identified, words, part }, problems)
    : wordingEntry(entries, { identified, words, part, known: identified.known }, problems);
}

function isTrue(entry: MapEntry | undefined): boolean {
  return entry?.value.kind === "scalar" && entry.value.value === true;
}

/** It says what the id says already. */
function checkKind(entry: MapEntry | undefined, { id, kind }: Identified, problems: Problems) {
  const written = entry && problems.textOf(entry.value, "kind");
  if (entry === undefined || written === undefined) return;
  if (written.toUpperCase() === kind.toUpperCase()) return;
  problems.add(entry.value.range, `${id} is of the kind ${kind}. Take the key kind out.`, [kind]);
}

type Words = Pick<OwnEntry["requirement"], "title" | "summary" | "note" | "keywords">;

function readWords(entries: Entries, problems: Problems): Words {
  const text = (key: "title" | "summary" | "note") => {
    const entry = entries[key];
    const read = entry && shortText(entry.value, key, problems);
    return read === undefined ? {} : { [key]: read };
  };
  const keywords = entries.keywords && readKeywords(entries.keywords.value, problems);
  return { ...text("title"), ...text("summary"), ...text("note"), ...(keywords && { keywords }) };
}

const MOST_KEYWORDS = 20;

function readKeywords(node: ProjectNode, problems: Problems): readonly string[] {
  const items = problems.itemsOf(node, "keywords", "words");
  const beyond = items[MOST_KEYWORDS];
  if (beyond !== undefined) {
    problems.add(
      beyond.range,
      `A requirement has room for ${MOST_KEYWORDS} keywords. Leave some out.`,
    );
  }
  return items
    .slice(0, MOST_KEYWORDS)
    .flatMap((item) => shortText(item, "keywords", problems)?.toLowerCase() ?? []);
}

interface Said {
  readonly identified: Identified;
  readonly words: Words;
  readonly part: OwnPart;
}

function ownEntry(
  node: MapNode,
  entries: Entries,
  { identified, words, part }: Said,
  problems: Problems,
): OwnEntry | undefined {
  const { id, kind, named, idRange } = identified;
  if (entries.title === undefined && entries.summary === undefined) {
    const message = `${id} has neither title nor summary. Add one: it is what people see.`;
    problems.addMissing(node.range, message, { node, key: "title", title: "Add the key title" });
  }
  const requirement = {
    id,
    kind,
    ...words,
    ...readFacts(entries, problems),
    enhancements: readEnhancements(entries.enhancements, { id, problems }),
    wordingFrom: part.path,
  };
  return { requirement, idRange, isWording: false, ...(named !== undefined && { named }) };
}

function wordingEntry(
  entries: Entries,
  { identified, words, part, known }: Said & { readonly known: Requirement },
  problems: Problems,
): OwnEntry {
  const { id, kind, idRange } = identified;
  for (const entry of Object.values(entries)) {
    if (WORDING.some((it) => it === entry.key)) continue;
    const message = `${entry.key} of ${id} ${entry.key.endsWith("s") ? "are those" : "is that"} of the standard. Take the key out.`;
    problems.addNeedless(entry, message);
  }
  const isComplete = part.unlisted === undefined;
  const enhancements = readEnhancements(entries.enhancements, {
    id,
    problems,
    known: { enhancements: known.enhancements, isComplete },
  });
  const { levels, componentTypes, items, confidence } = known;
  const facts = { levels, componentTypes, items, confidence };
  const requirement = { id, kind, ...words, ...facts, enhancements, wordingFrom: part.path };
  return { requirement, idRange, isWording: true };
}
