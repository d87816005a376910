import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { parseByteSize } from "../../server/src/core/byteSize.ts";
import { hasExpired } from "../../server/src/core/project.ts";
import { RULES } from "../../server/src/core/rules/all.ts";
import { projectOf } from "../../server/src/core/snapshot.ts";
import { faults, read } from "../catalog/schemas.ts";
import { coverage, item } from "../core/coverageSupport.ts";
import { MemoryFiles } from "../support/memoryFiles.ts";
import { blocksOf, codesIn, readPage, tablesOf } from "../support/page.mjs";
import { projectFileOf } from "../support/projectFileOf.ts";
import { at, CLAIM, filesWithClaims, workspaceOf } from "../support/workspaceOf.ts";

const page = readPage("docs/project-file.md");
const blocks = blocksOf(page);
const examples = blocks.filter((it) => it.language === "yaml");

/** The rows of every table with these columns. */
function rowsOf(...columns: readonly string[]): (readonly string[])[] {
  const found = tablesOf(page).filter((it) => it.columns.join() === columns.join());
  expect(found, columns.join()).not.toEqual([]);
  return found.flatMap((it) => it.rows).map((it) => [...it]);
}

const codeIn = (cell: string | undefined) => codesIn(cell ?? "")[0] ?? "";

type Schema = {
  properties?: Record<string, Schema>;
  anyOf?: Schema[];
  items?: Schema;
  $ref?: string;
};

const schema = read("project") as Schema & { definitions: Record<string, Schema> };

/** The keys that a schema has at any depth, as far as they have names: `scan.exclude`. */
function keysOf(of: Schema, path: string): readonly string[] {
  const { $ref, anyOf = [], items, properties = {} } = of;
  const inner = [schema.definitions[$ref?.split("/").at(-1) ?? ""], items, ...anyOf];
  return [
    ...inner.flatMap((it) => (it === undefined ? [] : keysOf(it, path))),
    ...Object.entries(properties).flatMap(([key, value]) => {
      const own = path === "" ? key : `${path}.${key}`;
      // The codes of rules have a table of their own.
      return own === "rules" ? [own] : [own, ...keysOf(value, own)];
    }),
  ];
}

describe("the keys", () => {
  test("are all of those that the schema has, and each has a section", () => {
    const told = rowsOf("key", "holds", "without it").map(([key]) => codeIn(key));
    expect(told.sort()).toEqual([...new Set(keysOf(schema, ""))].sort());
    const headings = [...page.matchAll(/^##+ (.+)$/gm)].map(([, it]) => it);
    const own = told.map((it) => it.split(".").at(-1)).filter((it) => it !== "$schema");
    expect(headings).toEqual(expect.arrayContaining(own));
  });

  test("of rules are all that there are, with their levels", () => {
    const told = rowsOf("code", "level without it").map((row) => row.map(codeIn));
    expect(told).toEqual(RULES.map((it) => [it.code, it.level]));
  });
});

describe("the examples", () => {
  test("use every key", () => {
    const used = new Set(examples.flatMap(({ text }) => keysIn(parse(text), "")));
    const told = rowsOf("key", "holds", "without it").map(([key]) => codeIn(key));
    expect(told.filter((it) => it !== "$schema" && !used.has(it))).toEqual([]);
  });

  test.each(examples)("are right as they stand: $heading", ({ text }) => {
    expect(projectFileOf(text).problems).toEqual([]);
    expect(faults("project", parse(text))).toEqual([]);
  });
});

function keysIn(value: unknown, path: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((it) => keysIn(it, path));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const own = path === "" ? key : `${path}.${key}`;
    return [own, ...keysIn(inner, own)];
  });
}

test.each(rowsOf("written", "level", "told"))("%s is the %s: %s", (written, level, told) => {
  const { problems } = projectFileOf(codeIn(written));
  expect(problems.map((it) => it.level)).toEqual([level]);
  expect(problems[0]?.message.slice(0, told?.length)).toBe(told);
});

test.each(Object.keys(schema.properties ?? {}))("%s may hold nothing, but for product", (key) => {
  expect(projectFileOf(`${key}:`).problems).toHaveLength(key === "product" ? 1 : 0);
});

test.each(rowsOf("status", "says", "state"))(
  "%s, which says that %s, makes %s",
  (status, says, state) => {
    const needs = says?.endsWith("needs a reason") === true;
    const file = (rest: string) =>
      projectFileOf(`statements: [{ requirement: CR 1.5, status: ${codeIn(status)}${rest} }]`);
    expect(file("").problems).toHaveLength(needs ? 1 : 0);
    const { statements, problems } = file(", reason: It is so.");
    expect(problems).toEqual([]);
    expect(item(coverage([], { statements }), "CR 1.5").state).toBe(codeIn(state));
  },
);

test("the words for components and statuses are those of the schema", () => {
  const { componentType, statement } = schema.definitions as Record<
    string,
    { enum?: string[] } & Schema
  >;
  for (const it of componentType?.enum ?? []) expect(page).toContain(`\`${it}\``);
  const { status } = (statement?.properties ?? {}) as Record<string, { enum?: string[] }>;
  expect(rowsOf("status", "says", "state").map(([it]) => codeIn(it))).toEqual(status?.enum);
});

test.each(rowsOf("expires", "on the day", "it"))(
  "what expires on %s, on %s %s",
  (expires, day, it) => {
    const [statement] = projectFileOf(
      `statements: [{ requirement: CR 1.5, status: planned, expires: ${codeIn(expires)} }]`,
    ).statements;
    expect(statement && hasExpired(statement, codeIn(day))).toBe(it === "has expired");
  },
);

test.each(rowsOf("size", "bytes"))("%s are %s bytes", (size, bytes) => {
  expect(parseByteSize(codeIn(size))).toBe(Number(bytes));
  expect(projectFileOf(`scan: { maxFileSize: ${codeIn(size)} }`).scan.maxFileSize).toBe(
    Number(bytes),
  );
});

test("of several products, each file belongs to the nearest project file above it", async () => {
  const tree =
    blocks
      .find((it) => it.language === "text")
      ?.text.trim()
      .split("\n") ?? [];
  const files = tree.map((path) => [`/w/${path}`, path.endsWith(".yaml") ? "" : CLAIM] as const);
  const workspace = workspaceOf(new MemoryFiles(Object.fromEntries(files)));
  await workspace.load();
  const told = rowsOf("file", "belongs to").map((row) => row.map(codeIn));
  expect(told.map(([file]) => file).sort()).toEqual(
    tree.filter((it) => !it.endsWith(".yaml")).sort(),
  );
  for (const [file = "", owner = ""] of told) {
    expect(projectOf(workspace.snapshot, at(file)).file, file).toBe(at(owner));
  }
});

const reading = rowsOf(
  "in a product that ignores `build/` and has",
  "`include`",
  "`exclude`",
  "read",
);

test.each(reading)(
  "%s with include %s and exclude %s: read is %s",
  async (file, include, exclude, is) => {
    const scan = { include: codesIn(include ?? ""), exclude: codesIn(exclude ?? "") };
    const files = {
      "/w/.git/HEAD": "ref: refs/heads/main\n",
      "/w/.gitignore": "build/\n",
      "/w/iec62443.json": JSON.stringify({ scan }),
      [`/w/${codeIn(file)}`]: CLAIM,
    };
    const workspace = workspaceOf(new MemoryFiles(files));
    await workspace.load();
    expect(filesWithClaims(workspace)).toEqual(is === "yes" ? [codeIn(file)] : []);
  },
);
