import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { builtInCatalog } from "../../server/src/workspace/builtInCatalog.ts";
import { CatalogFiles } from "../../server/src/workspace/catalogFiles.ts";
import { faults } from "../catalog/schemas.ts";
import { MemoryFiles } from "../support/memoryFiles.ts";

const page = readFileSync(new URL("../../docs/catalog.md", import.meta.url), "utf8");
const examples = [...page.matchAll(/```yaml\n(.*?)```/gs)]
  .map(([, text = ""]) => text)
  .filter((it) => it.includes("requirements:"));

test("the page about catalogs shows some", () => {
  expect(examples.length).toBeGreaterThanOrEqual(2);
});

test.each(examples)("what it shows can be used as it stands: %#", (text) => {
  const files = new MemoryFiles({ "/w/a.yaml": text });
  const catalogs = new CatalogFiles(files, () => undefined, builtInCatalog());
  const { read } = catalogs.of({ path: "/w", uri: "file:///w" }).find("a.yaml");
  expect(read?.problems).toEqual([]);
  expect(read?.catalog?.entries).not.toHaveLength(0);
  expect(faults("own-catalog", parse(text))).toEqual([]);
});
