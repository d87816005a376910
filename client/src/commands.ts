import * as vscode from "vscode";
import type { WireClaim, WireItem } from "../../server/src/protocol/coverage.ts";
import { NO_FILTER } from "./coverageFilter.ts";
import type { CoverageNode } from "./coverageNode.ts";
import type { CoveragePanel } from "./coveragePanel.ts";
import type { CoverageSource } from "./coverageSource.ts";
import type { CoverageTree } from "./coverageTree.ts";
import { Disposables } from "./disposables.ts";
import { pickFilter } from "./filterPick.ts";
import { openPlace } from "./places.ts";
import type { RequirementPages } from "./requirementPages.ts";
import { pickRequirement } from "./requirementPick.ts";
import type { Server } from "./server.ts";

export interface CommandContext {
  readonly server: Server;
  readonly source: CoverageSource;
  readonly tree: CoverageTree;
  readonly panel: CoveragePanel;
  readonly pages: RequirementPages;
  readonly log: vscode.LogOutputChannel;
}

/** Every command of package.json, by its id there. */
export function registerCommands(context: CommandContext): vscode.Disposable {
  const owned = new Disposables();
  for (const [id, run] of Object.entries({ ...viewCommands(context), ...rowCommands(context) })) {
    owned.add(vscode.commands.registerCommand(id, run));
  }
  return owned;
}

type Run = (node?: CoverageNode | string, range?: WireClaim["range"]) => unknown;

function viewCommands({
  server,
  source,
  tree,
  panel,
  pages,
  log,
}: CommandContext): Record<string, Run> {
  return {
    "iec62443.showCoverage": () => vscode.commands.executeCommand("iec62443.coverage.focus"),
    "iec62443.showPanel": () => panel.show(),
    "iec62443.refresh": () => server.reindex(),
    "iec62443.filter": async () => {
      tree.filter = (await pickFilter(tree.filter)) ?? tree.filter;
    },
    "iec62443.clearFilter": () => {
      tree.filter = NO_FILTER;
    },
    "iec62443.showRequirement": async () => {
      const { status } = source;
      const page = status.kind === "known" ? await pickRequirement(status.coverage) : undefined;
      if (page !== undefined) await pages.open(page);
    },
    "iec62443.restartServer": () => server.restart(),
    "iec62443.showLog": () => log.show(),
  };
}

/**
 * These are called from a row's menu, which names the row, or by key for the selected row; a hover
 * names a page.
 */
function rowCommands({ tree, pages }: CommandContext): Record<string, Run> {
  return {
    "iec62443.openPage": async (node = tree.selected) => {
      const page = typeof node === "string" ? node : itemOf(node)?.page;
      if (page !== undefined) await pages.open(page);
    },
    "iec62443.copyReference": async (node = tree.selected) => {
      const reference = itemOf(node)?.reference;
      if (reference !== undefined) await vscode.env.clipboard.writeText(reference);
    },
    "iec62443.goToClaim": async (node = tree.selected) => {
      if (typeof node !== "string" && node?.kind === "claim")
        await openPlace(node.claim.uri, node.claim.range);
    },
    // The server's quick fixes name a uri and a range.
    "iec62443.openPlace": async (uri, range) => {
      if (typeof uri === "string" && range !== undefined) await openPlace(uri, range);
    },
  };
}

function itemOf(node: CoverageNode | string | undefined): WireItem | undefined {
  if (typeof node === "string") return undefined;
  switch (node?.kind) {
    case "requirement":
      return node.requirement.base?.item;
    case "enhancement":
      return node.entry.item;
    case "claim":
      return node.item;
    default:
      return undefined;
  }
}
