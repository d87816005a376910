import { describe, expect, test } from "vitest";
import { coverageOf } from "../../../server/src/core/coverage.ts";
import { defaultProject } from "../../../server/src/core/project.ts";
import { check } from "../../../server/src/core/rules/check.ts";
import { projectFileOf } from "../../support/projectFileOf.ts";
import { ROOT, snapshotOf } from "../../support/snapshotOf.ts";
import { findingsInProjectFile } from "./support.ts";

const CODE = "uncovered";

/** What the findings name, as `CR 1.6`. */
function named(source: string, files: Readonly<Record<string, string>> = {}): readonly string[] {
  return findingsInProjectFile(CODE, source, files).map((it) => it.message.split(" (", 1)[0] ?? "");
}

describe("uncovered", () => {
  test("is told where the target stands, with its title", () => {
    const found = findingsInProjectFile(CODE, "product: A\ntarget: [|1|]");
    expect(`${found[4]?.level}: ${found[4]?.message}`).toMatch(
      /^info: CR 1\.1 \(Human user identification and authentication\) is asked for at SL 1, and nothing meets it\. .+\.$/,
    );
    const why = "State why CR 1.1 is not applicable…";
    expect(found[4]?.fixes.map((it) => it.title)).toEqual([why]);
  });

  test("is told of what the target asks for, and of nothing else", () => {
    const low = named("target: [|1|]\ncomponent: embedded-device");
    expect(low).toContain("CR 1.1");
    expect(low).toContain("EDR 3.14");
    expect(low).not.toContain("CR 1.1 RE(1)");
    expect(low).not.toContain("HDR 3.14");
    expect(named("target: [|2|]")).toContain("CR 1.1 RE(1)");
    expect(named("target: [|{ FR 1: 2, FR 2: 1 }|]")).toContain("CR 1.1 RE(1)");
  });

  test.each([
    ["nothing", "product: A"],
    ["no level that can be read", "target: 5"],
  ])("is silent where a file aims at %s", (_, text) => {
    const snapshot = snapshotOf({}, projectFileOf(text));
    const codes = check(snapshot, `${ROOT}/iec62443.yaml`).map((it) => it.code);
    expect(codes).not.toContain(CODE);
  });

  test("is silent about what a vector leaves out", () => {
    const found = named("target: [|{ FR 1: 1 }|]");
    expect(found).toContain("CR 1.1");
    expect(found.filter((it) => it.startsWith("CR 2."))).toEqual([]);
  });

  test("stands in the first line where the target is a setting", () => {
    const snapshot = snapshotOf({}, { ...projectFileOf("product: A"), target: 1 });
    const found = check(snapshot, `${ROOT}/iec62443.yaml`).filter((it) => it.code === CODE);
    const start = { line: 0, character: 0 };
    expect(found[0]?.range).toEqual({ start, end: start });
  });

  test.each([
    ["claimed", "// @iec62443 CR 1.1"],
    ["claimed in part", "// @iec62443 partial CR 1.1: some"],
    ["planned", "// @iec62443 planned CR 1.1"],
    ["not applicable", "// @iec62443 not-applicable CR 1.1: why"],
  ])("leaves out what is %s", (_, source) => {
    const target = "target: [|1|]";
    expect(named(target)).toContain("CR 1.1");
    expect(named(target, { "a.c": source })).not.toContain("CR 1.1");
  });

  test.each([
    ["tested only", "// @iec62443 verifies CR 1.1"],
    ["denied without a reason", "// @iec62443 not-applicable CR 1.1"],
  ])("names what is %s", (_, source) => {
    expect(named("target: [|1|]", { "a.c": source })).toContain("CR 1.1");
  });

  test("tells as many as the coverage counts", () => {
    const snapshot = snapshotOf(
      { "a.c": "// @iec62443 CR 1.1, CR 1.5(a)" },
      { file: `${ROOT}/iec62443.yaml`, target: 3 },
    );
    const [project = defaultProject(ROOT)] = snapshot.projects;
    const found = check(snapshot, `${ROOT}/iec62443.yaml`).filter((it) => it.code === CODE);
    expect(found).toHaveLength(coverageOf(snapshot, project).totals.missing);
  });

  test("never stands in code, nor where there is no project file", () => {
    const snapshot = snapshotOf({ "a.c": "// @iec62443 CR 1.1" }, { target: 1 });
    expect(check(snapshot, `${ROOT}/a.c`)).toEqual([]);
    expect(check(snapshot, `${ROOT}/iec62443.yaml`)).toEqual([]);
  });

  test("has the level that the project gives it", () => {
    const source = `target: [|1|]\nrules: { ${CODE}: warning }`;
    expect(findingsInProjectFile(CODE, source)[0]?.level).toBe("warning");
    expect(findingsInProjectFile(CODE, `target: 1\nrules: { ${CODE}: off }`)).toEqual([]);
  });
});
