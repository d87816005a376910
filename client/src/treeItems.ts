import * as vscode from "vscode";
import type { WireItem } from "../../server/src/protocol/coverage.ts";
import type { CoverageNode } from "./coverageNode.ts";
import { markdownText } from "./markdownText.ts";
import { nodeHelp, nodeText, settingIn } from "./nodeText.ts";
import { openPlaceCommand } from "./places.ts";
import { relationIcon, STATE_LOOKS } from "./states.ts";

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
      return node.open ? Expanded : Collapsed;
    case "requirement": {
      const { base, enhancements } = node.requirement;
      if ((base?.claims.length ?? 0) + enhancements.length === 0) return None;
      const open = node.openClaims || (node.open && enhancements.length > 0);
      return open ? Expanded : Collapsed;
    }
    case "enhancement":
      if (node.entry.claims.length === 0) return None;
      return node.openClaims ? Expanded : Collapsed;
    case "more":
    case "range":
    case "notRead":
      return Collapsed;
    case "claim":
    case "problem":
    case "skipped":
      return None;
  }
}

/** What the menus of package.json look at: a row with a page, with a place, or neither. */
function contextValue(node: CoverageNode): string {
  switch (node.kind) {
    case "requirement":
      return node.requirement.base?.item.page === undefined ? "item" : "item.page";
    case "enhancement":
      return node.entry.item.page === undefined ? "item" : "item.page";
    default:
      return node.kind;
  }
}

function nodeIcon(node: CoverageNode): vscode.ThemeIcon | undefined {
  switch (node.kind) {
    case "project":
      return new vscode.ThemeIcon("package");
    case "group":
      return undefined;
    case "requirement":
      return itemIcon(node.requirement.base?.item);
    case "enhancement":
      return itemIcon(node.entry.item);
    case "claim":
      return new vscode.ThemeIcon(relationIcon(node.claim.relation));
    case "more":
    case "range":
      return new vscode.ThemeIcon("ellipsis");
    case "notRead":
    case "problem":
      return new vscode.ThemeIcon("warning");
    case "skipped":
      return new vscode.ThemeIcon("file");
  }
}

function itemIcon(item: WireItem | undefined): vscode.ThemeIcon {
  if (item === undefined) return new vscode.ThemeIcon("blank");
  const { icon, color } = STATE_LOOKS[item.state];
  return new vscode.ThemeIcon(icon, new vscode.ThemeColor(color));
}

function nodeCommand(node: CoverageNode): vscode.Command | undefined {
  switch (node.kind) {
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
    title: "Open Settings",
    command: "workbench.action.openSettings",
    arguments: [`@id:${setting}`],
  };
}
