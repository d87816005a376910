import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { faults, read } from "./schemas.ts";

const CATALOG = new URL("../../catalog/", import.meta.url);
const yamlIn = (folder: string) =>
  readdirSync(new URL(folder, CATALOG)).filter((it) => it.endsWith(".yaml"));
const schemas = readdirSync(new URL("schema/", CATALOG)).map((it) => it.split(".", 1)[0] ?? "");

const contentOf = (file: string): unknown => parse(readFileSync(new URL(file, CATALOG), "utf8"));

test.each(yamlIn("."))("%s fits its schema", (file) => {
  const name = file.replace(/\.yaml$/, "");
  expect(faults(schemas.includes(name) ? name : "catalog", contentOf(file))).toEqual([]);
});

test.each(yamlIn("mappings/"))("the mapping %s fits its schema", (file) => {
  expect(faults("mapping", contentOf(`mappings/${file}`))).toEqual([]);
});

const REQUIREMENT = {
  id: "CR 1.10",
  kind: "CR",
  title: "A title",
  fr: 1,
  clause: "5.12",
  levels: [2, 3, 4],
  componentTypes: ["SAR", "EDR"],
  items: ["a", "b"],
  confidence: "high",
  summary: "What to build.",
  note: "A remark.",
  enhancements: [{ number: 1, title: "More", levels: [4], summary: "What it adds." }],
};

function fileWith(requirement: object): object {
  const document = { designation: "IEC 62443-4-2:2019", title: "T", url: "https://example.com/a" };
  return { part: "4-2", edition: "2019", document, requirements: [requirement] };
}

describe("the catalog's schema", () => {
  test.each([
    ["a whole requirement", {}],
    ["one without a known title", { title: undefined }],
    ["one without a summary", { summary: undefined }],
    ["an enhancement of which the number is known", { enhancements: [{ number: 1, levels: [4] }] }],
    ["a group", { id: "SP.01", kind: "SP", isGroup: true, levels: [], componentTypes: [] }],
    ["one without a foundational requirement", { id: "CCSC 1", kind: "CCSC", fr: undefined }],
    ["a process requirement", { id: "SM-4", kind: "SM", levels: [], componentTypes: [] }],
    ["a service requirement", { id: "SP.01.01", kind: "SP", levels: [], componentTypes: [] }],
    ["a zone requirement", { id: "ZCR 3", kind: "ZCR", levels: [], componentTypes: [] }],
    ["a clause", { id: "4.2.3.1", kind: "clause", levels: [], componentTypes: [] }],
    ["a heading", { levels: [], items: [], enhancements: [], redirectsTo: ["EDR 3.11"] }],
  ])("takes %s", (_, change) => {
    const value = JSON.parse(JSON.stringify(fileWith({ ...REQUIREMENT, ...change })));
    expect(faults("catalog", value)).toEqual([]);
  });

  test.each([
    ["an unknown key", { severity: 3 }],
    ["an id that YAML read as a number", { id: 1.1 }],
    ["an id with a leading zero", { id: "CR 1.05" }],
    ["an id with its enhancement", { id: "CR 1.1 RE(1)" }],
    ["an id without a space", { id: "CR1.5" }],
    ["an unknown kind", { kind: "XR" }],
    ["a clause that YAML read as a number", { clause: 5.1 }],
    ["an eighth foundational requirement", { fr: 8 }],
    ["levels with a gap", { levels: [1, 3, 4] }],
    ["levels that end early", { levels: [1, 2] }],
    ["levels out of order", { levels: [4, 3] }],
    ["a component type twice", { componentTypes: ["SAR", "SAR"] }],
    ["an unknown component type", { componentTypes: ["PLC"] }],
    ["an item that is not a letter", { items: ["1"] }],
    ["an empty summary", { summary: "" }],
    ["a group that is none", { isGroup: false }],
    ["a keyword with a capital", { keywords: ["TLS"] }],
    ["an unknown confidence", { confidence: "certain" }],
    ["a heading with levels of its own", { enhancements: [], items: [], redirectsTo: [] }],
    ["an enhancement zero", { enhancements: [{ number: 0, levels: [4], summary: "S." }] }],
  ])("refuses %s", (_, change) => {
    const value = JSON.parse(JSON.stringify(fileWith({ ...REQUIREMENT, ...change })));
    expect(faults("catalog", value)).not.toEqual([]);
  });

  test.each([
    ["a part of another form", { part: "42" }],
    ["an edition that YAML read as a number", { edition: 2019 }],
    ["no requirements", { requirements: [] }],
  ])("refuses a file with %s", (_, change) => {
    expect(faults("catalog", { ...fileWith(REQUIREMENT), ...change })).not.toEqual([]);
  });
});

test.each(schemas)("the schema %s describes every field and takes no other", (schema) => {
  expect([...looseObjects(read(schema), schema)]).toEqual([]);
});

/** Places in a schema where a field has no description, or an object may have further fields. */
function* looseObjects(schema: object, path: string): Iterable<string> {
  const { properties } = schema as { properties?: Record<string, object> };
  // A condition and its consequence speak of fields that are described elsewhere.
  const isRefinement = /\/(?:if|then)$/.test(path);
  if (properties !== undefined && !isRefinement) {
    if (!("additionalProperties" in schema)) yield `${path} takes any other field`;
    for (const [name, field] of Object.entries(properties)) {
      if (!("description" in field) && !("$ref" in field)) yield `${path}/${name} is not described`;
    }
  }
  for (const [key, value] of Object.entries(schema)) {
    if (typeof value === "object" && value !== null) yield* looseObjects(value, `${path}/${key}`);
  }
}
