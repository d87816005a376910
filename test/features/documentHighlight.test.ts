import { expect, test } from "vitest";
import { documentHighlight } from "../../server/src/features/documentHighlight.ts";
import { markedWorkspace } from "../support/markedWorkspace.ts";
import { ROOT, snapshotOf } from "../support/snapshotOf.ts";

test.each<[string, Record<string, string>]>([
  [
    "in each writing, in this file only",
    {
      "a.c": "// @iec62443 [|CR| 1.5|]\nint a;\n// @iec62443 verifies CR 1.1, [|1.5|]\nint b;",
      "b.c": "// @iec62443 CR 1.5\nint a;",
    },
  ],
  [
    "with enhancements and letters",
    {
      "a.c":
        "// @iec62443 [|CR| 1.1|]\nint a;\n// @iec62443 [|CR 1.1 RE(1)|]\nint b;\n// @iec62443 [|CR 1.1(a)|]\nint c;",
    },
  ],
  [
    "of an enhancement alone",
    { "a.c": "// @iec62443 CR 1.1\nint a;\n// @iec62443 [|CR 1.1 RE(|1)|]\nint b;" },
  ],
  [
    "of a letter alone",
    {
      "a.c":
        "// @iec62443 CR 1.5, CR 1.5(b)\nint a;\n// @iec62443 [|CR 1.5(|a)|]\nint b;\n// @iec62443 [|cr-1.5(a)|]\nint c;",
    },
  ],
  [
    "of a heading and its typed ids",
    { "a.c": "// @iec62443 [|CR 3|.11|]\nint a;\n// @iec62443 [|EDR 3.11|]\nint b;" },
  ],
  [
    "in the project file, each item once",
    {
      "iec62443.yaml":
        "statements:\n  - requirement: [|CR 1|.5|]\n    status: planned\n  - requirement: [[|CR 1.5(c)|], CR 1.1]\n    status: planned\n  - requirement: [|'CR 1.5(a), CR 1.5(b)'|]\n    status: planned\n",
    },
  ],
  [
    "in a catalog file of one's own",
    {
      "iec62443.yaml": "catalogs: rules.yaml\n",
      "rules.yaml":
        "part: company\nrequirements:\n  - { id: [|ACME-0|1|], title: One }\n  - { id: ACME-02, title: Two }\n",
    },
  ],
])("the same requirement is found %s", async (_, sources) => {
  const { workspace, uri, cursor, expected } = await markedWorkspace(sources);
  const found = documentHighlight(workspace.snapshot, uri, cursor) ?? [];
  expect(found).toEqual(expected.map(({ range }) => ({ range, kind: 1 })));
});

test.each([
  ["beside an id", `${ROOT}/a.c`, { line: 1, character: 4 }],
  ["in a line that cannot be read", `${ROOT}/a.c`, { line: 2, character: 15 }],
  ["outside of the text", `${ROOT}/a.c`, { line: 2 ** 31, character: 2 ** 31 }],
  ["before the text", `${ROOT}/a.c`, { line: -1, character: -1 }],
  ["in an unknown file", "nonsense", { line: 0, character: 14 }],
])("nothing is found %s", (_, uri, position) => {
  const snapshot = snapshotOf({ "a.c": "// @iec62443 CR 1.5\nint a;\n// @iec62443 CR x\nint b;" });
  expect(documentHighlight(snapshot, uri, position)).toBeUndefined();
});

test("a hundred thousand places are found, too", () => {
  const text = "// @iec62443 CR 1.5\nint a;\n".repeat(100_000);
  const found = documentHighlight(snapshotOf({ "a.c": text }), `${ROOT}/a.c`, {
    line: 0,
    character: 14,
  });
  expect(found).toHaveLength(100_000);
});
