import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { nodeFiles } from "../../server/src/workspace/fileSystem.ts";
import { uriOfPath } from "../../server/src/workspace/uris.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { CLAIM, workspaceOf } from "../support/workspaceOf.ts";

const pattern = fc
  .record({
    not: fc.constantFrom("", "", "!"),
    anchor: fc.constantFrom("", "", "/"),
    names: fc.array(
      fc.constantFrom("a", "b", "ab", "*", "a*", "?", "[ab]", "[!a]", "**", "*.c", "x.c", "a\\*"),
      { minLength: 1, maxLength: 3 },
    ),
    end: fc.constantFrom("", "", "/"),
  })
  .map(({ not, anchor, names, end }) => `${not}${anchor}${names.join("/")}${end}`);
const patterns = fc.array(pattern, { minLength: 1, maxLength: 4 }).map((it) => it.join("\n"));
const folder = fc.array(fc.constantFrom("a", "b", "ab", "d"), { maxLength: 3 });
const path = fc
  .tuple(folder, fc.constantFrom("a.c", "x.c", "b.h"))
  .map(([names, file]) => [...names, file].join("/"));
const tree = fc.record({
  files: fc.uniqueArray(path, { minLength: 3, maxLength: 12 }),
  ignores: fc.array(fc.tuple(folder, patterns), { maxLength: 3 }),
  exclude: patterns,
});

function git(root: string, ...options: readonly string[]): string {
  return execFileSync("git", options, { cwd: root, encoding: "utf8" });
}

/** The sources that git would add, whatever the person who runs the test has configured. */
function filesThatGitSees(root: string): readonly string[] {
  const nothing = join(root, ".git", "nothing");
  const options = ["ls-files", "--others", "--exclude-standard"];
  const listed = git(root, "-c", `core.excludesFile=${nothing}`, ...options);
  return listed.split("\n").filter((it) => /\.[ch]$/.test(it));
}

function hasGit(): boolean {
  try {
    execFileSync("git", ["--version"]);
    return true;
  } catch {
    return false;
  }
}

test.runIf(hasGit())("reads the files that git does not ignore, and no others", async () => {
  await fc.assert(
    fc.asyncProperty(tree, async ({ files, ignores, exclude }) => {
      const root = temporaryFolder(Object.fromEntries(files.map((it) => [it, CLAIM])));
      for (const [names, text] of ignores) {
        const file = join(root, ...names, ".gitignore");
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
      git(root, "init", "--quiet");
      writeFileSync(join(root, ".git", "info", "exclude"), exclude);
      const workspace = workspaceOf(nodeFiles(), [root]);
      await workspace.load();
      // Where git ignores everything, we do not follow it.
      fc.pre(workspace.problems.length === 0);
      const found = workspace.snapshot.index.uris.map((it) =>
        decodeURIComponent(it).slice(uriOfPath(root).length + 1),
      );
      expect([...found].sort()).toEqual([...filesThatGitSees(root)].sort());
    }),
    { numRuns: 300 },
  );
});
