import * as vscode from "vscode";
import { Disposables } from "./disposables.ts";
import { t } from "./l10n.ts";
import { counted } from "./nouns.ts";

const SOURCE = "iec62443";
const SETTING = "iec62443.fileDecorations";

/** VS Code takes no more files at once; of a longer list it looks at some alone. */
const MOST_AT_ONCE = 250;

/**
 * Marks files that have findings of ours, so that they are told from files with other problems. The
 * colour and the count of problems are VS Code's own: a second colour would only contradict it.
 */
export class FileDecorations implements vscode.FileDecorationProvider, vscode.Disposable {
  readonly #owned = new Disposables();
  readonly #changed = this.#owned.add(new vscode.EventEmitter<vscode.Uri[]>());
  readonly onDidChangeFileDecorations = this.#changed.event;
  readonly #counts = new Map<string, number>();
  #isOn = isOn();

  constructor() {
    this.#owned.add(vscode.window.registerFileDecorationProvider(this));
    this.#owned.add(vscode.languages.onDidChangeDiagnostics(({ uris }) => this.#count(uris)));
    this.#owned.add(
      vscode.workspace.onDidChangeConfiguration((it) => {
        if (it.affectsConfiguration(SETTING)) this.#turn();
      }),
    );
    this.#count(vscode.languages.getDiagnostics().map(([uri]) => uri));
  }

  provideFileDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
    const count = this.#isOn ? this.#counts.get(String(uri)) : undefined;
    if (count === undefined) return undefined;
    return new vscode.FileDecoration("§", t("{0} of IEC 62443", counted(count, "finding")));
  }

  dispose(): void {
    this.#owned.dispose();
  }

  /** Only files whose number is another one are drawn anew. */
  #count(uris: readonly vscode.Uri[]): void {
    const changed = uris.filter((uri) => {
      const key = String(uri);
      const count = findingsIn(uri);
      if ((this.#counts.get(key) ?? 0) === count) return false;
      if (count === 0) this.#counts.delete(key);
      else this.#counts.set(key, count);
      return true;
    });
    if (this.#isOn) this.#draw(changed);
  }

  #turn(): void {
    this.#isOn = isOn();
    this.#draw([...this.#counts.keys()].map((it) => vscode.Uri.parse(it)));
  }

  #draw(uris: readonly vscode.Uri[]): void {
    for (let at = 0; at < uris.length; at += MOST_AT_ONCE) {
      this.#changed.fire(uris.slice(at, at + MOST_AT_ONCE));
    }
  }
}

function isOn(): boolean {
  return vscode.workspace.getConfiguration().get<boolean>(SETTING, true);
}

/** Errors and warnings; hints and remarks are no reason to open a file. */
function findingsIn(uri: vscode.Uri): number {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(
      ({ source, severity }) => source === SOURCE && severity <= vscode.DiagnosticSeverity.Warning,
    ).length;
}
