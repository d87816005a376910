import { expect, test } from "vitest";
import { withFollowableLinks, withPageCommands } from "../../client/src/pageLinks.ts";

const FOLDER = "file:///w/plc%20300";

test.each([
  ["[src/a.c:5](file:///w/plc%20300/src/a.c#L5)", "[src/a.c:5](/src/a.c#L5)"],
  ["[a\\].c:5](file:///w/plc%20300/a%5D.c#L5) and more", "[a\\].c:5](/a%5D.c#L5) and more"],
  ["[b.c:1](file:///other/b.c#L1) `f()`", "b.c:1 `f()`"],
  ["[b.c:1](file:///w/plc%20300-old/b.c#L1)", "b.c:1"],
  ["[IEC](https://webstore.iec.ch/x)", "[IEC](https://webstore.iec.ch/x)"],
  ["[SR 1.5](iec62443:/3-3/2013/SR%201.5.md), ", "[SR 1.5](../../3-3/2013/SR%201.5.md), "],
])("%s becomes %s", (markdown, expected) => {
  expect(withFollowableLinks(markdown, FOLDER)).toBe(expected);
});

test("without a folder every file is named without a link", () => {
  expect(withFollowableLinks("- [a.c:1](file:///w/a.c#L1)\n", undefined)).toBe("- a.c:1\n");
});

test("links to requirement pages call the command that shows them, and no other link does", () => {
  const page = "[Requirement page](iec62443:/4-2/2019/CR%201.5.md)";
  const parameters = encodeURIComponent('["iec62443:/4-2/2019/CR%201.5.md"]');
  expect(withPageCommands(`${page} · [IEC](https://webstore.iec.ch/x)`)).toBe(
    `[Requirement page](command:iec62443.openPage?${parameters}) · [IEC](https://webstore.iec.ch/x)`,
  );
  expect(withPageCommands("[a](command:other)")).toBe("[a](command:other)");
});
