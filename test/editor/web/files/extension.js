// The sample product as a folder on no disk, in a VS Code that has no machine behind it.
const vscode = require("vscode");

exports.activate = async ({ extensionUri, subscriptions }) => {
  const answer = await fetch(extensionUri.with({ path: "/sample.json" }).toString(true));
  const files = new Files(await answer.json());
  subscriptions.push(
    vscode.workspace.registerFileSystemProvider("sample", files, { isCaseSensitive: true }),
  );
};

/** Text files by their path from the top: `/firmware/auth/login.c`. */
class Files {
  #texts;
  #changed = new vscode.EventEmitter();
  onDidChangeFile = this.#changed.event;

  constructor(texts) {
    this.#texts = new Map(Object.entries(texts));
  }

  watch() {
    return { dispose: () => {} };
  }

  stat({ path }) {
    const text = this.#texts.get(path);
    const isFolder = this.#below(path).length > 0;
    if (text === undefined && !isFolder) throw vscode.FileSystemError.FileNotFound(path);
    const type = isFolder ? vscode.FileType.Directory : vscode.FileType.File;
    return { type, ctime: 0, mtime: 0, size: text?.length ?? 0 };
  }

  readDirectory({ path }) {
    const names = new Map();
    for (const it of this.#below(path)) {
      const [name, ...more] = it.split("/");
      names.set(name, more.length > 0 ? vscode.FileType.Directory : vscode.FileType.File);
    }
    return [...names];
  }

  #below(path) {
    const start = path.endsWith("/") ? path : `${path}/`;
    return [...this.#texts.keys()]
      .filter((it) => it.startsWith(start))
      .map((it) => it.slice(start.length));
  }

  readFile({ path }) {
    const text = this.#texts.get(path);
    if (text === undefined) throw vscode.FileSystemError.FileNotFound(path);
    return new TextEncoder().encode(text);
  }

  writeFile({ path }, bytes) {
    this.#texts.set(path, new TextDecoder().decode(bytes));
  }

  createDirectory() {}

  delete({ path }) {
    this.#texts.delete(path);
  }

  rename() {
    throw vscode.FileSystemError.NoPermissions("The sample's files keep their names.");
  }
}
