import { describe, expect, test } from "vitest";
import { type Move, willRenameFiles } from "../../server/src/features/willRenameFiles.ts";
import { applied } from "../support/applied.ts";
import { projectFileOf } from "../support/projectFileOf.ts";
import { ROOT, snapshotOf } from "../support/snapshotOf.ts";

const TEXT =
  'catalogs: [rules.yaml]\nstatements:\n  - requirement: [CR 1.5, CR 1.6]\n    status: implemented\n    evidence:\n      - docs/x.md\n      - "docs/a b.md"\n      - ./docs\\y.md\n      - docs2/x.md\n';

function move(from: string, to: string): Move {
  const uriOf = (path: string) => (path.includes("://") ? path : `${ROOT}/${path}`);
  return { oldUri: uriOf(from), newUri: uriOf(to) };
}

/** The project file after files have moved. */
function fileAfter(moves: readonly Move[], text = TEXT, name = "iec62443.yaml"): string {
  const snapshot = snapshotOf({}, projectFileOf(text, name));
  const edits = willRenameFiles(snapshot, moves);
  for (const it of edits) expect(it.uri).toBe(`${ROOT}/${name}`);
  return applied(text, edits);
}

describe("a move is written in the project file", () => {
  test.each([
    ["of evidence", move("docs/x.md", "proof/x.md"), ["- docs/x.md", "- proof/x.md"]],
    ["of a quoted path", move("docs/a%20b.md", "docs/c.md"), ['"docs/a b.md"', '"docs/c.md"']],
    ["of a path with other slashes", move("docs/y.md", "y.md"), ["./docs\\y.md", "y.md"]],
    ["of a catalog", move("rules.yaml", "rules/own.yaml"), ["rules.yaml", "rules/own.yaml"]],
    [
      "to a name that has to be quoted",
      move("docs/x.md", "a:%20b#.md"),
      ["docs/x.md", '"a: b#.md"'],
    ],
    ["to a name with a comma", move("rules.yaml", "a,%20b.yaml"), ["rules.yaml", '"a, b.yaml"']],
  ])("%s", (_, moved, [before = "", written = ""]) => {
    expect(fileAfter([moved])).toBe(TEXT.replace(before, written));
  });

  test("of a folder with all that it holds, and of nothing that only begins like it", () => {
    expect(fileAfter([move("docs", "proof/2026")])).toBe(
      TEXT.replace("docs/x.md", "proof/2026/x.md")
        .replace("docs/a b.md", "proof/2026/a b.md")
        .replace("./docs\\y.md", "proof/2026/y.md"),
    );
  });

  test("of several at once", () => {
    const moves = [move("docs/x.md", "1.md"), move("rules.yaml", "own.yaml")];
    expect(fileAfter(moves)).toBe(
      TEXT.replace("docs/x.md", '"1.md"').replace("rules.yaml", "own.yaml"),
    );
  });

  test("in JSON", () => {
    const text = '{"catalogs": "rules.yaml"}';
    expect(fileAfter([move("rules.yaml", "own.yaml")], text, "iec62443.json")).toBe(
      '{"catalogs": "own.yaml"}',
    );
  });
});

test.each([
  ["what nobody names moves", [move("a.c", "b.c")]],
  ["it moves out of the folder", [move("docs/x.md", "file:///elsewhere/x.md")]],
  ["something moves in", [move("file:///elsewhere/docs/x.md", "docs/x.md")]],
  ["the whole folder moves", [move(ROOT, "file:///v")]],
  ["a folder above moves", [move("file:///", "file:///v")]],
  ["the project file moves", [move("iec62443.yaml", "sub/iec62443.yaml")]],
  ["nothing moves", []],
  [
    "names are nonsense",
    [
      { oldUri: "", newUri: "" },
      { oldUri: "%", newUri: "::error" },
    ],
  ],
])("nothing is changed where %s", (_, moves) => {
  expect(fileAfter(moves)).toBe(TEXT);
});

test("a project file that cannot be read as a whole is left alone", () => {
  const text = `${TEXT}rules: {\n`;
  expect(fileAfter([move("docs/x.md", "x.md")], text)).toBe(text);
});

test("a hundred thousand moves are looked at", () => {
  const moves = Array.from({ length: 100_000 }, (_, index) => move(`a${index}.c`, `b${index}.c`));
  expect(fileAfter([...moves, move("docs/x.md", "x.md")])).toBe(TEXT.replace("docs/x.md", "x.md"));
});
