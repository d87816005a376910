import type { LinkTo } from "./permalink.ts";

/** What is otherwise than in a baseline, as every format tells it. */
export interface Difference {
  readonly product: string;
  /** The baseline, as the command line named it. */
  readonly baseline: string;
  /** Whether the gate fails: one of the changes is for the worse. */
  readonly isWorse: boolean;
  /** What is worse first. */
  readonly changes: readonly DifferenceChange[];
}

/** Of which kinds a change is; the first three are for the worse. */
export const CHANGE_KINDS = [
  "claim-lost",
  "state-fell",
  "finding-new",
  "state-rose",
  "state-changed",
  "finding-gone",
  "claim-moved",
  "claim-new",
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One change. */
export interface DifferenceChange {
  readonly kind: ChangeKind;
  readonly isWorse: boolean;
  /** The requirement, canonical, or what a finding is about. */
  readonly about: string;
  /** What has changed, in one line without the kind: `implements CR 1.1  a.c · int a;`. */
  readonly text: string;
  /** Where it stands now, or, of what is lost, where it stood; relative as in the result. */
  readonly path?: string;
  /** From 1; absent of what stands nowhere any more. */
  readonly line?: number;
  /** Where people can look at it, in a browser. */
  readonly link?: string;
}

/** The difference with links to what stands in the code. */
export function linked(difference: Difference, linkTo: LinkTo | undefined): Difference {
  if (linkTo === undefined) return difference;
  const changes = difference.changes.map((it) =>
    it.path === undefined || it.line === undefined ? it : { ...it, link: linkTo(it.path, it.line) },
  );
  return { ...difference, changes };
}
