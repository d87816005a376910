import { readFileSync } from "node:fs";
import { Ajv } from "ajv";

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });

/** What is wrong with a value by a schema of the catalog, a line a fault; empty for nothing. */
export function faults(schema: string, value: unknown): readonly string[] {
  const validate = ajv.getSchema(schema) ?? ajv.addSchema(read(schema), schema).getSchema(schema);
  if (validate === undefined) throw new Error(`There is no schema ${schema}.`);
  validate(value);
  return (validate.errors ?? []).map((it) => `${it.instancePath} ${it.message}`);
}

/** A schema as it stands in its file: `catalog` for `catalog.schema.json`. */
export function read(schema: string): object {
  const file = new URL(`../../catalog/schema/${schema}.schema.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")) as object;
}
