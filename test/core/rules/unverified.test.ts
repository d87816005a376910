import { describe, expect, test } from "vitest";
import { defaultProject, type Project } from "../../../server/src/core/project.ts";
import { check } from "../../../server/src/core/rules/check.ts";
import { ROOT, snapshotOf } from "../../support/snapshotOf.ts";
import { statement } from "../../support/statement.ts";
import { findingsAcross, findingsInProjectFile } from "./support.ts";

const CODE = "unverified";
const ON: Partial<Project> = { rules: { [CODE]: "warning" } };

describe("unverified", () => {
  test("is off unless a project wants it", () => {
    expect(findingsAcross(CODE, { "a.c": "// @iec62443 CR 1.5" })).toEqual([]);
  });

  test("says what to write", () => {
    const [found] = findingsAcross(CODE, { "a.c": "// @iec62443 [|CR 1.5|]" }, ON);
    expect(found).toMatchInlineSnapshot(
      `"a.c:1 warning: CR 1.5 is implemented, and no test claims it. Write @iec62443 verifies CR 1.5 above a test that shows it."`,
    );
  });

  test("stands at the first claim that implements it", () => {
    const sources = {
      "a.c": "// @iec62443 partial CR 1.1: some\n// @iec62443 CR 1.7(a), [|CR 1.1|]\nint a;",
      "b.c": "// @iec62443 CR 1.1, [|CR 1.1 RE(1)|]",
    };
    expect(findingsAcross(CODE, sources, ON)).toHaveLength(2);
  });

  test.each<[string, Record<string, string>, Partial<Project>]>([
    [
      "what a test claims",
      { "a.c": "// @iec62443 CR 1.1", "t.c": "// @iec62443 verifies CR 1.1" },
      {},
    ],
    [
      "what a test claims by its heading",
      { "a.c": "// @iec62443 EDR 3.11", "t.c": "// @iec62443 verifies CR 3.11" },
      {},
    ],
    ["a part", { "a.c": "// @iec62443 partial CR 1.1: some" }, {}],
    ["one letter of four", { "a.c": "// @iec62443 CR 1.5(a)" }, {}],
    [
      "what the target does not ask for",
      { "a.c": "// @iec62443 CR 1.1, CR 1.1 RE(2)\n// @iec62443 verifies CR 1.1" },
      { target: 1 },
    ],
    ["another component's", { "a.c": "// @iec62443 EDR 3.11" }, { components: ["HDR"] }],
    [
      "what is stated as verified",
      { "a.c": "// @iec62443 CR 1.1" },
      { statements: [statement("CR 1.1", "verified")] },
    ],
  ])("is silent on %s", (_, sources, project) => {
    expect(findingsAcross(CODE, sources, { ...ON, ...project })).toEqual([]);
  });

  test("stands at the first letter where all are implemented", () => {
    const source = "// @iec62443 [|CR 1.5(a)|], CR 1.5(b), CR 1.5(c), CR 1.5(d)";
    expect(findingsAcross(CODE, { "a.c": source }, ON)).toHaveLength(1);
  });

  test("stands at the statement where nothing else implements it", () => {
    const source = `statements:\n  - { requirement: [|CR 2.2|], status: implemented }\nrules: { ${CODE}: info }`;
    const [found] = findingsInProjectFile(CODE, source);
    expect(found?.level).toBe("info");
    const plain = source.replaceAll(/\[\||\|\]/g, "");
    expect(findingsInProjectFile(CODE, plain, { "a.c": "// @iec62443 CR 2.2" })).toEqual([]);
  });

  test("does not take the test of another project", () => {
    const snapshot = snapshotOf({
      "a/x.c": "// @iec62443 CR 1.1",
      "b/t.c": "// @iec62443 verifies CR 1.1",
    });
    const projects = ["a", "b"].map((it) => ({ ...defaultProject(`${ROOT}/${it}`), ...ON }));
    const found = check({ ...snapshot, projects }, `${ROOT}/a/x.c`);
    expect(found.map((it) => it.code)).toEqual([CODE]);
  });
});
