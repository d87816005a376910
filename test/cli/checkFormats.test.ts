import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHECK_FORMATS, type CheckFormat } from "../../server/src/cli/checkFormats.ts";
import { readJunit } from "../support/junit.ts";
import { codeScanningFaults, onlyRun } from "../support/sarif.ts";
import { readWorkflowCommand } from "../support/workflowCommand.ts";
import { Command, SAMPLE } from "./command.ts";

const command = new Command();
beforeAll(() => command.build());
afterAll(() => command.remove());

const FORMATS = Object.keys(CHECK_FORMATS) as readonly CheckFormat[];
const FROM_TOP = ["sarif", "github", "junit"] as const;
const WRONG = "// @iec62443 CR 9.9\nint a;\n";

/** The files that a result names, whatever its format. */
function pathsIn(format: (typeof FROM_TOP)[number], text: string): readonly string[] {
  if (format === "junit") {
    const failed = readJunit(text).filter((it) => it.kind === "failure");
    return failed.map((it) => it.name.replace(/: [^:]*$/, ""));
  }
  if (format === "github") {
    const lines = text.split("\n").map((it) => readWorkflowCommand(it)?.properties["file"]);
    return lines.filter((it) => it !== undefined);
  }
  const places = (onlyRun(text).results ?? []).map((it) => it.locations?.[0]?.physicalLocation);
  return places.map((it) => decodeURIComponent(it?.artifactLocation?.uri ?? ""));
}

async function check(format: string, cwd: string, ...args: readonly string[]) {
  return command.run(["check", "--format", format, ...args], { cwd });
}

describe.each(FORMATS)("--format %s", (format) => {
  test.each<[string, string, readonly string[], number]>([
    ["nothing wrong", "// @iec62443 CR 1.5", [], 0],
    ["an error", WRONG, [], 1],
    ["a warning that does not count", "// @iec62443 CR 3.11", [], 0],
    ["a warning that counts", "// @iec62443 CR 3.11", ["--fail-on", "warning"], 1],
    ["wrong use", WRONG, ["--fail-on", "hint"], 2],
  ])("leaves the exit status as it is: %s", async (_, source, args, code) => {
    const run = await check(format, command.folder({ "a.c": source }), ...args);
    expect(run.code).toBe(code);
    expect(run.stdout === "").toBe(code === 2);
  });

  test("is the same on two runs, in whatever order folders are listed, and in a file", async () => {
    const files = { "b/x.c": WRONG, "a.c": WRONG, "b/a.c": `${WRONG}${WRONG}`, "c.inc": WRONG };
    const cwd = command.folder({
      ...files,
      "reverse.cjs":
        "const fs = require('fs'), list = fs.readdirSync; fs.readdirSync = (...of) => list(...of).reverse();",
    });
    const first = await check(format, cwd, "--no-cache");
    const env = { NODE_OPTIONS: `--require ${JSON.stringify(join(cwd, "reverse.cjs"))}` };
    const again = await command.run(["check", "--format", format, "--no-cache"], { cwd, env });
    expect(again).toEqual(first);
    const target = join(command.folder(), "out");
    const written = await check(format, cwd, "--output", target);
    expect(written).toMatchObject({ code: 1, stdout: "" });
    expect(readFileSync(target, "utf8")).toBe(first.stdout);
  });
});

describe.each(FROM_TOP)("--format %s", (format) => {
  test("names files from the root of the repository, also of a folder or file in it", async () => {
    const cwd = command.folder({ "plc/src/a.c": WRONG, "plc/b.c": WRONG });
    mkdirSync(join(cwd, ".git"));
    const paths = async (from: string, ...args: readonly string[]) =>
      pathsIn(format, (await check(format, join(cwd, from), ...args)).stdout);
    const both = ["plc/b.c", "plc/src/a.c"];
    expect(await paths(".")).toEqual(both);
    expect(await paths(".", "plc")).toEqual(both);
    expect(await paths("plc")).toEqual(both);
    expect(await paths("plc/src", "a.c")).toEqual(["plc/src/a.c"]);
  });

  test("names files from the folder itself where there is no repository", async () => {
    const cwd = command.folder({ "plc/src/a.c": WRONG });
    expect(pathsIn(format, (await check(format, cwd, "plc")).stdout)).toEqual(["src/a.c"]);
  });

  test.skipIf(process.platform === "win32")("tells of files with names of any kind", async () => {
    const names = [
      "a\nb.c",
      "\"quoted\" 'so'.c",
      "100%25.c",
      "\u001b[31mred.c",
      "::error::x.c",
      "a,b:c.c",
      "=1+1.c",
      "überprüfung 日本語.c",
    ];
    const cwd = command.folder(Object.fromEntries(names.map((it) => [it, WRONG])));
    const named = Buffer.concat([
      Buffer.from(`${cwd}/caf`),
      Buffer.from([0xe9]),
      Buffer.from(".c"),
    ]);
    writeFileSync(named, WRONG);
    const { code, stdout } = await check(format, cwd);
    expect(code).toBe(1);
    expect(stdout.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
    const shown = {
      sarif: (name: string) => name,
      github: (name: string) => name.replace("\u001b", " ").replace(/^=/, "./="),
      junit: (name: string) => name.replace("\u001b", "").replace("\n", " "),
    }[format];
    expect([...pathsIn(format, stdout)].sort()).toEqual(names.map(shown).sort());
    if (format !== "github") expect(stdout).toContain("its name is not valid UTF-8");
  });

  test("tells that all is well with the sample product", async () => {
    const { code, stdout, stderr } = await check(format, SAMPLE);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(pathsIn(format, stdout)).toEqual([]);
  });

  test("tells what is worse than in the baseline, beside what is wrong", async () => {
    const project =
      "product: Pump\ncomponent: [embedded-device]\nrules: { missing-foundation: off }\n";
    const files = { "plc/iec62443.yaml": project, "plc/a.c": "// @iec62443 CR 1.1\nint a;\n" };
    const cwd = command.folder(files);
    mkdirSync(join(cwd, ".git"));
    const baseline = ["plc", "--baseline", "plc/base.json"];
    await check("text", cwd, ...baseline, "--write-baseline");
    const held = await check(format, cwd, ...baseline);
    expect(held.code).toBe(0);
    expect(pathsIn(format, held.stdout)).toEqual([]);
    writeFileSync(join(cwd, "plc/a.c"), WRONG);
    const run = await check(format, cwd, ...baseline);
    expect(run.code).toBe(1);
    expect([...pathsIn(format, run.stdout)].sort()).toEqual([
      "plc/a.c", // lost
      ...(format === "github" ? ["plc/a.c"] : []), // new, which is wrong, too
      "plc/a.c", // wrong
      "plc/base.json", // fell
    ]);
    for (const kind of ["claim-lost", "state-fell", "unknown-requirement"])
      expect(run.stdout).toContain(kind);
    expect(run.stdout.includes("title=iec62443 finding-new")).toBe(format === "github");
  });

  test("names the project file for what is nowhere where the baseline is from elsewhere", async () => {
    const base = join(command.folder(), "base.json");
    const files = { "plc/iec62443.yaml": "product: Pump\n", "plc/a.c": "// @iec62443 CR 1.1\n" };
    const cwd = command.folder(files);
    mkdirSync(join(cwd, ".git"));
    await check("text", cwd, "plc", "--baseline", base, "--write-baseline");
    writeFileSync(join(cwd, "plc/a.c"), "int a;\n");
    const run = await check(format, cwd, "plc", "--baseline", base);
    const paths = pathsIn(format, run.stdout);
    expect(new Set(paths)).toEqual(new Set(["plc/a.c", "plc/iec62443.yaml"]));
    expect(run.stdout).not.toContain(base);
  });
});

test("a SARIF log of a folder in a repository is a category of its own", async () => {
  const cwd = command.folder({ "plc 300/a.c": WRONG });
  mkdirSync(join(cwd, ".git"));
  const run = onlyRun((await check("sarif", cwd, "plc 300")).stdout);
  expect(codeScanningFaults(run)).toEqual([]);
  expect(run.automationDetails?.id).toBe("iec62443/plc%20300/");
  expect(run.results?.[0]?.fixes?.length).toBeGreaterThan(0);
});

test("a SARIF log has no path of this machine in it", async () => {
  const cwd = command.folder({ "a.c": WRONG });
  expect((await check("sarif", cwd)).stdout).not.toContain(cwd);
});

test("of 12,000 findings SARIF holds the loudest, the other formats all", async () => {
  const quiet = Array.from({ length: 6000 }, (_, i) => `// @iec62443 cr1.5\nint a${i};\n`);
  const loud = Array.from({ length: 6000 }, (_, i) => `// @iec62443 CR 9.9\nint b${i};\n`);
  const cwd = command.folder({ "a.c": quiet.join(""), "b.c": loud.join("") });
  const run = onlyRun((await check("sarif", cwd)).stdout);
  expect(run.results).toHaveLength(5000);
  expect(new Set(run.results?.map((it) => it.ruleId))).toEqual(new Set(["unknown-requirement"]));
  const notes = run.invocations?.[0]?.toolExecutionNotifications ?? [];
  expect(notes[0]?.message.text).toMatch(/^7,000 results left out: the 5,000 loudest /);
  const github = (await check("github", cwd)).stdout.trimEnd().split("\n");
  expect(github).toHaveLength(6001);
  expect(github.at(-1)).toMatch(/^6,000 errors, 0 warnings, 0 notices\. 6,000 hints left out: /);
  const cases = readJunit((await check("junit", cwd)).stdout);
  expect(cases.filter((it) => it.kind === "failure")).toHaveLength(6000);
  expect(cases.filter((it) => it.kind === "system-out")).toHaveLength(6000);
});
