import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const TOP = new URL("../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, TOP), "utf8");
const page = read("docs/qualification.md");

/** What stands between backticks and names a test. */
const testsIn = (text: string) =>
  [...text.matchAll(/`(test\/[^`\s]+)`/g)].map(([, path = ""]) => path);

/** The rows of the tables of errors: `| U1.1 | … |`. */
const rows = page.split("\n").flatMap((line) => {
  const [, id] = /^\| (U\d[^|]*?) \|/.exec(line) ?? [];
  return id === undefined ? [] : [{ id, cells: line.split("|").slice(1, -1) }];
});

/** Whether vitest takes a file, or the run of the panel in a browser does. */
function isRun(path: string): boolean {
  if (path.startsWith("test/panel/")) {
    return read("test/panel/run.mjs").includes(`from "./${path.slice("test/panel/".length)}"`);
  }
  return path.endsWith(".test.ts") && !path.startsWith("test/editor/");
}

describe("the page about qualification", () => {
  test("names a use case, and errors of each, by numbers without gaps", () => {
    const uses = [...page.matchAll(/^## U(\d) /gm)].map(([, number]) => Number(number));
    expect(uses).toEqual([1, 2, 3, 4, 5, 6]);
    for (const use of uses) {
      const own = rows.filter((it) => it.id.startsWith(`U${use}.`));
      expect(own.map((it) => it.id)).toEqual(own.map((_, index) => `U${use}.${index + 1}`));
      expect(own.length).toBeGreaterThanOrEqual(4);
    }
    expect(rows.filter((it) => !/^U[1-6]\.\d+$/.test(it.id))).toEqual([]);
  });

  test.each(rows.map((it) => [it.id, it] as const))(
    "%s says what goes wrong, what is done about it, and which test would catch it",
    (_, { cells }) => {
      expect(cells).toHaveLength(4);
      for (const cell of cells) expect(cell.trim()).not.toBe("");
      expect(testsIn(cells[3] ?? "")).not.toEqual([]);
    },
  );

  test.each([...new Set(testsIn(page))])("%s is there, and is run by npm test", (path) => {
    expect(existsSync(new URL(path, TOP))).toBe(true);
    expect(isRun(path)).toBe(true);
  });

  test("names options that there are", () => {
    const named = new Set(page.match(/(?<=`|`[a-z ]+)--[a-z-]+/g));
    const known = read("server/src/cli/args.ts") + read("server/src/cli/options.ts");
    expect(named.size).toBeGreaterThan(8);
    const standard = ["--version", "--help"];
    expect([...named].filter((it) => !standard.includes(it) && !known.includes(it))).toEqual([]);
  });

  test("leads to what it says is yours", () => {
    expect(rows.filter((it) => it.cells[2]?.includes("**yours**")).length).toBeGreaterThan(3);
    expect(page).toContain("\n## What you have to do\n");
    expect(page).toContain("\n## What the tool does not claim\n");
  });
});
