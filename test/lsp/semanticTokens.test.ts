import { describe, expect, test } from "vitest";
import type { SemanticTokens, SemanticTokensDelta } from "vscode-languageserver-protocol";
import { clientOf, FULL_CAPABILITIES, WireClient } from "../support/wireClient.ts";

const URI = "untitled:a.c";
const AUTH = "// @iec62443 CR 1.5\nint check_password(void);\n";
const DATA = [0, 3, 9, 0, 0, 0, 10, 6, 2, 0];

function colouring(augmentsSyntaxTokens?: boolean) {
  const semanticTokens = {
    requests: { full: { delta: true }, range: true },
    tokenTypes: [],
    tokenModifiers: [],
    formats: ["relative" as const],
    ...(augmentsSyntaxTokens !== undefined && { augmentsSyntaxTokens }),
  };
  return { ...FULL_CAPABILITIES, textDocument: { semanticTokens } };
}

async function clientThatColours() {
  const client = await clientOf({ capabilities: colouring(true), initializationOptions: {} });
  const ask = <R>(what: string, more = {}) =>
    client.request<R>(`textDocument/semanticTokens/${what}`, {
      textDocument: { uri: URI },
      ...more,
    });
  return { client, ask };
}

describe("semantic tokens over the wire", () => {
  test.each([
    ["that adds them to its own colours", colouring(true), {}, true],
    ["that says nothing of its own colours", colouring(), {}, true],
    ["that would lose all other colours", colouring(false), {}, false],
    ["that has our grammar", colouring(true), { pages: true }, false],
    ["that takes none", FULL_CAPABILITIES, {}, false],
  ])("are offered a client %s: %#", async (_, capabilities, initializationOptions, isOffered) => {
    const client = WireClient.inProcess();
    const { capabilities: offered } = await client.initialize({
      capabilities,
      initializationOptions,
    });
    await client.stop();
    expect(offered.semanticTokensProvider !== undefined).toBe(isOffered);
  });

  test("are told whole, by range and as what has changed", async () => {
    const { client, ask } = await clientThatColours();
    await client.open(URI, AUTH);
    const whole = await ask<SemanticTokens>("full");
    expect(whole.data).toEqual(DATA);
    const range = { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } };
    expect(await ask("range", { range })).toBeNull();
    await client.change(URI, { text: `\n${AUTH}` });
    const delta = await ask<SemanticTokensDelta>("full/delta", {
      previousResultId: whole.resultId,
    });
    expect(delta.edits).toEqual([{ start: 0, deleteCount: 1, data: [1] }]);
    const same = await ask<SemanticTokensDelta>("full/delta", { previousResultId: delta.resultId });
    expect(same.edits).toEqual([]);
    // Of what has been replaced nothing is remembered.
    const late = await ask<SemanticTokens>("full/delta", { previousResultId: whole.resultId });
    expect(late.data).toEqual([1, ...DATA.slice(1)]);
  });

  test("of a document that was closed are told whole again", async () => {
    const { client, ask } = await clientThatColours();
    await client.open(URI, AUTH);
    const { resultId } = await ask<SemanticTokens>("full");
    await client.close(URI);
    expect(await ask("full/delta", { previousResultId: resultId })).toBeNull();
    await client.open(URI, AUTH);
    expect(await ask("full/delta", { previousResultId: resultId })).toMatchObject({ data: DATA });
  });

  test.each([["nonsense"], [""], [undefined], [7]])(
    "asked for since %j are told whole",
    async (previousResultId) => {
      const { client, ask } = await clientThatColours();
      await client.open(URI, AUTH);
      expect(await ask("full/delta", { previousResultId })).toMatchObject({ data: DATA });
    },
  );
});
