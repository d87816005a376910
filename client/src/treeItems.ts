import * as vscode from "vscode";
import type { WireItem } from "../../server/src/protocol/coverage.ts";
import type { CoverageNode, ItemNode, RequirementNode } from "./coverageNode.ts";
import { entryOf } from "./coverageNode.ts";
import { claimCount } from "./itemGroups.ts";
import { t } from "./l10n.ts";
import { markdownText } from "./markdownText.ts";
import { nodeHelp } from "./nodeHelp.ts";
import { nodeText, settingIn } from "./nodeText.ts";
import { openPlaceCommand } from "./places.ts";
import { relationIcon, STATE_LOOKS, statusIcon } from "./states.ts";

/** A row of the coverage tree as VS Code draws it; the tooltip comes later, when it is asked for. */
export function treeItem(node: CoverageNode): vscode.TreeItem {
  const { label, description, accessible } = nodeText(node);
  const item = new vscode.TreeItem(label, collapsible(node));
  item.id = node.id;
  item.contextValue = contextValue(node);
  item.accessibilityInformation = { label: accessible };
  const icon = nodeIcon(node);
  if (description !== undefined) item.description = description;
  if (icon !== undefined) item.iconPath = icon;
  // The icon theme of the editor chooses the icon of a file by its name.
  if (node.kind === "file") item.resourceUri = vscode.Uri.parse(node.uri);
  const command = nodeCommand(node);
  if (command !== undefined) item.command = command;
  return item;
}

/** The tooltip of a row. Text of the workspace and of catalogs is escaped: it is never a link. */
export function tooltip(node: CoverageNode): vscode.MarkdownString | undefined {
  const help = nodeHelp(node);
  if (help === undefined) return undefined;
  const paragraphs = [`**${markdownText(help.heading)}**`, ...help.paragraphs.map(markdownText)];
  return new vscode.MarkdownString(paragraphs.join("\n\n"));
}

function collapsible(node: CoverageNode): vscode.TreeItemCollapsibleState {
  const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  switch (node.kind) {
    case "project":
      return Expanded;
    case "group":
    case "folder":
    case "file":
      return node.open ? Expanded : Collapsed;
    case "requirement":
    case "item":
      if (!hasRows(node)) return None;
      return isOpen(node) ? Expanded : Collapsed;
    case "more":
    case "range":
    case "notRead":
      return Collapsed;
    default:
      return None;
  }
}

function hasRows(node: RequirementNode | ItemNode): boolean {
  if (node.kind === "requirement" && node.requirement.enhancements.length > 0) return true;
  const entry = entryOf(node);
  if (entry === undefined) return false;
  const claims = entry.claims?.length ?? claimCount(entry.item);
  return claims + entry.item.statements.length > 0;
}

function isOpen(node: RequirementNode | ItemNode): boolean {
  if (node.openClaims) return true;
  return node.kind === "requirement" && node.open && node.requirement.enhancements.length > 0;
}

/** What the menus of package.json look at: the kind of row, and what can be done with it. */
function contextValue(node: CoverageNode): string {
  if (node.kind !== "requirement" && node.kind !== "item") return node.kind;
  const item = entryOf(node)?.item;
  if (item === undefined) return "heading";
  const marks = [
    "item",
    item.page === undefined ? undefined : "page",
    claimCount(item) === 0 ? undefined : "claimed",
  ];
  return marks.filter((it) => it !== undefined).join(" ");
}

function nodeIcon(node: CoverageNode): vscode.ThemeIcon | undefined {
  switch (node.kind) {
    case "project":
      return new vscode.ThemeIcon(node.project.problems.length > 0 ? "warning" : "package");
    case "group":
      return node.state && stateIcon(node.state);
    case "folder":
      return vscode.ThemeIcon.Folder;
    case "file":
      return vscode.ThemeIcon.File;
    case "requirement":
    case "item":
      return itemIcon(entryOf(node)?.item);
    case "statement":
      return new vscode.ThemeIcon(
        node.statement.isExpired ? "warning" : statusIcon(node.statement.status),
      );
    case "claim":
      return new vscode.ThemeIcon(relationIcon(node.claim.relation));
    case "more":
    case "range":
      return new vscode.ThemeIcon("ellipsis");
    case "hint":
      return new vscode.ThemeIcon("lightbulb");
    case "fileProblems":
    case "notRead":
    case "problem":
      return new vscode.ThemeIcon("warning");
    case "skipped":
      return new vscode.ThemeIcon("file");
  }
}

function itemIcon(item: WireItem | undefined): vscode.ThemeIcon {
  return item === undefined ? new vscode.ThemeIcon("blank") : stateIcon(item.state);
}

function stateIcon(state: WireItem["state"]): vscode.ThemeIcon {
  const { icon, color } = STATE_LOOKS[state];
  return new vscode.ThemeIcon(icon, new vscode.ThemeColor(color));
}

function nodeCommand(node: CoverageNode): vscode.Command | undefined {
  switch (node.kind) {
    case "project": {
      const [first] = node.project.problems;
      return first && openPlaceCommand(first.uri);
    }
    case "fileProblems":
      return openPlaceCommand(node.problems.uri);
    case "hint":
      return { title: t("Create Project File…"), command: "iec62443.createProjectFile" };
    case "statement":
      return openPlaceCommand(node.statement.uri, node.statement.range);
    case "claim":
      return openPlaceCommand(node.claim.uri, node.claim.range);
    case "skipped":
      return openPlaceCommand(node.file.uri);
    case "problem":
      return settingsCommand(node.sentence);
    default:
      return undefined;
  }
}

/** Shows the setting that the sentence names; nothing where it is about something else. */
function settingsCommand(sentence: string): vscode.Command | undefined {
  const setting = settingIn(sentence);
  if (setting === undefined) return undefined;
  return {
    title: t("Open Settings"),
    command: "workbench.action.openSettings",
    arguments: [`@id:${setting}`],
  };
}
