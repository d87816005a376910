// Keeps node_modules in step with package-lock.json. Plain Node: it works before anything is installed.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { npm } from "./command.mjs";

/** Runs `npm ci` where node_modules is missing or differs from package-lock.json; a sentence when that fails. */
export async function install(root) {
  const difference = await differenceFromLock(root);
  if (difference === undefined) return undefined;

  console.error(`Installing: ${difference}`);
  const { code } = await npm(["ci", "--no-audit", "--no-fund"], { cwd: root, echo: true });
  if (code === 0) return undefined;
  return `npm ci ended with code ${code}: look above for the reason. Without a network it needs a filled npm cache.`;
}

/** Why the installed packages do not fit the lock file; nothing when they do. */
export async function differenceFromLock(root) {
  const installed = await packages(join(root, "node_modules", ".package-lock.json"));
  if (installed === undefined) return "node_modules is not complete";

  const wanted = (await packages(join(root, "package-lock.json"))) ?? {};
  for (const [path, { version, optional, devOptional }] of Object.entries(wanted)) {
    const found = installed[path];
    if (path === "" || (found === undefined && (optional || devOptional))) continue;
    if (found?.version !== version) return `${path} should be ${version}`;
  }
  return undefined;
}

/** npm writes the file inside node_modules last, so it also tells that an install came to its end. */
async function packages(lockFile) {
  try {
    return JSON.parse(await readFile(lockFile, "utf8")).packages;
  } catch {
    return undefined;
  }
}
