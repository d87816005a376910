import { expect, test } from "vitest";
import {
  PROJECT_TEXTS,
  SCAN_TEXTS,
  STATEMENT_TEXTS,
} from "../../../server/src/core/projectFile/meanings.ts";
import { read } from "../../catalog/schemas.ts";

interface Described {
  readonly properties: Readonly<Record<string, { readonly description: string }>>;
}

const schema = read("project") as Described & {
  readonly definitions: { readonly statement: Described; readonly scan: Described };
};

test.each([
  ["the project file", PROJECT_TEXTS, schema],
  ["a statement", STATEMENT_TEXTS, schema.definitions.statement],
  ["scan", SCAN_TEXTS, schema.definitions.scan],
])("hover and schema say the same of the keys of %s", (_, texts, { properties }) => {
  const { $schema: _schema, ...keys } = properties;
  const described = Object.entries(keys).map(([key, { description }]) => [key, description]);
  expect(Object.fromEntries(described)).toEqual(texts);
});
