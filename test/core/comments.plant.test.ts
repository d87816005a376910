import { describe, expect, test } from "vitest";
import { commentsOf } from "../../server/src/core/comments.ts";
import { languageById } from "../../server/src/core/languages.ts";
import { unmarked, withCommentMarks } from "../support/commentMarks.ts";

test.each([
  ["structured-text", "«(* a (* b *) c *)» x := 1; «// yes»\ny := 2; «/* yes */»"],
  ["structured-text", "s := 'it$'s (* no *) // no'; w := \"$\"// no\"; «// yes»"],
  ["structured-text", "{attribute 'hide // no'}\nVAR «(* yes *)»\nEND_VAR"],
  ["structured-text", "«(* // one comment *)»"],
  ["structured-text", "«(* never closed\nx := 1;»"],
  ["structured-text", "«(* @NESTEDCOMMENTS := 'No' *)»\n«(* a (* b *)» x := 1; «(* c *)»"],
  ["structured-text", "{REDUND_OK} FUNCTION_BLOCK A «(* yes *)»\nx : T := (y := 1); «(**)»"],
  ["scl", '#a := "Block".b; «// yes»\nREGION it is «// yes»'],
  ["eds", '[File] «$ yes»\na=$NODEID+0x600\n«; yes»\nb = "$ no";'],
  ["instruction-list", "LD %IX0.0 «(* yes *)»\n      U E 0.0 «// yes»"],
  [
    "twincat",
    '<?xml version="1.0"?><POU Name="A">«<!-- yes -->»<Declaration><![CDATA[VAR «// yes»\n]]>' +
      "</Declaration><Implementation><ST><![CDATA[a := '// no'; «(* yes *)»]]></ST></Implementation></POU>",
  ],
  [
    "l5x",
    "<Description>«<![CDATA[yes]]>»</Description>" +
      "<Rung><Comment>\n«<![CDATA[yes]]>»\n</Comment><Text><![CDATA[XIC(a)// no]]></Text></Rung><STContent>" +
      '<Line Number="0"><![CDATA[a := 1; «// yes»]]></Line>' +
      '<Line Number="1"><![CDATA[«(* yes»]]></Line><Line Number="2"><![CDATA[«yes *)» b := 2;]]></Line></STContent>',
  ],
  [
    "xml",
    '<project xmlns="http://www.plcopen.org/xml/tc6_0200"><ST><xhtml xmlns="http://www.w3.org/1999/xhtml">' +
      "a := 1; «(* yes *)» b &lt; c; «// yes»\n</xhtml></ST><documentation><xhtml>«yes»</xhtml></documentation></project>",
  ],
  [
    "xml",
    "<a><ST>5 // no</ST><ST><![CDATA[x; «// yes»]]></ST><documentation>no</documentation></a>",
  ],
])("%s %#: %s", (id, source) => {
  expect(withCommentMarks(id, unmarked(source))).toBe(source);
});

describe("the content of a comment", () => {
  test.each([
    ["c", "// a", " a"],
    ["c", "/* a */", " a "],
    ["c", "/**/", ""],
    ["c", "/* a", " a"],
    ["c", "/*", ""],
    ["structured-text", "(* (* a *) *)", " (* a *) "],
    ["html", "<!-- a -->", " a "],
    ["html", "<!-->", ""],
    ["python", "#!a", "!a"],
    ["lua", "--[==[ a ]==]", " a "],
    ["bat", "REM a", " a"],
    ["restructuredtext", ".. a\n   b\n", " a\n   b"],
    ["ruby", "=begin\na\n=end", "\na\n"],
    ["l5x", "<Comment><![CDATA[a]]></Comment>", "a"],
    ["matlab", "%{\na\n%}", "\na\n"],
  ])("%s %j is %j", (id, source, content) => {
    const language = languageById(id);
    if (language === undefined) throw new Error(`No language has the id ${id}.`);
    const contents = commentsOf(source, language).map((it) =>
      source.slice(it.contentStart, it.contentEnd),
    );
    expect(contents).toEqual([content]);
  });
});
