// The floor for a program of Node: threads that read every file and search its bytes for the word, and nothing else: no
// rules of what is left out, no decoding, no scanning, no result. `node test/bench/floor.mjs FOLDER [THREADS]`
import { closeSync, openSync, readdirSync, readSync } from "node:fs";
import { availableParallelism } from "node:os";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

const ENOUGH_FOLDERS = 200;
const WORD = Buffer.from("62443");
const LEFT_OUT = new Set([".git", "node_modules"]);

if (isMainThread) {
  const [folder = ".", threads = availableParallelism()] = process.argv.slice(2);
  const tasks = tasksOf(folder);
  const next = new Int32Array(new SharedArrayBuffer(4));
  const totals = await Promise.all(
    Array.from({ length: Number(threads) }, () => run({ tasks, next })),
  );
  const sum = (of) => totals.reduce((all, it) => all + it[of], 0);
  console.log(`${sum("files")} files, ${sum("bytes")} bytes, ${sum("hits")} with the word`);
} else {
  parentPort.postMessage(work(workerData));
}

function run(data) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: data });
    worker.on("message", resolve).on("error", reject);
  });
}

/** The tree cut into pieces: folders whose files alone are meant, and below them folders with all in them. */
function tasksOf(top) {
  const flat = [];
  let whole = [top];
  while (whole.length > 0 && flat.length + whole.length < ENOUGH_FOLDERS) {
    flat.push(...whole.map((path) => ({ path, depth: "files" })));
    whole = whole.flatMap((path) => entriesOf(path).folders);
  }
  return [...flat, ...whole.map((path) => ({ path, depth: "all" }))];
}

function entriesOf(path) {
  const entries = readdirSync(path, { withFileTypes: true });
  const at = (it) => `${path}/${it.name}`;
  return {
    files: entries.filter((it) => it.isFile()).map(at),
    folders: entries.filter((it) => it.isDirectory() && !LEFT_OUT.has(it.name)).map(at),
  };
}

function work({ tasks, next }) {
  const totals = { files: 0, bytes: 0, hits: 0 };
  const buffer = Buffer.allocUnsafeSlow(32 * 1024 * 1024);
  for (let at = Atomics.add(next, 0, 1); at < tasks.length; at = Atomics.add(next, 0, 1)) {
    const waiting = [tasks[at].path];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const { files, folders } = entriesOf(path);
      for (const file of files) search(file, buffer, totals);
      if (tasks[at].depth === "all") waiting.push(...folders);
    }
  }
  return totals;
}

function search(file, buffer, totals) {
  const descriptor = openSync(file);
  const length = readSync(descriptor, buffer);
  closeSync(descriptor);
  totals.files++;
  totals.bytes += length;
  if (buffer.subarray(0, length).includes(WORD)) totals.hits++;
}
