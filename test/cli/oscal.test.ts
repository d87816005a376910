import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { faultsOf } from "../core/report/coverage/oscalFaults.ts";
import { isSchemaHere, schemaFaults } from "../core/report/coverage/oscalSchema.ts";
import { Command, SAMPLE } from "./command.ts";

const command = new Command();
beforeAll(() => command.build());
afterAll(() => command.remove());

/** The day on which the sample is looked at: noon, and no second of it shows. */
const env = { SOURCE_DATE_EPOCH: String(Date.parse("2026-11-24T12:00:00Z") / 1000) };
const OSCAL = ["report", SAMPLE, "--format", "oscal"];

describe("report --format oscal", () => {
  test("tells the sample product as a component definition, the same bytes each time", async () => {
    const runs = await Promise.all([1, 2].map(() => command.run(OSCAL, { env })));
    const [first, second] = runs;
    expect(first?.code).toBe(0);
    expect(first?.stdout).toBe(second?.stdout);
    const document = JSON.parse(first?.stdout ?? "");
    expect(faultsOf(document)).toEqual([]);
    if (isSchemaHere) expect(schemaFaults(document)).toEqual([]);
    const { metadata, components } = document["component-definition"];
    expect(metadata["last-modified"]).toBe("2026-11-24T00:00:00Z");
    const [{ "control-implementations": sets }] = components;
    expect(sets[0]["implemented-requirements"]).toHaveLength(65);
  });

  test("writes the same to a file, with links to a revision", async () => {
    const file = join(command.folder(), "product.oscal.json");
    const links = ["--permalink", "https://example.com/{revision}/{path}#L{line}"];
    const args = [...OSCAL, ...links, "--revision", "v1", "--output", file];
    const { code, stdout } = await command.run(args, { env });
    expect([code, stdout]).toEqual([0, ""]);
    const document = JSON.parse(readFileSync(file, "utf8"));
    expect(faultsOf(document)).toEqual([]);
    expect(document["component-definition"].metadata.version).toBe("v1");
    expect(JSON.stringify(document)).toMatch(
      /"https:\/\/example\.com\/v1\/[\w/-]*firmware\/main\.c#L12"/,
    );
  });

  test("keeps the exit status of a gate", async () => {
    const { code } = await command.run([...OSCAL, "--min-verified", "90"], { env });
    expect(code).toBe(1);
  });
});
