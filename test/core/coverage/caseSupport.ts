import { coverageOf, ITEM_STATES, levelReached } from "../../../server/src/core/coverage.ts";
import type { Project, Statement } from "../../../server/src/core/project.ts";
import { formatReference } from "../../../server/src/core/reference.ts";
import { snapshotOf, TODAY } from "../../support/snapshotOf.ts";
import { TINY } from "./tinyCatalog.ts";

/** What is said of a product: an embedded device with the tiny catalog, where nothing else is said. */
export interface Said extends Partial<Pick<Project, "target" | "components" | "parts">> {
  /** Annotations, each above code of its own. */
  readonly lines?: readonly string[];
  readonly statements?: readonly Statement[];
  readonly today?: string;
}

/** All that the model answers, short enough to be worked out by hand. */
export interface Answer {
  /** The items that are not missing: `CR 1.1 implemented, CR 1.5 partial`. */
  readonly states: string;
  /** Met of applicable, then what there is: `1 of 6: implemented 1, missing 5`. */
  readonly totals: string;
  /** Of each FR and over all: `1:0 3:0 5:2 all:0`. */
  readonly reached: string;
  /** Met of applicable in FR 1 at SL 1 to 4: `0/2 0/3 0/3 0/3`. */
  readonly fr1?: string;
  /** What blocks the target. */
  readonly open: string;
}

export function answerTo({ lines = [], today = TODAY, ...project }: Said): Answer {
  const source = lines.map((it, index) => `// @iec62443 ${it}\nint code${index};\n`).join("");
  const told = snapshotOf({ "a.c": source }, { components: ["EDR"], ...project });
  const snapshot = { ...told, catalog: TINY, today };
  const [only] = snapshot.projects;
  if (only === undefined) throw new Error("There is a project.");
  const coverage = coverageOf(snapshot, only);
  const { items, totals, levels, blockers } = coverage;
  const fr1 = levels.find((it) => it.fr === 1)?.cells.map((it) => `${it.met}/${it.applicable}`);
  return {
    states: items
      .filter((it) => it.state !== "missing")
      .map((it) => `${formatReference(it.reference)} ${it.state}`)
      .join(", "),
    totals: `${totals.met} of ${totals.applicable}: ${countsIn(totals)}`,
    reached: [
      ...levels.map((it) => `${it.fr}:${it.reached}`),
      `all:${levelReached(coverage)}`,
    ].join(" "),
    ...(fr1 !== undefined && { fr1: fr1.join(" ") }),
    open: blockers.map(formatReference).join(", "),
  };
}

function countsIn(totals: ReturnType<typeof coverageOf>["totals"]): string {
  const [, ...states] = ITEM_STATES;
  const counts = states.map((it) => [it, totals[it]] as const);
  return [...counts, ["not applicable", totals.notApplicable] as const]
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${state} ${count}`)
    .join(", ");
}

/** The six items of an embedded device, without those named. */
export function allBut(...names: readonly string[]): string {
  const all = ["CCSC 1", "CR 1.1", "CR 1.1 RE(1)", "CR 1.5", "EDR 3.2", "CR 5.1"];
  return all.filter((it) => !names.includes(it)).join(", ");
}

/** What is answered where nothing counts that is said. */
export const NOTHING: Answer = {
  states: "",
  totals: "0 of 6: missing 6",
  reached: "1:0 3:0 5:2 all:0",
  fr1: "0/2 0/3 0/3 0/3",
  open: allBut(),
};

/** What is answered where one of the two base requirements of FR 1 is met, and nothing else. */
export function oneMet(name: "CR 1.1" | "CR 1.5", state: string): Answer {
  return {
    states: `${name} ${state}`,
    totals: `1 of 6: ${state} 1, missing 5`,
    reached: "1:0 3:0 5:2 all:0",
    fr1: "1/2 1/3 1/3 1/3",
    open: allBut(name),
  };
}

/** What is answered where one item is on its way, and nothing else is. */
export function oneOpen(name: string, state: "partial" | "planned"): Answer {
  return { ...NOTHING, states: `${name} ${state}`, totals: `0 of 6: ${state} 1, missing 5` };
}

/** What is answered where one of the two base requirements of FR 1 does not apply, and nothing else. */
export function oneOut(name: "CR 1.1" | "CR 1.5"): Answer {
  return {
    states: `${name} not-applicable`,
    totals: "0 of 5: missing 5, not applicable 1",
    reached: "1:0 3:0 5:2 all:0",
    fr1: "0/1 0/2 0/2 0/2",
    open: allBut(name),
  };
}
