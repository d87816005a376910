import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { faults } from "../catalog/schemas.ts";
import { Command } from "./command.ts";

const command = new Command();
beforeAll(() => command.build());
afterAll(() => command.remove());

const RULES = `part: company
requirements:
  - { id: REQ-001, title: Keys stay in the chip, summary: A private key never leaves it. }
  - { id: REQ-002, title: Only what is needed }
`;
const FILES = {
  "iec62443.yaml": "product: Pump\nparts: [company]\ncatalogs: [rules/company.yaml]\n",
  "rules/company.yaml": RULES,
  "src/a.c": "// @iec62443 REQ-001\nint key;\n// @iec62443 verifies req 1\nint test;\n",
};

test("check understands ids of one's own, and shows what is wrong in their catalog", async () => {
  const cwd = command.folder(FILES);
  const fine = await command.run(["check"], { cwd });
  expect(fine.code).toBe(0);
  expect(fine.stdout).toContain("src/a.c:3:4");
  expect(fine.stdout).not.toContain("company.yaml");
  const broken = command.folder({
    ...FILES,
    "rules/company.yaml": `${RULES}  - { id: CR 1, title: T }\n`,
  });
  const { code, stdout } = await command.run(["check"], { cwd: broken });
  expect(code).toBe(1);
  expect(stdout).toContain("rules/company.yaml:5:11");
  expect(stdout).toContain("CR begins the ids of IEC 62443-4-2");
  expect(stdout).toContain("invalid-catalog");
});

test("check says where a catalog is not to be had, and follows no link to it", async () => {
  const cwd = command.folder({ ...FILES, "iec62443.yaml": "catalogs: [a.yaml, b.yaml]" });
  symlinkSync(join(cwd, "rules/company.yaml"), join(cwd, "b.yaml"));
  const { code, stdout } = await command.run(["check", "--format", "json"], { cwd });
  expect(code).toBe(1);
  const { findings } = JSON.parse(stdout);
  const said = findings
    .filter((it: { path: string }) => it.path === "iec62443.yaml")
    .map((it: { column: number; message: string }) => `${it.column} ${it.message}`);
  expect(said).toEqual([
    "12 catalogs: There is no file a.yaml. Write its path from this folder, or take it out.",
    "20 catalogs: b.yaml leads over a link, which is not followed. Put the file itself below this folder.",
  ]);
});

test("a project file from elsewhere has its catalogs beside it", async () => {
  const { "src/a.c": code, ...profile } = FILES;
  const cwd = command.folder({
    "profile/pump.yaml": profile["iec62443.yaml"],
    "profile/rules/company.yaml": `${RULES}  - { id: CR 1, title: T }\n`,
    "src/a.c": code,
  });
  const args = ["--project", "profile/pump.yaml", "src", "--format", "json"];
  const list = await command.run(["list", ...args], { cwd });
  expect(JSON.parse(list.stdout).annotations).toHaveLength(2);
  const check = await command.run(["check", ...args], { cwd });
  expect(JSON.parse(check.stdout).findings).toMatchObject([
    { path: join(cwd, "profile/rules/company.yaml"), code: "invalid-catalog" },
    { path: "a.c", code: "noncanonical-reference" },
  ]);
});

test("list and report count them", async () => {
  const cwd = command.folder(FILES);
  const list = await command.run(["list", "--format", "json", "--requirement", "req 1"], { cwd });
  const { annotations } = JSON.parse(list.stdout);
  expect(annotations.map((it: { reference: string }) => it.reference)).toEqual([
    "REQ-001",
    "REQ-001",
  ]);
  const report = await command.run(["report", "--format", "json"], { cwd });
  const [project] = JSON.parse(report.stdout).projects;
  expect(project).toMatchObject({ parts: ["company"], problems: 0 });
  expect(project.items.map((it: { state: string }) => it.state)).toEqual(["verified", "missing"]);
  expect((await command.run(["report"], { cwd })).stdout).toContain("Pump\ncompany, no target");
});

test("explain uses the catalogs of the current folder's project", async () => {
  const cwd = command.folder(FILES);
  const here = await command.run(["explain", "req", "1"], { cwd: join(cwd, "src") });
  expect(here.stdout).toContain("A private key never leaves it.");
  expect(here.stdout).toContain("The text is from rules/company.yaml.");
  const elsewhere = await command.run(["explain", "REQ-001"], { cwd: command.folder() });
  expect(elsewhere.code).toBe(2);
  expect(elsewhere.stderr).toContain("REQ");
  expect((await command.run(["explain", "CR 1.5"], { cwd })).code).toBe(0);
});

test.each([
  ["list", ["list"]],
  ["check", ["check"]],
  ["report", ["report"]],
  ["explain", ["explain", "REQ-001", "company", "CR 1.5"]],
])("the JSON of %s fits its schema and names no place on this machine", async (schema, args) => {
  const cwd = command.folder(FILES);
  const { stdout } = await command.run([...args, "--format", "json"], { cwd });
  expect(faults(schema, JSON.parse(stdout))).toEqual([]);
  expect(stdout).not.toContain(cwd);
});

test("explain names no place on this machine in a page either", async () => {
  const cwd = command.folder(FILES);
  const words = ["explain", "--format", "markdown", "REQ-001", "company"];
  const { stdout } = await command.run(words, { cwd });
  expect(stdout).toContain("Keys stay in the chip");
  expect(stdout).not.toMatch(/file:/);
});
