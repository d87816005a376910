import { describe, expect, test } from "vitest";
import { formatTarget, toWire } from "../../server/src/lsp/toWire.ts";
import { ROOT, snapshotOf } from "../support/snapshotOf.ts";

const STATE = { indexing: false, problems: [] };

describe("the coverage on the wire", () => {
  test("is plain data", () => {
    const wire = toWire(snapshotOf({ "a.c": "// @iec62443 CR 1.5\nint a;" }), STATE);
    expect(JSON.parse(JSON.stringify(wire))).toEqual(wire);
  });

  test("names each claim by a path that people read", () => {
    const source = "// @iec62443 partial CR 1.5: no expiry\nint a;";
    const [project] = toWire(snapshotOf({ "src/a b.c": source }), STATE).projects;
    expect(project?.items.find((it) => it.reference === "CR 1.5")).toMatchObject({
      part: "4-2",
      requirement: "CR 1.5",
      state: "partial",
      fr: 1,
      levels: [1, 2, 3, 4],
      page: "iec62443:/4-2/2019/CR%201.5.md",
      claims: [
        {
          uri: `${ROOT}/src/a b.c`,
          path: "src/a b.c",
          relation: "partial",
          subject: "int a;",
          text: "no expiry",
        },
      ],
    });
  });

  test("says why something does not apply", () => {
    const source = "// @iec62443 not-applicable CR 2.2: no radio\nint a;";
    const [project] = toWire(snapshotOf({ "a.c": source }), STATE).projects;
    const item = project?.items.find((it) => it.reference === "CR 2.2");
    expect(item).toMatchObject({ state: "not-applicable", reason: "no radio" });
  });

  test("an enhancement has a summary of its own and the page of its base", () => {
    const [project] = toWire(snapshotOf({}), STATE).projects;
    const base = project?.items.find((it) => it.reference === "CR 1.1");
    const enhancement = project?.items.find((it) => it.reference === "CR 1.1 RE(1)");
    expect(enhancement?.requirement).toBe("CR 1.1");
    expect(enhancement?.page).toBe(base?.page);
    expect(enhancement?.summary).not.toBe(base?.summary);
  });

  test("keeps what was skipped, with the reason", () => {
    const snapshot = { ...snapshotOf({}), skipped: [{ uri: `${ROOT}/big.c`, why: "too large" }] };
    expect(toWire(snapshot, STATE).skipped).toEqual([
      { uri: `${ROOT}/big.c`, path: "big.c", why: "too large" },
    ]);
  });

  test.each([
    [undefined, undefined],
    [2 as const, "SL 2"],
    [{ 1: 3, 2: 2 } as const, "FR 1: 3, FR 2: 2"],
  ])("writes the target %j as %j", (target, written) => {
    expect(formatTarget(target)).toBe(written);
  });
});
