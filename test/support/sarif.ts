import { createRequire } from "node:module";
import type { Log, Result, Run } from "sarif";

// The matcher itself wants Jest; its schema and the validator it brings for that need neither Jest nor network.
const ofMatcher = createRequire(createRequire(import.meta.url).resolve("@microsoft/jest-sarif"));

interface Validate {
  (log: unknown): boolean;
  readonly errors?: unknown;
}

interface Validator {
  addMetaSchema(schema: object): void;
  compile(schema: object): Validate;
  errorsText(errors: unknown): string;
}

function compiled(): (log: unknown) => string {
  const Ajv = ofMatcher("ajv") as new (options: object) => Validator;
  const ajv = new Ajv({ schemaId: "auto", validateSchema: false });
  ajv.addMetaSchema(ofMatcher("ajv/lib/refs/json-schema-draft-04.json") as object);
  const validate = ajv.compile(ofMatcher("./schemas/sarif-2.1.0-rtm.5.json") as object);
  return (log) => (validate(log) ? "" : ajv.errorsText(validate.errors));
}

/** What is wrong with a log by the schema of SARIF 2.1.0; empty for nothing. */
export const schemaFaults = compiled();

/** The one run of a log that fits the schema. */
export function onlyRun(text: string): Run {
  const log = JSON.parse(text) as Log;
  const faults = schemaFaults(log);
  const [run, ...others] = log.runs;
  if (faults !== "" || run === undefined || others.length > 0) throw new Error(faults || "One run");
  return run;
}

/** What GitHub's code scanning wants of a run beside the schema, or shows only in part; a line a fault. */
export function codeScanningFaults(run: Run): readonly string[] {
  const rules = run.tool.driver.rules ?? [];
  const faults = rules.flatMap((it) => {
    const texts = [it.shortDescription?.text, it.fullDescription?.text, it.help?.text];
    const isFull = texts.every((text) => text !== undefined && text !== "");
    const isShort = texts.slice(0, 2).every((text = "") => text.length <= 1024);
    const { tags = [] } = it.properties ?? {};
    return isFull && isShort && tags.length <= 10 && (it.name ?? "").length <= 255 ? [] : [it.id];
  });
  const results = run.results ?? [];
  if (results.length > 5000) faults.push(`${results.length} results`);
  for (const [index, it] of results.entries()) {
    if (!isShown(it)) faults.push(`result ${index}`);
    if (rules[it.ruleIndex ?? -1]?.id !== it.ruleId) faults.push(`rule of result ${index}`);
  }
  return faults;
}

function isShown({ message, locations = [], partialFingerprints = {} }: Result): boolean {
  const { artifactLocation, region } = locations[0]?.physicalLocation ?? {};
  const numbers = [region?.startLine, region?.startColumn, region?.endLine, region?.endColumn];
  return (
    message.text !== "" &&
    message.text !== undefined &&
    locations.length === 1 &&
    (artifactLocation?.uri ?? "") !== "" &&
    numbers.every((it) => it !== undefined && it >= 1) &&
    (partialFingerprints["primaryLocationLineHash"] ?? "") !== ""
  );
}
