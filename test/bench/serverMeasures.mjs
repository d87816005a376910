// Measures a bundled language server as an editor meets it. Nothing here prints; who imports it does.
//
//   writeAnnotatedFolder(folder, { files, perFile })     a folder of C files; each file claims CR 1.1 to CR 1.<perFile>
//   measureStart(server, { rounds })                     spawn to `initialize` answered, beside a bare Node process
//   measureServer({ server, folder, files, perFile, rounds, nodeArguments })
//                                                        one session in such a folder
//
// Both measurements answer `{ samples, counts }`: `samples` holds lists of milliseconds by name (those of NAMES), `counts`
// whole numbers by name: how many hits, messages and bytes there were. `server` is the path of a bundle,
// `nodeArguments` go to Node before it: ["--cpu-prof"] writes a profile when the session ends.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";

/** What is measured, by the name that its samples have. */
export const NAMES = {
  start: "spawn to initialize answered",
  bareNode: "a bare Node process, spawn to exit",
  index: "initialized to all files read",
  hoverWhileIndexing: "hover in an open file while indexing",
  keystroke: "keystroke to diagnostics",
  keystrokeAfterQuiet: "keystroke to diagnostics, just after 200 ms of quiet",
  hover: "hover",
  completion: "completion",
  definition: "definition",
  references: "references",
  hoverAfterEdit: "the first hover after an edit",
  completionAfterEdit: "the first completion after an edit",
  definitionAfterEdit: "the first definition after an edit",
  coverageAfterEdit: "coverage after an edit",
  firstWithBaseline: "the first coverage with a new baseline",
  coverageWithBaseline: "coverage after an edit, with a baseline",
  checkout: "files changed on disk to all diagnostics",
  hoverWhileCheckout: "hover while changed files are read",
  hoverWhileCoverage: "hover while the coverage after that is worked out",
  coverageAfterCheckout: "coverage after changed files are read, with a baseline",
};

/** Writes `files` C files with `perFile` annotations each into a folder. */
export function writeAnnotatedFolder(folder, { files, perFile }) {
  for (let i = 0; i < files; i++) {
    const path = pathOf(folder, i);
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, textOf(perFile, "int"));
  }
}

function pathOf(folder, i) {
  return join(folder, `d${i % 100}`, `f${i}.c`);
}

function textOf(perFile, type) {
  return Array.from(
    { length: perFile },
    (_, n) => `// @iec62443 CR 1.${n + 1}\n${type} f${n}(void);\n`,
  ).join("\n");
}

/** How long a client waits for a server to begin, and how much of it is Node's. */
export async function measureStart(server, { rounds = 10 } = {}) {
  const samples = { [NAMES.start]: [], [NAMES.bareNode]: [] };
  for (let i = 0; i < rounds; i++) {
    samples[NAMES.start].push(await timed(() => startAndStop(server)));
    samples[NAMES.bareNode].push(await timed(runBareNode));
  }
  return { samples, counts: {} };
}

async function startAndStop(server) {
  const { child, connection } = start(server, []);
  await initialize(connection, null);
  child.kill();
}

async function runBareNode() {
  const child = spawn(process.execPath, ["-e", ""]);
  await new Promise((resolve) => child.once("exit", resolve));
}

/** One session in a folder that `writeAnnotatedFolder` has written: index, edits, questions, a checkout. */
export async function measureServer({
  server,
  folder,
  files,
  perFile = 10,
  rounds = 100,
  nodeArguments = [],
}) {
  const session = new MeasuredSession(server, folder, nodeArguments);
  await session.index();
  await session.keystrokes(2 * rounds);
  await session.questions(rounds);
  await session.questionsAfterEdits(rounds);
  await session.coverage(Math.ceil(rounds / 5), NAMES.coverageAfterEdit);
  await session.writeBaseline();
  await session.coverage(Math.ceil(rounds / 5), NAMES.coverageWithBaseline);
  await session.checkout(Math.ceil(files / 2), perFile);
  await session.end();
  return { samples: session.samples, counts: session.counts };
}

const FILLER = "int next(int value) { return value + 1; } /* a comment */\n".repeat(98);

class MeasuredSession {
  samples = {};
  counts = {};
  #folder;
  #child;
  #connection;
  #uri;
  #version = 1;
  /** What is told of by notifications, and who waits for it. */
  #heardOf = () => {};
  #coverageChanged = () => {};
  #published = 0;
  #lastPublished = 0;
  #toldOfCoverage = 0;
  /** When the server said that it has read all. */
  #filesRead;

  constructor(server, folder, nodeArguments) {
    this.#folder = folder;
    this.#uri = uriOf(folder, 0);
    const { child, connection } = start(server, nodeArguments);
    this.#child = child;
    this.#connection = connection;
    connection.onNotification("textDocument/publishDiagnostics", ({ uri }) => {
      this.#published++;
      this.#lastPublished = performance.now();
      this.#heardOf(uri);
    });
    connection.onNotification("iec62443/coverageDidChange", () => {
      this.#toldOfCoverage++;
      this.#coverageChanged();
    });
    connection.onNotification("window/logMessage", ({ message }) => {
      if (message.startsWith("Files read")) this.#filesRead ??= performance.now();
    });
  }

  async index() {
    await initialize(this.#connection, [{ uri: pathToFileURL(this.#folder).href, name: "w" }]);
    const begin = performance.now();
    await this.#connection.sendNotification("initialized", {});
    await this.#open();
    while (this.#filesRead === undefined) {
      await this.#time(NAMES.hoverWhileIndexing, () => this.#ask("hover"));
      await pause(5);
    }
    this.#add(NAMES.index, this.#filesRead - begin);
    await this.#quiet();
  }

  /** Each changes what one annotation claims, and so what is wrong. */
  async keystrokes(count) {
    for (let i = 0; i < count; i++) await this.#time(NAMES.keystroke, () => this.#edit());
    await this.#quiet();
  }

  async questions(count) {
    for (const method of ["hover", "completion", "definition", "references"])
      for (let i = 0; i < count; i++) await this.#time(NAMES[method], () => this.#ask(method));
    this.counts["hits of references"] = (await this.#ask("references")).length;
    this.counts["completions"] = (await this.#ask("completion")).items.length;
  }

  async questionsAfterEdits(count) {
    for (const method of ["hover", "completion", "definition"])
      for (let i = 0; i < count; i++) {
        await this.#edit();
        await this.#time(NAMES[`${method}AfterEdit`], () => this.#ask(method));
      }
    await this.#quiet();
  }

  /** As the panel does it: an edit, 200 ms of quiet, then it asks; and one types on at once. */
  async coverage(count, name) {
    for (let i = 0; i < count; i++) {
      const changed = this.#nextCoverage();
      await this.#edit();
      await changed;
      await this.#time(name, () => this.#connection.sendRequest("iec62443/coverage", null));
      const again = this.#nextCoverage();
      await this.#edit();
      await again;
      await this.#time(NAMES.keystrokeAfterQuiet, () => this.#edit());
    }
    const coverage = await this.#connection.sendRequest("iec62443/coverage", null);
    this.counts[`${name}: KiB`] = Math.round(JSON.stringify(coverage).length / 1024);
    await this.#quiet();
  }

  async writeBaseline() {
    const [{ uri: project }] = (await this.#connection.sendRequest("iec62443/coverage", null))
      .projects;
    const { uri, text } = await this.#connection.sendRequest("iec62443/baselineText", { project });
    writeFileSync(new URL(uri), text);
    const changed = this.#nextCoverage();
    await this.#tellOfFiles([uri], 1);
    await changed;
    await this.#time(NAMES.firstWithBaseline, () =>
      this.#connection.sendRequest("iec62443/coverage", null),
    );
    await this.#quiet();
  }

  /** Another version of many files comes onto the disk, as git brings it. */
  async checkout(files, perFile) {
    const paths = Array.from({ length: files }, (_, it) => pathOf(this.#folder, it + 1));
    for (const path of paths) {
      const text = readFileSync(path, "utf8").replace("CR 1.1\n", "CR 9.9\n");
      writeFileSync(path, text.replaceAll("int f", "long f"));
    }
    const [published, told] = [this.#published, this.#toldOfCoverage];
    const changed = this.#nextCoverage();
    const begin = performance.now();
    await this.#tellOfFiles(
      paths.map((it) => pathToFileURL(it).href),
      2,
    );
    do await this.#time(NAMES.hoverWhileCheckout, () => this.#ask("hover"));
    while (this.#published - published < files && performance.now() - begin < 60_000);
    this.#add(NAMES.checkout, this.#lastPublished - begin);
    await changed;
    await this.#coverageBesideHovers();
    await this.#quiet();
    this.counts["files of the checkout"] = files;
    this.counts["annotations of each"] = perFile;
    this.counts["diagnostics sent for the checkout"] = this.#published - published;
    this.counts["coverage told of for the checkout"] = this.#toldOfCoverage - told;
  }

  /** The panel asks once; somebody reads on meanwhile. */
  async #coverageBesideHovers() {
    let isAnswered = false;
    const coverage = this.#time(NAMES.coverageAfterCheckout, async () => {
      await this.#connection.sendRequest("iec62443/coverage", null);
      isAnswered = true;
    });
    while (!isAnswered) await this.#time(NAMES.hoverWhileCoverage, () => this.#ask("hover"));
    await coverage;
  }

  async end() {
    await this.#connection.sendRequest("shutdown");
    const ended = new Promise((resolve) => this.#child.once("exit", resolve));
    await this.#connection.sendNotification("exit");
    await ended;
  }

  async #open() {
    const text = `// @iec62443 CR 1.1\nint f(void);\n${FILLER}`.repeat(10);
    const textDocument = { uri: this.#uri, languageId: "c", version: 1, text };
    await this.#connection.sendNotification("textDocument/didOpen", { textDocument });
  }

  /** Sends a change and waits until it is told what is wrong now. */
  async #edit() {
    const heard = new Promise((resolve) => {
      this.#heardOf = (uri) => uri === this.#uri && resolve();
    });
    this.#version++;
    const range = { start: { line: 0, character: 16 }, end: { line: 0, character: 19 } };
    await this.#connection.sendNotification("textDocument/didChange", {
      textDocument: { uri: this.#uri, version: this.#version },
      contentChanges: [{ range, text: this.#version % 2 === 0 ? "9.9" : "1.1" }],
    });
    await heard;
  }

  /** About the second annotation of the open text: the first one changes. */
  #ask(method) {
    return this.#connection.sendRequest(`textDocument/${method}`, {
      textDocument: { uri: this.#uri },
      position: { line: 100, character: 15 },
      context: { includeDeclaration: true },
    });
  }

  async #tellOfFiles(uris, type) {
    await this.#connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: uris.map((uri) => ({ uri, type })),
    });
  }

  #nextCoverage() {
    return new Promise((resolve) => {
      this.#coverageChanged = resolve;
    });
  }

  /** Until the server has told all that it has to tell. */
  async #quiet() {
    for (let before = -1; before !== this.#published; ) {
      before = this.#published;
      await pause(400);
    }
  }

  async #time(name, action) {
    this.#add(name, await timed(action));
  }

  #add(name, milliseconds) {
    this.samples[name] ??= [];
    this.samples[name].push(milliseconds);
  }
}

function uriOf(folder, i) {
  return pathToFileURL(pathOf(folder, i)).href;
}

function start(server, nodeArguments) {
  const child = spawn(process.execPath, [...nodeArguments, server, "--stdio"]);
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  return { child, connection };
}

function initialize(connection, workspaceFolders) {
  return connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
    workspaceFolders,
  });
}

async function timed(action) {
  const begin = performance.now();
  await action();
  return performance.now() - begin;
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
