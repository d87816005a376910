import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { languageById, languageOf } from "../../server/src/core/languages.ts";
import { fileOf } from "../../server/src/core/notebook/cellUri.ts";
import { formatReference } from "../../server/src/core/reference.ts";
import { displayPath } from "../../server/src/core/report/displayPath.ts";
import { scan } from "../../server/src/core/scan.ts";
import { scanOfText, textOfScan } from "../../server/src/core/scanText.ts";
import { type Range, TextLines } from "../../server/src/core/text.ts";

const code = (source: unknown, more = {}) => ({ cell_type: "code", source, metadata: {}, ...more });

/** A notebook as Jupyter writes it. */
function notebookOf(cells: readonly unknown[], metadata: unknown = {}, indent = 1): string {
  return `${JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, null, indent)}\n`;
}

function scanned(text: string) {
  return scan(text, languageOf("file:///w/a.ipynb", ""));
}

function written(text: string, { start, end }: Range): string {
  const lines = new TextLines(text);
  return text.slice(lines.offsetAt(start), lines.offsetAt(end));
}

/** Each annotation by what stands at its places. */
function placesIn(text: string) {
  return scanned(text).annotations.map((it) => ({
    all: written(text, it.range),
    claims: it.claims.map(({ range }) => written(text, range)),
    subject: it.subject?.text,
  }));
}

describe("a notebook on disk", () => {
  test.each([
    ["a list of lines", ["import x\n", "# @iec62443 CR 1.5\n", "def lock():\n", "  pass"]],
    ["one string", "import x\n# @iec62443 CR 1.5\ndef lock():\n  pass"],
    ["lines that end as on Windows", ["# @iec62443 CR 1.5\r\n", "def lock():\r\n"]],
    ["lines without an end", ["# @iec62443 CR 1.5", "def lock():"]],
    ["text behind code", ['s = "\\n\\"" # \u{1F512}\n', "# @iec62443 CR 1.5\n", "def lock():"]],
  ])("has annotations in a source that is %s", (_, source) => {
    for (const indent of [0, 1, 4]) {
      expect(placesIn(notebookOf([code(source)], {}, indent))).toEqual([
        { all: "@iec62443 CR 1.5", claims: ["CR 1.5"], subject: "def lock():" },
      ]);
    }
  });

  test("tells where what is escaped stands", () => {
    const text = notebookOf([code('x = 1 # @iec62443 cr-1.5, 1.7: "why"\\ \u00e9\n')]);
    const escaped = text.replace("\u00e9", "\\u00e9");
    expect(placesIn(escaped)[0]).toMatchObject({
      all: '@iec62443 cr-1.5, 1.7: \\"why\\"\\\\ \\u00e9',
      claims: ["cr-1.5", "1.7"],
    });
    const [annotation] = scanned(escaped).annotations;
    expect(annotation?.text).toBe('"why"\\ \u00e9');
    const { range, newText } = annotation?.normalised ?? { range: annotation?.range, newText: "" };
    if (range === undefined) throw new Error("There is no annotation.");
    const lines = new TextLines(escaped);
    const changed =
      escaped.slice(0, lines.offsetAt(range.start)) +
      newText +
      escaped.slice(lines.offsetAt(range.end));
    const { cells } = JSON.parse(changed) as { cells: readonly { source: string }[] };
    expect(cells[0]?.source).toBe('x = 1 # @iec62443 CR 1.5, CR 1.7: "why"\\ \u00e9\n');
  });

  test("has none in text, outputs, and strings of its code", () => {
    const word = ["# @iec62443 CR 1.5\n"];
    expect(
      scanned(
        notebookOf([
          { cell_type: "markdown", source: word },
          { cell_type: "raw", source: word },
          code(["x = 1"], { outputs: [{ text: word, source: word, data: { source: word } }] }),
          code(['s = """\n', "# @iec62443 CR 1.5\n", '"""']),
        ]),
      ).annotations,
    ).toEqual([]);
  });

  test.each([
    ["by its name", { language_info: { name: "c" } }, "// @iec62443 CR 1.5", 1],
    ["by its kernel", { kernelspec: { language: "R", name: "ir" } }, "# @iec62443 CR 1.5", 1],
    ["by its extension", { language_info: { file_extension: ".jl" } }, "# @iec62443 CR 1.5", 1],
    [
      "behind one that is not known",
      {
        kernelspec: { language: "C++17" },
        language_info: { name: "C++17", file_extension: ".cpp" },
      },
      "// @iec62443 CR 1.5",
      1,
    ],
    ["that it does not tell as Python", {}, "# @iec62443 CR 1.5", 1],
    ["and no other", { language_info: { name: "c" } }, "# @iec62443 CR 1.5", 0],
  ])("is read in the language that is told %s", (_, metadata, source, count) => {
    expect(scanned(notebookOf([code(source)], metadata)).annotations).toHaveLength(count);
  });

  test("has cells of other languages", () => {
    const metadata = { vscode: { languageId: "javascript" } };
    const text = notebookOf([
      code("// @iec62443 CR 1.5", { metadata }),
      code("# @iec62443 CR 1.7"),
    ]);
    const found = scanned(text).annotations.flatMap((it) => it.claims);
    expect(found.map((it) => formatReference(it.reference))).toEqual(["CR 1.5", "CR 1.7"]);
  });

  test("of a language that is not known is reported", () => {
    const text = notebookOf([code("(* @iec62443 CR 1.5 *)")], { language_info: { name: "?" } });
    const { unknownFileType } = scanned(text);
    if (unknownFileType === undefined) throw new Error("Nothing is reported.");
    expect(written(text, unknownFileType)).toBe("@iec62443");
  });

  test("of such a language is read as the settings say, and no other is", () => {
    const ipynb = languageById("ipynb");
    const ofCells = languageById("c");
    if (ipynb === undefined || ofCells === undefined) throw new Error("A language is missing.");
    const count = (metadata: unknown, cell = {}) =>
      scan(notebookOf([code("// @iec62443 CR 1.5", cell)], metadata), { ...ipynb, ofCells })
        .annotations.length;
    expect(count({ language_info: { name: "?" } })).toBe(1);
    expect(count({ language_info: { name: "?", file_extension: ".?" } })).toBe(1);
    expect(count({})).toBe(1);
    expect(count({ language_info: { name: "python" } })).toBe(0);
    expect(count({}, { metadata: { vscode: { languageId: "?" } } })).toBe(1);
    expect(count({}, { metadata: { vscode: { languageId: "python" } } })).toBe(0);
  });

  test("keeps malformed lines where they stand", () => {
    const text = notebookOf([code("# @iec62443 CR 1.5a\nx = 1")]);
    const { malformed } = scanned(text);
    expect(malformed.map((it) => written(text, it.range))).toEqual(["CR 1.5a"]);
  });

  test("says the same from the cache", () => {
    const found = scanned(
      notebookOf([code("# @iec62443 verifies cr 1.5: why\nx = 1\n# @iec62443 x")]),
    );
    expect(scanOfText(textOfScan(found))).toEqual(found);
  });

  test.each([
    [""],
    ["@iec62443"],
    ["[]"],
    ['{"cells": 7, "@iec62443": 1}'],
    ['{"cells": [{"cell_type": "code", "source": {"@iec62443": []}}]}'],
    ['{"cells": [{"cell_type": 3, "source": ["# @iec62443 CR 1.5"]}]}'],
    ['{"cells": [{"cell_type": "code", "source": ["# @iec62443 CR\n 1.5"]}]}'],
    [`${"[".repeat(100_000)}"@iec62443"`],
    [`{"cells": [${'{"source":'.repeat(100_000)}"@iec62443"`],
  ])("that is none says nothing: %#", (text) => {
    expect(scanned(text)).toEqual({ annotations: [], malformed: [] });
  });

  test("cut off anywhere never fails, and says no more than before", () => {
    const text = notebookOf([
      code(["# @iec62443 CR 1.5\n", 'x = "\\""']),
      code("# @iec62443 CR 1.7"),
    ]);
    for (let end = 0; end <= text.length; end++) {
      const { annotations } = scanned(text.slice(0, end));
      expect(annotations.length).toBeLessThanOrEqual(2);
    }
    expect(scanned(text).annotations).toHaveLength(2);
  });

  test("says what its cells say", () => {
    const line = fc.constantFrom(
      "# @iec62443 CR 1.5\n",
      "x = 1  # @iec62443 verifies CR 1.1, 1.7: \u{1F512}\n",
      '"""\n',
      "\\ \t\u0001\ud83d\n",
      "# @iec62443 cr 1.5 and more\n",
      "def f():\n",
    );
    const cell = fc.array(line, { maxLength: 6 });
    const python = languageById("python");
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 4 }), fc.boolean(), (cells, isWhole) => {
        const text = notebookOf(cells.map((it) => code(isWhole ? it.join("") : it)));
        const found = scanned(text).annotations;
        const expected = cells.flatMap((it) => scan(it.join(""), python).annotations);
        const said = ({ relation, text, claims, subject }: (typeof found)[number]) => [
          relation,
          text,
          claims.map((it) => it.reference),
          subject?.text,
        ];
        expect(found.map(said)).toEqual(expected.map(said));
        expect(found.every((it) => written(text, it.range).startsWith("@iec62443"))).toBe(true);
      }),
    );
  });
});

test.each([
  ["vscode-notebook-cell:/w/a%20b.ipynb#W0sZmlsZQ%3D%3D", "file:///w/a%20b.ipynb"],
  ["vscode-notebook-cell:/c%3A/w/a.ipynb#X", "file:///c%3A/w/a.ipynb"],
  ["vscode-notebook-cell://wsl%2Bubuntu/w/a.ipynb#X", "file:///w/a.ipynb"],
  ["vscode-notebook-cell://server/w/a.ipynb#X", "file://server/w/a.ipynb"],
  ["vscode-notebook-cell:Untitled-1.ipynb#X", "vscode-notebook-cell:Untitled-1.ipynb#X"],
  ["file:///w/a.ipynb#X", "file:///w/a.ipynb#X"],
  ["untitled:a", "untitled:a"],
  ["", ""],
])("the document %s is in the file %s", (uri, file) => {
  expect(fileOf(uri)).toBe(file);
  expect(displayPath(uri, "file:///w")).toBe(displayPath(file, "file:///w"));
});
