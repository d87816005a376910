import { describe, expect, test } from "vitest";
import { lineOfEdit } from "../../client/src/editPlace.ts";
import {
  lastOwner,
  reasonProblem,
  reasonPrompt,
  saidAlready,
} from "../../client/src/statementInput.ts";
import { levelOf, levelWords, targetPlaceholder } from "../../client/src/targetLevels.ts";
import type { WireStatement } from "../../server/src/protocol/coverage.ts";
import type { ProjectEdit } from "../../server/src/protocol/projectEdits.ts";
import { item, project } from "./wire.ts";

function said(line: number, more: Partial<WireStatement> = {}): WireStatement {
  const start = { line, character: 2 };
  return {
    uri: "file:///w/iec62443.yaml",
    range: { start, end: start },
    status: "not-applicable",
    isExpired: false,
    evidence: [],
    ...more,
  };
}

describe("a reason", () => {
  test.each(["The device has no radio.", "n/a", "無線なし", "7"])("may be %j", (reason) => {
    expect(reasonProblem(reason)).toBeUndefined();
  });

  test.each(["", "   ", "…", "-", "?!", "\t."])("may not be %j", (reason) => {
    expect(reasonProblem(reason)).toMatch(/^Write why/);
  });

  test.each([
    [[], "Why does CR 2.2 not apply to this product?"],
    [["planned a.c:1"], "Why does CR 2.2 not apply to this product?"],
    [
      ["implements a.c:1"],
      "Why does CR 2.2 not apply to this product? 1 claim in the code says that it does: that is a contradiction.",
    ],
    [
      ["implements a.c:1", "verifies b.c:1"],
      "Why does CR 2.2 not apply to this product? 2 claims in the code say that it does: that is a contradiction.",
    ],
  ])("is asked for beside %j", (claims, expected) => {
    expect(reasonPrompt(item("CR 2.2", "missing", claims), "not-applicable")).toBe(expected);
  });
});

test("the owner that is offered is that of the last statement of the file that has one", () => {
  const told = project([
    item("CR 1.1", "planned", [], {
      statements: [said(30, { owner: "new@example.com" }), said(40)],
    }),
    item("CR 1.2", "planned", [], { statements: [said(9, { owner: "old@example.com" })] }),
  ]);
  expect(lastOwner(told)).toBe("new@example.com");
  expect(lastOwner(project([item("CR 1.1", "missing")]))).toBeUndefined();
});

test("what still counts is not said twice", () => {
  const statements = [
    said(3, { isExpired: true }),
    said(5, { status: "planned" }),
    said(7),
    said(9),
  ];
  const marked = item("CR 2.2", "not-applicable", [], { statements });
  expect(saidAlready(marked, "not-applicable")?.range.start.line).toBe(7);
  expect(saidAlready(marked, "compensating")).toBeUndefined();
});

describe("the line of an edit", () => {
  const uri = "file:///w/iec62443.yaml";
  const at = (line: number, newText: string) => ({
    range: { start: { line, character: 0 }, end: { line, character: 0 } },
    newText,
  });
  const versioned = { uri, version: null };
  test.each<[string, ProjectEdit["edit"], number | undefined]>([
    ["is where its text begins", { changes: { [uri]: [at(7, "  - requirement: CR 2.2\n")] } }, 7],
    ["is behind the line ends that lead it", { changes: { [uri]: [at(7, "\n\n  - a\n")] } }, 9],
    ["is that of the last of several", { changes: { [uri]: [at(1, "a"), at(5, "b")] } }, 5],
    [
      "is found behind the making of the file",
      {
        documentChanges: [
          { kind: "create", uri },
          { textDocument: versioned, edits: [at(0, "a")] },
        ],
      },
      0,
    ],
    [
      "is unknown where another file is changed",
      { changes: { "file:///x": [at(1, "a")] } },
      undefined,
    ],
  ])("%s", (_, edit, expected) => {
    expect(lineOfEdit({ uri, edit })).toBe(expected);
  });
});

describe("a target", () => {
  test.each([
    [undefined, undefined, "No level is aimed at yet"],
    ["SL 2", 2, "Aimed at now: SL 2"],
    ["FR 1: 3, FR 2: 2", undefined, "The level picked replaces the vector FR 1: 3, FR 2: 2"],
  ])("%s is the level %s: %s", (target, level, placeholder) => {
    expect(levelOf(target)).toBe(level);
    expect(targetPlaceholder(target)).toBe(placeholder);
  });

  test("is one of four levels", () => {
    expect(levelWords().map(({ level }) => level)).toEqual([1, 2, 3, 4]);
  });
});
