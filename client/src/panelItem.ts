import type { WireClaim, WireItem, WireStatement } from "../../server/src/protocol/coverage.ts";
import { claimCount } from "./itemGroups.ts";
import { itemKey } from "./itemKey.ts";
import { t } from "./l10n.ts";
import type { PanelItem, PanelLine } from "./panelMessages.ts";
import { fileName, joined, placeLink, placeWord } from "./panelWords.ts";
import { relationWord, STATE_LOOKS } from "./states.ts";

/** An item without its claims: these are asked for when they are to be seen. */
export function panelItem(item: WireItem): PanelItem {
  const { reference, title, state, levels, isOpen, isContradicted, page, statements } = item;
  const next = nextOf(item);
  return {
    key: itemKey(item),
    reference,
    title: title ?? "",
    state,
    word: STATE_LOOKS[state].word,
    levels,
    isOpen,
    isContradicted,
    claims: claimCount(item),
    ...(page !== undefined && { page: { kind: "page", uri: page } }),
    ...(next !== undefined && { next }),
    statements: statements.slice(0, MOST_STATEMENTS).map(statementLine),
  };
}

/** No one reads more statements about one item; the project file has them all. */
const MOST_STATEMENTS = 50;

function nextOf({ next }: WireItem): PanelItem["next"] {
  if (next === undefined) return undefined;
  const { text, uri, range } = next;
  if (uri === undefined) return { text, label: "" };
  if (range === undefined) return { text, label: fileName(uri), link: { kind: "file", uri } };
  const label = placeWord(fileName(uri), range.start.line);
  return { text, label, link: placeLink(uri, range) };
}

function statementLine({ uri, range, status, reason, owner, isExpired }: WireStatement): PanelLine {
  const expired = isExpired ? t("expired: counts for nothing") : undefined;
  return {
    label: placeWord(fileName(uri), range.start.line),
    said: joined(t("statement: {0}", status), expired, reason, owner),
    link: placeLink(uri, range),
  };
}

/** A claim as a line that leads to it. */
export function claimLine(claim: WireClaim): PanelLine {
  const { uri, path, range, subject, text } = claim;
  const folder = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : undefined;
  return {
    label: placeWord(path, range.start.line),
    said: joined(relationWord(claim), subject, text, folder),
    link: placeLink(uri, range),
  };
}
