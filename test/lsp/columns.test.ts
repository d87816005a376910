import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { columnIn } from "../../server/src/lsp/columns.ts";
import { encodingFor } from "../../server/src/lsp/encoding.ts";
import { Positions } from "../../server/src/lsp/positions.ts";
import { updated } from "../../server/src/lsp/updated.ts";
import { columnOnWire } from "../support/columnOnWire.ts";

const piece = fc.constantFrom(
  "a",
  "é",
  "e\u0301",
  "漢",
  "\u{1F512}",
  "\ud83d",
  "\udd12",
  "\uFEFF",
  "\t",
);
const line = fc.array(piece, { maxLength: 12 }).map((it) => it.join(""));
const encoding = fc.constantFrom("utf-8" as const, "utf-16" as const, "utf-32" as const);

describe("a column", () => {
  test.each([
    ["utf-8", "a漢\u{1F512}e\u0301x", [0, 1, 4, 4, 8, 9, 11, 12]],
    ["utf-32", "a漢\u{1F512}e\u0301x", [0, 1, 2, 2, 3, 4, 5, 6]],
    ["utf-16", "a漢\u{1F512}", [0, 1, 2, 2, 4]],
    ["utf-8", "\ud83dx\udd12", [0, 3, 4, 7]],
    ["utf-8", "", [0]],
  ] as const)("in %s of %j", (to, text, columns) => {
    expect(
      Array.from({ length: text.length + 1 }, (_, i) => columnIn(text, i, "utf-16", to)),
    ).toEqual(columns);
  });

  test.each([
    [Number.POSITIVE_INFINITY, 4],
    [1e300, 4],
    [Number.NaN, 0],
    [-1, 0],
    [0.5, 0],
  ])("that is %d is one of the line", (column, expected) => {
    expect(columnIn("漢a", column, "utf-16", "utf-8")).toBe(expected);
  });

  test("between code points comes back as it was", () => {
    fc.assert(
      fc.property(line, encoding, fc.nat(), (text, to, seed) => {
        const starts = [0];
        for (const it of text) starts.push((starts.at(-1) ?? 0) + it.length);
        const column = starts[seed % starts.length] ?? 0;
        const there = columnIn(text, column, "utf-16", to);
        expect(there).toBe(columnOnWire(text, column, to));
        expect(columnIn(text, there, to, "utf-16")).toBe(column);
      }),
    );
  });
});

describe("the encoding", () => {
  test.each([
    [undefined, "utf-16"],
    [[], "utf-16"],
    [["utf-16", "utf-8"], "utf-16"],
    [["utf-8", "utf-16"], "utf-8"],
    [["utf-7", "utf-32", "utf-16"], "utf-32"],
    [["nonsense"], "utf-16"],
    ["utf-8", "utf-16"],
    [[7, null], "utf-16"],
  ])("of a client that offers %j is %s", (offered, expected) => {
    const general = { positionEncodings: offered as string[] };
    expect(encodingFor({ capabilities: offered === undefined ? {} : { general } })).toBe(expected);
  });
});

describe("positions in a message", () => {
  const texts: Readonly<Record<string, string>> = { "file:///a": "漢a", "file:///b": "\u{1F512}b" };
  const positions = new Positions("utf-8", (uri) => texts[uri]);
  const here = { line: 0, character: 2 };
  const inA = { line: 0, character: 4 };
  const inB = { line: 0, character: 4 };

  test.each<[string, unknown, unknown]>([
    ["are of the document that is asked about", here, inA],
    [
      "are of the document beside them",
      { uri: "file:///b", x: [here] },
      { uri: "file:///b", x: [inB] },
    ],
    [
      "are of the document of a link's end",
      { originSelectionRange: here, targetUri: "file:///b", targetRange: here },
      { originSelectionRange: inA, targetUri: "file:///b", targetRange: inB },
    ],
    ["are of the uri that they stand under", { "file:///b": [here] }, { "file:///b": [inB] }],
    [
      "are of the document that is edited",
      { textDocument: { uri: "file:///b", version: 1 }, edits: [here] },
      { textDocument: { uri: "file:///b", version: 1 }, edits: [inB] },
    ],
    [
      "of an unreadable file are at its beginning",
      { uri: "file:///c", x: here },
      { uri: "file:///c", x: { line: 0, character: 0 } },
    ],
    [
      "are nothing else",
      { line: 3, x: { line: "0", character: 2 } },
      { line: 3, x: { line: "0", character: 2 } },
    ],
  ])("%s", (_, message, expected) => {
    expect(positions.toWire(message, "file:///a")).toEqual(expected);
  });

  test("are left alone where no document is named, and the message with them", () => {
    const message = { range: here, list: [1, { a: null }], error: new Error("x") };
    expect(positions.toWire(message)).toBe(message);
  });
});

test("edits are those of the text that the edits before them have made", () => {
  const break_ = fc.constantFrom("\n", "\r\n", "\r");
  const text = fc.array(fc.oneof(line, break_), { maxLength: 8 }).map((it) => it.join(""));
  const edit = fc.record({ from: fc.nat({ max: 40 }), to: fc.nat({ max: 40 }), text });
  fc.assert(
    fc.property(text, fc.array(edit, { maxLength: 4 }), encoding, (before, edits, to) => {
      const document = TextDocument.create("file:///a", "c", 1, before);
      const expected = TextDocument.create("file:///a", "c", 1, before);
      const changes = edits.map(({ from, to: until, text }) => {
        const content = expected.getText();
        const [start, end] = [from, until]
          .map((it) => betweenCodePoints(content, it))
          .sort((a, b) => a - b);
        const range = {
          start: expected.positionAt(start ?? 0),
          end: expected.positionAt(end ?? 0),
        };
        const onWire = wireRange(content, range, to);
        TextDocument.update(expected, [{ range, text }], 2);
        return { range: onWire, text };
      });
      expect(updated(document, changes, 2, to).getText()).toBe(expected.getText());
    }),
  );
});

function betweenCodePoints(text: string, wanted: number): number {
  const offset = Math.min(wanted, text.length);
  const isInside =
    /^[\udc00-\udfff]/.test(text.slice(offset)) && /[\ud800-\udbff]$/.test(text.slice(0, offset));
  return isInside ? offset - 1 : offset;
}

type Place = { readonly line: number; readonly character: number };

function wireRange(
  text: string,
  range: { start: Place; end: Place },
  to: Parameters<typeof columnOnWire>[2],
) {
  const lines = text.split(/\r\n|\n|\r/);
  const place = ({ line, character }: Place) => ({
    line,
    character: columnOnWire(lines[line] ?? "", character, to),
  });
  return { start: place(range.start), end: place(range.end) };
}
