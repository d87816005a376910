import {
  count,
  either,
  flag,
  list,
  oneOf,
  optional,
  type Read,
  type Reader,
  record,
  text,
} from "./panelShape.ts";

/** What can be opened from the page. The extension opens only what it has shown. */
export type PanelLink = Read<typeof link>;
const link = either(
  record({ kind: oneOf("place"), uri: text, line: count, character: count }),
  record({ kind: oneOf("file"), uri: text }),
  /** The page of a requirement. */
  record({ kind: oneOf("page"), uri: text }),
  /** The first claim of an item with this relation. */
  record({ kind: oneOf("claim"), project: text, item: text, relation: text }),
);

/** The commands that the page may have run. */
export type PanelCommand = Read<typeof command>;
const command = oneOf(
  "exportReport",
  "restartServer",
  "setTarget",
  "showCoverage",
  "writeBaseline",
);

/** A sentence, and what can be done about it. */
export type PanelNote = Read<typeof note>;
const note = record({
  text,
  links: list(record({ label: text, link })),
  run: optional(record({ label: text, command })),
});

const state = oneOf(
  "verified",
  "implemented",
  "compensated",
  "partial",
  "planned",
  "missing",
  "not-applicable",
);
export type PanelState = Read<typeof state>;

/** A line of the page that may lead somewhere. */
export type PanelLine = Read<typeof line>;
const line = record({ label: text, said: text, link: optional(link) });

/** One base requirement or one enhancement. */
export type PanelItem = Read<typeof item>;
const item = record({
  /** Part and reference. */
  key: text,
  reference: text,
  title: text,
  state,
  /** The state's word. */
  word: text,
  levels: list(count),
  isOpen: flag,
  isContradicted: flag,
  /** How many claims there are of it. */
  claims: count,
  page: optional(link),
  /** What to do next. */
  next: optional(record({ text, label: text, link: optional(link) })),
  /** What the project file says of it. */
  statements: list(line),
});

/** A foundational requirement, or what else keeps requirements together. */
export type PanelGroup = Read<typeof group>;
const group = record({
  key: text,
  title: text,
  /** `9 of 14 met`. */
  said: text,
  items: list(item),
});

/** A share of what applies, as a ring and in words. */
export type PanelRing = Read<typeof ring>;
const ring = record({ label: text, said: text, percent: text, value: count, max: count });

/** What one level asks of one foundational requirement. */
export type PanelCell = Read<typeof cell>;
const cell = record({
  level: count,
  /** `12/14`; empty where nothing is asked. */
  said: text,
  /** The same as a sentence. */
  heard: text,
  shape: oneOf("complete", "open", "none"),
  isTarget: flag,
  isReached: flag,
  /** The references of the items that are not met. */
  blockers: list(text),
});

export type PanelMatrixRow = Read<typeof matrixRow>;
const matrixRow = record({
  key: text,
  title: text,
  target: text,
  reached: text,
  cells: list(cell),
});

/** Items that are not met, by group; the keys of the items. */
export type PanelBlocking = Read<typeof blocking>;
const blocking = record({
  note,
  groups: list(record({ key: text, title: text, said: text, items: list(text) })),
});

/** Why an item does not apply, or what meets it elsewhere, and who answers for that. */
export type PanelReason = Read<typeof reason>;
const reason = record({
  key: text,
  reference: text,
  title: text,
  page: optional(link),
  /** What it was said to be. */
  word: text,
  reason: text,
  owner: text,
  reviewed: text,
  expires: text,
  isExpired: flag,
  evidence: list(record({ label: text, link: optional(link) })),
  /** Where it is written. */
  source: record({ label: text, link }),
});

/** What is otherwise than in the baseline. */
export type PanelChanges = Read<typeof changes>;
const changes = record({
  note,
  groups: list(
    record({
      key: text,
      /** `3 states fell`. */
      title: text,
      lines: list(line),
    }),
  ),
});

export type PanelProject = Read<typeof project>;
const project = record({
  /** Tells projects apart, also those whose products have one name. */
  key: text,
  product: text,
  /** `embedded device`. */
  profile: text,
  /** `SL 2`. */
  target: text,
  reached: text,
  /** The numbers in one sentence, to be heard when they change. */
  summary: text,
  warnings: list(note),
  rings: list(ring),
  /** How many applicable items are in each state. */
  counts: list(record({ state, said: text })),
  notApplicable: text,
  matrix: list(matrixRow),
  blocking,
  reasons: record({ rows: list(reason), more: optional(note) }),
  changes,
  groups: list(group),
});

/** A view of the coverage in words and numbers; the page draws it and decides nothing. */
export type PanelView = Read<typeof view>;
const view = record({ notes: list(note), projects: list(project) });

const itemAddress = record({ project: text, item: text });
export type ItemAddress = Read<typeof itemAddress>;

/** All that the extension says to the page. */
export type ToPage = Read<typeof readToPage>;
export const readToPage = either(
  record({ type: oneOf("view"), view }),
  record({ type: oneOf("claims"), project: text, item: text, claims: list(line) }),
);

/** All that the page says to the extension. It says `ready` first. */
export type FromPage = Read<typeof readFromPage>;
export const readFromPage = either(
  record({ type: oneOf("ready") }),
  record({ type: oneOf("open"), link }),
  record({ type: oneOf("run"), command, project: optional(text) }),
  /** The items whose claims the page shows; the extension tells their claims, now and when they change. */
  record({ type: oneOf("watch"), items: list(itemAddress) }),
);

/** The same text for the same link. */
export function linkKey(link: PanelLink): string {
  switch (link.kind) {
    case "place":
      return `${link.uri} ${link.line} ${link.character}`;
    case "claim":
      return `${link.project} ${link.item} ${link.relation}`;
    default:
      return `${link.kind} ${link.uri}`;
  }
}

/** Every link in a message to the page. */
export function linksIn(message: unknown): ReadonlySet<string> {
  const keys = new Set<string>();
  collectLinks(message, keys);
  return keys;
}

const readLink: Reader<PanelLink> = link;

function collectLinks(value: unknown, keys: Set<string>): void {
  if (typeof value !== "object" || value === null) return;
  const found = readLink(value);
  if (found !== undefined) keys.add(linkKey(found));
  else for (const it of Object.values(value)) collectLinks(it, keys);
}
