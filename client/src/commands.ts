import * as vscode from "vscode";
import type { WireClaim } from "../../server/src/protocol/coverage.ts";
import { type CoverageNode, itemOf } from "./coverageNode.ts";
import type { CoveragePanel } from "./coveragePanel.ts";
import type { CoverageSource } from "./coverageSource.ts";
import type { CoverageTree } from "./coverageTree.ts";
import { coverageViewCommands } from "./coverageViewCommands.ts";
import type { Machine, Ours } from "./diagnosticsReport.ts";
import { Disposables } from "./disposables.ts";
import { editorCommands } from "./editorCommands.ts";
import { revealInCoverage } from "./followEditor.ts";
import { itemCommands } from "./itemCommands.ts";
import { t } from "./l10n.ts";
import { writeBaseline } from "./panelBaseline.ts";
import { openPlace } from "./places.ts";
import { projectCommands } from "./projectCommands.ts";
import { complain } from "./projectEdit.ts";
import type { RequirementPages } from "./requirementPages.ts";
import { pickRequirement } from "./requirementPick.ts";
import type { Server } from "./server.ts";
import { runCheck } from "./tasks.ts";
import { openWalkthrough } from "./walkthrough.ts";

export interface CommandContext {
  readonly server: Server;
  readonly source: CoverageSource;
  readonly tree: CoverageTree;
  readonly panel: CoveragePanel;
  readonly pages: RequirementPages;
  readonly log: vscode.LogOutputChannel;
  readonly extension: Ours;
  /** The file of the command line; nothing where no program can be run. */
  readonly commandLine: string | undefined;
  readonly machine: Machine;
}

/** Every command of package.json, by its id there. */
export function registerCommands(context: CommandContext): vscode.Disposable {
  const owned = new Disposables();
  const commands = {
    ...viewCommands(context),
    ...rowCommands(context),
    ...coverageViewCommands(context),
    ...itemCommands(context),
    ...projectCommands(context),
    ...editorCommands(context),
    ...startCommands(context),
  };
  for (const [id, run] of Object.entries(commands)) {
    owned.add(vscode.commands.registerCommand(id, run));
  }
  return owned;
}

type Run = (node?: CoverageNode | string, range?: WireClaim["range"]) => unknown;

function viewCommands(context: CommandContext): Record<string, Run> {
  const { server, source, panel, pages, log } = context;
  return {
    "iec62443.revealInCoverage": () => revealInCoverage(context),
    "iec62443.showCoverage": () => vscode.commands.executeCommand("iec62443.coverage.focus"),
    "iec62443.showPanel": () => panel.show(),
    "iec62443.refresh": () => server.reindex(),
    "iec62443.showRequirement": async () => {
      await server.start();
      const requirements = await server.ask("iec62443/requirements", null);
      if (requirements === undefined || requirements.length === 0) {
        complain(t("The language server does not answer. Run “IEC 62443: Restart Server”."));
        return;
      }
      const page = await pickRequirement(requirements);
      if (page !== undefined) await pages.open(page);
    },
    "iec62443.writeBaseline": (project) => writeBaseline({ server, source }, project),
    "iec62443.restartServer": () => server.restart(),
    "iec62443.showLog": () => log.show(),
  };
}

/** What a person begins with, and what they run when they are done. */
function startCommands({ extension, commandLine }: CommandContext): Record<string, Run> {
  return {
    "iec62443.openWalkthrough": () => openWalkthrough(`${extension.id}#iec62443.start`),
    "iec62443.runCheck": () => runCheck(commandLine),
  };
}

/**
 * These are called from a row's menu, which names the row, or by key for the selected row; a hover
 * names a page.
 */
function rowCommands({ tree, pages }: CommandContext): Record<string, Run> {
  return {
    "iec62443.openPage": async (node = tree.selected) => {
      const page = typeof node === "string" ? node : node && itemOf(node)?.page;
      if (page !== undefined) await pages.open(page);
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
