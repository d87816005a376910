import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { insertionAt } from "../../server/src/core/annotation/insertion.ts";
import type { WantedAnnotation } from "../../server/src/core/annotation/insertionTarget.ts";
import { readReferences } from "../../server/src/core/annotation/references.ts";
import type { Relation, TextEdit } from "../../server/src/core/annotation.ts";
import {
  LANGUAGES,
  type Language,
  languageById,
  languageOf,
} from "../../server/src/core/languages.ts";
import { formatReference } from "../../server/src/core/reference.ts";
import { scan } from "../../server/src/core/scan.ts";
import { TextLines } from "../../server/src/core/text.ts";
import { markedCursor } from "../support/marked.ts";

/** `CR 1.5`, `verifies CR 1.5`, `partial CR 1.5: why`. */
function wantedOf(written: string): WantedAnnotation {
  const [, relation = "implements", id = "", text] =
    /^(?:([a-z-]+) )?([^:]*)(?:: (.*))?$/s.exec(written) ?? [];
  const [reference] = readReferences(id).references;
  if (reference === undefined) throw new Error(`${id} names nothing.`);
  return { reference, relation: relation as Relation, ...(text !== undefined && { text }) };
}

/** The source with the annotation in it, or why there is none. */
function inserted(id: string, source: string, written: string): string {
  const { text, cursor } = markedCursor(source, "¦");
  const { edit, problem } = insertionAt(text, languageById(id), cursor, wantedOf(written));
  return edit === undefined ? problem : applied(text, edit);
}

function applied(text: string, { range, newText }: TextEdit): string {
  const lines = new TextLines(text);
  return (
    text.slice(0, lines.offsetAt(range.start)) + newText + text.slice(lines.offsetAt(range.end))
  );
}

describe("an annotation is inserted", () => {
  test.each([
    [
      "above the code",
      "c",
      "int a;\n  int ¦b;\n",
      "CR 1.5",
      "int a;\n  // @iec62443 CR 1.5\n  int b;\n",
    ],
    [
      "with its relation and text",
      "c",
      "int b;¦",
      "partial CR 1.5: no length",
      "// @iec62443 partial CR 1.5: no length\nint b;",
    ],
    [
      "with a place for the reason",
      "c",
      "int b;¦",
      "partial CR 1.5",
      "// @iec62443 partial CR 1.5: …\nint b;",
    ],
    [
      "on a blank line",
      "c",
      "int a;\n¦\n  int b;",
      "CR 1.5",
      "int a;\n  // @iec62443 CR 1.5\n  int b;",
    ],
    ["at the end of a file", "c", "int a;\n¦", "CR 1.5", "int a;\n// @iec62443 CR 1.5"],
    ["into an empty file", "c", "¦", "CR 1.5", "// @iec62443 CR 1.5"],
    [
      "with the file's line ends",
      "c",
      "int a;\r\nint b;¦",
      "CR 1.5",
      "int a;\r\n// @iec62443 CR 1.5\r\nint b;",
    ],
    [
      "behind a byte order mark",
      "c",
      "\uFEFFint b;¦",
      "CR 1.5",
      "\uFEFF// @iec62443 CR 1.5\nint b;",
    ],
    [
      "behind the annotation above",
      "c",
      "// @iec62443 CR 1.1\nint ¦b;",
      "CR 1.5",
      "// @iec62443 CR 1.1, CR 1.5\nint b;",
    ],
    [
      "behind the annotation beside",
      "c",
      "int ¦b; // @iec62443 CR 1.1",
      "CR 1.5",
      "int b; // @iec62443 CR 1.1, CR 1.5",
    ],
    [
      "behind the annotation under the cursor",
      "c",
      "/* @iec62443 verifies ¦CR 1.1 */\nint b;",
      "verifies CR 1.5",
      "/* @iec62443 verifies CR 1.1, CR 1.5 */\nint b;",
    ],
    [
      "not behind one with a text",
      "c",
      "// @iec62443 CR 1.1: why\nint ¦b;",
      "CR 1.5",
      "// @iec62443 CR 1.1: why\n// @iec62443 CR 1.5\nint b;",
    ],
    [
      "not behind one of another relation",
      "c",
      "// @iec62443 CR 1.1\nint ¦b;",
      "verifies CR 1.5",
      "// @iec62443 CR 1.1\n// @iec62443 verifies CR 1.5\nint b;",
    ],
    [
      "not behind one far above",
      "c",
      "// @iec62443 CR 1.1\n\nint ¦b;",
      "CR 1.5",
      "// @iec62443 CR 1.1\n\n// @iec62443 CR 1.5\nint b;",
    ],
    [
      "into a block comment",
      "c",
      "/**\n * A¦\n * B\n */\nint b;",
      "CR 1.5",
      "/**\n * A\n * @iec62443 CR 1.5\n * B\n */\nint b;",
    ],
    [
      "on a bare line of a block comment",
      "c",
      "/**\n * A\n *¦\n */\nint b;",
      "CR 1.5",
      "/**\n * A\n * @iec62443 CR 1.5\n */\nint b;",
    ],
    [
      "before the end of a block comment",
      "c",
      "  /**\n   * A\n   ¦*/\n  int b;",
      "CR 1.5",
      "  /**\n   * A\n   * @iec62443 CR 1.5\n   */\n  int b;",
    ],
    [
      "into a block comment of two lines",
      "c",
      "/**¦\n */\nint b;",
      "CR 1.5",
      "/**\n * @iec62443 CR 1.5\n */\nint b;",
    ],
    [
      "above a macro of several lines",
      "c",
      "#define A \\\n  one; \\\n  t¦wo\n",
      "CR 1.5",
      "// @iec62443 CR 1.5\n#define A \\\n  one; \\\n  two\n",
    ],
    [
      "below a shebang",
      "python",
      "#!/usr/bin/python¦\nx = 1\n",
      "CR 1.5",
      "#!/usr/bin/python\n# @iec62443 CR 1.5\nx = 1\n",
    ],
    [
      "in Structured Text",
      "structured-text",
      "VAR¦\nEND_VAR",
      "CR 1.5",
      "// @iec62443 CR 1.5\nVAR\nEND_VAR",
    ],
    [
      "in assembly as the file does it",
      "asm",
      "/* one */\nb¦ne 1f\n",
      "CR 1.5",
      "/* one */\n/* @iec62443 CR 1.5 */\nbne 1f\n",
    ],
    [
      "in a style of a page",
      "html",
      "<style>\na ¦{}\n</style>",
      "CR 1.5",
      "<style>\n/* @iec62443 CR 1.5 */\na {}\n</style>",
    ],
    ["in a page", "html", "<p>\n a¦\n</p>", "CR 1.5", "<p>\n <!-- @iec62443 CR 1.5 -->\n a\n</p>"],
    [
      "above a tag of several lines",
      "xml",
      '<r>\n<a\n  b="¦c"/>\n</r>',
      "CR 1.5",
      '<r>\n<!-- @iec62443 CR 1.5 -->\n<a\n  b="c"/>\n</r>',
    ],
    [
      "above a paragraph",
      "restructuredtext",
      "A\n\nB¦\n",
      "CR 1.5",
      "A\n\n.. @iec62443 CR 1.5\n\nB\n",
    ],
    [
      "in TwinCAT",
      "twincat",
      "<ST><![CDATA[a := 1;\n¦b := 2;\n]]></ST>",
      "CR 1.5",
      "<ST><![CDATA[a := 1;\n(* @iec62443 CR 1.5 *)\nb := 2;\n]]></ST>",
    ],
    [
      "on TwinCAT's first line of code",
      "twincat",
      "<P>\n  <ST><![CDATA[a ¦:= 1;\n]]></ST>",
      "CR 1.5",
      "<P>\n  <ST><![CDATA[\n(* @iec62443 CR 1.5 *)\na := 1;\n]]></ST>",
    ],
    [
      "in PLCopen XML",
      "xml",
      '<project xmlns="http://www.plcopen.org/xml/tc6">\n<ST><xhtml>a := 1;\n¦b := 2;</xhtml></ST></project>',
      "CR 1.5",
      '<project xmlns="http://www.plcopen.org/xml/tc6">\n<ST><xhtml>a := 1;\n(* @iec62443 CR 1.5 *)\nb := 2;</xhtml></ST></project>',
    ],
    [
      "in L5X",
      "l5x",
      '<STContent>\n<Line Number="0"><![CDATA[a :=¦ 1;]]></Line>\n</STContent>',
      "CR 1.5",
      '<STContent>\n<Line Number="0"><![CDATA[a := 1; (* @iec62443 CR 1.5 *)]]></Line>\n</STContent>',
    ],
  ])("%s", (_, id, source, written, expected) => {
    expect(inserted(id, source, written)).toBe(expected);
  });
});

describe("nothing is inserted", () => {
  test.each([
    ["in a string of several lines", "python", 'a = """\n¦b\n"""\n', /within a string/],
    [
      "where a tag stands",
      "twincat",
      "<P>¦\n<ST><![CDATA[a := 1;]]></ST></P>",
      /No comment can stand here/,
    ],
    [
      "outside of the code of PLCopen XML",
      "xml",
      '<project xmlns="http://www.plcopen.org/xml/tc6">\n<a>¦</a></project>',
      /No comment/,
    ],
    ["outside of the code of L5X", "l5x", "<Controller>\n¦<Tags/>\n</Controller>", /No comment/],
    ["in a language without comments", "json", '{ "a": ¦1 }', /JSON has no comments/],
    ["in a file of no known language", "nothing", "¦a", /not known/],
    [
      "twice for the same code",
      "c",
      "// @iec62443 CR 1.5\nint ¦b;",
      /Line 1 says this of CR 1\.5 already/,
    ],
    [
      "in a file that is to be ignored",
      "c",
      "// iec62443-ignore-file\nint ¦b; // @iec62443",
      /iec62443-ignore-file/,
    ],
    ["on a line that is to be ignored", "c", "// iec62443-ignore-next-line\nint ¦b;", /No comment/],
  ])("%s", (_, id, source, message) => {
    expect(inserted(id, source, "CR 1.5")).toMatch(message);
  });
});

test("a text that would end the comment goes nowhere", () => {
  expect(inserted("css", "a {¦}", "partial CR 1.5: until */ b")).toMatch(/No comment/);
  expect(inserted("c", "a {¦}", "partial CR 1.5: two\nlines")).toContain(": two lines\n");
});

const COMMENTED = LANGUAGES.filter(
  ({ lineComment, blockComments }) => lineComment !== undefined || blockComments.length > 0,
);

test("JSON, and notebooks in it, are the only ones without comments", () => {
  const others = LANGUAGES.filter((it) => !COMMENTED.includes(it)).map(({ id }) => id);
  expect(others).toEqual(["json", "ipynb"]);
});

/** What has code only inside of something else. */
const AROUND: Readonly<Record<string, readonly [string, string]>> = {
  twincat: ["<ST><![CDATA[\n", "\n]]></ST>"],
  l5x: ["<STContent>\n", "\n</STContent>"],
};

function lineOfCode(id: string, word: string): string {
  if (id === "l5x") return `<Line Number="0"><![CDATA[${word} := 1;]]></Line>`;
  if (id === "cobol") return `       MOVE ${word}`;
  return `${word} = 1`;
}

describe("inserting says one thing more and changes nothing else", () => {
  const blank = fc.constantFrom("", "", "", "  ", "\t");
  const word = fc.constantFrom("alpha", "beta", "gamma");
  const relation = fc.constantFrom<Relation>("implements", "verifies", "planned");

  test.each(COMMENTED.map((it) => [it.id, it] as const))("in %s", (id, language) => {
    const [head, foot] = AROUND[id] ?? ["", ""];
    const line = fc
      .tuple(blank, word)
      .map(([indent, it]) =>
        id === "fortran-fixed" || id === "restructuredtext"
          ? lineOfCode(id, it)
          : indent + lineOfCode(id, it),
      );
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 5 }),
        fc.nat(4),
        relation,
        fc.constantFrom("\n", "\r\n"),
        (code, index, relation, eol) => {
          const chosen = index % code.length;
          const text = `${head}${code.join("\n")}${foot}`.replaceAll("\n", eol);
          const cursor = { line: chosen + (head === "" ? 0 : 1), character: 3 };
          const wanted = { ...wantedOf("CR 1.5"), relation };
          const { edit, problem } = insertionAt(text, language, cursor, wanted);
          expect(problem).toBeUndefined();
          const changed = edit === undefined ? text : applied(text, edit);
          const { annotations, malformed } = scan(changed, language);
          expect(malformed).toEqual([]);
          expect(
            annotations.map((it) => [
              it.relation,
              it.claims.map((one) => formatReference(one.reference)),
            ]),
          ).toEqual([[relation, ["CR 1.5"]]]);
          expect(annotations[0]?.subject?.text).toContain(
            (code[chosen] ?? "").trim().replace(/<Line[^[]*\[CDATA\[|\]\]><\/Line>/g, ""),
          );
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe("in every line of the sample product", () => {
  const product = join(import.meta.dirname, "../fixtures/plc-product");
  const files = readdirSync(product, { recursive: true, encoding: "utf8" })
    .map((path) => ({ path, language: languageOf(path, "") }))
    .filter(({ language }) => language !== undefined);

  test.each(files)("of $path", ({ path, language }) => {
    const text = readFileSync(join(product, path), "utf8");
    const before = claimsIn(text, language);
    const wanted = wantedOf("planned CCSC 3: later");
    for (const line of text.split("\n").keys()) {
      const { edit } = insertionAt(text, language, { line, character: 0 }, wanted);
      if (edit === undefined) continue;
      const after = claimsIn(applied(text, edit), language);
      const rest = after.filter((it) => it !== "planned CCSC 3: later");
      expect(after.length, `${path}:${line + 1}`).toBe(before.length + 1);
      expect(rest).toEqual(before);
    }
  });

  test("there is a place above each line of C outside of strings", () => {
    const text = readFileSync(join(product, "firmware/auth/login.c"), "utf8");
    const lines = [...text.split("\n").keys()];
    const problems = lines.flatMap((line) => {
      const position = { line, character: 0 };
      return insertionAt(text, languageById("c"), position, wantedOf("CCSC 3")).problem ?? [];
    });
    expect(problems).toEqual([]);
  });
});

function claimsIn(text: string, language: Language | undefined): readonly string[] {
  return scan(text, language).annotations.flatMap(({ relation, claims, text = "" }) =>
    claims.map((it) => `${relation} ${formatReference(it.reference)}: ${text}`),
  );
}
