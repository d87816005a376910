import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { faults } from "../catalog/schemas.ts";
import { Command, SAMPLE } from "./command.ts";

const command = new Command();
beforeAll(() => command.build());
afterAll(() => command.remove());

const FILE = "iec62443.baseline.json";
const PROJECT = "product: Pump\ncomponent: [embedded-device]\ntarget: 1\n";
const A = "// @iec62443 CR 1.1\nint a;\n";
const FILES = { "iec62443.yaml": PROJECT, "a.c": A, "b.c": "// @iec62443 CR 1.3\nint b;\n" };

/** A product with its baseline. */
async function product(files: Readonly<Record<string, string>> = FILES): Promise<string> {
  const cwd = command.folder(files);
  const run = await command.run(["report", "--write-baseline"], { cwd });
  expect(run).toMatchObject({ code: 0, stderr: expect.stringContaining("Wrote the baseline of") });
  return cwd;
}

function compared(cwd: string, ...args: readonly string[]) {
  return command.run(["report", "--baseline", FILE, ...args], { cwd });
}

describe("a baseline", () => {
  test("is written beside the project file, fits its schema, and is the same each time", async () => {
    const cwd = await product();
    const text = readFileSync(join(cwd, FILE), "utf8");
    expect(faults("baseline", JSON.parse(text))).toEqual([]);
    await command.run(["check", "--write-baseline"], { cwd });
    expect(readFileSync(join(cwd, FILE), "utf8")).toBe(text);
  });

  test("is written where --baseline says", async () => {
    const cwd = command.folder(FILES);
    const run = await command.run(["report", "--baseline", "other.json", "--write-baseline"], {
      cwd,
    });
    expect(run).toMatchObject({ code: 0, stderr: "Wrote the baseline of Pump: other.json\n" });
    expect(existsSync(join(cwd, "other.json"))).toBe(true);
    expect(existsSync(join(cwd, FILE))).toBe(false);
  });

  test("of the sample product holds", async () => {
    const file = join(command.folder(), FILE);
    await command.run(["report", SAMPLE, "--baseline", file, "--write-baseline"]);
    const run = await command.run(["report", SAMPLE, "--baseline", file]);
    expect(run.code).toBe(0);
    expect(run.stderr).toBe(`PLC 300: nothing has changed since ${file} was written.\n`);
  });

  test("that is not held fails the gate, and the difference is told", async () => {
    const cwd = await product();
    writeFileSync(join(cwd, "a.c"), "int a;\n");
    mkdirSync(join(cwd, "src"));
    writeFileSync(join(cwd, "src/b.c"), `\n${FILES["b.c"]}// @iec62443 planned CR 1.4\nint c;\n`);
    writeFileSync(join(cwd, "b.c"), "int b;\n");
    const difference = [
      `Pump, since ${FILE} was written: 1 claim lost, 1 state fell, 1 state rose, 1 claim moved, 1 claim new.`,
      "  lost  implements CR 1.1  a.c · int a;",
      "  fell  CR 1.1  implemented → missing",
      "  rose  CR 1.4  missing → planned",
      "  moved  implements CR 1.3  b.c → src/b.c:2 · int b;",
      "  new  planned CR 1.4  src/b.c:4 · int c;",
      "Bring back what is lost or fell, mend what is new, or accept it: --write-baseline writes it anew.",
      "",
    ].join("\n");
    expect(await compared(cwd)).toMatchObject({ code: 1, stderr: difference });
    expect(await compared(cwd, "--quiet", "--format", "json")).toMatchObject({
      code: 1,
      stderr: difference,
    });
    const check = await command.run(["check", "--baseline", FILE], { cwd });
    expect(check).toMatchObject({ code: 1, stderr: difference });
    await command.run(["report", "--write-baseline"], { cwd });
    expect((await compared(cwd)).code).toBe(0);
  });

  test("holds where claims have moved and come", async () => {
    const cwd = await product();
    writeFileSync(join(cwd, "c.c"), `${A}// @iec62443 CR 1.4\nint c;\n`);
    writeFileSync(join(cwd, "a.c"), "int a;\n");
    const run = await compared(cwd);
    expect(run.code).toBe(0);
    expect(run.stderr).toContain("  moved  implements CR 1.1  a.c → c.c:1 · int a;\n");
    expect((await compared(cwd, "--quiet")).stderr).toBe("");
  });

  test("fails the gate for a new finding, and not for one that it knows", async () => {
    const wrong = "// @iec62443 CR 9.9\nint w;\n";
    const cwd = await product({ ...FILES, "w.c": wrong });
    expect((await compared(cwd)).code).toBe(0);
    writeFileSync(join(cwd, "a.c"), `${A}${wrong}`);
    const run = await compared(cwd, "--format", "json");
    expect(run).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("  new  error unknown-requirement  a.c:3 · "),
    });
    const result = JSON.parse(run.stdout) as { difference: { changes: readonly object[] } };
    expect(faults("report", result)).toEqual([]);
    expect(result.difference).toMatchObject({ product: "Pump", baseline: FILE, isWorse: true });
    expect(result.difference.changes[0]).toMatchObject({
      kind: "finding-new",
      path: "a.c",
      line: 3,
    });
    const check = await command.run(["check", "--baseline", FILE, "--format", "json"], { cwd });
    expect(faults("check", JSON.parse(check.stdout))).toEqual([]);
  });

  test("is one of each product of a repository", async () => {
    const both = {
      "plc/iec62443.yaml": PROJECT,
      "hmi/iec62443.yaml": PROJECT.replace("Pump", "HMI"),
    };
    const cwd = await product({ ...both, "plc/a.c": A, "hmi/a.c": A });
    writeFileSync(join(cwd, "hmi/a.c"), "int a;\n");
    const gate = async (file: string) =>
      (await command.run(["report", "--baseline", file], { cwd })).code;
    expect(await gate(`plc/${FILE}`)).toBe(0);
    expect(await gate(`hmi/${FILE}`)).toBe(1);
    writeFileSync(join(cwd, FILE), readFileSync(join(cwd, "plc", FILE)));
    expect(await gate(FILE)).toBe(2);
  });

  test.each<[string, string, readonly string[], RegExp]>([
    ["is no JSON", "nonsense", [], /is no JSON object, so nothing is compared/],
    ["is of another version", '{"schemaVersion": 2}', [], /is not of schemaVersion 1/],
    [
      "is merged with conflicts",
      "{\n<<<<<<< HEAD\n=======\n>>>>>>> other\n}",
      [],
      /holds the marks of a merge conflict, so nothing is compared/,
    ],
    [
      "is not there",
      "",
      ["--baseline", "nowhere.json"],
      /There is no file or folder nowhere\.json/,
    ],
    ["is a folder", "", ["--baseline", "."], /is a folder: --baseline wants a file/],
    ["cannot be written", "", ["--baseline", "no/b.json", "--write-baseline"], /was not written/],
    ["is one of a single file", "", ["a.c", "--write-baseline"], /one of a whole product/],
  ])("that %s is said in a sentence", async (_, text, args, message) => {
    const cwd = command.folder({ ...FILES, [FILE]: text });
    const run = await compared(cwd, ...args);
    expect(run).toMatchObject({ code: 2, stdout: "", stderr: expect.stringMatching(message) });
    expect(run.stderr).toMatch(/^error: /);
  });
});
