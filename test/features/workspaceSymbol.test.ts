import { describe, expect, test } from "vitest";
import {
  withoutRange,
  workspaceSymbol,
  workspaceSymbolResolve,
} from "../../server/src/features/workspaceSymbol.ts";
import { marked } from "../support/marked.ts";
import { markedWorkspace } from "../support/markedWorkspace.ts";
import { ROOT, snapshotOf } from "../support/snapshotOf.ts";

const FILES = {
  "src/a.c":
    "// @iec62443 CR 1.5, CR 1.1 RE(1)\nint a;\n// @iec62443 verifies CR 1.5(a)\nint b;\n// @iec62443 CR 1.1\nint c;\n",
  "src/b.c":
    "// @iec62443 CR 1.10, SM-4\nint a;\n// @iec62443 SR 1.5\nint b;\n// @iec62443 CR 9.9\nint c;\n",
};

function found(query: string, files: Readonly<Record<string, string>> = FILES): readonly string[] {
  return workspaceSymbol(snapshotOf(files, { product: "Gateway" }), query).map((it) => it.name);
}

const AUTHENTICATORS = "Authenticator management";

describe("a query finds", () => {
  test.each([
    ["CR 1.5", [`CR 1.5 ${AUTHENTICATORS}`, `CR 1.5(a) ${AUTHENTICATORS}`]],
    ["cr1.5", [`CR 1.5 ${AUTHENTICATORS}`, `CR 1.5(a) ${AUTHENTICATORS}`]],
    ["4-2 cr-1.5", [`CR 1.5 ${AUTHENTICATORS}`, `CR 1.5(a) ${AUTHENTICATORS}`]],
    ["cr 1.1 re1", ["CR 1.1 RE(1) Unique identification and authentication"]],
    ["CR 9.9", ["CR 9.9"]],
    ["sm", ["SM-4 Security expertise"]],
  ])("by the id %s", (query, names) => {
    expect(found(query)).toEqual(names);
  });

  test.each([
    ["cr1.", /^CR 1\.(?:1|5|10)/, 5],
    ["1.5", /^[CS]R 1\.5/, 3],
    ["authenticator MANAG", /^[CS]R 1\.5/, 3],
    ["", /^(?!CR 9)/, 7],
    ["  \t", /./, 7],
  ])("by its beginning or words: %j", (query, names, count) => {
    const all = found(query);
    expect(all).toHaveLength(count);
    for (const it of all) expect(it).toMatch(names);
  });

  test.each([
    "nothing of this",
    "…",
    "\u001b[31m",
    "::error file=x::",
    "=1+1",
    "%d %n",
    "(((((",
    "xx\nCR",
  ])("nothing by %j", (query) => {
    expect(found(query)).toEqual([]);
  });

  test("nothing where nothing is claimed", () => {
    expect(found("CR 1.5", {})).toEqual([]);
    expect(found("", {})).toEqual([]);
  });

  test("nothing by a text without end, in no time", () => {
    expect(found("CR ".repeat(200_000))).toEqual([]);
  });
});

test("a symbol says in which product and file its claim stands", () => {
  const { text, ranges } = marked("// @iec62443 [|CR 1.5|]\nint a;");
  const snapshot = snapshotOf({ "src/a b.c": text }, { product: "Gateway" });
  expect(workspaceSymbol(snapshot, "CR 1.5")).toMatchObject([
    {
      containerName: "Gateway/src/a b.c",
      location: { uri: `${ROOT}/src/a b.c`, range: ranges[0] },
    },
  ]);
});

test("ids of one's own are found by every writing and by their titles", async () => {
  const { workspace } = await markedWorkspace({
    "iec62443.yaml": "catalogs: rules.yaml\n",
    "rules.yaml": "part: company\nrequirements: [{ id: ACME-01, title: Keys stay in }]\n",
    "a.c": "|// @iec62443 acme 1\nint a;",
  });
  for (const query of ["acme 1", "ACME-01", "acme", "keys stay"]) {
    const names = workspaceSymbol(workspace.snapshot, query).map((it) => it.name);
    expect(names, query).toEqual(["ACME-01 Keys stay in"]);
  }
});

test("of a hundred thousand claims two hundred are shown, each requirement before any twice", () => {
  const names = found("", {
    "a.c": "// @iec62443 CR 1.5\nint a;\n".repeat(100_000),
    "b.c": "// @iec62443 CR 1.6, SM-4\nint a;\n",
  });
  expect(names).toHaveLength(200);
  expect(new Set(names.slice(0, 3)).size).toBe(3);
});

describe("the range of a symbol without one", () => {
  const { text, ranges } = marked(
    "// @iec62443 CR 1.5\nint a;\n// @iec62443 CR 1.1\nint b;\n// @iec62443 [|CR 1.5|]\nint c;",
  );
  const before = snapshotOf({ "a.c": text });
  const last = workspaceSymbol(before, "CR 1.5").map(withoutRange)[1];
  if (last === undefined) throw new Error("There is a second one.");

  test("comes when it is asked for", () => {
    expect(last.location).toEqual({ uri: `${ROOT}/a.c` });
    expect(workspaceSymbolResolve(before, last).location).toEqual({
      uri: `${ROOT}/a.c`,
      range: ranges[0],
    });
  });

  test("is that of the text as it is by then", () => {
    const after = snapshotOf({ "a.c": `\n${text}` });
    expect(workspaceSymbolResolve(after, last).location).toMatchObject({
      range: { start: { line: 5, character: 13 } },
    });
  });

  test("is where it was when the claim has gone", () => {
    const after = snapshotOf({ "a.c": "int a;" });
    expect(workspaceSymbolResolve(after, last).location).toMatchObject({ range: ranges[0] });
  });

  test.each([undefined, null, 3, {}, { range: null }, { range: { start: { line: "1" } } }])(
    "is the top of the file where the client sends %j back and nothing is there",
    (data) => {
      const symbol = { ...last, data };
      expect(workspaceSymbolResolve(snapshotOf({}), symbol).location).toMatchObject({
        range: { start: { line: 0, character: 0 } },
      });
    },
  );
});
