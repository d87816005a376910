import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { faults } from "../catalog/schemas.ts";
import { Command, SAMPLE } from "./command.ts";

const command = new Command();
beforeAll(() => command.build());
afterAll(() => command.remove());

const PROJECT = 'product: Pump\ncomponent: [embedded-device]\nparts: ["4-2"]\ntarget: 1\n';

describe("exit status", () => {
  test.each<[string, readonly string[], number]>([
    ["a clean check", ["check"], 0],
    ["a report", ["report"], 0],
    ["a list", ["list"], 0],
    ["an explanation", ["explain", "CR", "1.5"], 0],
    ["help", ["--help"], 0],
    ["help for a command", ["check", "--help"], 0],
    ["the version", ["--version"], 0],
    ["a gate that holds", ["report", "--min-met", "1", "--min-verified", "0%"], 0],
    ["options of later releases", ["check", "--no-cache", "--quiet"], 0],
    ["less met than asked", ["report", "--min-met", "100"], 1],
    ["less verified than asked", ["report", "--min-verified", "99.5"], 1],
    ["no command", [], 2],
    ["an unknown command", ["chekc"], 2],
    ["an unknown option", ["check", "--formt", "json"], 2],
    ["an unknown format", ["check", "--format", "xml"], 2],
    ["a path that does not exist", ["list", "nowhere"], 2],
    ["a target that is none", ["report", "--target", "5"], 2],
    ["a component type that is none", ["report", "--component", "plc"], 2],
    ["a percentage that is none", ["report", "--min-met", "many"], 2],
    ["a level that is none", ["check", "--fail-on", "hint"], 2],
    ["an unknown requirement", ["explain", "CR 9.9"], 2],
    ["a requirement that cannot be read", ["list", "--requirement", "nothing"], 2],
    ["a folder as project file", ["report", "--project", "."], 2],
    ["a result that cannot be written", ["list", "--output", "no/such/folder.txt"], 2],
    ["lsp without --stdio", ["lsp"], 2],
  ])("of %s", async (_, args, code) => {
    const run = await command.run(args, { cwd: SAMPLE });
    expect(run.code).toBe(code);
    if (code === 2) {
      expect(run.stdout).toBe("");
      expect(run.stderr).toMatch(/^(error: |Usage: )/);
    } else if (!args.includes("--output")) expect(run.stdout).not.toBe("");
  });

  test.each<[string, string, readonly string[], number]>([
    ["an error", "// @iec62443 CR 9.9", [], 1],
    ["a warning", "// @iec62443 CR 3.11", [], 0],
    ["a warning that counts", "// @iec62443 CR 3.11", ["--fail-on", "warning"], 1],
    ["an info", "// @iec62443 SR 1.1", ["--fail-on", "warning"], 0],
    ["an info that counts", "// @iec62443 SR 1.1", ["--fail-on", "info"], 1],
    ["a hint, which never counts", "// @iec62443 cr1.5", ["--fail-on", "info"], 0],
  ])("of a check with %s", async (_, source, args, code) => {
    const run = await command.run(["check", ...args], { cwd: command.folder({ "a.c": source }) });
    expect(run.code).toBe(code);
    expect(run.stdout).toContain("a.c:1:");
  });
});

test("a fault of ours is told as one, with its trace", async () => {
  const folder = command.folder({
    "break.cjs": 'require("fs").readdirSync = () => { throw new TypeError("planted"); };',
  });
  const env = { NODE_OPTIONS: `--require ${JSON.stringify(join(folder, "break.cjs"))}` };
  const run = await command.run(["check"], { cwd: folder, env });
  expect(run.code).toBe(3);
  expect(run.stdout).toBe("");
  expect(run.stderr).toMatch(
    /^error: This is a fault of iec62443 itself\..*\nTypeError: planted\n +at /,
  );
});

test("no percentage of nothing is reached", async () => {
  const clauses = { 1: 1, 2: 1, 3: 6, 4: 1, 5: 13, 6: 9, 7: 1 };
  const ids = Object.entries(clauses).flatMap(([clause, last]) =>
    Array.from({ length: last }, (_, index) => `ZCR ${clause}.${index + 1}`),
  );
  const project = [
    "product: Pump",
    'parts: ["3-2"]',
    `statements: [{ requirement: [${ids.join(", ")}], status: not-applicable, reason: A part. }]`,
  ];
  const cwd = command.folder({ "iec62443.yaml": `${project.join("\n")}\n` });
  const run = await command.run(["report", "--min-met", "1"], { cwd });
  expect(run).toMatchObject({ code: 1, stderr: expect.stringContaining("no requirement applies") });
  expect((await command.run(["report", "--min-met", "0"], { cwd })).code).toBe(0);
});

describe("wrong use is one clear sentence", () => {
  test.each<[readonly string[], RegExp]>([
    [
      ["chekc"],
      /^error: unknown command 'chekc'\n\(Did you mean check\?\)\nSay 'iec62443 --help' .*\.\n$/,
    ],
    [
      ["check", "--format", "xml"],
      /'xml' is invalid\. Allowed choices are text, json, sarif, github, junit\.\n$/,
    ],
    [
      ["check", "no\u001b[31mwhere"],
      /^error: There is no file or folder no \[31mwhere\. Check the path\.\n$/,
    ],
    [["report", "--target", "5"], /An SL-C is a number from 1 to 4\.\n$/],
    [["explain", "foo"], /^error: "foo" names no requirement\. Write one such as CR 1\.5\.\n$/],
    [["explain", "CR 1.3-1.5"], /^error: "CR 1\.3-1\.5" is a range\. .*\n$/],
    [["list", "--requirement", ""], /^error: "" names no requirement\. .*\n$/],
    [
      ["explain", "CR 9.9"],
      /^error: IEC 62443-4-2 has no requirement CR 9\.9\. Do you mean .*\?\n$/,
    ],
    [
      ["explain", "2-2 4.1"],
      /^error: 2-2 4\.1 belongs to IEC 62443-2-2\. Requirements are known of 2-1, 2-4, 3-2, 3-3, 4-1 and 4-2 only\.\n$/,
    ],
    [
      ["list", "--output", "no/such/file"],
      /^.*error: The result was not written\. There is no folder no\/such\.\n$/s,
    ],
  ])("%j", async (args, sentence) => {
    expect((await command.run(args)).stderr).toMatch(sentence);
  });
});

describe("results", () => {
  test.each<[string, readonly string[]]>([
    ["list", ["list"]],
    ["check", ["check"]],
    ["report", ["report"]],
    ["explain", ["explain", "CR 1.1", "CR 3.11", "CCSC 1", "NDR 5.2"]],
  ])("of %s as JSON fit the schema and are the same on every run", async (schema, args) => {
    const folder = command.folder({
      "b.c": "// @iec62443 CR 9.9, CR 1.5(a): text\nint b;",
      "ä ö/a.c": "// @iec62443 verifies cr1.1re1\nint a;",
      "iec62443.yaml": PROJECT,
    });
    const [first, second] = await Promise.all(
      [1, 2].map(() => command.run([...args, "--format", "json"], { cwd: folder })),
    );
    expect(faults(schema, JSON.parse(first?.stdout ?? ""))).toEqual([]);
    expect(second?.stdout).toBe(first?.stdout);
    expect(first?.stderr).toBe("");
  });

  test("tell claims by path, line and column, from 1 and relative to the folder", async () => {
    const folder = command.folder({
      "z.c": "\n/* ä */ // @iec62443 CR 1.1 RE(1), CR 1.5(a): text\nint z;",
      "ä ö/a.c": "// @iec62443 verifies CR 1.4",
    });
    const { stdout } = await command.run(["list", folder, "--format", "json"]);
    expect(JSON.parse(stdout)).toEqual({
      schemaVersion: 1,
      annotations: [
        {
          path: "z.c",
          line: 2,
          column: 22,
          endLine: 2,
          endColumn: 34,
          relation: "implements",
          part: "4-2",
          requirement: "CR 1.1",
          enhancement: 1,
          reference: "CR 1.1 RE(1)",
          text: "text",
          subject: "int z;",
        },
        {
          path: "z.c",
          line: 2,
          column: 36,
          endLine: 2,
          endColumn: 45,
          relation: "implements",
          part: "4-2",
          requirement: "CR 1.5",
          item: "a",
          reference: "CR 1.5(a)",
          text: "text",
          subject: "int z;",
        },
        {
          path: "ä ö/a.c",
          line: 1,
          column: 23,
          endLine: 1,
          endColumn: 29,
          relation: "verifies",
          part: "4-2",
          requirement: "CR 1.4",
          reference: "CR 1.4",
        },
      ],
      skipped: [],
    });
  });

  test("of list can be those of one requirement, in any writing", async () => {
    const args = ["list", SAMPLE, "--requirement", "cr1.5", "--requirement", "CR 2.1 RE2"];
    const { stdout, stderr } = await command.run(args);
    expect(stdout.match(/CR \d\.\d+(\(\w\)| RE\(\d\))?/g)).toEqual([
      "CR 1.5(a)",
      "CR 1.5(b)",
      "CR 1.5(c)",
      "CR 1.5(d)",
      "CR 2.1 RE(2)",
    ]);
    expect(stderr).toBe("5 claims in 2 files\n");
  });

  test("of report follow the options before the project file", async () => {
    const folder = command.folder({ "iec62443.yaml": PROJECT, "a.c": "// @iec62443 CR 1.1" });
    const report = async (...args: string[]) => {
      const { stdout } = await command.run(["report", folder, "--format", "json", ...args]);
      const { product, components, target, totals } = JSON.parse(stdout).projects[0];
      return { product, components, target, met: totals.met };
    };
    const asked = { product: "Pump", components: ["embedded-device"], target: 1, met: 1 };
    expect(await report()).toEqual(asked);
    expect(await report("--target", "3")).toEqual({ ...asked, target: 3 });
    expect(await report("--component", "SAR", "--component", "network device")).toEqual({
      ...asked,
      components: ["software-application", "network-device"],
    });
  });

  test("of explain take ids as they come", async () => {
    const ids = async (...args: string[]) => {
      const { stdout } = await command.run(["explain", "--format", "json", ...args]);
      return JSON.parse(stdout).requirements.map((it: { id: string }) => it.id);
    };
    expect(await ids("CR", "1.5", "RE(1)", "edr-3.11", "CR 2.1, 2.2")).toEqual([
      "CR 1.5",
      "EDR 3.11",
      "CR 2.1",
      "CR 2.2",
    ]);
    expect(await ids("CR 1.1", "CR 1.1 RE1")).toEqual(["CR 1.1"]);
  });

  test("go to a file and nowhere else", async () => {
    const folder = command.folder({ "a.c": "// @iec62443 CR 1.5" });
    const { stdout, stderr } = await command.run(["list", "--output", "out.txt"], { cwd: folder });
    expect(stdout).toBe("");
    expect(stderr).toBe("1 claim in 1 file\n");
    expect(readFileSync(join(folder, "out.txt"), "utf8")).toBe("a.c:1:14  implements  CR 1.5\n");
  });

  test.skipIf(!existsSync("/dev/full"))("end with a sentence where no room is left", async () => {
    const folder = command.folder({ "a.c": "// @iec62443 CR 1.5" });
    const run = await command.run(["list", "--output", "/dev/full"], { cwd: folder });
    expect(run).toMatchObject({
      code: 2,
      stderr: "error: The result was not written. No room is left for /dev/full.\n",
    });
    const piped = await command.run(["list"], { cwd: folder, stdoutTo: "/dev/full" });
    expect(piped).toMatchObject({
      code: 2,
      stderr:
        "1 claim in 1 file\nerror: The result was not written. No room is left for standard output.\n",
    });
  });

  test.each(["check", "list", "report"])(
    "of %s are no commands of a build server",
    async (name) => {
      const project = 'product: "##vso[task.setvariable variable=a]b"\n';
      const files = { "iec62443.yaml": project, "::error::x.c": "// @iec62443 CR 9.9\n" };
      const cwd = command.folder(files);
      const first = await command.run(
        [name, "--write-baseline"].slice(0, name === "list" ? 1 : 2),
        {
          cwd,
        },
      );
      const args = name === "list" ? [name] : [name, "--baseline", "iec62443.baseline.json"];
      const run = await command.run(args, { cwd });
      const said = [first.stdout, first.stderr, run.stdout, run.stderr].join("\n");
      expect(said).toMatch(/::error::x|##vso/);
      expect(said).not.toMatch(/^(::|##)/m);
    },
  );

  test("end when nobody reads on", async () => {
    const source = "// @iec62443 CR 1.5: text\nint a;\n".repeat(20_000);
    const folder = command.folder({ "a.c": source });
    const run = await command.run(["list", folder], { closeAfter: 100 });
    expect(run.code).toBe(0);
    expect(run.stderr).toBe("20,000 claims in 1 file\n");
  });

  test.each<[string, Record<string, string>, boolean]>([
    ["in a pipe", {}, false],
    ["where FORCE_COLOR asks", { FORCE_COLOR: "1" }, true],
    ["where NO_COLOR forbids", { FORCE_COLOR: "1", NO_COLOR: "1" }, false],
    ["where FORCE_COLOR is 0", { FORCE_COLOR: "0" }, false],
    ["in CI", { CI: "true" }, false],
  ])("have colours or none %s", async (_, env, expected) => {
    const { stdout } = await command.run(["report", SAMPLE], { env });
    expect(stdout.includes("\u001b[")).toBe(expected);
  });
});

test("the sample product has its headline at the top of the report", async () => {
  const { stdout } = await command.run(["report", SAMPLE]);
  expect(stdout.split("\n").slice(0, 8).join("\n")).toMatchInlineSnapshot(`
    "PLC 300
    IEC 62443-4-2, target SL-C 2
    embedded-device

      Reached   SL-C 1, target 2
      Met       62 of 64      96 %  ███████████████████████░
      Verified  13 of 64      20 %  ████░░░░░░░░░░░░░░░░░░░░
      1 not applicable, left out of both counts"
  `);
});

test("lsp --stdio is the language server", async () => {
  const messages = [
    { id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } },
    { id: 2, method: "shutdown" },
    { method: "exit" },
  ].map((it) => JSON.stringify({ jsonrpc: "2.0", ...it }));
  const input = messages.map((it) => `Content-Length: ${it.length}\r\n\r\n${it}`).join("");
  const run = await command.run(["lsp", "--stdio"], { input });
  expect(run.stdout).toMatch(/^Content-Length: \d+\r\n\r\n\{"jsonrpc":"2.0","id":1,"result":\{/);
  expect(run.stdout).toContain('"hoverProvider":true');
  expect(run.code).toBe(0);
});
