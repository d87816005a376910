import { expect, test } from "vitest";
import { languageById } from "../../server/src/core/languages.ts";
import { EMPTY_SCAN, scan } from "../../server/src/core/scan.ts";
import { marked } from "../support/marked.ts";

function language(id: string) {
  const found = languageById(id);
  if (found === undefined) throw new Error(`No language ${id}`);
  return found;
}

function annotationsOf(source: string, id = "c") {
  return scan(source, language(id)).annotations;
}

test.each<[string, string]>([
  ["c", "// [|@iec62443 CR 1.5|]"],
  ["c", "//[|@iec62443 CR 1.5|]"],
  ["c", "/// [|@iec62443 CR 1.5|]"],
  ["c", "//! [|@iec62443 CR 1.5|]"],
  ["c", "///< [|@iec62443 CR 1.5: text|]"],
  ["c", "//    [|@iec62443 CR 1.5|]   "],
  ["c", "// - [|@iec62443 CR 1.5|]"],
  ["c", "/* [|@iec62443 CR 1.5|] */"],
  ["c", "/** [|@iec62443 CR 1.5|] */"],
  ["c", "/*\n * A header.\n * [|@iec62443 CR 1.5|]\n */"],
  ["c", "/*******************\n * [|@iec62443 CR 1.5|]          *\n *******************/"],
  ["c", "// [|@iec62443 CR 1.5|]      #"],
  ["c", "/* [|@iec62443 CR 1.5|]"],
  ["c", "int x; // [|@iec62443 CR 1.5|]"],
  ["python", "# [|@iec62443 CR 1.5|]"],
  ["python", "#[|@iec62443 CR 1.5|]"],
  ["st", "(* [|@iec62443 CR 1.5|] *)"],
  ["st", "// [|@iec62443 CR 1.5|]"],
  ["c", "\ufeff// [|@iec62443 CR 1.5|]"],
  ["c", "// 🔒\n/* 🔒 */ // [|@iec62443 CR 1.5: 🔒|]"],
  ["c", "// a\r\n// [|@iec62443 CR 1.5|]\r\n// [|@iec62443 CR 1.7|]\r\n"],
  ["c", "// a\r// [|@iec62443 CR 1.5|]\r// [|@iec62443 CR 1.7|]\r"],
  ["c", '// " [|@iec62443 CR 1.5|]'],
])("finds an annotation in %s: %j", (id, source) => {
  const { text, ranges } = marked(source);
  const { annotations, malformed } = scan(text, language(id));
  expect(annotations.map((it) => it.range)).toEqual(ranges);
  expect(malformed).toEqual([]);
});

test.each([
  ["in a sentence", "// See @iec62443 CR 1.5 for this."],
  ["behind other words of a block", "/*\n * and @iec62443 CR 1.5\n */"],
  ["in backticks", "// `@iec62443 CR 1.5`"],
  ["in quotation marks", '// "@iec62443 CR 1.5"'],
  ["in a string", 'char *s = "// @iec62443 CR 1.5";'],
  ["in code", "@iec62443 CR 1.5"],
  ["as a scope of npm", "// @iec62443/catalog CR 1.5"],
  ["before a full stop", "// @iec62443.x CR 1.5"],
  ["glued to a word", "// @iec62443x CR 1.5"],
  ["glued to a word of another script", "// @iec62443ä CR 1.5"],
  ["glued to a digit", "// @iec624431 CR 1.5"],
  ["glued to an underscore", "// @iec62443_x CR 1.5"],
  ["in an address", "// someone@iec62443 CR 1.5"],
  ["without its sign", "// iec62443 CR 1.5"],
  ["of another standard", "// @iec62445 CR 1.5 IEC 62443"],
])("is no annotation %s", (_, source) => {
  expect(scan(source, language("c"))).toEqual(EMPTY_SCAN);
});

test("points at each piece of an annotation", () => {
  const source =
    "// [|@iec62443 [|partial|] [|[|EDR|] / [|HDR 3.10 RE(1)|], [|3.11|]|] - [|not yet|]|]  ";
  const { text, ranges } = marked(source);
  const [annotation] = annotationsOf(text);
  const pieces = [
    annotation?.relationRange,
    ...(annotation?.claims.map((it) => it.range) ?? []),
    annotation?.claimsRange,
    annotation?.textRange,
    annotation?.range,
  ];
  const unique = pieces.filter(
    (it, i) => pieces.findIndex((one) => JSON.stringify(one) === JSON.stringify(it)) === i,
  );
  expect(unique).toEqual(ranges);
  expect(annotation?.text).toBe("not yet");
});

test.each([
  ["the code in front", "int x; // @iec62443 CR 1.5", "int x;", 0],
  [
    "the code in front, other comments left out",
    "int /* a */ x; // @iec62443 CR 1.5",
    "int  x;",
    0,
  ],
  ["the next line", "// @iec62443 CR 1.5\nint f(void)\n{", "int f(void)", 1],
  [
    "the next line of code",
    "// @iec62443 CR 1.5\n\n// more\n/* and\n more */\n  int f(void);",
    "int f(void);",
    5,
  ],
  ["the code behind on its line", "/* @iec62443 CR 1.5 */ int f(void);", "int f(void);", 0],
  [
    "the code behind the block",
    "/**\n * @iec62443 CR 1.5\n */\nint f(void); // end",
    "int f(void);",
    3,
  ],
  ["the line cut at 120 units", `// @iec62443 CR 1.5\n${"x".repeat(200)}`, "x".repeat(120), 1],
  ["no half of a pair", `// @iec62443 CR 1.5\n${"x".repeat(119)}🔒`, "x".repeat(119), 1],
])("stands for %s", (_, source, text, line) => {
  expect(annotationsOf(source)[0]?.subject).toEqual({ text, line });
});

test.each<[string, string, string, string | undefined, number]>([
  [
    "the next line of Structured Text",
    "l5x",
    '<STContent><Line Number="0"><![CDATA[// @iec62443 CR 1.5]]></Line>\n<Line Number="1"><![CDATA[IF a < b THEN]]></Line></STContent>',
    "IF a < b THEN",
    1,
  ],
  [
    "the code before it in its line",
    "l5x",
    '<STContent><Line Number="0"><![CDATA[a := 1; // @iec62443 CR 1.5]]></Line></STContent>',
    "a := 1;",
    0,
  ],
  [
    "the rung below its remark",
    "l5x",
    "<Rung><Comment><![CDATA[@iec62443 CR 1.5]]></Comment>\n<Text><![CDATA[XIC(a)OTE(b);]]></Text></Rung>",
    "XIC(a)OTE(b);",
    1,
  ],
  [
    "the code behind CDATA on the same line",
    "twincat",
    "<ST><![CDATA[(* @iec62443 CR 1.5 *) open := TRUE;\n]]></ST>",
    "open := TRUE;",
    0,
  ],
  [
    "the program in an element",
    "xml",
    '<project xmlns="http://www.plcopen.org/xml/tc6_0201"><ST><xhtml>(* @iec62443 CR 1.5 *)\na := 1;</xhtml></ST></project>',
    "a := 1;",
    1,
  ],
  ["the element below a remark of XML", "xml", "<!-- @iec62443 CR 1.5 -->\n<user/>", "<user/>", 1],
  [
    "nothing where markup is left alone",
    "twincat",
    "<ST><![CDATA[// @iec62443 CR 1.5\n]]></ST>",
    undefined,
    0,
  ],
])("stands for %s in plant formats", (_, id, source, text, line) => {
  const [annotation] = annotationsOf(source, id);
  expect(annotation?.claims).toHaveLength(1);
  expect(annotation?.subject).toEqual(text === undefined ? undefined : { text, line });
});

test("stands for nothing at the end of a file", () => {
  const [annotation] = annotationsOf("int x;\n// @iec62443 CR 1.5\n// the end\n");
  expect(annotation?.claims).toHaveLength(1);
  expect(annotation?.subject).toBeUndefined();
});

test("all the annotations above one function share it", () => {
  const source = "// @iec62443 CR 1.5\n// @iec62443 CR 1.7\n/* @iec62443 CR 2.1 */\nint f(void);";
  const subjects = annotationsOf(source).map((it) => it.subject);
  expect(subjects).toEqual(Array(3).fill({ text: "int f(void);", line: 3 }));
});

test.each([
  ["the next line", "// iec62443-ignore-next-line\n// @iec62443 CR 1.5\n// @iec62443 CR 1.7"],
  [
    "the next line, with a reason",
    "// iec62443-ignore-next-line: an example\n// @iec62443\n// @iec62443 CR 1.7",
  ],
  [
    "the next line, as an annotation",
    "// @iec62443-ignore-next-line\n// @iec62443 CR 1.5\n// @iec62443 CR 1.7",
  ],
  [
    "the next line of a block",
    "/*\n * iec62443-ignore-next-line\n * @iec62443 CR 1.5\n * @iec62443 CR 1.7\n */",
  ],
])("leaves out %s", (_, source) => {
  const { annotations, malformed } = scan(source, language("c"));
  expect(malformed).toEqual([]);
  expect(annotations.map((it) => it.claims.map((claim) => claim.reference.id))).toEqual([
    ["CR 1.7"],
  ]);
});

test.each([
  ["before", "// iec62443-ignore-file\n// @iec62443 CR 1.5"],
  ["behind", "// @iec62443 CR 1.5\n/* IEC62443-ignore-file: examples only */"],
])("leaves out a file that asks for it %s its annotations", (_, source) => {
  expect(scan(source, language("c"))).toEqual(EMPTY_SCAN);
});

test.each([
  ["a string", 'char *s = "iec62443-ignore-file";\n// @iec62443 CR 1.5'],
  ["a sentence", "// Write iec62443-ignore-file to leave it out.\n// @iec62443 CR 1.5"],
  ["a longer word", "// iec62443-ignore-files\n// @iec62443 CR 1.5"],
  ["a line further down", "// iec62443-ignore-next-line\n\n// @iec62443 CR 1.5"],
])("is not switched off by %s", (_, source) => {
  expect(annotationsOf(source)).toHaveLength(1);
});

test.each([
  ["the first word", "text [|@iec62443|] CR 1.5, @iec62443 CR 1.7"],
  ["a word at the end", "text\r\n[|@IEC62443|]"],
])("reports %s of a file of no known language", (_, source) => {
  const { text, ranges } = marked(source);
  expect(scan(text, undefined)).toEqual({ ...EMPTY_SCAN, unknownFileType: ranges[0] });
});

test.each([
  ['{ "dependencies": { "@iec62443/catalog": "1.0.0" } }'],
  ["someone@iec62443.example"],
  ["@iec62443 CR 1.5 iec62443-ignore-file"],
  ["@iec62443-ignore-next-line"],
  ["IEC 62443-4-2"],
])("does not report %s in a file of no known language", (source) => {
  expect(scan(source, undefined)).toEqual(EMPTY_SCAN);
});
