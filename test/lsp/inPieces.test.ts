import { describe, expect, test } from "vitest";
import { CancellationTokenSource } from "vscode-languageserver";
import { type Location, ProgressType } from "vscode-languageserver-protocol";
import { inPieces } from "../../server/src/lsp/inPieces.ts";
import { folderOf } from "../support/folderOf.ts";
import { clientOf } from "../support/wireClient.ts";

/** Collects what is reported, and may react to it. */
function reporter(react = () => {}) {
  const pieces: number[][] = [];
  const report = (piece: number[]) => {
    pieces.push(piece);
    react();
  };
  return { pieces, report };
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

describe("a list", () => {
  const { token } = new CancellationTokenSource();

  test("is the answer where no pieces are asked for", async () => {
    expect(await inPieces(numbers(100_000), token, undefined)).toEqual(numbers(100_000));
  });

  test.each([0, 1, 999, 1000, 1001, 100_000])("of %d comes whole in pieces", async (count) => {
    const { pieces, report } = reporter();
    expect(await inPieces(numbers(count), token, { report })).toEqual([]);
    expect(pieces.flat()).toEqual(numbers(count));
    expect(pieces).toHaveLength(Math.ceil(count / 1000));
  });

  test("ends where the client no longer waits", async () => {
    const source = new CancellationTokenSource();
    const { pieces, report } = reporter(() => source.cancel());
    expect(await inPieces(numbers(100_000), source.token, { report })).toEqual([]);
    expect(pieces).toHaveLength(1);
  });
});

describe("references over the wire", () => {
  async function asking(claims = 2500) {
    const folder = folderOf({ "a.c": "//  @iec62443 CR 1.5\n".repeat(claims) });
    const client = await clientOf({ folders: [folder.uri] });
    await client.settledCoverage();
    const params = {
      textDocument: { uri: folder.uriOf("a.c") },
      position: { line: 0, character: 14 },
      context: { includeDeclaration: false },
      partialResultToken: "parts",
    };
    return { client, params };
  }

  test("come in pieces before the answer, which holds none again", async () => {
    const { client, params } = await asking();
    const sizes: number[] = [];
    client.connection.onProgress(new ProgressType<Location[]>(), "parts", (it) => {
      sizes.push(it.length);
    });
    expect(await client.request("textDocument/references", params)).toEqual([]);
    expect(sizes).toEqual([1000, 1000, 500]);
  });

  test("stop when they are taken back, and the request is answered as cancelled", async () => {
    const { client, params } = await asking(95_000);
    const source = new CancellationTokenSource();
    let pieces = 0;
    client.connection.onProgress(new ProgressType<Location[]>(), "parts", () => {
      pieces++;
      source.cancel();
    });
    const asked = client.connection.sendRequest("textDocument/references", params, source.token);
    await expect(asked).rejects.toMatchObject({ code: -32800 });
    expect(pieces).toBeLessThan(95);
  });

  test("symbols of the workspace come so, too", async () => {
    const { client } = await asking();
    const sizes: number[] = [];
    client.connection.onProgress(new ProgressType<unknown[]>(), "parts", (it) => {
      sizes.push(it.length);
    });
    const params = { query: "", partialResultToken: "parts" };
    expect(await client.request("workspace/symbol", params)).toEqual([]);
    expect(sizes).toEqual([200]);
  });
});
