import { describe, expect, test } from "vitest";
import { AnnotationIndex } from "../../server/src/core/annotationIndex.ts";
import type { Finding } from "../../server/src/core/rules/rule.ts";
import type { Snapshot } from "../../server/src/core/snapshot.ts";
import { claimsOnWire } from "../../server/src/lsp/claimsToWire.ts";
import { formatTarget, toWire } from "../../server/src/lsp/toWire.ts";
import { ROOT, snapshotOf, TODAY } from "../support/snapshotOf.ts";
import { statement } from "../support/statement.ts";

const PROBLEM: Finding = {
  code: "invalid-catalog",
  level: "error",
  message: "A requirement has no key levls.",
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 5 } },
  fixes: [],
};
const STATE = { indexing: false, problems: [] };

describe("the coverage on the wire", () => {
  test("builds after an edit only what the edit touches", () => {
    const before = snapshotOf({
      "a.c": "// @iec62443 CR 1.4",
      "b.c": "// @iec62443 CR 1.2, CR 1.4",
    });
    const items = (snapshot: Snapshot) => toWire(snapshot, STATE).projects[0]?.items ?? [];
    const first = items(before);
    const scan = snapshotOf({ "a.c": "" }).index.inFile(`${ROOT}/a.c`);
    const second = items({ ...before, index: before.index.with([[`${ROOT}/a.c`, scan]]) });
    expect(second.filter((it, at) => it !== first[at]).map((it) => it.reference)).toEqual([
      "CR 1.4",
    ]);
  });

  test("holds of another day what the day makes of it", () => {
    const statements = [statement("CR 1.4", "planned", { expires: TODAY })];
    const snapshot = snapshotOf({}, { statements, file: `${ROOT}/iec62443.yaml` });
    const states = [snapshot, { ...snapshot, today: "2026-11-25" }, snapshot].map((it) => {
      const item = toWire(it, STATE).projects[0]?.items.find((of) => of.reference === "CR 1.4");
      return [item?.state, item?.statements[0]?.isExpired];
    });
    expect(states).toEqual([
      ["planned", false],
      ["missing", true],
      ["planned", false],
    ]);
  });

  test("counts what cannot be used by the file that has it", () => {
    const [file, rules] = [`${ROOT}/iec62443.yaml`, `${ROOT}/rules.yaml`];
    const catalogFiles = [
      { uri: rules, problems: [PROBLEM, PROBLEM] },
      { uri: `${ROOT}/more.yaml`, problems: [] },
    ];
    const told = (problems: readonly Finding[]) =>
      toWire(snapshotOf({}, { file, problems, catalogFiles }), STATE).projects[0]?.problems;
    expect(told([PROBLEM])).toEqual([
      { uri: file, count: 1 },
      { uri: rules, count: 2 },
    ]);
    expect(told([])).toEqual([{ uri: rules, count: 2 }]);
  });

  test("says what the documents of the covered parts are called, and of no others", () => {
    const [project] = toWire(snapshotOf({}, { parts: ["4-2", "4-1"] }), STATE).projects;
    expect(project?.documents).toEqual([
      { part: "4-1", title: "Secure product development lifecycle requirements" },
      { part: "4-2", title: "Technical security requirements for IACS components" },
    ]);
  });

  test("is plain data", () => {
    const wire = toWire(snapshotOf({ "a.c": "// @iec62443 CR 1.5\nint a;" }), STATE);
    expect(JSON.parse(JSON.stringify(wire))).toEqual(wire);
  });

  test("names each claim by a path that people read", () => {
    const source = "// @iec62443 partial CR 1.5: no expiry\nint a;";
    const snapshot = snapshotOf({ "src/a b.c": source });
    const [project] = toWire(snapshot, STATE).projects;
    expect(project?.items.find((it) => it.reference === "CR 1.5")).toMatchObject({
      part: "4-2",
      requirement: "CR 1.5",
      state: "partial",
      fr: 1,
      levels: [1, 2, 3, 4],
      page: "iec62443:/4-2/2019/CR%201.5.md",
      counts: { partial: 1 },
    });
    const item = { part: "4-2", reference: "CR 1.5" };
    const [told] = claimsOnWire(snapshot, { project: ROOT, item });
    expect(told?.claims).toMatchObject([
      {
        uri: `${ROOT}/src/a b.c`,
        path: "src/a b.c",
        relation: "partial",
        subject: "int a;",
        text: "no expiry",
      },
    ]);
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

describe("the claims on the wire", () => {
  const snapshot = snapshotOf({ "a.c": "// @iec62443 CR 1.4, CR 1.5(a)\nint a;" });

  test("are those of one item, or of all", () => {
    const one = claimsOnWire(snapshot, {
      project: ROOT,
      item: { part: "4-2", reference: "CR 1.5" },
    });
    expect(one).toEqual([
      {
        part: "4-2",
        reference: "CR 1.5",
        claims: [expect.objectContaining({ path: "a.c", letter: "a", subject: "int a;" })],
      },
    ]);
    const all = claimsOnWire(snapshot, { project: ROOT });
    expect(all.filter((it) => it.claims.length > 0).map((it) => it.reference)).toEqual([
      "CR 1.4",
      "CR 1.5",
    ]);
  });

  test("of one item are built without those of the others", () => {
    const read: string[] = [];
    const scans = ["CR 1.4", "CR 1.5"].map((id) => {
      const { index } = snapshotOf({ [`${id}.c`]: `// @iec62443 ${id}\nint a;` });
      const [uri = ""] = index.uris;
      const scan = index.inFile(uri);
      if (scan === undefined) throw new Error("There is an annotation.");
      const annotations = scan.annotations.map((it) => ({
        ...it,
        get subject() {
          read.push(id);
          return { text: "int a;", line: 1 };
        },
      }));
      return [uri, { ...scan, annotations }] as const;
    });
    const counted = { ...snapshot, index: AnnotationIndex.empty.with(scans) };
    claimsOnWire(counted, { project: ROOT, item: { part: "4-2", reference: "CR 1.5" } });
    expect(read).toEqual(["CR 1.5"]);
  });

  test.each([
    ["a project that is gone", { project: `${ROOT}/other` }],
    ["an item that is gone", { project: ROOT, item: { part: "4-2", reference: "CR 9.9" } }],
    ["an item of another part", { project: ROOT, item: { part: "3-3", reference: "CR 1.5" } }],
  ])("are none of %s", (_, params) => {
    expect(claimsOnWire(snapshot, params)).toEqual([]);
  });
});
