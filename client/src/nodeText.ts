import type { WireClaim, WireItem, WireProject } from "../../server/src/protocol/coverage.ts";
import type {
  CoverageNode,
  GroupNode,
  ProjectNode,
  RangeNode,
  RequirementNode,
} from "./coverageNode.ts";
import { countMet } from "./itemGroups.ts";
import { counted, relationWord, STATE_LOOKS } from "./states.ts";

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
      return spoken(node.name, headline(node.project));
    case "group":
      return groupText(node);
    case "requirement":
      return requirementText(node);
    case "enhancement":
      return spoken(shortEnhancement(node.entry.item), joined(...itemParts(node.entry.item)));
    case "claim":
      return claimText(node.claim);
    case "more":
      return spoken(`${node.rest.length.toLocaleString("en")} more`);
    case "range":
      return rangeText(node);
    case "notRead":
      return spoken("Not read", notReadCounts(node.problems.length, node.skipped.length));
    case "problem":
      return spoken(node.sentence.replaceAll("`", ""));
    case "skipped":
      return spoken(lastSegment(node.file.path), joined(node.file.why, folderOf(node.file.path)));
  }
}

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
    case "requirement":
      return node.requirement.base && itemHelp(node.requirement.base.item);
    case "enhancement":
      return itemHelp(node.entry.item);
    case "claim":
      return claimHelp(node.claim);
    case "skipped":
      return { heading: node.file.path, paragraphs: [`Not read: ${node.file.why}.`] };
    default:
      return undefined;
  }
}

/** The setting that a sentence about a problem names. */
export function settingIn(sentence: string): string | undefined {
  return /\biec62443\.(?!ya?ml\b)[a-zA-Z]+(?:\.[a-zA-Z]+)*/.exec(sentence)?.[0];
}

/** `23 of 58 met · SL 2`. */
function headline({ totals, target }: WireProject): string {
  const met = `${totals.met} of ${totals.applicable} met`;
  return target === undefined ? met : `${met} · ${target}`;
}

/** State and number come before the title: a narrow side bar cuts the end off. */
function groupText({ group, counts }: GroupNode): NodeText {
  return spoken(group.key, joined(`${counts.met} of ${counts.applicable} met`, group.title));
}

function requirementText({ requirement }: RequirementNode): NodeText {
  const { id, base, enhancements } = requirement;
  const { met, applicable } = countMet(enhancements.map(({ item }) => item));
  const parts = base === undefined ? [] : itemParts(base.item);
  if (enhancements.length === 0) return spoken(id, joined(...parts));
  const shown = spoken(id, joined(...parts, `${met} of ${applicable} RE met`));
  const heard = joined(...parts, `${met} of ${applicable} requirement enhancements met`);
  return { ...shown, accessible: spoken(id, heard).accessible };
}

/** `implemented`, the title, `2 claims`. */
function itemParts({ state, title, claims }: WireItem): readonly (string | undefined)[] {
  const count = claims.length === 0 ? undefined : counted(claims.length, "claim");
  return [STATE_LOOKS[state].word, title, count];
}

function joined(...parts: readonly (string | undefined)[]): string {
  return parts.filter((it) => it !== undefined).join(" · ");
}

function claimText(claim: WireClaim): NodeText {
  const { path, range, subject, text } = claim;
  const line = range.start.line + 1;
  const relation = relationWord(claim);
  const what = subject ?? text;
  const said = what === undefined ? relation : `${relation}: ${what}`;
  return {
    label: `${lastSegment(path)}:${line}`,
    description: joined(relation, what),
    accessible: `${said}, in ${path}, line ${line}`,
  };
}

/** `201 to 400`, and what the first and the last of its rows say. */
function rangeText({ first, nodes }: RangeNode): NodeText {
  const last = first + nodes.length - 1;
  const [from, to] = [nodes[0], nodes.at(-1)].map((it) => it && nodeText(it).label);
  return spoken(
    `${first.toLocaleString("en")} to ${last.toLocaleString("en")}`,
    `${from} to ${to}`,
  );
}

/** Below its requirement the id need not be said again: `RE(1)`. */
function shortEnhancement({ reference, requirement }: WireItem): string {
  return reference.startsWith(`${requirement} `)
    ? reference.slice(requirement.length + 1)
    : reference;
}

function notReadCounts(problems: number, skipped: number): string {
  return joined(
    problems === 0 ? undefined : counted(problems, "problem"),
    skipped === 0 ? undefined : counted(skipped, "file"),
  );
}

function projectHelp({ name, project }: ProjectNode): NodeHelp {
  const { totals, components, target, blockers } = project;
  const { met, applicable, verified, partial, planned, missing, notApplicable } = totals;
  return {
    heading: name,
    paragraphs: [
      `${met} of ${applicable} met, ${verified} of them verified; ${partial} partial, ${planned} planned, ${missing} missing, ${notApplicable} not applicable.`,
      ...(target === undefined
        ? []
        : [`Target ${target}: ${counted(blockers.length, "item")} in its way.`]),
      ...(components.length === 0 ? [] : [`Component types: ${components.join(", ")}.`]),
    ],
  };
}

function groupHelp({ group, counts }: GroupNode): NodeHelp {
  return {
    heading: titled(group.key, group.title),
    paragraphs: [`${counts.met} of ${counts.applicable} met.`],
  };
}

function itemHelp(item: WireItem): NodeHelp {
  const { reference, title, summary, levels, reason, state } = item;
  return {
    heading: titled(reference, title),
    paragraphs: [
      ...(summary === undefined ? [] : [summary]),
      `State: ${STATE_LOOKS[state].word}.${reason === undefined ? "" : ` ${reason}`}`,
      ...(levels.length === 0 ? [] : [`SL-C ${levels.join(", ")}.`]),
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

function spoken(label: string, description?: string): NodeText {
  if (description === undefined || description === "") return { label, accessible: label };
  return { label, description, accessible: `${label}, ${description.replaceAll(" · ", ", ")}` };
}

function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The folders of a path; nothing for a file at the top. */
function folderOf(path: string): string | undefined {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : undefined;
}
