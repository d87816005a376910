import { t } from "../src/l10n.ts";
import type { PanelProject, PanelReason } from "../src/panelMessages.ts";
import { element } from "./element.ts";
import { drawNote, linkButton } from "./notes.ts";
import { section } from "./section.ts";

/** What is taken out of the count or met elsewhere, with who answers for it and until when. */
export function drawReasons({ key, reasons: { rows, more } }: PanelProject): HTMLElement {
  const title = t("Not applicable and compensated");
  if (rows.length === 0) {
    const text = t("Nothing is taken out of the count, and nothing is met elsewhere.");
    return section("reasons", title, element("p", { className: "quiet" }, text));
  }
  return section(
    "reasons",
    title,
    element("div", { className: "scroller" }, drawTable(rows)),
    more && drawNote(more, { key: "reasons more", project: key, className: "lead" }),
  );
}

const HEADS = [
  t("Requirement"),
  t("Reason"),
  t("Owner"),
  t("Reviewed"),
  t("Expires"),
  t("Evidence"),
];

function drawTable(rows: readonly PanelReason[]): HTMLElement {
  return element(
    "table",
    { className: "reasons" },
    element(
      "thead",
      {},
      element("tr", {}, ...HEADS.map((it) => element("th", { attributes: { scope: "col" } }, it))),
    ),
    element("tbody", {}, ...rows.map(drawRow)),
  );
}

function drawRow(row: PanelReason): HTMLElement {
  const { key, reference, title, page, word, reason, owner, reviewed, expires, isExpired } = row;
  const at = `reason ${key}`;
  return element(
    "tr",
    { attributes: { "data-key": at } },
    element(
      "th",
      { attributes: { scope: "row" } },
      page === undefined ? reference : linkButton(`${at} page`, reference, page),
      element("div", { className: "quiet" }, title),
    ),
    element(
      "td",
      {},
      element("div", { className: "word" }, word),
      element("div", {}, reason),
      drawSource(at, row),
    ),
    element("td", {}, ...breakingAtSign(owner)),
    element("td", { className: "day" }, ...unbrokenWords(reviewed)),
    element("td", { className: isExpired ? "day expired" : "day" }, ...unbrokenWords(expires)),
    element("td", {}, drawEvidence(at, row)),
  );
}

/** Leads to the statement or the annotation that says so. */
function drawSource(at: string, { source, reference, word }: PanelReason): HTMLElement {
  const { label, link } = source;
  const heard = t("{0}, where {1} is called {2}", label, reference, word);
  return linkButton(`${at} source`, label, link, heard);
}

/** A line may end between words, and not after the year of a day. */
function unbrokenWords(text: string): readonly (Node | string)[] {
  return text.split(" ").flatMap((word) => [element("span", {}, word), " "]);
}

function drawEvidence(at: string, { evidence }: PanelReason): HTMLElement | string {
  if (evidence.length === 0) return "–";
  return element(
    "ul",
    {},
    ...evidence.map(({ label, link }, index) =>
      element(
        "li",
        {},
        link === undefined ? label : linkButton(`${at} evidence ${index}`, label, link),
      ),
    ),
  );
}

/** An address that is too long for its column is broken before its sign rather than inside a name. */
function breakingAtSign(text: string): readonly (HTMLElement | string)[] {
  const [first = "", ...others] = text.split(/(?=@)/);
  return [first, ...others.flatMap((it) => [element("wbr", {}), it])];
}
