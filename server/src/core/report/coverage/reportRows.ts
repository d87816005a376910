import type { Relation } from "../../annotation.ts";
import { isMet } from "../../coverage/state.ts";
import type { ItemState, Totals } from "../../coverage.ts";
import type { Status } from "../../project.ts";
import { SCHEMA_VERSION } from "../json.ts";
import { blocksTarget, targetOfItem } from "./itemFacts.ts";
import type { ReportedProject, ReportResult } from "./report.ts";
import type { ReportedItem } from "./reportItem.ts";

/** What every row begins with, so that each says by itself what it is of. */
interface RowHead {
  readonly schemaVersion: number;
  readonly product: string;
  /** The project's folder, as in the report. */
  readonly project: string;
  readonly revision: string | null;
}

/** A project and its totals. */
export interface ProjectRow extends RowHead {
  readonly kind: "project";
  readonly parts: readonly string[];
  readonly components: readonly string[];
  readonly target: ReportedProject["target"];
  /** SL-C of the whole component; 0 for none. */
  readonly reached: number;
  readonly problems: number;
  readonly totals: Totals;
}

/** An item, and what is told of it in the rows of its claims and statements too. */
interface AboutItem extends RowHead {
  readonly part: string;
  readonly reference: string;
  readonly requirement: string;
  readonly enhancement: number | null;
  readonly fr: number | null;
  readonly title: string | null;
  readonly levels: readonly number[];
  /** SL-C aimed at for its FR. */
  readonly target: number | null;
  readonly state: ItemState;
  readonly applicable: boolean;
  readonly met: boolean;
  readonly verified: boolean;
  /** Whether it keeps the project from its target. */
  readonly blocks: boolean;
}

export interface ItemRow extends AboutItem {
  readonly kind: "item";
  readonly claims: number;
  readonly statements: number;
  readonly next: string | null;
}

export interface ClaimRow extends AboutItem {
  readonly kind: "claim";
  readonly relation: Relation;
  readonly letter: string | null;
  readonly path: string;
  readonly line: number;
  readonly subject: string | null;
  readonly text: string | null;
  readonly link: string | null;
}

export interface StatementRow extends AboutItem {
  readonly kind: "statement";
  readonly status: Status;
  readonly letter: string | null;
  readonly reason: string | null;
  readonly owner: string | null;
  readonly reviewed: string | null;
  readonly expires: string | null;
  readonly expired: boolean;
  readonly evidence: readonly string[];
}

/** A line of `report --format ndjson`. */
export type ReportRow = ProjectRow | ItemRow | ClaimRow | StatementRow;

/** Each project, and behind it each item with its claims and statements. */
export function* reportRows({ revision, projects }: ReportResult): Iterable<ReportRow> {
  for (const project of projects) {
    const head: RowHead = {
      schemaVersion: SCHEMA_VERSION,
      product: project.product,
      project: project.path,
      revision: revision ?? null,
    };
    yield projectRow(head, project);
    for (const item of project.items) yield* rowsOfItem(aboutItem(head, project, item), item);
  }
}

function projectRow(head: RowHead, project: ReportedProject): ProjectRow {
  const { parts, components, target, reached, problems, totals } = project;
  return { ...head, kind: "project", parts, components, target, reached, problems, totals };
}

function aboutItem(head: RowHead, project: ReportedProject, item: ReportedItem): AboutItem {
  const { part, reference, requirement, enhancement, fr, title, levels, state } = item;
  return {
    ...head,
    part,
    reference,
    requirement,
    enhancement: enhancement ?? null,
    fr,
    title,
    levels,
    target: targetOfItem(project, item),
    state,
    applicable: state !== "not-applicable",
    met: isMet(state),
    verified: state === "verified",
    blocks: blocksTarget(project, item),
  };
}

function* rowsOfItem(about: AboutItem, item: ReportedItem): Iterable<ReportRow> {
  const { claims, statements, next } = item;
  yield {
    ...about,
    kind: "item",
    claims: claims.length,
    statements: statements.length,
    next: next ?? null,
  };
  for (const { relation, letter, path, line, subject, text, link } of claims) {
    yield {
      ...about,
      kind: "claim",
      relation,
      letter: letter ?? null,
      path,
      line,
      subject: subject ?? null,
      text: text ?? null,
      link: link ?? null,
    };
  }
  for (const it of statements) {
    const { status, letter, reason, owner, reviewed, expires, expired, evidence } = it;
    yield {
      ...about,
      kind: "statement",
      status,
      letter: letter ?? null,
      reason: reason ?? null,
      owner: owner ?? null,
      reviewed: reviewed ?? null,
      expires: expires ?? null,
      expired: expired === true,
      evidence,
    };
  }
}
