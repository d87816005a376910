import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { INVALID_CATALOG } from "../../server/src/core/ownCatalog.ts";
import { INVALID_PROJECT_FILE } from "../../server/src/core/projectFile/problems.ts";
import { RULES } from "../../server/src/core/rules/all.ts";

const page = readFileSync(new URL("../../docs/findings.md", import.meta.url), "utf8");

test("the page of findings has each rule with its level, and no other", () => {
  const rows = [...page.matchAll(/^\| (`[^|]+) \| (\w+) \|/gm)];
  const told = rows.flatMap(([, codes = "", level]) =>
    [...codes.matchAll(/`([\w-]+)`/g)].map(([, code]) => [code, level]),
  );
  const problems = [INVALID_PROJECT_FILE, INVALID_CATALOG].map((it) => [it, "error"]);
  const rules = RULES.map(({ code, level }) => [code, level]);
  expect(new Map(told as [string, string][])).toEqual(
    new Map([...rules, ...problems] as [string, string][]),
  );
});
