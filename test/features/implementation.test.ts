import { expect, test } from "vitest";
import { implementation } from "../../server/src/features/implementation.ts";
import { markedWorkspace } from "../support/markedWorkspace.ts";
import { ROOT, snapshotOf } from "../support/snapshotOf.ts";

const RULES = "part: company\nrequirements:\n  - id: ACME-01\n    title: Keys stay\n";

test.each<[string, Record<string, string>]>([
  [
    "from an annotation, without tests and plans",
    {
      "a.c":
        "// @iec62443 verifies CR| 1.5\nint t;\n// @iec62443 [|cr-1.5|]\nint a;\n// @iec62443 planned CR 1.5\nint p;",
      "b.py":
        "# @iec62443 partial [|CR 1.5(a)|]: half\nx = 1\n# @iec62443 compensating CR 1.3, [|1.5|]: by a guard\ny = 2",
    },
  ],
  [
    "of a requirement with its enhancements",
    { "a.c": "// @iec62443 [|CR| 1.1|]\nint a;\n// @iec62443 [|CR 1.1 RE(1)|]\nint b;" },
  ],
  [
    "of an enhancement its own",
    { "a.c": "// @iec62443 CR 1.1\nint a;\n// @iec62443 [|CR 1.1 RE(|1)|]\nint b;" },
  ],
  [
    "of a heading those of the typed ids",
    { "a.c": "// @iec62443 verifies CR| 3.11\nint a;\n// @iec62443 [|EDR 3.11|]\nint b;" },
  ],
  [
    "from a statement of the project file",
    {
      "a.c": "// @iec62443 [|CR 1.5|]\nint a;",
      "iec62443.yaml": "statements:\n  - requirement: CR |1.5\n    status: planned\n",
    },
  ],
  [
    "from an entry of a catalog file of one's own",
    {
      "a.c": "// @iec62443 [|acme 1|]\nint a;",
      "iec62443.yaml": "catalogs: rules.yaml\n",
      "rules.yaml": RULES.replace("ACME", "AC|ME"),
    },
  ],
  ["to nowhere where nothing does", { "a.c": "// @iec62443 verifies CR 1|.5\nint a;" }],
])("leads %s", async (_, sources) => {
  const { workspace, uri, cursor, expected } = await markedWorkspace(sources);
  const links = implementation(workspace.snapshot, uri, cursor) ?? [];
  expect(links.map((it) => ({ uri: it.targetUri, range: it.targetSelectionRange }))).toEqual(
    expected,
  );
});

test.each<[string, Record<string, string>]>([
  ["beside an id", { "a.c": "// @iec62443 CR 1.5\nint |a;" }],
  ["in what cannot be read", { "a.c": "// @iec62443 CR x|y\nint a;" }],
  ["on another word of a catalog file", { "rules.yaml": `|${RULES}` }],
])("is nothing %s", async (_, sources) => {
  const { workspace, uri, cursor } = await markedWorkspace({
    "iec62443.yaml": "catalogs: rules.yaml\n",
    ...sources,
  });
  expect(implementation(workspace.snapshot, uri, cursor)).toBeUndefined();
});

test("is nothing outside of the text or in an unknown file", () => {
  const snapshot = snapshotOf({ "a.c": "// @iec62443 CR 1.5\nint a;" });
  const far = { line: 2 ** 31, character: 2 ** 31 };
  expect(implementation(snapshot, `${ROOT}/a.c`, far)).toBeUndefined();
  expect(implementation(snapshot, "nonsense", { line: 0, character: 0 })).toBeUndefined();
});

test("names the characters asked about and the whole annotation that it leads to", () => {
  const snapshot = snapshotOf({ "a.c": "// @iec62443 CR 1.5 - why\nint a;" });
  const [link] = implementation(snapshot, `${ROOT}/a.c`, { line: 0, character: 14 }) ?? [];
  const line = (from: number, to: number) => ({
    start: { line: 0, character: from },
    end: { line: 0, character: to },
  });
  expect(link?.originSelectionRange).toEqual(line(13, 19));
  expect(link?.targetRange).toEqual(line(3, 25));
});
