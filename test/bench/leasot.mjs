// leasot, the npm tool that finds comments by their tags: where it is, and what it found of what was planted.
import { cpSync, existsSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { npm } from "../support/command.mjs";

const PINNED = fileURLToPath(new URL("peers", import.meta.url));

/** Installs it as pinned below a cache folder, unless it is there. Throws a sentence when that fails. */
export async function leasotIn(cache) {
  const folder = join(cache, "peers");
  const itself = join(folder, "node_modules/leasot");
  if (!existsSync(join(folder, "node_modules/.package-lock.json"))) {
    cpSync(PINNED, folder, { recursive: true });
    const { code, output } = await npm(["ci", "--no-audit", "--no-fund"], { cwd: folder });
    if (code !== 0) throw new Error(`npm ci for leasot ended with code ${code}.\n${output}`);
  }
  const { isExtensionSupported } = await import(pathToFileURL(join(itself, "dist/index.js")).href);
  return {
    program: join(itself, "dist/cli/leasot.js"),
    explain: (output, words) => explained(output, words, isExtensionSupported),
  };
}

/** What it was told to find, and the reason for each line that it has missed or found besides. */
function explained(output, words, isSupported) {
  const found = new Set(
    JSON.parse(output)
      .filter((it) => it.tag === "IEC62443")
      .map((it) => `${it.file}:${it.line}`),
  );
  const reasons = new Counted();
  const known = new Set();
  for (const word of words) {
    const place = `${word.path}:${word.line}`;
    known.add(place);
    if (word.what === "annotation" && !found.has(place)) reasons.add(whyMissed(word, isSupported));
    if (word.what !== "annotation" && found.has(place)) reasons.add(`found besides: ${word.what}`);
  }
  for (const it of found) if (!known.has(it)) reasons.add("found besides: by a symbolic link");
  return { count: found.size, reasons: reasons.all };
}

function whyMissed({ path, shape }, isSupported) {
  if (!isSupported(extname(path))) return "missed: in a file type that it does not know";
  return shape === "behind code" ? "missed: behind code on the same line" : UNEXPLAINED;
}

/** A difference that nobody can tell the reason of: the run fails by it. */
export const UNEXPLAINED = "for no known reason";

/** How often each of some sentences was added. */
class Counted {
  #counts = new Map();

  add(it) {
    this.#counts.set(it, (this.#counts.get(it) ?? 0) + 1);
  }

  get all() {
    return [...this.#counts];
  }
}
