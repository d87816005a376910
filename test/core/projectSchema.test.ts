import { expect, test } from "vitest";
import { parse } from "yaml";
import { RULES } from "../../server/src/core/rules/all.ts";
import { builtInCatalog } from "../../server/src/workspace/builtInCatalog.ts";
import { readProjectFile } from "../../server/src/workspace/projectFile.ts";
import { faults, read } from "../catalog/schemas.ts";

const CODES = RULES.map((it) => it.code);

/** What the reader refuses; warnings are about what is right in itself. */
function errors(text: string): readonly string[] {
  const { problems } = readProjectFile(text, "f", "file:///w", CODES, builtInCatalog());
  return problems.filter((it) => it.level === "error").map((it) => it.message);
}

function statement(rest: string): string {
  return `statements:\n  - requirement: CR 1.5\n    status: planned\n    ${rest}`;
}

const GOOD = [
  "",
  "product: x",
  "$schema: https://example.com/project.schema.json",
  '{ "$schema": "./project.schema.json", "product": "x", "target": 2 }',
  "product: 300",
  "component: host-device",
  "component: [host-device, network-device]",
  "component:",
  'parts: "4-2"',
  "parts: [4-2]",
  'parts: ["4-2", "2-1:2009"]',
  "target: 4",
  "target: { FR 1: 1, FR2: 4, fr 3: 2 }",
  "statements: []",
  "statements: [{ requirement: [CR 1.1, CR 1.5], status: verified }]",
  statement("reason: x"),
  statement("reviewed: 2026-02-28"),
  statement("evidence: docs/a.md"),
  statement("evidence: [docs/a.md, a..b/c.md]"),
  statement("owner: 17"),
  "statements: [{ requirement: CR 1.5, status: compensating, reason: x }]",
  "catalogs: [a.yaml]",
  "scan: { include: [a/**], exclude: a, maxFileSize: 500 kB }",
  "scan: { maxFileSize: 1 }",
  "scan: { maxFileSize: 1.5mib }",
  'scan: { languages: { "*.inc": c, "a/**": python } }',
  "scan:",
  ...CODES.map((it) => `rules: { ${it}: off }`),
  "rules: { duplicate-claim: hint }",
  "rules: { duplicate-claim: false }",
];

const BAD = [
  "prodct: x",
  "- x",
  "product:",
  "product: []",
  'product: " "',
  "component: EDR",
  "component: [host-device, x]",
  "component: [~]",
  "component: {}",
  "parts: 42",
  "parts: [4.2]",
  "target: 0",
  "target: 5",
  'target: "2"',
  "target: [1]",
  "target: { FR 8: 1 }",
  "target: { IAC: 1 }",
  "target: { FR 1: 0 }",
  "statements: x",
  "statements: {}",
  "statements: [x]",
  "statements: [~]",
  "statements: [{ requirement: CR 1.5 }]",
  "statements: [{ status: planned }]",
  "statements: [{ requirement: [], status: planned }]",
  "statements: [{ requirement: {}, status: planned }]",
  "statements: [{ requirement: CR 1.5, status: done }]",
  "statements: [{ requirement: CR 1.5, status: not-applicable }]",
  "statements: [{ requirement: CR 1.5, status: compensating, reason: }]",
  statement("until: 2027-01-01"),
  statement("reviewed: 1.10.2026"),
  statement("expires: 2026-13-01"),
  statement("expires:"),
  statement("evidence: ../x"),
  statement("evidence: [/x]"),
  statement("evidence: [https://example.com/x]"),
  statement("evidence: {}"),
  "catalogs: [../a.yaml]",
  "scan: []",
  "scan: { size: 1 }",
  "scan: { include: [a/../b] }",
  'scan: { exclude: ["!../b"] }',
  'scan: { exclude: ["{a,..}/b"] }',
  "scan: { exclude: [~/b] }",
  "scan: { exclude: ['C:\\x'] }",
  "scan: { exclude: ['..\\x'] }",
  "scan: { maxFileSize: 0 }",
  "scan: { maxFileSize: -1 }",
  "scan: { maxFileSize: many }",
  "scan: { maxFileSize: 0 MiB }",
  "scan: { maxFileSize: [1] }",
  "scan: { languages: [c] }",
  'scan: { languages: { "../x": c } }',
  'scan: { languages: { "*.inc": [c] } }',
  "rules: []",
  "rules: { duplicate-claim: loud }",
  "rules: { duplicate-claim: }",
  "rules: { no-such-rule: off }",
];

test.each(GOOD)("schema and reader take %j", (text) => {
  expect(faults("project", parse(text))).toEqual([]);
  expect(errors(text)).toEqual([]);
});

test.each(BAD)("schema and reader refuse %j", (text) => {
  expect(faults("project", parse(text))).not.toEqual([]);
  expect(errors(text)).not.toEqual([]);
});

test("the schema knows every rule", () => {
  const schema = read("project") as { definitions: { rules: { properties: object } } };
  expect(Object.keys(schema.definitions.rules.properties).sort()).toEqual([...CODES].sort());
});
