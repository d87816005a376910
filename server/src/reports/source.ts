import type { Difference } from "../core/report/difference.ts";
import type { LinkTo } from "../core/report/permalink.ts";
import type { Screen } from "../core/report/terminal.ts";
import type { Snapshot } from "../core/snapshot.ts";

/** What a report is made of. */
export interface ReportSource {
  readonly snapshot: Snapshot;
  /** What paths are relative to, by uri. */
  readonly base: string;
  /** The root of the repository that they stand in, by uri; `base` where there is none. */
  readonly top: string;
  /** Which revision of the code it tells of, where that is known. */
  readonly revision?: string;
  readonly linkTo?: LinkTo;
  /** What is otherwise than in the baseline, where that was asked for. */
  readonly difference?: Difference;
  /** Where a text is read. */
  readonly screen: Screen;
}
