import { NO_FILTER, openWordFor } from "./coverageFilter.ts";
import { spokenProjects } from "./coverageNodes.ts";
import type { CoverageSource } from "./coverageSource.ts";
import type { CoverageTree } from "./coverageTree.ts";
import { pickFilter } from "./filterPick.ts";
import { pickGrouping } from "./groupPick.ts";

export interface CoverageViewContext {
  readonly source: CoverageSource;
  readonly tree: CoverageTree;
}

/** The commands that change how the coverage is looked at. */
export function coverageViewCommands({
  source,
  tree,
}: CoverageViewContext): Record<string, () => unknown> {
  return {
    "iec62443.groupBy": async () => {
      const grouping = await pickGrouping(tree.view.grouping);
      if (grouping !== undefined) tree.view = { ...tree.view, grouping };
    },
    "iec62443.filter": async () => {
      const { status } = source;
      const projects = status.kind === "known" ? spokenProjects(status.coverage) : [];
      const filter = await pickFilter(tree.view.filter, openWordFor(projects));
      if (filter !== undefined) tree.view = { ...tree.view, filter };
    },
    "iec62443.clearFilter": () => {
      tree.view = { ...tree.view, filter: NO_FILTER };
    },
    "iec62443.hideHint": () => tree.hideHint(),
  };
}
