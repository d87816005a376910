import type { WireItem, WireProject, WireStatement } from "../../server/src/protocol/coverage.ts";
import { evidenceUri } from "./evidenceUri.ts";
import { itemKey } from "./itemKey.ts";
import { t } from "./l10n.ts";
import { counted } from "./nouns.ts";
import type { PanelProject, PanelReason } from "./panelMessages.ts";
import { fileName, placeLink, placeWord } from "./panelWords.ts";
import { STATE_LOOKS, statusWord } from "./states.ts";

/** No one reads more rows in one table; the project file has them all. */
export const MOST_REASONS = 200;

/** What is taken out of the count or met elsewhere, and what was until it expired. */
export function panelReasons(project: WireProject, today: string): PanelProject["reasons"] {
  const rows = project.items.flatMap((item) => reasonsOf(item, project, today));
  const rest = rows.length - MOST_REASONS;
  const { file } = project;
  if (rest <= 0 || file === undefined) return { rows };
  return {
    rows: rows.slice(0, MOST_REASONS),
    more: {
      text: t("{0} more are not shown.", counted(rest, "row")),
      links: [{ label: t("Open {0}", fileName(file)), link: { kind: "file", uri: file } }],
    },
  };
}

function reasonsOf(item: WireItem, project: WireProject, today: string): readonly PanelReason[] {
  const stated = item.statements.flatMap((statement, index) =>
    statement.isExpired || isReason(statement.status)
      ? [ofStatement(item, statement, { project, today, index })]
      : [],
  );
  const holds = item.statements.some(({ status, isExpired }) => !isExpired && isReason(status));
  const relation = RELATION_OF[item.state];
  if (holds || relation === undefined || item.counts[relation] === undefined) return stated;
  return [...stated, ofAnnotation(item, relation, project)];
}

const RELATION_OF: Readonly<Record<string, string>> = {
  "not-applicable": "not-applicable",
  compensated: "compensating",
};

function isReason(status: string): boolean {
  return status === "not-applicable" || status === "compensating";
}

function aboutItem(item: WireItem): Pick<PanelReason, "reference" | "title" | "page"> {
  const { reference, title, page } = item;
  return {
    reference,
    title: title ?? "",
    ...(page !== undefined && { page: { kind: "page", uri: page } }),
  };
}

interface StatementContext {
  readonly project: WireProject;
  readonly today: string;
  readonly index: number;
}

function ofStatement(
  item: WireItem,
  statement: WireStatement,
  { project, today, index }: StatementContext,
): PanelReason {
  const { uri, range, status, reason, owner, reviewed, isExpired, evidence } = statement;
  return {
    ...aboutItem(item),
    key: `${itemKey(item)} ${index}`,
    word: status === "compensating" ? STATE_LOOKS.compensated.word : statusWord(status),
    reason: reason ?? t("no reason is given: counts for nothing"),
    owner: owner ?? "–",
    reviewed: reviewed ?? "–",
    expires: expiryWord(statement, today),
    isExpired,
    evidence: evidence.map((path) => {
      const inside = evidenceUri(project.uri, path);
      return { label: path, ...(inside !== undefined && { link: { kind: "file", uri: inside } }) };
    }),
    source: {
      label: placeWord(fileName(uri), range.start.line),
      link: placeLink(uri, range),
    },
  };
}

function ofAnnotation(item: WireItem, relation: string, project: WireProject): PanelReason {
  return {
    ...aboutItem(item),
    key: `${itemKey(item)} annotation`,
    word: STATE_LOOKS[item.state].word,
    reason: item.reason ?? "",
    owner: "–",
    reviewed: "–",
    expires: "–",
    isExpired: false,
    evidence: [],
    source: {
      label: t("annotation"),
      link: {
        kind: "claim",
        project: project.uri,
        item: itemKey(item),
        relation,
      },
    },
  };
}

function expiryWord({ expires, isExpired }: WireStatement, today: string): string {
  if (expires === undefined) return "–";
  if (isExpired) return t("expired {0}: counts for nothing", expires);
  const days = daysBetween(today, expires);
  if (days === undefined) return expires;
  return days === 0
    ? t("{0}, the last day", expires)
    : t("{0}, {1} left", expires, counted(days, "day"));
}

const DAY = 86_400_000;

function daysBetween(from: string, to: string): number | undefined {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY);
  return Number.isNaN(days) || days < 0 ? undefined : days;
}
