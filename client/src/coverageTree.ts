import * as vscode from "vscode";
import type { ClaimPlace } from "../../server/src/protocol/annotations.ts";
import type { CoverageResult, WireProject } from "../../server/src/protocol/coverage.ts";
import { badgeOf } from "./badge.ts";
import { ClaimStore } from "./claimStore.ts";
import { setContext } from "./contextKeys.ts";
import { describeFilter, isActive, openWordFor } from "./coverageFilter.ts";
import type { CoverageNode } from "./coverageNode.ts";
import {
  type ClaimsByProject,
  childrenOf,
  hintNodes,
  rootNodes,
  spokenProjects,
} from "./coverageNodes.ts";
import type { CoverageSource } from "./coverageSource.ts";
import { type CoverageStatus, viewMessage, viewState } from "./coverageStatus.ts";
import { type CoverageView, describeView, needsAllClaims, readView } from "./coverageView.ts";
import { isVirtual } from "./disk.ts";
import { Disposables } from "./disposables.ts";
import { claimCount } from "./itemGroups.ts";
import { pathTo } from "./nodePath.ts";
import { Rounds } from "./rounds.ts";
import type { Server } from "./server.ts";
import { tooltip, treeItem } from "./treeItems.ts";

export interface CoverageTreeContext {
  readonly server: Server;
  readonly source: CoverageSource;
  /** Of the workspace: how it was looked at last. */
  readonly memory: vscode.Memento;
}

const VIEW_ID = "iec62443.coverage";
const VIEW_KEY = "coverageView";
const HINT_KEY = "hintIsHidden";

/** The coverage view: its rows, its message, its badge, and the context keys that its menus read. */
export class CoverageTree implements vscode.TreeDataProvider<CoverageNode>, vscode.Disposable {
  readonly #owned = new Disposables();
  readonly #changed = this.#owned.add(new vscode.EventEmitter<void>());
  readonly #rounds = new Rounds();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly claims: ClaimStore;
  readonly #source: CoverageSource;
  readonly #memory: vscode.Memento;
  readonly #treeView: vscode.TreeView<CoverageNode>;
  #view: CoverageView;
  /** Of the rows that were revealed: VS Code asks for these alone. */
  readonly #parents = new WeakMap<CoverageNode, CoverageNode>();
  #roots: readonly CoverageNode[] = [];
  #claimsAreStale = false;
  #viewIsNew = true;

  constructor({ server, source, memory }: CoverageTreeContext) {
    this.#source = source;
    this.#memory = memory;
    this.#view = readView(memory.get(VIEW_KEY));
    this.claims = new ClaimStore((params) => server.ask("iec62443/claims", params));
    this.#treeView = this.#owned.add(
      vscode.window.createTreeView(VIEW_ID, { treeDataProvider: this, showCollapseAll: true }),
    );
    this.#owned.add(server.onDidChangeCoverage(() => this.#forgetClaims()));
    this.#owned.add(source.onDidChange(() => void this.#update()));
    this.#owned.add(source.onDidConfirm(() => this.#claimsAreStale && void this.#update()));
    this.#owned.add(vscode.workspace.onDidChangeWorkspaceFolders(() => void this.#update()));
    void this.#update();
  }

  /** Fires when the view is opened, for those who have to do something only then. */
  get onDidChangeVisibility(): vscode.Event<vscode.TreeViewVisibilityChangeEvent> {
    return this.#treeView.onDidChangeVisibility;
  }

  get view(): CoverageView {
    return this.#view;
  }

  set view(view: CoverageView) {
    this.#view = view;
    void this.#memory.update(VIEW_KEY, view);
    this.#rounds.drop();
    this.#viewIsNew = true;
    void this.#update();
  }

  get isVisible(): boolean {
    return this.#treeView.visible;
  }

  /** Selects the row of a claim, opening those above it; false where no row shows it. */
  async reveal(claim: ClaimPlace, { focus }: { readonly focus: boolean }): Promise<boolean> {
    const path = await pathTo(claim, this.#roots, (it) => this.getChildren(it));
    const row = path?.at(-1);
    if (path === undefined || row === undefined) return false;
    for (const [index, node] of path.slice(1).entries()) {
      this.#parents.set(node, path[index] as CoverageNode);
    }
    return this.#treeView.reveal(row, { select: true, focus }).then(
      () => true,
      // The rows were drawn anew meanwhile: the next move of the cursor finds the new ones.
      () => false,
    );
  }

  /** The row that is selected, for commands that were called by key. */
  get selected(): CoverageNode | undefined {
    return this.#treeView.visible ? this.#treeView.selection[0] : undefined;
  }

  hideHint(): void {
    void this.#memory.update(HINT_KEY, true);
    void this.#update();
  }

  getTreeItem(node: CoverageNode): vscode.TreeItem {
    return treeItem(node);
  }

  resolveTreeItem(item: vscode.TreeItem, node: CoverageNode): vscode.TreeItem {
    const help = tooltip(node);
    if (help !== undefined) item.tooltip = help;
    return item;
  }

  async getChildren(node?: CoverageNode): Promise<CoverageNode[]> {
    if (node === undefined) return [...this.#roots];
    return [...(await childrenOf(node, ({ project, item }) => this.claims.ofItem(project, item)))];
  }

  getParent(node: CoverageNode): CoverageNode | undefined {
    return this.#parents.get(node);
  }

  dispose(): void {
    this.#owned.dispose();
  }

  /** A tree that shows no claims need not be drawn anew because claims moved. */
  #forgetClaims(): void {
    this.#claimsAreStale ||= this.claims.isUsed;
    this.claims.forget();
  }

  async #update(): Promise<void> {
    const isToBeShown = this.#rounds.begin();
    const { status } = this.#source;
    const claims = await this.#claimsFor(status);
    if (isToBeShown()) this.#draw(status, claims);
  }

  /** The claims of all projects where the view needs them; this may take a moment. */
  async #claimsFor(status: CoverageStatus): Promise<ClaimsByProject> {
    if (status.kind !== "known" || !needsAllClaims(this.#view)) return new Map();
    const uris = spokenProjects(status.coverage).map(({ uri }) => uri);
    const answers = Promise.all(
      uris.map(async (it) => [it, await this.claims.ofProject(it)] as const),
    );
    // Who chose the view waits for it; what comes later comes by itself.
    if (this.#viewIsNew) {
      void vscode.window.withProgress({ location: { viewId: VIEW_ID } }, () => answers);
    }
    const told = await answers;
    return new Map(told.flatMap(([uri, claims]) => (claims === undefined ? [] : [[uri, claims]])));
  }

  #draw(status: CoverageStatus, claims: ClaimsByProject): void {
    this.#claimsAreStale = false;
    this.#viewIsNew = false;
    const coverage = status.kind === "known" ? status.coverage : undefined;
    const isBare = isVirtual() && coverage !== undefined && spokenProjects(coverage).length === 0;
    // The welcome text says why such folders are not read; a row that says so as well would hide it.
    const rows = coverage === undefined || isBare ? [] : rootNodes(coverage, this.#view, claims);
    this.#roots = coverage === undefined ? [] : [...rows, ...this.#hints(coverage)];
    this.#drawHead(status, rows.length);
    this.#changed.fire();
  }

  #hints(coverage: CoverageResult): readonly CoverageNode[] {
    const isHidden = isActive(this.#view.filter) || this.#memory.get(HINT_KEY) === true;
    // Where none can be created it is no use to say so.
    return isHidden || isVirtual() ? [] : hintNodes(coverage);
  }

  #drawHead(status: CoverageStatus, rows: number): void {
    const { filter } = this.#view;
    const state = viewState(status, vscode.workspace.workspaceFolders?.length ?? 0);
    const openWord = openWordFor(status.kind === "known" ? spokenProjects(status.coverage) : []);
    this.#treeView.description = describeView(this.#view, openWord);
    this.#treeView.message =
      viewMessage(status, state, rows, describeFilter(filter, openWord)) ?? "";
    this.#treeView.badge = badgeOf(status);
    void setContext("iec62443.state", state);
    void setContext("iec62443.filtered", isActive(filter));
    const projects = status.kind === "known" ? status.coverage.projects : [];
    void setContext(
      "iec62443.hasProjectFile",
      projects.some(({ file }) => file !== undefined),
    );
    void setContext("iec62443.hasAnnotations", projects.some(hasClaims));
  }
}

function hasClaims({ items }: WireProject): boolean {
  return items.some((it) => claimCount(it) > 0);
}
