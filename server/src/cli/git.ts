import { spawnSync } from "node:child_process";
import { safe } from "../core/report/terminal.ts";
import type { Refusal } from "./outcome.ts";

/** A repository may name programs in its settings: none of them is run. */
const HARMLESS = [
  "--no-optional-locks",
  "-c",
  "core.fsmonitor=false",
  "-c",
  "core.hooksPath=/dev/null",
];

const NEXT = "Name the revision: --revision REVISION.";

/** The commit that the working tree of a folder is on, or why there is none that can be named. */
export function commitOf(folder: string): string | Refusal {
  const args = ["-C", folder, "rev-parse", "--verify", "HEAD^{commit}"];
  const { error, stdout, stderr } = spawnSync("git", [...HARMLESS, ...args], {
    encoding: "utf8",
    env: { ...process.env, GIT_TERMINAL_PROMPT: "0", LC_ALL: "C" },
    stdio: ["ignore", "pipe", "pipe"],
    windowsHide: true,
  });
  if (error !== undefined)
    return { refusal: `There is no git here that knows the commit. ${NEXT}` };
  const commit = stdout.trim();
  if (/^[0-9a-f]{40,64}$/.test(commit)) return commit;
  const [why = ""] = stderr.split("\n");
  return { refusal: `git knows no commit of ${safe(folder)} (${safe(why)}). ${NEXT}` };
}
