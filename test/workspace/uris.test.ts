import { expect, test } from "vitest";
import {
  childUri,
  normaliseUri,
  pathOfUri,
  resolvedFrom,
  uriOfPath,
} from "../../server/src/workspace/uris.ts";

test.each([
  ["file:///w/a.c", "file:///w/a.c"],
  ["file:///w/", "file:///w"],
  ["file:///c:/w/a.c", "file:///c%3A/w/a.c"],
  ["file:///C:/w/a.c", "file:///c%3A/w/a.c"],
  ["file:///C%3A/w/a.c", "file:///c%3A/w/a.c"],
  ["file:///c%3a/w/a.c", "file:///c%3A/w/a.c"],
  ["file:///w/a b.c", "file:///w/a%20b.c"],
  ["file:///w/a+b(1)@2.c", "file:///w/a%2Bb%281%29%402.c"],
  ["file:///w/%61.c", "file:///w/a.c"],
  ["file:///w/größe.c", "file:///w/gr%C3%B6%C3%9Fe.c"],
  ["file:///w/gr%c3%b6%c3%9fe.c", "file:///w/gr%C3%B6%C3%9Fe.c"],
  ["file://server/share/a.c", "file://server/share/a.c"],
  ["untitled:Untitled-1", "untitled:Untitled-1"],
  ["vscode-vfs://github/some/repository/a.c", "vscode-vfs://github/some/repository/a.c"],
])("writes %s as %s, and leaves it so", (written, expected) => {
  expect(normaliseUri(written)).toBe(expected);
  expect(normaliseUri(expected)).toBe(expected);
});

test.each(["untitled:Untitled-1", "vscode-vfs://github/some/repository", "git:/w/a.c?{}"])(
  "%s is on no disk",
  (uri) => {
    expect(pathOfUri(uri)).toBeUndefined();
  },
);

test.each([
  "a.c",
  "größe.c",
  "a b",
  "100%",
  "a#b?c",
  "C:",
  "C:x",
  "x:y",
  "..a",
  "\\",
  "😀",
  "a+(b)",
])("the uri of an entry %s is that of its path, and leads back to it", (name) => {
  expect(childUri(uriOfPath("/w/d"), name)).toBe(uriOfPath(`/w/d/${name}`));
  expect(pathOfUri(childUri("file:///w/d", name))).toBe(`/w/d/${name}`);
});

test("the root of the disk is a folder like any other", () => {
  expect(pathOfUri("file:///")).toBe("");
  expect(uriOfPath("/a.c")).toBe(childUri(uriOfPath(""), "a.c"));
});

test("half a surrogate pair, which Windows lets into a name, does no harm", () => {
  expect(childUri("file:///w", "a\uD800.c")).toBe("file:///w/a%EF%BF%BD.c");
});

test.each([
  ["/w/sub", "../main/.git", "/w/main/.git"],
  ["/w", "./a//b/", "/w/a/b"],
  ["/w", "/other/.git", "/other/.git"],
  ["c:/w", "d:/other/../x", "d:/x"],
  ["/w", "../../..", ""],
])("from %s, %s is %s", (folder, path, place) => {
  expect(resolvedFrom(folder, path)).toBe(place);
});
