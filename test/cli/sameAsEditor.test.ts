import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { displayPath } from "../../server/src/core/report/displayPath.ts";
import { uriOfPath } from "../../server/src/workspace/uris.ts";
import { clientOf, type WireClient } from "../support/wireClient.ts";
import { Command, SAMPLE } from "./command.ts";

const command = new Command();
beforeAll(() => command.build());
afterAll(() => command.remove());

/** What is wrong in many ways, over several files, a project file and a statement that has expired. */
const FAULTY = {
  "iec62443.yaml": [
    "product: Pump",
    "component: [embedded-device]",
    "target: 1",
    "statements:",
    "  - { requirement: CR 2.2, status: not-applicable, reason: no radio, expires: 2026-11-23 }",
    "  - { requirement: CR 9.9, status: planned }",
  ].join("\n"),
  "src/a.c": "// @iec62443 CR 9.9, cr1.5\nint a;\n// @iec62443 CR 1.1 RE(1), CR 3.11\nint b;\n",
  "src/b.c":
    "// @iec62443 not-applicable CR 1.5: none\nint c;\n// @iec62443 partial CR 1.7\nint d;\n",
  "test/t.c": "// @iec62443 verifies CR 1.5\nint t;\n",
  "notes.unheard": "@iec62443 CR 1.1\n",
};

/** Noon of one day, for the server in this process and for the program. */
const env = { SOURCE_DATE_EPOCH: String(Date.parse("2026-11-24T12:00:00Z") / 1000) };

async function editorOn(folder: string): Promise<WireClient> {
  vi.stubEnv("SOURCE_DATE_EPOCH", env.SOURCE_DATE_EPOCH);
  onTestFinished(() => void vi.unstubAllEnvs());
  return clientOf({ folders: [uriOfPath(folder)] });
}

async function told<T>(folder: string, ...args: readonly string[]): Promise<T> {
  const { stdout } = await command.run([...args, "--format", "json"], { cwd: folder, env });
  return JSON.parse(stdout) as T;
}

interface Counted {
  readonly projects: readonly {
    readonly product: string;
    readonly totals: object;
    readonly reached: number;
    readonly blockers: readonly string[];
    readonly items: readonly { readonly part: string; readonly reference: string; state: string }[];
  }[];
}

const countedIn = ({ projects }: Counted) =>
  projects.map(({ product, totals, reached, blockers, items }) => ({
    product,
    totals,
    reached,
    blockers,
    items: items.map((it) => `${it.part} ${it.reference} ${it.state}`),
  }));

test.each([
  ["the sample product", () => SAMPLE],
  ["a product with faults", () => command.folder(FAULTY)],
])("editor and pipeline count the same in %s", async (_, folderOf) => {
  const folder = folderOf();
  const editor = countedIn(await (await editorOn(folder)).settledCoverage());
  const pipeline = countedIn(await told<Counted>(folder, "report"));
  expect(editor).toEqual(pipeline);
  expect(pipeline[0]?.items.length).toBeGreaterThan(30);
});

interface Found {
  readonly findings: readonly {
    readonly path: string;
    readonly line: number;
    readonly column: number;
    readonly code: string;
    readonly message: string;
  }[];
}

test("editor and pipeline find the same", async () => {
  const folder = command.folder(FAULTY);
  const client = await editorOn(folder);
  await client.settledCoverage();
  const { findings } = await told<Found>(folder, "check");
  const pipeline = findings.map(
    (it) => `${it.path}:${it.line}:${it.column} ${it.code} ${it.message}`,
  );
  const editor = () =>
    [...client.diagnostics].flatMap(([uri, diagnostics]) =>
      diagnostics.map(({ range: { start }, code, message }) => {
        const path = displayPath(uri, uriOfPath(folder));
        return `${path}:${start.line + 1}:${start.character + 1} ${code} ${message}`;
      }),
    );
  await client.until(() => editor().length >= pipeline.length);
  expect(editor().sort()).toEqual(pipeline.sort());
  expect(new Set(findings.map((it) => it.code)).size).toBeGreaterThan(7);
});
