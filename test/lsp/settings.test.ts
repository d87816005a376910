import { describe, expect, onTestFinished, test } from "vitest";
import type { ClaimsOfItem } from "../../server/src/protocol/coverage.ts";
import { folderOf } from "../support/folderOf.ts";
import { clientOf, FULL_CAPABILITIES, WireClient } from "../support/wireClient.ts";

const AUTH = "// @iec62443 CR 1.5\nint check_password(void);\n";

describe("settings", () => {
  const BAD = { "a.c": "// @iec62443 CR 9.9\nint a;\n" };

  test("are asked for, and followed when they change", async () => {
    const folder = folderOf(BAD);
    const client = await clientOf({
      folders: [folder.uri],
      settings: { rules: { "unknown-requirement": "off" } },
    });
    await client.settledCoverage();
    expect(client.published).toEqual([]);
    const uri = folder.uriOf("a.c");
    await client.changeSettings({ rules: { "unknown-requirement": "warning" } });
    await client.until(() => client.diagnostics.get(uri)?.[0]?.severity === 2);
    await client.changeSettings({});
    await client.until(() => client.diagnostics.get(uri)?.[0]?.severity === 1);
  });

  test("of a client that cannot be asked are taken from its start and its news", async () => {
    const folder = folderOf(BAD);
    const client = await clientOf({
      folders: [folder.uri],
      capabilities: {},
      initializationOptions: { settings: { rules: { "unknown-requirement": "hint" } } },
    });
    const uri = folder.uriOf("a.c");
    await client.until(() => client.diagnostics.get(uri)?.[0]?.severity === 4);
    await client.notify("workspace/didChangeConfiguration", {
      settings: { iec62443: { rules: { "unknown-requirement": "info" } } },
    });
    await client.until(() => client.diagnostics.get(uri)?.[0]?.severity === 3);
  });

  test.each([
    ["under settings", (it: object) => ({ settings: it, iec62443: { target: 9 } })],
    ["under the name of their section", (it: object) => ({ iec62443: it, target: 9 })],
    ["among the options", (it: object) => ({ ...it, cache: false, unknown: { a: [] } })],
  ])("are taken from the start where they stand %s", async (_, options) => {
    const settings = {
      component: "network-device",
      target: "SL 2",
      scan: { exclude: "gen/**", maxFileSize: "1KiB", languages: { "*.odd": "c" } },
      rules: { "unknown-requirement": "hint" },
      codeLens: false,
      inlayHints: true,
    };
    const folder = folderOf({
      ...BAD,
      "b.odd": AUTH,
      "gen/c.c": AUTH,
      "large.c": `${AUTH}${" ".repeat(1100)}`,
    });
    const client = await clientOf({
      folders: [folder.uri],
      capabilities: {},
      initializationOptions: options(settings),
    });
    const uri = folder.uriOf("a.c");
    await client.until(() => client.diagnostics.get(uri)?.[0]?.severity === 4);
    const { projects, problems, skipped } = await client.settledCoverage();
    expect(problems).toEqual([]);
    expect(skipped.map((it) => it.path)).toEqual(["large.c"]);
    expect(projects).toMatchObject([{ target: "SL 2", components: ["network device"] }]);
    const claims = await client.request<ClaimsOfItem[]>("iec62443/claims", { project: folder.uri });
    expect(claims.flatMap((it) => it.claims.map(({ path }) => path))).toEqual(["b.odd"]);
    const textDocument = { uri: folder.uriOf("b.odd") };
    expect(await client.request("textDocument/codeLens", { textDocument })).toBeNull();
    const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
    expect(await client.request("textDocument/inlayHint", { textDocument, range })).toHaveLength(1);
  });

  test.each([
    ["no object", 7, 1],
    ["a list", [1], 1],
    ["nothing", null, 0],
    ["settings of the wrong type", { settings: "on" }, 1],
    ["keys of the wrong type", { pages: "yes", cache: false, target: [], codeLens: 1 }, 2],
  ])(
    "at the start that are %s are reported, and change nothing else",
    async (_, options, count) => {
      const folder = folderOf(BAD);
      const client = await clientOf({
        folders: [folder.uri],
        capabilities: {},
        initializationOptions: options,
      });
      await client.until(() => client.diagnostics.get(folder.uriOf("a.c"))?.[0]?.severity === 1);
      expect((await client.settledCoverage()).problems).toHaveLength(count);
    },
  );

  test("that a client answers with null are those of its start", async () => {
    const folder = folderOf(BAD);
    const client = await clientOf({
      folders: [folder.uri],
      initializationOptions: { rules: { "unknown-requirement": "hint" } },
    });
    await client.until(() => client.diagnostics.get(folder.uriOf("a.c"))?.[0]?.severity === 4);
  });

  test.each([
    ["a number", 7],
    ["a list", []],
    ["wrong inside", { scan: 3, rules: { "unknown-requirement": "loud" }, target: "high" }],
  ])("that are %s are reported once and change nothing else", async (_, settings) => {
    const folder = folderOf(BAD);
    const client = await clientOf({ folders: [folder.uri], settings });
    await client.until(() => client.diagnostics.get(folder.uriOf("a.c"))?.[0]?.severity === 1);
    const { problems } = await client.settledCoverage();
    expect(problems.length).toBeGreaterThan(0);
    for (const it of problems) expect(it).toContain("iec62443");
    await client.changeSettings(settings);
    await client.settledCoverage();
    for (const it of problems) expect(client.log.filter((line) => line === it)).toHaveLength(1);
    await client.changeSettings({});
    await client.settledCoverage((coverage) => coverage.problems.length === 0);
  });
});

describe("progress", () => {
  test("can be stopped, which is told where the numbers are", async () => {
    const files = Array.from({ length: 4000 }, (_, i) => [`src/${i}.c`, AUTH] as const);
    const folder = folderOf(Object.fromEntries(files));
    const client = await clientOf({ folders: [folder.uri] });
    await client.until(() => client.progress.length > 0);
    const token = client.progress[0]?.token;
    await client.notify("window/workDoneProgress/cancel", { token });
    const { problems } = await client.settledCoverage();
    expect(problems.join()).toContain("stopped");
    await client.until(() => client.progress.some((it) => it.value.kind === "end"));
  });

  test("begins and ends once", async () => {
    const folder = folderOf({ "a.c": AUTH });
    const client = await clientOf({ folders: [folder.uri] });
    await client.until(() => client.progress.some((it) => it.value.kind === "end"));
    expect(client.progress[0]?.value).toMatchObject({
      kind: "begin",
      title: "Indexing IEC 62443 annotations",
      cancellable: true,
    });
    expect(new Set(client.progress.map((it) => it.token)).size).toBe(1);
    const kinds = client.progress.map((it) => it.value.kind);
    expect(kinds.filter((it) => it === "end")).toHaveLength(1);
    expect(kinds.filter((it) => it === "begin")).toHaveLength(1);
  });

  test("a client that never creates it does not hold the index up", async () => {
    const folder = folderOf({ "a.c": "// @iec62443 CR 9.9\nint a;\n" });
    const client = WireClient.inProcess();
    onTestFinished(() => client.stop());
    client.connection.onRequest("window/workDoneProgress/create", () => new Promise(() => {}));
    await client.initialize({ folders: [folder.uri], capabilities: FULL_CAPABILITIES });
    await client.until(() => client.codes(folder.uriOf("a.c"))?.length === 1);
  });
});
