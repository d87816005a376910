import { describe, expect, test } from "vitest";
import { SymbolKind } from "vscode-languageserver-types";
import { contains } from "../../server/src/core/text.ts";
import { documentSymbol, flatSymbols } from "../../server/src/features/documentSymbol.ts";
import { marked } from "../support/marked.ts";
import { ROOT, snapshotOf } from "../support/snapshotOf.ts";

function symbolsOf(source: string) {
  const { text, ranges } = marked(source);
  const symbols = documentSymbol(snapshotOf({ "a.c": text }), `${ROOT}/a.c`, text);
  return { symbols, ranges };
}

describe("the symbol of an annotation", () => {
  test.each([
    ["// @iec62443 CR 1.5\nint a;", "CR 1.5", "Authenticator management"],
    [
      "// @iec62443 CR 1.1 RE(1)\nint a;",
      "CR 1.1 RE(1)",
      "Unique identification and authentication",
    ],
    ["// @iec62443 verifies cr-1.5 - by hand\nint a;", "verifies CR 1.5", "by hand"],
    ["// @iec62443 CR 1.5, 1.3\nint a;", "CR 1.5, CR 1.3", "int a;"],
    ["// @iec62443 implements CR 1.5\nint a;", "CR 1.5", "Authenticator management"],
    ["// @iec62443 CR 9.9", "CR 9.9", undefined],
  ])("of %j is named", (source, name, detail) => {
    const { symbols } = symbolsOf(source);
    expect(symbols.map((it) => [it.name, it.detail, it.kind])).toEqual([
      [name, detail, SymbolKind.Key],
    ]);
  });

  test.each([
    ["code below", "x;\n// [|@iec62443 [|CR 1.5|]\n\t\tint a; // 🔒|]\n"],
    ["code on its line", "int a; // [|@iec62443 [|CR 1.5|]|]\nint b;"],
    ["several claims", "// [|@iec62443 [|CR 1.5, 1.3|] - why\nint a;|]"],
    ["no code", "int a;\n// [|@iec62443 [|CR 1.5|]|]"],
  ])("reaches over %s", (_, source) => {
    const { symbols, ranges } = symbolsOf(source);
    expect(symbols.flatMap((it) => [it.selectionRange, it.range])).toEqual(ranges);
  });
});

test("symbols come in the order of the text, each around what is selected", () => {
  const text = "\t// @iec62443 CR 1.5\n\tint a; /* @iec62443 cr 1.3 */ int b;\n// @iec62443 CR x\n";
  const { symbols } = symbolsOf(text);
  expect(symbols.map((it) => it.name)).toEqual(["CR 1.5", "CR 1.3"]);
  for (const { range, selectionRange } of symbols) {
    expect(contains(range, selectionRange.start) && contains(range, selectionRange.end)).toBe(true);
  }
});

test("a flat list has the places alone", () => {
  const uri = `${ROOT}/a.c`;
  const { symbols, ranges } = symbolsOf("// @iec62443 [|CR 1.5|]\nint a;");
  expect(flatSymbols(uri, symbols)).toEqual([
    { name: "CR 1.5", kind: SymbolKind.Key, location: { uri, range: ranges[0] } },
  ]);
});

test.each([
  ["an empty text", { "a.c": "" }, `${ROOT}/a.c`],
  ["nothing that can be read", { "a.c": "// @iec62443 nonsense\n" }, `${ROOT}/a.c`],
  ["an unknown file", {}, "nonsense"],
])("%s has no symbols", (_, files, uri) => {
  const snapshot = snapshotOf(files as Record<string, string>);
  expect(documentSymbol(snapshot, uri, "")).toEqual([]);
});

test("a hundred thousand annotations are as many symbols", () => {
  const { symbols } = symbolsOf("// @iec62443 CR 1.5\nint a;\n".repeat(100_000));
  expect(symbols).toHaveLength(100_000);
});
