import type { Relation } from "./annotation.ts";
import type { Site } from "./annotationIndex.ts";
import { findingsOf } from "./baseline/findings.ts";
import { itemsOf } from "./coverage/items.ts";
import { coverageOf, type Item, type ItemState } from "./coverage.ts";
import type { Project } from "./project.ts";
import { formatReference } from "./reference.ts";
import { displayPath } from "./report/displayPath.ts";
import type { Snapshot } from "./snapshot.ts";

/** The name of a baseline; it stands in the project's folder. */
export const BASELINE_FILE = "iec62443.baseline.json";

/** Raised when a reader would break. Whoever adds keys leaves it: keys that it does not know are left alone. */
export const BASELINE_VERSION = 1;

/** What was true of a project on the day on which its baseline was written. */
export interface Baseline {
  /** What the target asked for, in catalog order. */
  readonly items: readonly BaselineItem[];
  /** What counted for an item of any level, by item, path, relation and subject. */
  readonly claims: readonly BaselineClaim[];
  /** Its errors and warnings, by path and place; absent in one that was written before they were held. */
  readonly findings?: readonly BaselineFinding[];
}

/** A finding without its line and its words: both change, and it is still the same finding. */
export interface BaselineFinding {
  readonly code: string;
  /** Relative to the project's folder, with forward slashes. */
  readonly path: string;
  /** The requirements that are claimed where it stands, or what else it is about. */
  readonly about: string;
}

export interface BaselineItem {
  readonly part: string;
  /** Canonical: `CR 1.1 RE(1)`. */
  readonly reference: string;
  readonly state: ItemState;
}

/** A claim without its line: code above it may grow, and it is still the same claim. */
export interface BaselineClaim {
  readonly part: string;
  /** Canonical, with the letter: `CR 1.5(a)`. A claim of a heading is one of the item it counts for. */
  readonly reference: string;
  readonly relation: Relation;
  /** Relative to the project's folder, with forward slashes. */
  readonly path: string;
  /** The code that it stands for. */
  readonly subject?: string;
}

/** What a baseline written now would hold. */
export function baselineOf(snapshot: Snapshot, project: Project): Baseline {
  return {
    items: coverageOf(snapshot, project).items.map(({ reference, state }) => ({
      part: reference.part,
      reference: formatReference(reference),
      state,
    })),
    // Of every level: another target makes no claim come or go.
    claims: itemsOf(snapshot, project).flatMap((item) =>
      item.claims.map((it) => baselineClaim(item, it, project.root)).sort(compareClaims),
    ),
    findings: findingsOf(snapshot, project).map((it) => it.known),
  };
}

/** A claim of an item as a baseline has it. */
export function baselineClaim(
  { reference }: Item,
  { uri, annotation, claim }: Site,
  root: string,
): BaselineClaim {
  const { relation, subject } = annotation;
  const { item } = claim.reference;
  return {
    part: reference.part,
    reference: formatReference(item === undefined ? reference : { ...reference, item }),
    relation,
    path: displayPath(uri, root),
    ...(subject !== undefined && { subject: subject.text }),
  };
}

function compareClaims(a: BaselineClaim, b: BaselineClaim): number {
  return (
    compare(a.path, b.path) ||
    compare(a.reference, b.reference) ||
    compare(a.relation, b.relation) ||
    compare(a.subject ?? "", b.subject ?? "")
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The text of a baseline: an entry a line, so that a review shows each change as a line. */
export function formatBaseline({ items, claims, findings = [] }: Baseline): string {
  const lines = (entries: readonly object[]) =>
    entries.length === 0 ? "[]" : `[\n    ${entries.map(onOneLine).join(",\n    ")}\n  ]`;
  return `{\n  "schemaVersion": ${BASELINE_VERSION},\n  "items": ${lines(items)},\n  "claims": ${lines(claims)},\n  "findings": ${lines(findings)}\n}\n`;
}

function onOneLine(entry: object): string {
  const fields = Object.entries(entry).map(
    ([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  return `{ ${fields.join(", ")} }`;
}
