// Gets the kernel's source from Debian's package linux-source-6.1.
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { run } from "../support/command.mjs";

const PACKAGE = "linux-source-6.1";
const INSTALLED = `/usr/src/${PACKAGE}.tar.xz`;

/** The plain tree below a cache folder, extracted if it is not there. Throws a sentence when that fails. */
export async function plainTree(cache) {
  const tree = join(cache, "linux");
  const lock = `${tree}.lock`;
  mkdirSync(cache, { recursive: true });
  await taken(lock);
  try {
    if (!existsSync(tree)) await extract(await tarball(cache), tree);
  } finally {
    rmdirSync(lock);
  }
  return tree;
}

/** Two runs at once must not extract into one folder. */
async function taken(lock) {
  for (;;) {
    try {
      mkdirSync(lock);
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      console.error(`Waiting for ${lock}; remove it if no other run is at work.`);
      await new Promise((resolve) => setTimeout(resolve, 5000));
    }
  }
}

async function tarball(cache) {
  if (existsSync(INSTALLED)) return INSTALLED;
  const folder = join(cache, "package");
  const unpacked = join(folder, INSTALLED);
  if (existsSync(unpacked)) return unpacked;
  mkdirSync(folder, { recursive: true });
  await must("apt-get", ["download", PACKAGE], folder);
  const deb = readdirSync(folder).find((it) => it.endsWith(".deb"));
  await must("dpkg-deb", ["-x", deb, "."], folder);
  return unpacked;
}

async function extract(archive, tree) {
  console.error(`Extracting ${archive}`);
  const part = `${tree}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true });
  await must("tar", ["-xJf", archive, "-C", part, "--strip-components=1"], part);
  renameSync(part, tree);
}

/** A copy of a tree that shares its files until they are replaced. */
export async function copyOf(tree, copy) {
  rmSync(copy, { recursive: true, force: true });
  await must("cp", ["-al", tree, copy], undefined);
}

async function must(command, args, cwd) {
  const { code, output } = await run(command, args, { cwd });
  if (code !== 0) throw new Error(`${command} ended with code ${code}.\n${output.trim()}`);
}
