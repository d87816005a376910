import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { faults } from "../catalog/schemas.ts";
import { Command } from "./command.ts";

const command = new Command();
beforeAll(() => command.build());
afterAll(() => command.remove());

const A = "int x;\n// @iec62443 CR 1.1\nint a;\n";
const FILES = { "iec62443.yaml": "product: Pump\n", "src/a b#1.c": A };
const TEMPLATE = "https://git.example.com/pump/blob/{revision}/{path}#L{line}";

const NOBODY = {
  GIT_AUTHOR_NAME: "Tests",
  GIT_AUTHOR_EMAIL: "tests@example.com",
  GIT_COMMITTER_NAME: "Tests",
  GIT_COMMITTER_EMAIL: "tests@example.com",
};

function git(cwd: string, ...args: readonly string[]): string {
  return execFileSync("git", ["-c", "init.defaultBranch=main", ...args], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, ...NOBODY },
    stdio: ["ignore", "pipe", "ignore"],
  }).trim();
}

/** A repository with one commit; its folder and the commit. */
function repository(files: Readonly<Record<string, string>> = FILES) {
  const cwd = command.folder(files);
  git(cwd, "init");
  git(cwd, "add", ".");
  git(cwd, "commit", "-m", "All");
  return { cwd, commit: git(cwd, "rev-parse", "HEAD") };
}

/** The links of all claims, as `report` tells them. */
async function linksIn(cwd: string, ...args: readonly string[]): Promise<readonly string[]> {
  const run = await command.run(["report", "--format", "json", ...args], { cwd });
  const result = JSON.parse(run.stdout) as {
    projects: { items: { claims: { link?: string }[] }[] }[];
  };
  expect(faults("report", result)).toEqual([]);
  const claims = result.projects.flatMap((it) => it.items.flatMap((item) => item.claims));
  return claims.map((it) => it.link ?? "none");
}

describe("a link to the code", () => {
  test("names the commit, the path from the top of the repository, and the line", async () => {
    const { cwd, commit } = repository();
    const link = `https://git.example.com/pump/blob/${commit}/src/a%20b%231.c#L2`;
    expect(await linksIn(cwd, "--permalink", TEMPLATE)).toEqual([link]);
    const inside = await linksIn(join(cwd, "src"), ".", "--permalink", TEMPLATE);
    expect(inside).toEqual([link]);
    const list = await command.run(["list", "--format", "json", "--permalink", TEMPLATE], { cwd });
    const claims = JSON.parse(list.stdout) as { annotations: { link: string }[] };
    expect(claims.annotations.map((it) => it.link)).toEqual([link]);
    expect(faults("list", claims)).toEqual([]);
  });

  test("names the revision that is given, and git is not asked", async () => {
    const cwd = command.folder(FILES);
    const args = ["--permalink", TEMPLATE, "--revision", "v1.0/rc-1"];
    expect(await linksIn(cwd, ...args)).toEqual([
      "https://git.example.com/pump/blob/v1.0%2Frc-1/src/a%20b%231.c#L2",
    ]);
    const run = await command.run(["report", "--format", "json", ...args], {
      cwd,
      env: { PATH: "" },
    });
    expect(JSON.parse(run.stdout)).toMatchObject({ revision: "v1.0/rc-1" });
  });

  test("names the commit of a shallow clone", async () => {
    const { cwd: origin, commit } = repository();
    writeFileSync(join(origin, "b.c"), "int b;\n");
    git(origin, "add", ".");
    git(origin, "commit", "-m", "More");
    const cwd = command.folder();
    git(cwd, "clone", "--depth", "1", pathToFileURL(origin).href, ".");
    expect(git(cwd, "rev-list", "--count", "HEAD")).toBe("1");
    const [link] = await linksIn(cwd, "--permalink", TEMPLATE);
    expect(link).toContain(git(cwd, "rev-parse", "HEAD"));
    expect(link).not.toContain(commit);
  });

  test("needs no git where the template names no revision", async () => {
    const cwd = command.folder(FILES);
    const template = "https://git.example.com/main/{path}";
    expect(await linksIn(cwd, "--permalink", template)).toEqual([
      "https://git.example.com/main/src/a%20b%231.c",
    ]);
  });

  test("runs no program that a repository names", async () => {
    const { cwd } = repository();
    const trap = join(cwd, "trap.sh");
    writeFileSync(trap, `#!/bin/sh\ntouch '${cwd}/sprung'\n`);
    chmodSync(trap, 0o755);
    mkdirSync(join(cwd, "hooks"));
    for (const name of ["post-index-change", "reference-transaction"]) {
      writeFileSync(join(cwd, "hooks", name), `#!/bin/sh\ntouch '${cwd}/sprung'\n`);
      chmodSync(join(cwd, "hooks", name), 0o755);
    }
    git(cwd, "config", "core.fsmonitor", trap);
    git(cwd, "config", "core.hooksPath", join(cwd, "hooks"));
    await linksIn(cwd, "--permalink", TEMPLATE);
    expect(existsSync(join(cwd, "sprung"))).toBe(false);
    // The trap works: a program that is less careful springs it.
    git(cwd, "status");
    expect(existsSync(join(cwd, "sprung"))).toBe(true);
  });

  test.each<[string, readonly string[], Readonly<Record<string, string>>, RegExp]>([
    ["there is no git", ["--permalink", TEMPLATE], { PATH: "" }, /no git here .* --revision/],
    [
      "there is no repository",
      ["--permalink", TEMPLATE],
      {},
      /git knows no commit of .*--revision/,
    ],
    ["a template has no path", ["--permalink", "https://h/{revision}"], {}, /does not say where/],
    ["a template is no address", ["--permalink", "javascript:{path}"], {}, /begin with https/],
    ["a revision is none", ["--revision", "a b"], {}, /A revision is one word/],
  ])("is refused in a sentence where %s", async (_, args, env, message) => {
    const cwd = command.folder(FILES);
    const run = await command.run(["report", ...args], { cwd, env });
    expect(run).toMatchObject({ code: 2, stdout: "", stderr: expect.stringMatching(message) });
    expect(run.stderr).toMatch(/^error: [^\n]*\n$/);
  });
});
