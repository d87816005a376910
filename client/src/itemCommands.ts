import * as vscode from "vscode";
import type { Entry } from "./coverageFilter.ts";
import { type CoverageNode, entryOf } from "./coverageNode.ts";
import type { CoverageSource } from "./coverageSource.ts";
import type { CoverageTree } from "./coverageTree.ts";
import { t } from "./l10n.ts";
import { markdownOf } from "./markdownCopy.ts";
import { openPlace, selectionOf } from "./places.ts";
import { editProjectFile } from "./projectEdit.ts";
import { pickEntry } from "./projectPick.ts";
import type { Server } from "./server.ts";
import {
  lastOwner,
  type MarkedStatus,
  reasonProblem,
  reasonPrompt,
  saidAlready,
} from "./statementInput.ts";

export interface ItemCommandContext {
  readonly server: Server;
  readonly source: CoverageSource;
  readonly tree: CoverageTree;
}

type Run = (node?: CoverageNode | string) => unknown;

/** What can be done with an item: called from its row, by key for the selected row, or from the palette. */
export function itemCommands(context: ItemCommandContext): Record<string, Run> {
  const { tree } = context;
  const marking =
    (status: MarkedStatus, title: () => string): Run =>
    async (node) => {
      const entry = await entryFor(context, node, title());
      if (entry !== undefined) await mark(context, entry, status);
    };
  return {
    "iec62443.insertAnnotationOf": async (node) => {
      const entry = await entryFor(context, node, t("Insert Annotation"));
      if (entry === undefined) return;
      await vscode.commands.executeCommand("iec62443.insertAnnotation", entry.item);
    },
    "iec62443.findReferences": async (node) => {
      const entry = await entryFor(context, node, t("Find References"));
      if (entry !== undefined) await showReferences(context, entry);
    },
    "iec62443.markNotApplicable": marking("not-applicable", () => t("Mark Not Applicable")),
    "iec62443.markCompensated": marking("compensating", () => t("Mark Compensated")),
    "iec62443.copyReference": async (node = tree.selected) => {
      const entry = typeof node === "string" ? undefined : node && entryOf(node);
      if (entry !== undefined) await vscode.env.clipboard.writeText(entry.item.reference);
    },
    "iec62443.copyMarkdown": async (node = tree.selected) => {
      if (node === undefined || typeof node === "string") return;
      const text = await markdownOf(node, tree.claims);
      if (text !== undefined) await vscode.env.clipboard.writeText(text);
    },
  };
}

async function entryFor(
  { source, tree }: ItemCommandContext,
  node: CoverageNode | string | undefined,
  title: string,
): Promise<Entry | undefined> {
  const row = typeof node === "string" ? undefined : (node ?? tree.selected);
  const entry = row && entryOf(row);
  if (entry !== undefined) return entry;
  const { status } = source;
  return status.kind === "known" ? pickEntry(status.coverage, title) : undefined;
}

/** All claims of the item in the editor's own list of references, at the first of them. */
async function showReferences({ tree }: ItemCommandContext, { project, item }: Entry) {
  const claims = await tree.claims.ofItem(project, item);
  const [first] = claims ?? [];
  if (claims === undefined || first === undefined) {
    void vscode.window.showInformationMessage(
      t("Nothing in the code claims {0}. Write @iec62443 {0} above what meets it.", item.reference),
    );
    return;
  }
  await vscode.commands.executeCommand(
    "editor.action.showReferences",
    vscode.Uri.parse(first.uri),
    selectionOf(first.range).start,
    claims.map(({ uri, range }) => new vscode.Location(vscode.Uri.parse(uri), selectionOf(range))),
  );
}

async function mark(context: ItemCommandContext, entry: Entry, status: MarkedStatus) {
  const { item } = entry;
  const said = saidAlready(item, status);
  if (said !== undefined) {
    await openPlace(said.uri, said.range);
    return;
  }
  const title =
    status === "compensating"
      ? t("Mark {0} Compensated", item.reference)
      : t("Mark {0} Not Applicable", item.reference);
  const reason = await vscode.window.showInputBox({
    title,
    prompt: reasonPrompt(item, status),
    placeHolder: t("An assessor reads this"),
    ignoreFocusOut: true,
    validateInput: (value) => reasonProblem(value),
  });
  if (reason === undefined) return;
  const owner = await vscode.window.showInputBox({
    title,
    prompt: t("Who answers for this? May be left empty."),
    value: ownerOf(context, entry),
    ignoreFocusOut: true,
  });
  if (owner === undefined) return;
  await editProjectFile(context.server, {
    kind: "statement",
    project: entry.project,
    part: item.part,
    reference: item.reference,
    status,
    reason: reason.trim(),
    ...(owner.trim() !== "" && { owner: owner.trim() }),
  });
}

function ownerOf({ source: { status } }: ItemCommandContext, { project }: Entry): string {
  const projects = status.kind === "known" ? status.coverage.projects : [];
  const own = projects.find(({ uri }) => uri === project);
  return (own && lastOwner(own)) ?? "";
}
