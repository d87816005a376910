import { describe, expect, test } from "vitest";
import { defaultProject, type Project } from "../../../server/src/core/project.ts";
import { check } from "../../../server/src/core/rules/check.ts";
import { ROOT, snapshotOf } from "../../support/snapshotOf.ts";
import { statement } from "../../support/statement.ts";
import {
  findings,
  findingsAcross,
  findingsInProjectFile,
  fixed,
  fixedProjectFile,
  messages,
} from "./support.ts";

const CODE = "enhancement-without-base";

describe("enhancement-without-base", () => {
  test("names the base", () => {
    expect(messages(CODE, "// @iec62443 [|CR 1.1 RE(1)|]")).toMatchInlineSnapshot(
      `"warning: CR 1.1 RE(1) adds to CR 1.1, of which nothing is said in this project. Claim CR 1.1 where code meets it, here or elsewhere."`,
    );
  });

  test.each(["partial", "verifies", "compensating"])("finds %s, too", (relation) => {
    expect(findings(CODE, `// @iec62443 ${relation} [|CR 1.1 RE(1)|]: text`)).toHaveLength(1);
  });

  test.each<[string, Record<string, string>, Partial<Project>]>([
    ["a base beside it", { "a.c": "// @iec62443 CR 1.1, CR 1.1 RE(1)" }, {}],
    [
      "a base in another file",
      { "a.c": "// @iec62443 CR 1.1 RE(1)", "b.c": "// @iec62443 planned CR 1.1" },
      {},
    ],
    [
      "a base that is claimed by its heading",
      { "a.c": "// @iec62443 EDR 3.11 RE(1)", "b.c": "// @iec62443 CR 3.11" },
      {},
    ],
    [
      "a letter of the base",
      { "a.c": "// @iec62443 CR 1.9 RE(1)", "b.c": "// @iec62443 CR 1.9(a)" },
      {},
    ],
    [
      "a base that is stated",
      { "a.c": "// @iec62443 CR 1.1 RE(1)" },
      { statements: [statement("CR 1.1", "implemented")] },
    ],
    ["what is only planned", { "a.c": "// @iec62443 planned CR 1.1 RE(1)" }, {}],
    ["what does not apply", { "a.c": "// @iec62443 not-applicable CR 1.1 RE(1): why" }, {}],
    ["an unknown base", { "a.c": "// @iec62443 CR 9.9 RE(1)" }, {}],
    ["an unknown enhancement", { "a.c": "// @iec62443 CR 1.2 RE(7)" }, {}],
    ["another component", { "a.c": "// @iec62443 EDR 3.11 RE(1)" }, { components: ["HDR"] }],
    ["a rule that is off", { "a.c": "// @iec62443 CR 1.1 RE(1)" }, { rules: { [CODE]: "off" } }],
  ])("is silent on %s", (_, sources, project) => {
    expect(findingsAcross(CODE, sources, project)).toEqual([]);
  });

  test("does not take the base of another project, nor an expired statement", () => {
    const snapshot = snapshotOf({
      "a/x.c": "// @iec62443 CR 1.1 RE(1)",
      "b/y.c": "// @iec62443 CR 1.1",
    });
    const statements = [statement("CR 1.1", "implemented", { expires: "2026-11-23" })];
    const projects = [{ ...defaultProject(`${ROOT}/a`), statements }, defaultProject(`${ROOT}/b`)];
    const found = check({ ...snapshot, projects }, `${ROOT}/a/x.c`);
    expect(found.map((it) => it.code)).toEqual([CODE]);
  });

  test.each([
    ["// @iec62443 [|CR 1.1 RE(1)|]: text", "// @iec62443 CR 1.1, CR 1.1 RE(1): text"],
    [
      "// @iec62443 [|CR 1.1 RE(1)|], CR 1.1 RE(2)",
      "// @iec62443 CR 1.1, CR 1.1 RE(1), CR 1.1 RE(2)",
    ],
    ["// @iec62443 CR 1.7, [|cr1.1 re1|]", "// @iec62443 CR 1.7, CR 1.1, CR 1.1 RE(1)"],
    ["// @iec62443 verifies [|CR 1.1 RE(1)|]", "// @iec62443 verifies CR 1.1, CR 1.1 RE(1)"],
  ])("inserts the base once into %s", (source, result) => {
    expect(fixed(CODE, source)).toEqual({ "Insert CR 1.1 before it": result });
  });

  test.each([
    ["- requirement: [|CR 2.1 RE(1)|]\n    status: implemented", '"CR 2.1, CR 2.1 RE(1)"'],
    ["- { requirement: [|CR 2.1 RE(1)|], status: verified }", '"CR 2.1, CR 2.1 RE(1)"'],
    [
      "- requirement: [CR 1.1, [|'cr2.1 re1'|]]\n    status: compensating\n    reason: By the zone.",
      '"CR 2.1, CR 2.1 RE(1)"',
    ],
    [
      "- requirement:\n      - [|CR 1.1, CR 2.1 RE(1)|]\n    status: implemented",
      '"CR 1.1, CR 2.1, CR 2.1 RE(1)"',
    ],
  ])("is told of the statement %s, and inserts the base", (source, result) => {
    const file = `statements:\n  ${source}\n`;
    expect(fixedProjectFile(CODE, file)).toEqual([file.replace(/\[\|.*\|\]/, result)]);
  });

  test("is silent on a statement that has expired or is only planned", () => {
    const file = (rest: string) => `statements:\n  - { requirement: CR 2.1 RE(1), ${rest} }`;
    expect(findingsInProjectFile(CODE, file("status: planned"))).toEqual([]);
    const expired = file("status: implemented, expires: 2026-01-01");
    expect(findingsInProjectFile(CODE, expired)).toEqual([]);
  });
});
