import { COMPONENT_TYPES, type SecurityLevel } from "../../server/src/core/catalog.ts";
import { type Coverage, coverageOf } from "../../server/src/core/coverage.ts";
import type { Statement, Target } from "../../server/src/core/project.ts";
import { reportOf } from "../../server/src/core/report/coverage/report.ts";
import { reportRows } from "../../server/src/core/report/coverage/reportRows.ts";
import { toJsonLines } from "../../server/src/core/report/json.ts";
import type { Snapshot } from "../../server/src/core/snapshot.ts";
import { ROOT, snapshotOf } from "../support/snapshotOf.ts";
import { statement } from "../support/statement.ts";

export const REPOSITORIES = 1000;

/** A repository on a day, and what was planted in it. */
export interface Revision {
  readonly repository: string;
  readonly day: string;
  readonly revision: string;
  readonly product: string;
  readonly target: Target | undefined;
  /** The claims of CR 1.5, as `path:line relation reference`. */
  readonly planted: readonly string[];
  readonly statements: readonly Statement[];
  readonly coverage: Coverage;
  /** The file that is collected. */
  readonly ndjson: string;
}

const IDS = ["CR 1.1", "CR 1.1 RE(1)", "CR 1.5", "CR 2.1", "CR 3.1", "CR 4.1", "CR 7.1", "CCSC 1"];
const RELATIONS = ["", "verifies ", "partial ", "planned "];
const NAMES = ['Valve "A"', "=Pump", "a,b;c", "Ventil ö", "x\ny", "O'Neil's <b>", "%2F"];

/** Every revision of every repository: three days of each tenth one, a day of the others. */
export function* revisions(): Iterable<Revision> {
  for (let number = 0; number < REPOSITORIES; number++) {
    const days = number % 10 === 0 ? 3 : 1;
    for (let day = 0; day < days; day++) yield revisionOf(number, day);
  }
}

function revisionOf(number: number, day: number): Revision {
  const { files, planted } = filesOf(number, day);
  const product = nameOf(number);
  const target = targetOf(number);
  const statements = statementsOf(number);
  const snapshot = snapshotOf(files, {
    product,
    components: [COMPONENT_TYPES[number % 4] ?? "EDR"],
    ...(target !== undefined && { target }),
    statements,
  });
  const revision = `${number.toString(16).padStart(8, "0")}${day}`;
  return {
    repository: `repository-${number}`,
    day: `2026-11-${20 + day}`,
    revision,
    product,
    target,
    planted,
    statements,
    coverage: coverage(snapshot),
    ndjson: [...toJsonLines(reportRows({ ...reportOf(snapshot, { base: ROOT }), revision }))].join(
      "",
    ),
  };
}

function coverage(snapshot: Snapshot): Coverage {
  const [project] = snapshot.projects;
  if (project === undefined) throw new Error("There is no project.");
  return coverageOf(snapshot, project);
}

/** Every hundredth has a name that another one has, written otherwise. */
function nameOf(number: number): string {
  if (number % 100 === 0) return number % 200 === 0 ? "Pump" : " PUMP ";
  return `${NAMES[number % NAMES.length]} ${number}`;
}

function targetOf(number: number): Target | undefined {
  const levels: readonly (SecurityLevel | undefined)[] = [1, 2, 3, 4, undefined];
  return number % 6 === 5 ? { 1: 2, 3: 1 } : levels[number % 5];
}

function statementsOf(number: number): readonly Statement[] {
  const expires = `2027-0${1 + (number % 9)}-15`;
  const about = { reason: `why ${number}`, owner: `team-${number % 3}@e.st`, expires };
  return number % 4 === 0 ? [statement("CR 2.2", "not-applicable", about)] : [];
}

/** What is claimed changes from day to day; some repositories claim nothing. */
function filesOf(number: number, day: number) {
  const planted: string[] = [];
  const lines = IDS.flatMap((id, index) => {
    if (number % 50 === 49 || (number * 7 + index * 3 + day * 5) % 4 === 0) return [];
    const relation = RELATIONS[(number + index + day) % RELATIONS.length] ?? "";
    return [`// @iec62443 ${relation}${id}: text ${number}`, `int code${index};`];
  });
  for (const [index, text] of lines.entries()) {
    const [, relation = "", id] = /^\S+ @iec62443 (?:(\w+) )?(CR 1\.5):/.exec(text) ?? [];
    if (id !== undefined) planted.push(`src/a.c:${index + 1} ${relation || "implements"} ${id}`);
  }
  return { files: { "src/a.c": lines.join("\n") }, planted };
}
