import { expect, test } from "vitest";
import { markdownText } from "../../client/src/markdownText.ts";

test.each([
  ["[x](command:evil)", "\\[x\\]\\(command\\:evil\\)"],
  ["<img src=x>", "\\<img src\\=x\\>"],
  ["https://example.org", "https\\:\\/\\/example\\.org"],
  ["a | b\n# c", "a \\| b \\# c"],
  ["`x` **y** \\", "\\`x\\` \\*\\*y\\*\\* \\\\"],
  ["plain words, größer", "plain words\\, größer"],
])("%s loses its meaning as Markdown", (text, expected) => {
  expect(markdownText(text)).toBe(expected);
});
