import { expect, test } from "vitest";
import { parse } from "yaml";
import { builtInCatalog } from "../../server/src/workspace/builtInCatalog.ts";
import { CatalogFiles } from "../../server/src/workspace/catalogFiles.ts";
import { faults } from "../catalog/schemas.ts";
import { MemoryFiles } from "../support/memoryFiles.ts";

function errors(text: string): readonly string[] {
  const files = new CatalogFiles(
    new MemoryFiles({ "/w/a.yaml": text }),
    () => undefined,
    builtInCatalog(),
  );
  const { read } = files.of({ path: "/w", uri: "file:///w" }).find("a.yaml");
  return (read?.problems ?? []).filter((it) => it.level === "error").map((it) => it.message);
}

function entry(rest: string): string {
  return `part: company\nrequirements: [{ id: ACME 1, title: T, ${rest} }]`;
}

const GOOD = [
  "part: company\nrequirements: []",
  "$schema: x\npart: company\nedition: 2026\nrequirements: []",
  "part: 62\nrequirements: []",
  "part: company\ndocument: { designation: D, title: T, url: 'https://example.com' }\nrequirements: []",
  'part: "4-2"\nrequirements: [{ id: CR 1.5, summary: S, enhancements: [{ number: 1, title: T }] }]',
  entry("kind: ACME"),
  entry("fr: 7, clause: '5.10', levels: [3, 4], confidence: low, note: N"),
  entry("levels: []"),
  entry("componentTypes: [EDR, host-device], items: [a, b], keywords: [hsm]"),
  entry("componentTypes: EDR, items: a, keywords: hsm"),
  entry("enhancements: [{ number: 1, levels: [4], summary: S }]"),
  entry("isGroup: false"),
];

const BAD = [
  "requirements: []",
  "part: company",
  "part: a b\nrequirements: []",
  "part: company\nedition: a/b\nrequirements: []",
  "part: company\nrequirements: [x]",
  "part: company\nrequirements: [{ title: T }]",
  "part: company\ndocument: { url: 'ftp:x' }\nrequirements: []",
  entry("titel: x"),
  entry("summary: []"),
  entry("fr: 8"),
  entry("levels: [5]"),
  entry("componentTypes: [PLC]"),
  entry("items: [1]"),
  entry("confidence: certain"),
  entry("isGroup: 1"),
  entry("enhancements: [{ title: T }]"),
  entry("enhancements: [{ number: 0 }]"),
];

test.each(GOOD)("schema and reader take %j", (text) => {
  expect(errors(text)).toEqual([]);
  expect(faults("own-catalog", parse(text))).toEqual([]);
});

test.each(BAD)("schema and reader refuse %j", (text) => {
  expect(errors(text)).not.toEqual([]);
  expect(faults("own-catalog", parse(text))).not.toEqual([]);
});
