import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AnnotationIndex } from "../../../server/src/core/annotationIndex.ts";
import { coverageOf } from "../../../server/src/core/coverage.ts";
import type { Project } from "../../../server/src/core/project.ts";
import { formatReference } from "../../../server/src/core/reference.ts";
import type { Snapshot } from "../../../server/src/core/snapshot.ts";
import { ROOT, snapshotOf, TODAY } from "../../support/snapshotOf.ts";
import { fileLines, product, scanOf, snapshotOfProduct } from "./randomProducts.ts";

/** Files of the outer and of the inner project. */
const path = fc.constantFrom("a.c", "b.c", "plc/a.c", "plc/b.c", "plcx/a.c");

const edit = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("write"), path, lines: fileLines }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("delete"), path }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("projects"), of: fc.constantFrom(1, 2) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("day"),
      today: fc.constantFrom("2026-11-22", TODAY),
    }),
  },
);

/** The projects with values that nothing is remembered of. */
function forgotten({ index, projects, ...snapshot }: Snapshot): Snapshot {
  const scans = index.uris.map((uri) => [uri, index.inFile(uri)] as const);
  return {
    ...snapshot,
    index: AnnotationIndex.empty.with(scans),
    projects: projects.map((it) => ({ ...it })),
  };
}

function everything(snapshot: Snapshot) {
  return snapshot.projects.map((it) => {
    const { project, ...answer } = coverageOf(snapshot, it);
    return answer;
  });
}

describe("the coverage after edits", () => {
  test("is that of a fresh look at the same files", () => {
    fc.assert(
      fc.property(product, fc.array(edit, { maxLength: 12 }), (told, edits) => {
        let snapshot = snapshotOfProduct(told, TODAY);
        const [outer] = snapshot.projects;
        if (outer === undefined) throw new Error("There is a project.");
        const inner: Project = { ...outer, root: `${ROOT}/plc`, target: 1 };
        everything(snapshot);
        for (const it of edits) {
          snapshot = after(snapshot, it, [outer, inner]);
          expect(everything(snapshot)).toEqual(everything(forgotten(snapshot)));
        }
      }),
      { numRuns: 60 },
    );
  });
});

type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function after(snapshot: Snapshot, it: Edit, projects: readonly Project[]): Snapshot {
  if ("lines" in it)
    return { ...snapshot, index: snapshot.index.with([scanOf(it.path, it.lines)]) };
  if ("path" in it) {
    return { ...snapshot, index: snapshot.index.with([[`${ROOT}/${it.path}`, undefined]]) };
  }
  if ("of" in it) return { ...snapshot, projects: projects.slice(0, it.of) };
  return { ...snapshot, today: it.today };
}

describe("an edit of one file", () => {
  /** The items that are other values after the first file has this text. */
  function madeAnew(text: string): readonly string[] {
    const b = "// @iec62443 CR 1.5, CR 2.1, CR 3.11\nint b;";
    const components = ["EDR", "HDR"] as const;
    const before = snapshotOf(
      { "a.c": "// @iec62443 CR 1.1 RE(1), CR 1.5", "b.c": b },
      { components },
    );
    const [project] = before.projects;
    if (project === undefined) throw new Error("There is a project.");
    const { items } = coverageOf(before, project);
    const scan = snapshotOf({ "a.c": text }).index.inFile(`${ROOT}/a.c`);
    const index = before.index.with([[`${ROOT}/a.c`, scan]]);
    return coverageOf({ ...before, index }, project)
      .items.filter((it, position) => it !== items[position])
      .map((it) => formatReference(it.reference));
  }

  const CR11 = ["CR 1.1", "CR 1.1 RE(1)", "CR 1.1 RE(2)"];

  test.each<[string, string, readonly string[]]>([
    ["that it named", "int a;", [...CR11, "CR 1.5", "CR 1.5 RE(1)"]],
    [
      "that it names now",
      "// @iec62443 CR 1.1 RE(1), CR 1.5, CR 1.2\nint a;",
      [...CR11, "CR 1.2", "CR 1.2 RE(1)", "CR 1.5", "CR 1.5 RE(1)"],
    ],
    [
      "that a heading in it stands for",
      "// @iec62443 CR 3.11\nint a;",
      [
        ...CR11,
        "CR 1.5",
        "CR 1.5 RE(1)",
        "EDR 3.11",
        "EDR 3.11 RE(1)",
        "HDR 3.11",
        "HDR 3.11 RE(1)",
      ],
    ],
  ])("makes the items of requirements anew %s, and no others", (_, text, names) => {
    expect([...madeAnew(text)].sort()).toEqual([...names].sort());
  });
});

test("an edit of one file of two thousand makes anew what a few hundred say, and no more", () => {
  const scans = Array.from({ length: 2000 }, (_, it) => scanOf(`f${it}.c`, ["CR 1.1"]));
  const before: Snapshot = { ...snapshotOf({}), index: AnnotationIndex.empty.with(scans) };
  const after = { ...before, index: before.index.with([scanOf("f500.c", ["verifies CR 1.1"])]) };
  const [was, is] = [before, after].map((snapshot) =>
    snapshot.projects
      .flatMap((it) => coverageOf(snapshot, it).items)
      .find((it) => it.reference.id === "CR 1.1"),
  );
  expect(is?.state).toBe("verified");
  expect(is?.sayings).toHaveLength(2000);
  const known = new Set(was?.sayings);
  expect(is?.sayings.filter((it) => !known.has(it)).length).toBeLessThanOrEqual(256);
});
