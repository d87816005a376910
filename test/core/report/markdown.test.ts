import { describe, expect, test } from "vitest";
import { displayPath } from "../../../server/src/core/report/displayPath.ts";
import { codeSpan, escapeMarkdown, link } from "../../../server/src/core/report/markdown.ts";

describe("markdown", () => {
  test.each([
    ["plain words, SP.01.01 and SR-1", "plain words, SP.01.01 and SR-1"],
    ["*a* _b_ `c` ~d~", "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~"],
    ["[a](b)", "\\[a\\](b)"],
    ["<b>&amp;", "&lt;b>&amp;amp;"],
    ["# a", "\\# a"],
    ["- a", "\\- a"],
    ["1. a", "1\\. a"],
    ["a\n\n# b\r\u0007", "a # b"],
    ["https://a.example", "https\\://a.example"],
    ["www.a.example, a@b.example", "www\\.a.example, a\\@b.example"],
  ])("shows %j letter by letter", (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  test.each([
    ["int a;", "`int a;`"],
    ["a `b` c", "``a `b` c``"],
    ["`a`", "`` `a` ``"],
    ["``", "``` `` ```"],
    [" \n ", ""],
  ])("writes %j as code", (text, code) => {
    expect(codeSpan(text)).toBe(code);
  });

  test.each([
    ["https://a.example/x y(z)", "[t](https://a.example/x%20y%28z%29)"],
    ["file:///w/a.c#L1", "[t](file:///w/a.c#L1)"],
    ["command:workbench.action.quit", "t"],
    ["javascript:alert(1)", "t"],
    ["data:text/html,x", "t"],
    ["x", "t"],
  ])("links to %j only when it is harmless", (address, written) => {
    expect(link("t", address)).toBe(written);
  });
});

describe("a path for people", () => {
  test.each([
    ["file:///w/src/a%20b.c", "src/a b.c"],
    ["file:///w", "."],
    ["file:///wide/a.c", "/wide/a.c"],
    ["file:///w/100%.c", "100%.c"],
    ["file:///w/%E0%A4%A/%C3%A4.c", "%E0%A4%A/ä.c"],
    ["untitled:Untitled-1", "untitled:Untitled-1"],
  ])("of %s is %s", (uri, path) => {
    expect(displayPath(uri, "file:///w")).toBe(path);
  });
});
