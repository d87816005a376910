import { describe, expect, test } from "vitest";
import type { CodeLens } from "vscode-languageserver-types";
import type { Project } from "../../server/src/core/project.ts";
import { defaultProject } from "../../server/src/core/project.ts";
import { claimsOfLens, codeLenses, codeLensResolve } from "../../server/src/features/codeLens.ts";
import { marked } from "../support/marked.ts";
import { ROOT, snapshotOf } from "../support/snapshotOf.ts";

const URI = `${ROOT}/a.c`;
const OTHERS = {
  "b.c": "// @iec62443 CR 1.5\nint b;\n// @iec62443 CR 1.5(a)\nint c;",
  "t.c": "// @iec62443 verifies CR 1.5\nint t;\n// @iec62443 partial CR 1.5 RE(1): no\nint u;",
};

function lensesOf(source: string, project: Partial<Project> = {}, showsClaims = true) {
  const { text, ranges } = marked(source);
  const snapshot = snapshotOf({ ...OTHERS, "a.c": text }, project);
  const lenses = codeLenses(snapshot, URI).map((it) =>
    codeLensResolve(snapshot, it, { showsClaims }),
  );
  return { lenses, ranges, snapshot };
}

const titles = (lenses: readonly CodeLens[]) => lenses.map((it) => it.command?.title);

describe("a lens", () => {
  test.each([
    ["an item", "// @iec62443 CR 1.5\nint a;", ["CR 1.5 · 3 implementations · 1 test"]],
    [
      "an enhancement",
      "// @iec62443 CR 1.5 RE(1)\nint a;",
      ["CR 1.5 RE(1) · 1 implementation · 1 partial"],
    ],
    [
      "a lettered item as the whole",
      "// @iec62443 CR 1.5(a)",
      ["CR 1.5 · 3 implementations · 1 test"],
    ],
    [
      "each of several",
      "// @iec62443 verifies CR 1.1, CR 1.5",
      ["CR 1.1 · 1 test", "CR 1.5 · 2 implementations · 2 tests"],
    ],
    ["an item once", "// @iec62443 CR 1.5(a), CR 1.5(b)", ["CR 1.5 · 4 implementations · 1 test"]],
    [
      "what does not apply",
      "// @iec62443 not-applicable CR 2.2: none",
      ["CR 2.2 · 1 not applicable"],
    ],
    [
      "no more than a line holds",
      "// @iec62443 CR 1.1, CR 1.2, CR 1.3, CR 1.4, CR 1.7, CR 1.8",
      [
        "CR 1.1 · 1 implementation",
        "CR 1.2 · 1 implementation",
        "CR 1.3 · 1 implementation",
        "CR 1.4 · 1 implementation",
        "and 2 more",
      ],
    ],
    ["nothing for an unknown id", "// @iec62443 CR 9.9\nint a;", []],
    ["nothing where no annotation is", "int a; // iec62443 CR 1.5", []],
  ])("counts %s", (_, source, expected) => {
    expect(titles(lensesOf(source).lenses)).toEqual(expected);
  });

  test("stands at the claim", () => {
    const { lenses, ranges } = lensesOf(
      "int a;\n  // @iec62443 [|CR 1.1|], [|CR 1.5|]: both\nint b;",
    );
    expect(lenses.map((it) => it.range)).toEqual(ranges);
  });

  test("of a heading counts the requirement of the profile", () => {
    const source = "// @iec62443 CR 3.11\nint a;\n// @iec62443 verifies EDR 3.11\nint b;";
    const { lenses } = lensesOf(source, { components: ["EDR"] });
    expect(titles(lenses)[0]).toBe("CR 3.11 · 1 implementation · 1 test");
  });

  test("counts the file's own project alone", () => {
    const { snapshot } = lensesOf("// @iec62443 CR 1.5\nint a;");
    const inner = { ...defaultProject(`${ROOT}/inner`) };
    const two = { ...snapshot, projects: [...snapshot.projects, inner] };
    const index = snapshot.index.with([[`${ROOT}/inner/x.c`, snapshot.index.inFile(URI)]]);
    const [lens] = codeLenses({ ...two, index }, `${ROOT}/inner/x.c`);
    if (lens === undefined) throw new Error("There is no lens.");
    const { command } = codeLensResolve({ ...two, index }, lens, { showsClaims: true });
    expect(command?.title).toBe("CR 1.5 · 1 implementation");
  });

  test("leads to what it counts, where the client can show it", () => {
    const { lenses, snapshot } = lensesOf("// @iec62443 CR 1.5\nint a;");
    expect(lenses[0]?.command).toEqual({
      title: "CR 1.5 · 3 implementations · 1 test",
      command: "iec62443.showClaims",
      arguments: [{ uri: URI, position: { line: 0, character: 13 }, reference: "CR 1.5" }],
    });
    const places = claimsOfLens(snapshot, URI, { part: "4-2", id: "CR 1.5" });
    expect(places.map((it) => it.uri.slice(ROOT.length))).toEqual(["/a.c", "/b.c", "/b.c", "/t.c"]);
    const { lenses: plain } = lensesOf("// @iec62443 CR 1.5\nint a;", {}, false);
    expect(plain[0]?.command).toEqual({
      title: "CR 1.5 · 3 implementations · 1 test",
      command: "",
    });
  });

  test.each([[undefined], [null], [{}], [{ uri: 1 }], [{ uri: URI, position: {}, reference: [] }]])(
    "with the data %j comes back as it is",
    (data) => {
      const { snapshot } = lensesOf("");
      const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
      expect(codeLensResolve(snapshot, { range, data }, { showsClaims: true })).toEqual({
        range,
        data,
      });
    },
  );
});
