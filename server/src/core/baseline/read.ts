import { RELATIONS } from "../annotation.ts";
import {
  BASELINE_FILE,
  BASELINE_VERSION,
  type Baseline,
  type BaselineClaim,
  type BaselineFinding,
  type BaselineItem,
} from "../baseline.ts";
import { ITEM_STATES } from "../coverage.ts";
import type { BaselineText } from "../project.ts";

/** A baseline that cannot be used, and why, in sentences. */
export interface BadBaseline {
  readonly problem: string;
}

const known = new WeakMap<BaselineText, Baseline | BadBaseline>();

/** The baseline of a project; read once, however often it is asked for. */
export function baselineIn(found: BaselineText): Baseline | BadBaseline {
  const baseline = known.get(found) ?? ("text" in found ? readBaseline(found.text) : found);
  known.set(found, baseline);
  return baseline;
}

/** Reads a baseline. One entry that cannot be read spoils it: half of one would show losses that are none. */
export function readBaseline(text: string): Baseline | BadBaseline {
  const value = parsed(text.replace(/^\ufeff/, ""));
  if (!isRecord(value))
    return bad(CONFLICT.test(text) ? "holds the marks of a merge conflict" : "is no JSON object");
  const { schemaVersion, items, claims, findings } = value;
  if (schemaVersion !== BASELINE_VERSION) {
    return bad(`is not of schemaVersion ${BASELINE_VERSION}, the only one that is understood here`);
  }
  const readItems = readAll(items, readItem);
  if (!Array.isArray(readItems)) return bad(`has no ${nameOf("items", readItems)}`);
  const readClaims = readAll(claims, readClaim);
  if (!Array.isArray(readClaims)) return bad(`has no ${nameOf("claims", readClaims)}`);
  if (findings === undefined) return { items: readItems, claims: readClaims };
  const readFindings = readAll(findings, readFinding);
  if (!Array.isArray(readFindings)) return bad(`has no ${nameOf("findings", readFindings)}`);
  return { items: readItems, claims: readClaims, findings: readFindings };
}

/** As git leaves them. */
const CONFLICT = /^(?:<{7}|>{7})(?: |$)/m;

function bad(what: string): BadBaseline {
  return {
    problem: `The baseline ${what}, so nothing is compared with it. Write ${BASELINE_FILE} anew, or take it away.`,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Where the first entry is that cannot be read; none: there is no list at all. */
interface Unreadable {
  readonly at?: number;
}

function readAll<T>(value: unknown, read: (entry: unknown) => T | undefined): T[] | Unreadable {
  if (!Array.isArray(value)) return {};
  const entries: T[] = [];
  for (const [at, it] of value.entries()) {
    const entry = read(it);
    if (entry === undefined) return { at };
    entries.push(entry);
  }
  return entries;
}

function nameOf(list: string, { at }: Unreadable): string {
  return at === undefined ? `list of ${list}` : `readable entry ${at + 1} in its ${list}`;
}

function readItem(value: unknown): BaselineItem | undefined {
  if (!isRecord(value)) return undefined;
  const { part, reference } = value;
  const state = ITEM_STATES.find((it) => it === value["state"]);
  if (typeof part !== "string" || typeof reference !== "string" || state === undefined) {
    return undefined;
  }
  return { part, reference, state };
}

function readClaim(value: unknown): BaselineClaim | undefined {
  if (!isRecord(value)) return undefined;
  const { part, reference, path, subject } = value;
  const relation = RELATIONS.find((it) => it === value["relation"]);
  if (typeof part !== "string" || typeof reference !== "string" || relation === undefined) {
    return undefined;
  }
  if (typeof path !== "string") return undefined;
  if (subject === undefined) return { part, reference, relation, path };
  return typeof subject === "string" ? { part, reference, relation, path, subject } : undefined;
}

function readFinding(value: unknown): BaselineFinding | undefined {
  if (!isRecord(value)) return undefined;
  const { code, path, about } = value;
  if (typeof code !== "string" || typeof path !== "string") return undefined;
  return typeof about === "string" ? { code, path, about } : undefined;
}
