import type { WireItem, WireProject, WireStatement } from "../../server/src/protocol/coverage.ts";
import type {
  ClaimNode,
  CoverageNode,
  FileNode,
  FolderNode,
  GroupNode,
  ItemNode,
  ProjectNode,
  RangeNode,
  RequirementNode,
  StatementNode,
} from "./coverageNode.ts";
import { claimCount, countMet } from "./itemGroups.ts";
import { amount, t } from "./l10n.ts";
import { counted } from "./nouns.ts";
import { joined } from "./panelWords.ts";
import { folderOf, lastSegment } from "./paths.ts";
import { problemText } from "./problemText.ts";
import { relationWord, STATE_LOOKS, statusWord } from "./states.ts";

/** What a row says: to the eye, and whole to a screen reader. */
export interface NodeText {
  readonly label: string;
  readonly description?: string;
  readonly accessible: string;
}

/** The words of a row of the coverage tree. */
export function nodeText(node: CoverageNode): NodeText {
  switch (node.kind) {
    case "project":
      return spoken(node.name, headline(node));
    case "group":
      return groupText(node);
    case "folder":
      return spoken(node.name === "" ? t("Beside the folders") : node.name, numbers(node));
    case "file":
      return fileText(node);
    case "requirement":
      return requirementText(node);
    case "item":
      return itemText(node);
    case "statement":
      return statementText(node);
    case "claim":
      return node.below === "file" ? siteText(node) : claimText(node);
    case "more":
      return spoken(t("{0} more", amount(node.rest.length)));
    case "range":
      return rangeText(node);
    case "fileProblems":
      return spoken(problemText([node.problems]));
    case "hint":
      return spoken(t("Create a project file"), t("names the product and its target level"));
    case "notRead":
      return spoken(t("Not read"), notReadCounts(node.problems.length, node.skipped.length));
    case "problem":
      return spoken(node.sentence.replaceAll("`", ""));
    case "skipped":
      return spoken(lastSegment(node.file.path), joined(node.file.why, folderOf(node.file.path)));
  }
}

/** The setting that a sentence about a problem names. */
export function settingIn(sentence: string): string | undefined {
  return /\biec62443\.(?!ya?ml\b)[a-zA-Z]+(?:\.[a-zA-Z]+)*/.exec(sentence)?.[0];
}

/** Until when a statement counts; nothing where that is not said. */
export function validity({ expires, isExpired }: WireStatement): string | undefined {
  if (expires === undefined) return undefined;
  return isExpired ? t("expired {0}: counts for nothing", expires) : t("expires {0}", expires);
}

/** `23 of 58 met · SL 2`; before it what makes the numbers doubtful. */
function headline({ project }: ProjectNode): string {
  const { totals, target, problems } = project;
  const doubt = problems.length === 0 ? undefined : problemText(problems);
  return joined(doubt, metOf(totals), target);
}

function metOf({ met, applicable }: Pick<WireProject["totals"], "met" | "applicable">): string {
  return t("{0} of {1} met", met, applicable);
}

/** State and number come before the title: a narrow side bar cuts the end off. */
function groupText({ label, title, state, counts }: GroupNode): NodeText {
  if (state !== undefined) return spoken(label, counted(counts.all, "item"));
  return spoken(label, joined(metOf(counts), title));
}

function numbers({ counts, claims }: Pick<FolderNode, "counts" | "claims">): string {
  return joined(metOf(counts), counted(claims, "claim"));
}

function fileText(node: FileNode): NodeText {
  return spoken(lastSegment(node.path), joined(numbers(node), node.folder));
}

function requirementText({ requirement }: RequirementNode): NodeText {
  const { id, base, enhancements } = requirement;
  const { met, applicable } = countMet(enhancements.map(({ item }) => item));
  const parts = base === undefined ? [] : itemParts(base.item);
  if (enhancements.length === 0) return spoken(id, joined(...parts));
  const shown = spoken(id, joined(...parts, t("{0} of {1} RE met", met, applicable)));
  const heard = joined(...parts, t("{0} of {1} requirement enhancements met", met, applicable));
  return { ...shown, accessible: spoken(id, heard).accessible };
}

/** Whoever hears `RE(1)` alone does not know which. */
function itemText({ label, entry: { item } }: ItemNode): NodeText {
  const description = joined(...itemParts(item));
  return {
    ...spoken(label, description),
    accessible: spoken(item.reference, description).accessible,
  };
}

/** `implemented`, the title, `2 claims`. */
function itemParts(item: WireItem): readonly (string | undefined)[] {
  const claims = claimCount(item);
  return [
    STATE_LOOKS[item.state].word,
    item.isContradicted ? t("contradicted") : undefined,
    item.title,
    claims === 0 ? undefined : counted(claims, "claim"),
  ];
}

function statementText({ statement }: StatementNode): NodeText {
  const { status, owner, uri } = statement;
  const until = validity(statement);
  const word = statusWord(status);
  const said = [lastSegment(uri), t("says {0}", word), owner && t("owner {0}", owner), until];
  return {
    label: word,
    description: joined(until, owner, lastSegment(uri)),
    accessible: said.filter((it) => it !== undefined).join(", "),
  };
}

function claimText({ claim }: ClaimNode): NodeText {
  const { path, range, subject, text } = claim;
  const line = range.start.line + 1;
  const relation = relationWord(claim);
  const what = subject ?? text;
  const said = what === undefined ? relation : `${relation}: ${what}`;
  return {
    label: `${lastSegment(path)}:${line}`,
    description: joined(relation, what),
    accessible: t("{0}, in {1}, line {2}", said, path, line),
  };
}

/** Below its file a claim names the item: `CR 1.5 implements`. */
function siteText({ entry: { item }, claim }: ClaimNode): NodeText {
  const { range, subject, text } = claim;
  const line = range.start.line + 1;
  const relation = `${item.reference} ${relationWord(claim)}`;
  const what = subject ?? text;
  const said = what === undefined ? relation : `${relation}: ${what}`;
  return {
    label: t("Line {0}", line),
    description: joined(relation, what),
    accessible: t(
      "Line {0}, {1}, {2} is {3}",
      line,
      said,
      item.reference,
      STATE_LOOKS[item.state].word,
    ),
  };
}

/** `201 to 400`, and what the first and the last of its rows say. */
function rangeText({ first, nodes }: RangeNode): NodeText {
  const last = first + nodes.length - 1;
  const [from, to] = [nodes[0], nodes.at(-1)].map((it) => it && nodeText(it).label);
  return spoken(
    t("{0} to {1}", amount(first), amount(last)),
    t("{0} to {1}", from ?? "", to ?? ""),
  );
}

function notReadCounts(problems: number, skipped: number): string {
  return joined(
    problems === 0 ? undefined : counted(problems, "problem"),
    skipped === 0 ? undefined : counted(skipped, "file"),
  );
}

function spoken(label: string, description?: string): NodeText {
  if (description === undefined || description === "") return { label, accessible: label };
  return { label, description, accessible: `${label}, ${description.replaceAll(" · ", ", ")}` };
}
