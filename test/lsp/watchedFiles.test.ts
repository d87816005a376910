import picomatch from "picomatch";
import { describe, expect, test } from "vitest";
import { watchersFor } from "../../server/src/lsp/watchedFiles.ts";

const FOLDERS = ["file:///w/one", "vscode-vfs://host/two"];

describe("what the client is asked to watch", () => {
  test("is everything in VS Code, below each folder of the disk", () => {
    expect(watchersFor(FOLDERS, { pages: true, relativePatterns: true })).toEqual([
      { globPattern: { baseUri: "file:///w/one", pattern: "**/*" } },
    ]);
  });

  test("has no base for a client that knows none", () => {
    expect(watchersFor(FOLDERS, { pages: true, relativePatterns: false })).toEqual([
      { globPattern: "**/*" },
    ]);
  });

  test.each([
    ["src/a.c", true],
    ["plc/main.st", true],
    ["plc/MAIN.TcPOU", true],
    ["Makefile", true],
    [".gitignore", true],
    ["sub/.iec62443ignore", true],
    ["sub/iec62443.yaml", true],
    ["sub/iec62443.json", true],
    ["photo.png", false],
    ["core.1234", false],
  ])("in another editor: %s, %j", (path, isWatched) => {
    const matchers = watchersFor(FOLDERS, { pages: false, relativePatterns: false }).map((it) =>
      picomatch(String(it.globPattern), { dot: true }),
    );
    expect(matchers.some((matches) => matches(path))).toBe(isWatched);
  });
});
