import type { WireClaim, WireItem } from "../../server/src/protocol/coverage.ts";
import type {
  CoverageNode,
  FolderNode,
  GroupNode,
  ProjectNode,
  StatementNode,
} from "./coverageNode.ts";
import type { Counts } from "./itemGroups.ts";
import { t } from "./l10n.ts";
import { validity } from "./nodeText.ts";
import { counted } from "./nouns.ts";
import { lastSegment } from "./paths.ts";
import { doubtOf } from "./problemText.ts";
import { capital, relationWord, STATE_LOOKS, statusWord } from "./states.ts";

/** A heading and paragraphs for the tooltip of a row; plain text, to be escaped where it is shown. */
export interface NodeHelp {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

/** What the tooltip of a row adds; nothing where the row says it all. */
export function nodeHelp(node: CoverageNode): NodeHelp | undefined {
  switch (node.kind) {
    case "project":
      return projectHelp(node);
    case "group":
      return groupHelp(node);
    case "folder":
      return placeHelp(node.name === "" ? t("Beside the folders") : node.name, node);
    case "file":
      return placeHelp(node.path, node);
    case "requirement":
      return node.requirement.base && itemHelp(node.requirement.base.item);
    case "item":
      return itemHelp(node.entry.item);
    case "statement":
      return statementHelp(node);
    case "claim":
      return claimHelp(node.claim);
    case "hint":
      return { heading: t("Create a project file"), paragraphs: [hint()] };
    case "skipped":
      return { heading: node.file.path, paragraphs: [t("Not read: {0}.", node.file.why)] };
    default:
      return undefined;
  }
}

function hint(): string {
  return t(
    "It names the product, its component types and the target level: then only what applies is counted, and what no line of code can say has a place.",
  );
}

function projectHelp({ name, project }: ProjectNode): NodeHelp {
  const { totals, components, target, blockers, problems } = project;
  const { met, applicable, verified, partial, planned, missing, notApplicable } = totals;
  return {
    heading: name,
    paragraphs: [
      ...(problems.length === 0 ? [] : [doubtOf(problems)]),
      t(
        "{0} of {1} met, {2} of them verified; {3} partial, {4} planned, {5} missing, {6} not applicable.",
        met,
        applicable,
        verified,
        partial,
        planned,
        missing,
        notApplicable,
      ),
      ...(target === undefined
        ? []
        : [t("Target {0}: {1} in its way.", target, counted(blockers.length, "item"))]),
      ...(components.length === 0 ? [] : [t("Component types: {0}.", components.join(", "))]),
    ],
  };
}

function groupHelp({ label, title, state, counts }: GroupNode): NodeHelp {
  return {
    heading: titled(label, title),
    paragraphs: [state === undefined ? metOf(counts) : `${counted(counts.all, "item")}.`],
  };
}

function placeHelp(heading: string, { counts, claims }: Pick<FolderNode, "counts" | "claims">) {
  const items = counted(counts.all, "item");
  return {
    heading,
    paragraphs: [t("{0} of {1}; {2}", counted(claims, "claim"), items, metOf(counts))],
  };
}

function metOf({ met, applicable }: Counts): string {
  return t("{0} of {1} met.", met, applicable);
}

function itemHelp(item: WireItem): NodeHelp {
  const { reference, title, summary, levels, reason, state, isContradicted, next } = item;
  return {
    heading: titled(reference, title),
    paragraphs: [
      ...(summary === undefined ? [] : [summary]),
      `${t("State: {0}.", STATE_LOOKS[state].word)}${reason === undefined ? "" : ` ${reason}`}`,
      ...(isContradicted
        ? [t("Contradicted: some say that it does not apply, others that code meets it.")]
        : []),
      ...(levels.length === 0 ? [] : [`SL-C ${levels.join(", ")}.`]),
      ...(next === undefined ? [] : [next.text]),
    ],
  };
}

function statementHelp({ entry, statement }: StatementNode): NodeHelp {
  const { status, reason, owner, reviewed, evidence, uri } = statement;
  const said = [
    validity(statement),
    owner === undefined ? undefined : t("owner {0}", owner),
    reviewed === undefined ? undefined : t("reviewed {0}", reviewed),
  ].filter((it) => it !== undefined);
  return {
    heading: `${entry.item.reference}  ${statusWord(status)}`,
    paragraphs: [
      ...(reason === undefined ? [] : [reason]),
      ...(said.length === 0 ? [] : [`${capital(said.join("; "))}.`]),
      ...(evidence.length === 0 ? [] : [t("Evidence: {0}.", evidence.join(", "))]),
      t("Said in {0}.", lastSegment(uri)),
    ],
  };
}

function claimHelp(claim: WireClaim): NodeHelp {
  const { path, range, subject, text } = claim;
  const relation = relationWord(claim);
  return {
    heading: `${path}:${range.start.line + 1}`,
    paragraphs: [
      subject === undefined ? relation : `${relation}: ${subject}`,
      ...(text === undefined ? [] : [text]),
    ],
  };
}

function titled(id: string, title: string | undefined): string {
  return title === undefined ? id : `${id}  ${title}`;
}
