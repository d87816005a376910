// The annotated kernel source below a cache folder, and what must be found of it.
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../support/command.mjs";
import { PLANTED } from "./kinds.mjs";
import { planOf } from "./plan.mjs";
import { linesOf, plant } from "./plant.mjs";
import { copyOf, plainTree } from "./source.mjs";

/** Goes up with every change of what is planted, and where. */
const VERSION = 1;

/**
 * Plants the annotations, unless those of this seed stand there already: programs that read the tree at the
 * same time are not disturbed. Answers the tree and what to expect.
 */
export async function annotatedKernel(cache, seed) {
  const tree = join(cache, "linux-annotated");
  const stamp = join(cache, "linux-annotated.json");
  const made = { version: VERSION, seed };
  const before = existsSync(tree) ? standing(stamp, made) : undefined;
  if (before !== undefined) return { tree, expected: before };

  rmSync(stamp, { force: true });
  await copyOf(await plainTree(cache), tree);
  const plan = planOf(await readPaths(tree), (path) => linesOf(tree, path), seed);
  const expected = plant(tree, plan);
  writeFileSync(stamp, JSON.stringify({ made, expected }));
  const { claims, findings } = expected;
  console.error(
    `Planted ${PLANTED} annotations in ${plan.size} files: ${claims.length} claims, ${findings.length} findings.`,
  );
  return { tree, expected };
}

/** What a corpus made before holds, if it was made in the same way. */
export function standing(stamp, made) {
  if (!existsSync(stamp)) return undefined;
  const before = JSON.parse(readFileSync(stamp, "utf8"));
  return JSON.stringify(before.made) === JSON.stringify(made) ? before.expected : undefined;
}

/** Every file that git would not ignore. Debian's own .gitignore at the top ignores all, so it is left aside. */
async function readPaths(folder) {
  const tops = (await run("ls", [folder])).output.trim().split("\n");
  const args = ["--files", "--no-require-git", "--no-ignore-parent", ...tops];
  const { code, output } = await run("rg", args, { cwd: folder });
  if (code !== 0)
    throw new Error(`rg --files ended with code ${code}. Is ripgrep installed?\n${output}`);
  return output.trim().split("\n").sort();
}
