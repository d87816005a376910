// What is measured side by side on one tree: our programs, and what one would use in their place.
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { claimsOf, difference } from "../kernel/checks.mjs";
import { indexed } from "../kernel/languageServer.mjs";
import { measured } from "../kernel/measured.mjs";
import { ROOT } from "../support/root.mjs";
import { leasotIn, UNEXPLAINED } from "./leasot.mjs";

const WORD = "@iec62443";
const FLOOR = fileURLToPath(new URL("floor.mjs", import.meta.url));
export const BASE = `rg -c -F ${WORD}`;

/**
 * The tools for a corpus. `run` measures once; `explain` says how many were found, and why that is not what was
 * planted; `every` is how many rounds there are for one run of it: the slow ones would take most of the time.
 */
export async function toolsFor({ tree, expected, inRepository }, cache) {
  const leasot = await leasotIn(cache);
  const seen = inRepository ? (it) => it.what !== "binary" && !LEFT_OUT.has(it.what) : () => true;
  return [
    searcher("rg", ["-c", "-F", WORD, "."], BASE, { tree, expected, seen }),
    searcher("grep", ["-rFc", WORD, "."], `grep -rFc ${WORD}`, {
      tree,
      expected,
      seen: () => true,
    }),
    program("threads that only read and search (the floor)", [FLOOR, "."], tree),
    ...ours(tree, expected),
    {
      ...program(`leasot --tags iec62443`, [leasot.program, ...LEASOT], tree),
      every: 3,
      explain: ({ output }) => leasot.explain(output, expected.words),
    },
  ];
}

const LEFT_OUT = new Set(["installed package", "ignored by git"]);
const LEASOT = [
  ...["--tags", "iec62443", "--skip-unsupported", "--exit-nicely", "--reporter", "json"],
  ...["--ignore", "**/node_modules/**", "**"],
];

function program(name, args, cwd) {
  const run = () => measured(process.execPath, args, { cwd });
  return { name, every: 1, run };
}

/** A search for lines: exactly those with the word, in the files that it reads. */
function searcher(command, args, name, { tree, expected, seen }) {
  const lines = expected.words.filter(seen);
  return {
    name,
    every: 1,
    run: () => measured(command, args, { cwd: tree, env: { LC_ALL: "C" } }),
    explain: ({ output }) => {
      const count = output
        .trim()
        .split("\n")
        .reduce((sum, it) => sum + Number(it.slice(it.lastIndexOf(":") + 1)), 0);
      const others = counts(lines.map((it) => it.what).filter((it) => it !== "annotation"));
      const reasons = others.map(([what, times]) => [`counts lines besides: ${what}`, times]);
      const unexplained = Math.abs(count - lines.length);
      return { count, reasons: [...reasons, ...(unexplained ? [[UNEXPLAINED, unexplained]] : [])] };
    },
  };
}

function counts(words) {
  const times = new Map();
  for (const it of words) times.set(it, (times.get(it) ?? 0) + 1);
  return [...times];
}

function ours(tree, expected) {
  const cli = join(ROOT, "dist/cli.cjs");
  const list = [cli, "list", "--format", "json", tree];
  const check = [cli, "check", "--format", "json", "--no-cache", tree];
  const cache = new CacheFolder();
  const explain = ({ output }) => exactly(expected.claims, JSON.parse(output));
  const withCache = (program, folder) => (folder === undefined ? NO_CACHE : program(folder));
  const listIn = (folder) => measured(process.execPath, list, { env: { XDG_CACHE_HOME: folder } });
  const serve = (folder) =>
    indexed(join(ROOT, "dist/server.cjs"), tree, { XDG_CACHE_HOME: folder });
  const tool = (name, run, more) => ({ name, every: 1, run, ...more });
  return [
    { ...program("iec62443 list, without a cache", [...list, "--no-cache"]), explain },
    tool("iec62443 list, writing the cache", () => listIn(cache.renewed()), { explain }),
    tool("iec62443 list, with the cache", () => withCache(listIn, cache.written()), { explain }),
    program("iec62443 check, without a cache", check),
    tool("language server until indexed, without a cache", () => serve(cache.renewed())),
    tool("language server until indexed, with the cache", () => withCache(serve, cache.written())),
  ];
}

const NO_CACHE = { missing: "the run before it has written no cache" };

function exactly(claims, list) {
  const { missing, surplus } = difference(claims, claimsOf(list));
  const wrong = missing.length + surplus.length;
  const count = claims.length - missing.length + surplus.length;
  return { count, reasons: wrong === 0 ? [] : [[UNEXPLAINED, wrong]] };
}

/** A folder for the cache of our programs that nobody else uses. */
class CacheFolder {
  #folder = mkdtempSync(join(tmpdir(), "bench-cache-"));

  constructor() {
    process.once("exit", () => rmSync(this.#folder, { recursive: true, force: true }));
  }

  renewed() {
    rmSync(this.#folder, { recursive: true, force: true });
    return this.#folder;
  }

  /** Where the run before has written a cache; nothing when it has not: a warm start would be a cold one. */
  written() {
    if (!existsSync(this.#folder)) return undefined;
    const files = readdirSync(this.#folder, { recursive: true, withFileTypes: true });
    return files.some((it) => it.isFile()) ? this.#folder : undefined;
  }
}
