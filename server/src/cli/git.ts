import { spawnSync } from "node:child_process";
import { safe } from "../core/report/terminal.ts";
import type { Refusal } from "./outcome.ts";

/** A repository may name programs in its settings: none of them is run. */
const HARMLESS = ["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"];

/** The commit that the working tree of a folder is on, or why there is none that can be named. */
export function commitOf(folder: string): string | Refusal {
  const found = git(folder, ["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]);
  if (found.kind === "no-git") return { refusal: `There is no git here to ask ${NEXT}` };
  const commit = found.output.trim();
  if (/^[0-9a-f]{40,64}$/.test(commit)) return commit;
  return { refusal: `git knows no commit of ${safe(folder)} ${NEXT}` };
}

const NEXT = "for the revision. Name it: --revision REVISION.";

type Answer = { readonly kind: "no-git" } | { readonly kind: "answered"; readonly output: string };

function git(folder: string, args: readonly string[]): Answer {
  const options = ["--no-optional-locks", ...HARMLESS, "-C", folder];
  const { error, stdout } = spawnSync("git", [...options, ...args], {
    encoding: "utf8",
    env: { ...process.env, GIT_TERMINAL_PROMPT: "0", LC_ALL: "C" },
    stdio: ["ignore", "pipe", "ignore"],
    windowsHide: true,
  });
  return error === undefined ? { kind: "answered", output: stdout } : { kind: "no-git" };
}
