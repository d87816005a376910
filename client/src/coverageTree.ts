import * as vscode from "vscode";
import { type CoverageFilter, describeFilter, isActive, NO_FILTER } from "./coverageFilter.ts";
import type { CoverageNode } from "./coverageNode.ts";
import { childrenOf, rootNodes } from "./coverageNodes.ts";
import type { CoverageSource } from "./coverageSource.ts";
import { missingBadge, viewMessage, viewState } from "./coverageStatus.ts";
import { Disposables } from "./disposables.ts";
import { tooltip, treeItem } from "./treeItems.ts";

/** The coverage view: its rows, its message, its badge, and the context keys that its menus read. */
export class CoverageTree implements vscode.TreeDataProvider<CoverageNode>, vscode.Disposable {
  readonly #owned = new Disposables();
  readonly #changed = this.#owned.add(new vscode.EventEmitter<void>());
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #source: CoverageSource;
  readonly #view: vscode.TreeView<CoverageNode>;
  #filter = NO_FILTER;
  #roots: readonly CoverageNode[] = [];

  constructor(source: CoverageSource) {
    this.#source = source;
    this.#view = this.#owned.add(
      vscode.window.createTreeView("iec62443.coverage", {
        treeDataProvider: this,
        showCollapseAll: true,
      }),
    );
    this.#owned.add(source.onDidChange(() => this.#update()));
    this.#owned.add(vscode.workspace.onDidChangeWorkspaceFolders(() => this.#update()));
    this.#update();
  }

  /** Fires when the view is opened, for those who have to do something only then. */
  get onDidChangeVisibility(): vscode.Event<vscode.TreeViewVisibilityChangeEvent> {
    return this.#view.onDidChangeVisibility;
  }

  get filter(): CoverageFilter {
    return this.#filter;
  }

  set filter(filter: CoverageFilter) {
    this.#filter = filter;
    this.#update();
  }

  /** The row that is selected, for commands that were called by key. */
  get selected(): CoverageNode | undefined {
    return this.#view.selection[0];
  }

  getTreeItem(node: CoverageNode): vscode.TreeItem {
    return treeItem(node);
  }

  resolveTreeItem(item: vscode.TreeItem, node: CoverageNode): vscode.TreeItem {
    const help = tooltip(node);
    if (help !== undefined) item.tooltip = help;
    return item;
  }

  getChildren(node?: CoverageNode): CoverageNode[] {
    return [...(node === undefined ? this.#roots : childrenOf(node))];
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #update(): void {
    const { status } = this.#source;
    const state = viewState(status, vscode.workspace.workspaceFolders?.length ?? 0);
    this.#roots = status.kind === "known" ? rootNodes(status.coverage, this.#filter) : [];
    const filter = describeFilter(this.#filter);
    this.#view.description = filter ?? "";
    this.#view.message = viewMessage(status, state, this.#roots.length, filter) ?? "";
    this.#view.badge = missingBadge(status);
    setContext("iec62443.state", state);
    setContext("iec62443.filtered", isActive(this.#filter));
    this.#changed.fire();
  }
}

function setContext(key: string, value: string | boolean): void {
  void vscode.commands.executeCommand("setContext", key, value);
}
