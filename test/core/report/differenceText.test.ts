import { expect, test } from "vitest";
import { differenceOf } from "../../../server/src/core/report/differenceOf.ts";
import { differenceText } from "../../../server/src/core/report/differenceText.ts";

const COMPARED = { product: "PLC", baseline: "base.json", folder: "pumps/" };
const NO_FINDINGS = { appeared: [], gone: [] };

test("a baseline that says anything begins no line of its own, and many changes are counted", () => {
  const claim = {
    part: "4-2",
    reference: "CR 1.1",
    relation: "implements",
    path: "a.c\n::error::b",
    subject: "int\u001b[31m a;\n::error::c",
  } as const;
  const lost = Array.from({ length: 60 }, () => claim);
  const changes = [{ states: [], lost, gained: [], moved: [] }];
  const difference = differenceOf(COMPARED, changes, NO_FINDINGS);
  expect(difference.isWorse).toBe(true);
  const lines = differenceText(difference);
  expect(lines).toHaveLength(52);
  expect(lines[0]).toBe("PLC, since base.json was written: 60 claims lost.");
  expect(lines[1]).toBe("  lost  implements CR 1.1  a.c ::error::b · int [31m a; ::error::c");
  expect(lines[51]).toBe("  lost  and 10 more");
});

test("what is worse comes first, and paths begin where those of the result do", () => {
  const state = { part: "4-2", reference: "CR 1.1", direction: "better" } as const;
  const gone = { code: "unknown-requirement", path: "a.c", about: "CR 9.9" };
  const known = { code: "reason-required", path: "b.c", about: "CR 1.2" };
  const finding = {
    code: "reason-required",
    level: "error",
    message: "partial needs a reason.",
    range: { start: { line: 2, character: 0 }, end: { line: 2, character: 4 } },
    fixes: [],
  } as const;
  const difference = differenceOf(
    COMPARED,
    [{ states: [{ ...state, to: "planned" }], lost: [], gained: [], moved: [] }],
    { appeared: [{ known, uri: "file:///p/b.c", finding }], gone: [gone] },
  );
  expect(difference.changes.map(({ kind, path, line }) => [kind, path, line])).toEqual([
    ["finding-new", "pumps/b.c", 3],
    ["state-rose", undefined, undefined],
    ["finding-gone", "pumps/a.c", undefined],
  ]);
  expect(differenceText(difference)).toEqual([
    "PLC, since base.json was written: 1 finding new, 1 state rose, 1 finding gone.",
    "  new  error reason-required  b.c:3 · partial needs a reason.",
    "  rose  CR 1.1  not asked for → planned",
    "  gone  unknown-requirement  a.c · CR 9.9",
  ]);
});
