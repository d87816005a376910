import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Command } from "../cli/command.ts";
import { type ActionRun, runAction } from "./actionRunner.ts";

const command = new Command();
beforeAll(() => command.build());
afterAll(() => command.remove());

const BASELINE = "iec62443.baseline.json";
const FILES = {
  "iec62443.yaml": "product: Pump\ncomponent: [embedded-device]\ntarget: 1\n",
  "src/login.c": "// @iec62443 CR 1.1: each person has an account\nint login(void);\n",
  "src/lock.c": "// @iec62443 CR 1.11\nint lock(void);\n",
  "src/backup.c": "// @iec62443 planned CR 7.3: PUMP-7\nint backup(void);\n",
};

/** A repository in which somebody has annotated code and committed what is claimed. */
async function repository(): Promise<string> {
  const cwd = command.folder(FILES);
  await command.run(["report", "--write-baseline"], { cwd });
  const names = ["-c", "user.name=Tests", "-c", "user.email=tests@example.com"];
  for (const args of [["init"], ["add", "."], [...names, "commit", "-m", "What is claimed"]])
    execFileSync("git", args, { cwd, stdio: "ignore" });
  return cwd;
}

const COMMIT = "0123456789012345678901234567890123456789";
const PULL_REQUEST = {
  "github.event.pull_request": "{}",
  "github.event.number": "7",
  "github.event.pull_request.head.sha || github.sha": COMMIT,
  "github.event.pull_request && format('refs/pull/{0}/head', github.event.number) || github.ref":
    "refs/pull/7/head",
};

function action(
  cwd: string,
  inputs: Readonly<Record<string, string>> = {},
  { event = PULL_REQUEST, commentId = "" }: { event?: object; commentId?: string } = {},
): Promise<ActionRun> {
  return runAction({
    cwd,
    temporary: realpathSync(mkdtempSync(join(tmpdir(), "runner temp "))),
    inputs: { command: `'${process.execPath}' '${command.program}'`, ...inputs },
    github: {
      "github.action_path": "/nowhere",
      "github.server_url": "https://git.example.com",
      "github.repository": "acme/pump",
      "github.token": "secret",
      ...(event as Record<string, string>),
    },
    commentId,
  });
}

/** What one step said, and how it ended. */
function stepOf({ steps }: ActionRun, name: string) {
  const step = steps.find((it) => it.name === name);
  if (step === undefined) throw new Error(`No step ${name} was run: ${JSON.stringify(steps)}`);
  return step;
}

const codes = ({ steps }: ActionRun) => steps.map((it) => it.code);

describe("the GitHub action", () => {
  test("passes where the baseline holds, and tells the coverage in the summary", async () => {
    const run = await action(await repository(), { baseline: BASELINE });
    expect(codes(run)).toEqual([0, 0, 0, 0]);
    expect(run.summary).toMatch(/^<!-- iec62443 report -->\n## Pump: /);
    expect(run.summary).toContain("nothing has changed");
    expect(run.asked).toEqual([]);
  });

  test("fails where an annotation was removed, and says which", async () => {
    const cwd = await repository();
    writeFileSync(join(cwd, "src/lock.c"), "int lock(void);\n");
    writeFileSync(join(cwd, "src/key.c"), "\n// @iec62443 CR 1.9\nint key(void);\n");
    const run = await action(cwd, { baseline: BASELINE, sarif: "true", comment: "true" });
    expect(codes(run)).toEqual([0, 0, 0, 0, 0, 1]);
    const { output } = stepOf(run, "Check annotations");
    expect(output).toMatch(
      /^::error file=src\/lock\.c,line=1,.*title=iec62443 claim-lost::.*CR 1\.11/m,
    );
    expect(output).toContain("  lost  implements CR 1.11  src/lock.c · int lock(void);\n");
    expect(stepOf(run, "Hold the gates").output).toBe(
      "The findings or the baseline fail: see the step 'Check annotations'.\n" +
        "The coverage or the baseline fails: see the step 'Report coverage'.\n",
    );
    expect(run.summary).toContain("claim lost");
    expect(run.summary).toContain(
      `https://git.example.com/acme/pump/blob/${COMMIT}/src/backup.c#L1`,
    );
    await command.run(["report", "--write-baseline"], { cwd });
    expect(codes(await action(cwd, { baseline: BASELINE }))).toEqual([0, 0, 0, 0]);
  });

  test("sends the findings to code scanning as it takes them", async () => {
    const cwd = await repository();
    writeFileSync(join(cwd, "src/lock.c"), "// @iec62443 CR 9.9\nint lock(void);\n");
    const { asked } = await action(cwd, { sarif: "true" });
    expect(asked).toHaveLength(1);
    const [[api, path, ...options] = []] = asked;
    expect([api, path]).toEqual(["api", "repos/acme/pump/code-scanning/sarifs"]);
    expect(options).toEqual(
      expect.arrayContaining([`commit_sha=${COMMIT}`, "ref=refs/pull/7/head"]),
    );
    const sent = options.find((it) => it.startsWith("sarif=")) ?? "";
    const log = gunzipSync(Buffer.from(sent.slice("sarif=".length), "base64")).toString();
    const { runs } = JSON.parse(log) as { runs: { results: { ruleId: string }[] }[] };
    expect(runs[0]?.results[0]?.ruleId).toBe("unknown-requirement");
  });

  test("writes one comment, and changes it from then on", async () => {
    const cwd = await repository();
    const first = await action(cwd, { comment: "true" });
    const comments = "repos/acme/pump/issues/7/comments";
    expect(first.asked.map((it) => it.slice(0, 3))).toEqual([
      ["api", "--paginate", comments],
      ["api", comments, "--silent"],
    ]);
    expect(first.asked[1]).toContain(`body=${first.summary}`);
    const next = await action(cwd, { comment: "true" }, { commentId: "42" });
    expect(next.asked[1]?.slice(0, 4)).toEqual([
      "api",
      "--method",
      "PATCH",
      "repos/acme/pump/issues/comments/42",
    ]);
  });

  test("writes no comment where there is no pull request", async () => {
    const event = { ...PULL_REQUEST, "github.event.pull_request": "" };
    const run = await action(await repository(), { comment: "true" }, { event });
    expect(run.asked).toEqual([]);
  });

  test("ends at once where nothing can be judged", async () => {
    const run = await action(await repository(), { baseline: "nowhere.json" });
    expect(codes(run)).toEqual([0, 2]);
    expect(run.steps[1]?.output).toContain("error: There is no file or folder nowhere.json.");
  });

  test("holds the gates of coverage, and takes a folder with blanks for one", async () => {
    const cwd = await repository();
    mkdirSync(join(cwd, "the pump"));
    for (const [name, text] of Object.entries(FILES))
      if (!name.includes("/")) writeFileSync(join(cwd, "the pump", name), text);
    const inputs = { path: "the pump", target: "2", "min-met": "50" };
    const run = await action(cwd, inputs);
    expect(codes(run)).toEqual([0, 0, 0, 1]);
    expect(stepOf(run, "Report coverage").output).toContain("less than the 50 % of --min-met");
    const source = readFileSync(new URL("../../action.yml", import.meta.url), "utf8");
    expect(source).not.toMatch(/run: .*\$\{\{/);
  });
});
