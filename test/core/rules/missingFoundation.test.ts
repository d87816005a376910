import { describe, expect, test } from "vitest";
import { defaultProject, type Project } from "../../../server/src/core/project.ts";
import { check } from "../../../server/src/core/rules/check.ts";
import { ROOT, snapshotOf } from "../../support/snapshotOf.ts";
import { statement } from "../../support/statement.ts";
import { findingsAcross } from "./support.ts";

const CODE = "missing-foundation";
const EMBEDDED: Partial<Project> = { components: ["EDR"] };

describe("missing-foundation", () => {
  test("says what is missing, and that it is guidance", () => {
    const [found] = findingsAcross(CODE, { "a.c": "// @iec62443 [|CR 1.5|]" }, EMBEDDED);
    expect(found).toMatchInlineSnapshot(
      `"a.c:1 info: CR 1.5 rests on root of trust (EDR 3.11, EDR 3.12 or EDR 3.13), which nothing in this project claims. Claim it where code meets it, or state why there is none. This is guidance, not a rule of the standard."`,
    );
  });

  test.each([
    ["a test", "// @iec62443 verifies [|CR 4.1|]"],
    ["a part", "// @iec62443 partial [|CR 4.1|]: some"],
    ["a letter", "// @iec62443 [|CR 4.1(a)|]"],
    ["an enhancement", "// @iec62443 CR 1.7, [|CR 1.14 RE(1)|]"],
  ])("finds %s", (_, source) => {
    expect(findingsAcross(CODE, { "a.c": source })).toHaveLength(1);
  });

  test("speaks of the step directly below only", () => {
    const [found, ...others] = findingsAcross(CODE, { "a.c": "// @iec62443 [|CR 4.1|]" }, EMBEDDED);
    expect(others).toEqual([]);
    expect(found).toContain("rests on secure communication (CR 1.14), which");
  });

  test("is told once for each requirement, at its first claim", () => {
    const found = findingsAcross(
      CODE,
      {
        "a.c": "// @iec62443 planned CR 1.5\n// @iec62443 [|CR 1.5|]\nint a;\n// @iec62443 CR 1.5",
        "b.c": "// @iec62443 CR 1.5\n// @iec62443 verifies [|CR 1.2|]",
      },
      EMBEDDED,
    );
    expect(found).toHaveLength(2);
  });

  test.each<[string, Record<string, string>, Partial<Project>]>([
    [
      "a claimed foundation",
      { "a.c": "// @iec62443 CR 1.5", "b.c": "// @iec62443 EDR 3.12" },
      EMBEDDED,
    ],
    ["one claimed by its heading", { "a.c": "// @iec62443 CR 1.5, CR 3.11" }, EMBEDDED],
    ["one only planned", { "a.c": "// @iec62443 CR 1.5\n// @iec62443 planned EDR 3.11" }, EMBEDDED],
    [
      "one that does not apply",
      { "a.c": "// @iec62443 CR 1.5\n// @iec62443 not-applicable EDR 3.11: why" },
      EMBEDDED,
    ],
    [
      "one that is stated",
      { "a.c": "// @iec62443 CR 1.5" },
      { ...EMBEDDED, statements: [statement("EDR 3.13", "implemented")] },
    ],
    ["what rests on nothing", { "a.c": "// @iec62443 EDR 3.11, CR 7.1" }, EMBEDDED],
    ["what is only planned", { "a.c": "// @iec62443 planned CR 1.5" }, EMBEDDED],
    [
      "a component without such a foundation",
      { "a.c": "// @iec62443 CR 1.5" },
      { components: ["SAR"] },
    ],
    ["a project that names no types", { "a.c": "// @iec62443 CR 1.5" }, {}],
    [
      "a part that is not covered",
      { "a.c": "// @iec62443 CR 1.5" },
      { ...EMBEDDED, parts: ["4-1"] },
    ],
    [
      "a rule that is off",
      { "a.c": "// @iec62443 CR 1.5" },
      { ...EMBEDDED, rules: { [CODE]: "off" } },
    ],
  ])("is silent on %s", (_, sources, project) => {
    expect(findingsAcross(CODE, sources, project)).toEqual([]);
  });

  test.each([
    ["a denial without a reason", "// @iec62443 not-applicable EDR 3.11", {}],
    ["a claim for another component", "// @iec62443 HDR 3.11", {}],
    [
      "an expired statement",
      "int a;",
      { statements: [statement("EDR 3.11", "implemented", { expires: "2026-01-01" })] },
    ],
  ])("does not take %s for the foundation", (_, other, project) => {
    const sources = { "a.c": "// @iec62443 [|CR 1.5|]", "b.c": other };
    expect(findingsAcross(CODE, sources, { ...EMBEDDED, ...project })).toHaveLength(1);
  });

  test("does not take the foundation of another project, and is told in each", () => {
    const snapshot = snapshotOf({
      "a/x.c": "// @iec62443 CR 1.5",
      "b/y.c": "// @iec62443 CR 1.5",
      "b/z.c": "// @iec62443 EDR 3.11",
      "c/x.c": "// @iec62443 CR 1.5",
    });
    const projects = ["a", "b", "c"].map(
      (it): Project => ({ ...defaultProject(`${ROOT}/${it}`), components: ["EDR"] }),
    );
    const codesIn = (path: string) =>
      check({ ...snapshot, projects }, `${ROOT}/${path}`).map((it) => it.code);
    expect([codesIn("a/x.c"), codesIn("b/y.c"), codesIn("c/x.c")]).toEqual([[CODE], [], [CODE]]);
  });
});
