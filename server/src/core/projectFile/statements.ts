import { readReferences } from "../annotation/references.ts";
import { isReason } from "../annotation.ts";
import { membersOf } from "../catalog/groups.ts";
import type { Catalog, Requirement } from "../catalog.ts";
import { STATUSES, type Statement } from "../project.ts";
import type { Forms } from "../reference/forms.ts";
import { formatReference, type Reference } from "../reference.ts";
import { doubtOf } from "../rules/doubt.ts";
import { either } from "../rules/rewrite.ts";
import { isNothing, type MapEntry, type ProjectNode, shown } from "./node.ts";
import { leavesFolder } from "./paths.ts";
import type { Problems } from "./problems.ts";

/** The keys of a statement. */
export const STATEMENT_KEYS = [
  "requirement",
  "status",
  "reason",
  "owner",
  "reviewed",
  "expires",
  "evidence",
] as const;

/** A status that takes an item out, or meets it elsewhere, has to say why. */
const NEEDS_REASON: readonly string[] = ["not-applicable", "compensating"];

/** The requirements that a statement can name. */
export interface Named {
  readonly catalog: Catalog;
  readonly forms: Forms;
}

type Entries = Partial<Record<(typeof STATEMENT_KEYS)[number], MapEntry>>;

/** The statements that can be used; one with several requirements becomes several. */
export function readStatements(
  node: ProjectNode,
  problems: Problems,
  named: Named,
): readonly Statement[] {
  return problems
    .itemsOf(node, "statements", "statements, each with requirement and status")
    .flatMap((item) => readStatement(item, problems, named));
}

function readStatement(node: ProjectNode, problems: Problems, named: Named): readonly Statement[] {
  if (isNothing(node)) {
    problems.add(node.range, "This statement is empty. Write its requirement and status.");
  }
  const entries = problems.entriesOf(node, "A statement", STATEMENT_KEYS);
  if (node.kind !== "map") return [];
  const { requirement, status } = entries;
  if (requirement === undefined || status === undefined) {
    const lacks = requirement === undefined ? "requirement" : "status";
    problems.addMissing(node.range, `This statement has no ${lacks}. Add the key ${lacks}.`, {
      node,
      key: lacks,
      title: `Add the key ${lacks}`,
    });
    return [];
  }
  const references = readRequirements(requirement.value, problems, named);
  const word = problems.wordOf(status.value, "status", STATUSES);
  const details = readDetails(entries, problems);
  if (word === undefined) return [];
  if (NEEDS_REASON.includes(word) && !isReason(details.reason ?? "")) {
    const message = `${word} needs a reason, so this statement does not count. Write one behind the key reason.`;
    const { range } = status.value;
    if (entries.reason !== undefined) problems.add(range, message);
    else
      problems.addMissing(range, message, {
        node,
        key: "reason",
        title: "Add a place for the reason",
      });
    return [];
  }
  const { range } = node;
  return references.map((it) => ({ ...it, status: word, range, ...details }));
}

/** The requirements that a statement names, in any writing that annotations may use. */
function readRequirements(
  node: ProjectNode,
  problems: Problems,
  named: Named,
): readonly Pick<Statement, "reference" | "requirementRange">[] {
  const items = problems.itemsOf(node, "requirement", "requirements such as CR 1.5");
  if (items.length === 0 && node.kind !== "map") {
    problems.add(node.range, "requirement names none. Write one such as CR 1.5.");
  }
  return items.flatMap((item) => {
    const written = problems.textOf(item, "requirement");
    if (written === undefined) return [];
    const { references, problem, instead } = readReferences(written, named.forms);
    if (problem !== undefined) problems.add(item.range, `requirement: ${problem}`, instead);
    return references
      .filter((it) => isKnown(it, item, problems, named))
      .map((reference) => ({ reference, requirementRange: item.range }));
  });
}

/** A statement about what the catalog does not have would silently count for nothing. */
function isKnown(
  reference: Reference,
  { range }: ProjectNode,
  problems: Problems,
  { catalog }: Named,
): boolean {
  const doubt = doubtOf(catalog, reference);
  if (doubt !== undefined) {
    const instead = doubt.instead.map(formatReference);
    if (doubt.level === undefined) problems.add(range, doubt.message, instead);
    else problems.warn(range, doubt.message, instead);
    return doubt.level !== undefined;
  }
  const named = catalog.find(reference);
  const instead = named?.isGroup
    ? membersOf(catalog, named).map((it) => it.id)
    : named?.redirectsTo;
  if (named === undefined || instead === undefined) return true;
  problems.warn(range, headingMessage(named, instead), instead.slice(0, MOST_INSTEAD));
  return false;
}

/** More choices are no help. */
const MOST_INSTEAD = 9;

/** `, from ZCR 3.1 to ZCR 3.6`, or `: ZCR 1.1`. */
function range(ids: readonly string[]): string {
  const [first = ""] = ids;
  return ids.length === 1 ? `: ${first}` : `, from ${first} to ${ids.at(-1)}`;
}

function headingMessage({ id, isGroup }: Requirement, instead: readonly string[]): string {
  const [first] = instead;
  const advice =
    first === undefined
      ? "Take the statement out."
      : isGroup
        ? `Write the requirement under it that is meant${range(instead)}.`
        : `Write ${either(instead)}, by the type of the component.`;
  return `${id} is a heading without a requirement. ${advice}`;
}

type Details = Omit<Statement, "reference" | "requirementRange" | "status" | "range">;

function readDetails(entries: Entries, problems: Problems): Details {
  const text = (key: "reason" | "owner") => {
    const entry = entries[key];
    const value = entry && problems.textOf(entry.value, key);
    return value === undefined ? {} : { [key]: value };
  };
  const date = (key: "reviewed" | "expires") => {
    const entry = entries[key];
    const value = entry && readDate(entry, problems);
    return value === undefined ? {} : { [key]: value };
  };
  return {
    ...text("reason"),
    ...text("owner"),
    ...date("reviewed"),
    ...date("expires"),
    ...(entries.expires !== undefined && { expiresRange: entries.expires.value.range }),
    evidence: entries.evidence === undefined ? [] : readEvidence(entries.evidence, problems),
  };
}

function readDate({ key, value }: MapEntry, problems: Problems): string | undefined {
  const written = value.kind === "scalar" ? String(value.value) : "";
  if (isDate(written)) return written;
  const advice = "Write a day as in 2027-10-01.";
  problems.add(value.range, `${key} is ${shown(value)}. ${advice}`);
  return undefined;
}

/** An ISO day that the calendar has. */
function isDate(written: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written)) return false;
  const date = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(written);
}

function readEvidence({ value }: MapEntry, problems: Problems): readonly string[] {
  return problems.itemsOf(value, "evidence", "paths").flatMap((item) => {
    const path = problems.textOf(item, "evidence");
    if (path === undefined) return [];
    if (!leavesFolder(path)) return [path];
    problems.add(item.range, `evidence: ${path} leaves the folder. Write a path below it.`);
    return [];
  });
}
