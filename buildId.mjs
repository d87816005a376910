// Names what the programs were built from, so that what one build has stored is not taken for another's.
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

const FOLDERS = ["server/src", "catalog"];
const FILES = ["package-lock.json"];
const DIGITS = 16;

/** The first digits of a hash over all that the server and the command line are made of. */
export async function buildId() {
  const paths = [...(await Promise.all(FOLDERS.map(filesIn))).flat(), ...FILES].sort();
  const hash = createHash("sha256");
  for (const path of paths) hash.update(await readFile(path));
  return hash.digest("hex").slice(0, DIGITS);
}

async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((it) => it.isFile())
    .map((it) => join(it.parentPath, it.name).replaceAll("\\", "/"));
}
