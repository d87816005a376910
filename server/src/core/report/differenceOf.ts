import type { Changes, StateChange } from "../baseline/changes.ts";
import type { FindingChanges, FindingNow } from "../baseline/findings.ts";
import type { BaselineClaim } from "../baseline.ts";
import type { ChangeKind, Difference, DifferenceChange } from "./difference.ts";
import { CHANGE_KINDS } from "./difference.ts";
import { safe } from "./terminal.ts";

/** What was compared with what. */
export interface Compared {
  readonly product: string;
  /** The file of the baseline as people know it. */
  readonly baseline: string;
  /** The project's folder as in the result, with a slash; empty where the result's paths begin in it. */
  readonly folder: string;
}

/** What has changed in a product since its baseline, what is worse first. */
export function differenceOf(
  compared: Compared,
  changes: readonly Changes[],
  findings: FindingChanges,
): Difference {
  const { product, baseline, folder } = compared;
  const all = [...changes.flatMap(changesOfItem), ...changesOfFindings(findings)];
  const sorted = CHANGE_KINDS.flatMap((kind) => all.filter((it) => it.kind === kind));
  return {
    product,
    baseline,
    isWorse: all.some((it) => it.isWorse),
    changes: sorted.map((it) => (it.path === undefined ? it : { ...it, path: folder + it.path })),
  };
}

function changesOfItem({ states, lost, moved, gained }: Changes): readonly DifferenceChange[] {
  return [
    ...lost.map((it) => change("claim-lost", it.reference, claimLine(it, it.path), it.path)),
    ...states.map((it) => change(KIND_OF[it.direction], it.reference, stateLine(it))),
    ...moved.map(({ claim, site, from }) =>
      changeAt("claim-moved", claim, lineOf(site), `${from} → ${claim.path}`),
    ),
    ...gained.map(({ claim, site }) => changeAt("claim-new", claim, lineOf(site), claim.path)),
  ];
}

const KIND_OF = {
  worse: "state-fell",
  better: "state-rose",
  other: "state-changed",
} as const satisfies Readonly<Record<StateChange["direction"], ChangeKind>>;

function changesOfFindings({ appeared, gone }: FindingChanges): readonly DifferenceChange[] {
  return [
    ...appeared.map(findingLine),
    ...gone.map((it) =>
      change("finding-gone", it.about, safe(`${it.code}  ${it.path} · ${it.about}`), it.path),
    ),
  ];
}

function findingLine({ known: { code, path, about }, finding }: FindingNow): DifferenceChange {
  const line = finding.range.start.line + 1;
  const text = safe(`${finding.level} ${code}  ${path}:${line} · ${finding.message}`);
  return { ...change("finding-new", about, text, path), line };
}

function change(kind: ChangeKind, about: string, text: string, path?: string): DifferenceChange {
  const isWorse = WORSE.has(kind);
  return { kind, isWorse, about: safe(about), text, ...(path !== undefined && { path }) };
}

const WORSE: ReadonlySet<ChangeKind> = new Set(["claim-lost", "state-fell", "finding-new"]);

function changeAt(kind: ChangeKind, claim: BaselineClaim, line: number, place: string) {
  const text = claimLine(claim, `${place}:${line}`);
  return { ...change(kind, claim.reference, text, claim.path), line };
}

function lineOf({ claim }: { readonly claim: { readonly range: { start: { line: number } } } }) {
  return claim.range.start.line + 1;
}

function stateLine({ reference, from, to }: StateChange): string {
  return `${safe(reference)}  ${from ?? "not asked for"} → ${to ?? "not asked for"}`;
}

/** A baseline may say anything: nothing of it begins a line of its own. */
function claimLine({ reference, relation, subject }: BaselineClaim, place: string): string {
  return safe(`${relation} ${reference}  ${place}${subject === undefined ? "" : ` · ${subject}`}`);
}
