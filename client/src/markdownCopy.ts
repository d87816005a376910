import type { WireClaim, WireItem } from "../../server/src/protocol/coverage.ts";
import type { ClaimStore } from "./claimStore.ts";
import { collect } from "./collect.ts";
import type { Entry } from "./coverageFilter.ts";
import { type CoverageNode, entryOf, type FileNode } from "./coverageNode.ts";
import { groupRequirements } from "./itemGroups.ts";
import { itemKey } from "./itemKey.ts";
import { amount, t } from "./l10n.ts";
import { nodeText, validity } from "./nodeText.ts";
import { lastSegment } from "./paths.ts";
import { relationWord, STATE_LOOKS, statusWord } from "./states.ts";

/** A row as Markdown: an item as an entry of a list, what holds items as a table; nothing for others. */
export async function markdownOf(
  node: CoverageNode,
  store: ClaimStore,
): Promise<string | undefined> {
  const entry = entryOf(node);
  if (entry !== undefined) return listEntry(await known(entry, store));
  const entries = entriesOf(node);
  if (entries.length === 0) return undefined;
  for (const project of new Set(entries.filter((it) => it.claims === undefined).map(projectOf))) {
    await store.ofProject(project);
  }
  const items = await Promise.all(inOrder(entries).map((it) => known(it, store)));
  const { label, description } = nodeText(node);
  const caption = [`**${escaped(label)}**`, description && escaped(description)].join(" ").trim();
  return [caption, "", ...table(items), ""].join("\n");
}

interface KnownEntry {
  readonly item: WireItem;
  readonly claims: readonly WireClaim[];
}

async function known({ project, item, claims }: Entry, store: ClaimStore): Promise<KnownEntry> {
  return { item, claims: claims ?? (await store.ofItem(project, item)) ?? [] };
}

function projectOf({ project }: Entry): string {
  return project;
}

/** All items that stand below a row, as far as they passed the filter. */
function entriesOf(node: CoverageNode): readonly Entry[] {
  switch (node.kind) {
    case "project":
      return entriesOfRows(node.rows);
    case "group":
      return node.entries;
    case "folder":
      return entriesOfFiles(node.files);
    case "file":
      return entriesOfFiles([node]);
    case "requirement":
      return node.requirement.enhancements;
    default:
      return [];
  }
}

/** One entry for each item, also where several files claim it. */
function entriesOfRows(rows: readonly CoverageNode[]): readonly Entry[] {
  const folded = rows.flatMap((it) => (it.kind === "more" ? it.rest : [it]));
  const files = folded.flatMap((it) => {
    if (it.kind === "folder") return it.files;
    return it.kind === "file" ? [it] : [];
  });
  const groups = folded.flatMap((it) => (it.kind === "group" ? it.entries : []));
  return [...entriesOfFiles(files), ...groups];
}

/** The items of some files, with those claims alone that stand there. */
function entriesOfFiles(files: readonly FileNode[]): readonly Entry[] {
  const sites = files.flatMap((it) => it.sites);
  return [...collect(sites, ({ entry }) => itemKey(entry.item)).values()].flatMap((them) => {
    const [first] = them;
    return first === undefined ? [] : [{ ...first.entry, claims: them.map(({ claim }) => claim) }];
  });
}

function inOrder(entries: readonly Entry[]): readonly Entry[] {
  return groupRequirements(entries).flatMap(({ base, enhancements }) =>
    base === undefined ? enhancements : [base, ...enhancements],
  );
}

/** How many places are listed before the rest is only counted. */
const MOST_IN_LIST = 50;
const MOST_IN_CELL = 5;

function listEntry({ item, claims }: KnownEntry): string {
  const { reference, title, state, reason, statements } = item;
  const name = [`**${escaped(reference)}**`, title && escaped(title)].filter(Boolean).join(" ");
  const said = reason === undefined ? "" : ` (${escaped(reason)})`;
  const places = claims.map((it) => {
    const what = it.subject ?? it.text;
    return [relationWord(it), placeOf(it), what && code(what)].filter(Boolean).join(" ");
  });
  const lines = [...statements.map(statementLine), ...shortened(places, MOST_IN_LIST)];
  return [
    `- ${name}: ${STATE_LOOKS[state].word}${said}`,
    ...lines.map((it) => `  - ${it}`),
    "",
  ].join("\n");
}

function statementLine(statement: WireItem["statements"][number]): string {
  const { uri, status, owner } = statement;
  const until = validity(statement);
  const parts = [
    `${code(lastSegment(uri))} ${t("says {0}", statusWord(status))}`,
    owner && escaped(owner),
    until,
  ];
  return parts.filter(Boolean).join(", ");
}

function table(items: readonly KnownEntry[]): readonly string[] {
  const rows = items.map(({ item, claims }) => [
    escaped(item.reference),
    escaped(item.title ?? ""),
    STATE_LOOKS[item.state].word,
    escaped(item.reason ?? ""),
    shortened(claims.map(placeOf), MOST_IN_CELL).join(", "),
  ]);
  return [head(), RULE, ...rows].map((cells) => `| ${cells.map(cell).join(" | ")} |`);
}

/** A bar ends a cell even in code. */
function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}

function head(): readonly string[] {
  return [t("Requirement"), t("Title"), t("State"), t("Reason"), t("Claims")];
}

const RULE: readonly string[] = Array.from({ length: 5 }, () => "---");

function placeOf({ path, range }: WireClaim): string {
  return code(`${path}:${range.start.line + 1}`);
}

function shortened(texts: readonly string[], most: number): readonly string[] {
  if (texts.length <= most) return texts;
  return [...texts.slice(0, most), t("and {0} more", amount(texts.length - most))];
}

function code(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.includes("`") ? `\`\` ${line} \`\`` : `\`${line}\``;
}

/** Only what would be markup is escaped: people read the source as well. */
function escaped(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>~&]/g, "\\$&");
}
