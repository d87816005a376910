import { describe, expect, test } from "vitest";
import type { InlayHint } from "vscode-languageserver-protocol";
import { folderOf } from "../support/folderOf.ts";
import { clientOf, FULL_CAPABILITIES } from "../support/wireClient.ts";

const AUTH = "// @iec62443 CR 1.5\nint check_password(void);\n";
const REFRESHING = {
  ...FULL_CAPABILITIES,
  workspace: {
    ...FULL_CAPABILITIES.workspace,
    inlayHint: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
  },
};
const HINTS = "workspace/inlayHint/refresh";
const TOKENS = "workspace/semanticTokens/refresh";

async function clientOn(settings: unknown) {
  const folder = folderOf({ "auth.c": AUTH });
  const uri = folder.uriOf("auth.c");
  const client = await clientOf({ folders: [folder.uri], capabilities: REFRESHING, settings });
  await client.settledCoverage();
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  const ask = () =>
    client.request<InlayHint[] | null>("textDocument/inlayHint", { textDocument: { uri }, range });
  const told = (method: string) => client.refreshes.filter((it) => it === method).length;
  return { folder, uri, client, ask, told };
}

describe("inlay hints over the wire", () => {
  test("come when they are switched on, and are explained when they are looked at", async () => {
    const { client, ask, told } = await clientOn({});
    expect(await ask()).toBeNull();
    expect(told(HINTS)).toBe(0);
    await client.changeSettings({ inlayHints: true });
    await client.until(() => told(HINTS) === 1);
    const [hint] = (await ask()) ?? [];
    expect(hint).toMatchObject({ label: "Authenticator management", paddingLeft: true });
    const { tooltip } = await client.request<InlayHint>("inlayHint/resolve", hint);
    expect(tooltip).toMatchObject({ kind: "markdown" });
    await client.changeSettings({ inlayHints: false });
    await client.until(() => told(HINTS) === 2);
    expect(await ask()).toBeNull();
  });

  test("and colours are asked for anew when the catalog changes, not when a file does", async () => {
    const { folder, uri, client, told } = await clientOn({ inlayHints: true });
    await client.until(() => told(HINTS) > 0 && told(TOKENS) > 0);
    const before = [told(HINTS), told(TOKENS)];
    const changes = client.coverageChanges;
    await client.open(uri, `${AUTH}// @iec62443 CR 1.7\nint b;\n`);
    await client.until(() => client.coverageChanges > changes);
    await client.coverage();
    expect([told(HINTS), told(TOKENS)]).toEqual(before);
    await client.open(folder.uriOf("iec62443.yaml"), "product: Pump\n", "yaml");
    await client.until(() => told(HINTS) > (before[0] ?? 0) && told(TOKENS) > (before[1] ?? 0));
  });
});
