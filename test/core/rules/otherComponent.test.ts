import { describe, expect, test } from "vitest";
import type { Project } from "../../../server/src/core/project.ts";
import { check } from "../../../server/src/core/rules/check.ts";
import { ROOT, snapshotOf } from "../../support/snapshotOf.ts";
import { statement } from "../../support/statement.ts";
import { apply, findings, fixed, messages } from "./support.ts";

const CODE = "other-component";
const FILE = `${ROOT}/iec62443.yaml`;
const HOST: Partial<Project> = { product: "Valve", components: ["HDR"] };

describe("other-component", () => {
  test("says of whom it is asked, and what to write", () => {
    expect(messages(CODE, "// @iec62443 [|EDR 3.11|]", HOST)).toMatchInlineSnapshot(
      `"warning: EDR 3.11 is asked of an embedded device, and Valve is a host device. Write HDR 3.11, or add embedded-device under component in iec62443.yaml."`,
    );
    expect(messages(CODE, "// @iec62443 [|NDR 5.2|]", HOST)).toMatchInlineSnapshot(
      `"warning: NDR 5.2 is asked of a network device, and Valve is a host device. It has no counterpart there: take it out, or add network-device under component in iec62443.yaml."`,
    );
  });

  test.each<[string, string, Partial<Project>]>([
    ["its own", "// @iec62443 HDR 3.11", HOST],
    ["what is asked of all", "// @iec62443 CR 1.1", HOST],
    ["a heading", "// @iec62443 CR 3.11", HOST],
    ["an unknown id", "// @iec62443 EDR 9.9", HOST],
    ["a project that names no types", "// @iec62443 EDR 3.11", {}],
    ["one of two types", "// @iec62443 EDR 3.11", { components: ["EDR", "HDR"] }],
    ["a rule that is off", "// @iec62443 EDR 3.11", { ...HOST, rules: { [CODE]: "off" } }],
  ])("is silent on %s", (_, source, project) => {
    expect(findings(CODE, source, project)).toEqual([]);
  });

  test.each([
    ["// @iec62443 [|EDR 3.11|]: text", "HDR 3.11", "// @iec62443 HDR 3.11: text"],
    ["// @iec62443 [|EDR 3.11 RE(1)|]", "HDR 3.11 RE(1)", "// @iec62443 HDR 3.11 RE(1)"],
    ["// @iec62443 CR 1.7, [|edr3.12|]", "HDR 3.12", "// @iec62443 CR 1.7, HDR 3.12"],
  ])("writes the counterpart in %s", (source, instead, result) => {
    expect(fixed(CODE, source, HOST)).toEqual({ [`Change to ${instead}`]: result });
  });

  test("leaves an enhancement out that the counterpart does not have", () => {
    expect(fixed(CODE, "// @iec62443 [|HDR 3.2 RE(1)|]", { components: ["EDR"] })).toEqual({
      "Change to EDR 3.2": "// @iec62443 EDR 3.2",
    });
    expect(fixed(CODE, "// @iec62443 [|EDR 2.4(b)|]", { components: ["SAR"] })).toEqual({
      "Change to SAR 2.4(b)": "// @iec62443 SAR 2.4(b)",
    });
  });

  test("offers each type of the project, and prefers none", () => {
    const source = "// @iec62443 [|EDR 3.11|]";
    const project: Partial<Project> = { components: ["HDR", "NDR"] };
    expect(fixed(CODE, source, project)).toEqual({
      "Change to HDR 3.11": "// @iec62443 HDR 3.11",
      "Change to NDR 3.11": "// @iec62443 NDR 3.11",
    });
    expect(findings(CODE, source, project)[0]?.fixes.some((it) => it.isPreferred)).toBe(false);
    expect(findings(CODE, source, HOST)[0]?.fixes[0]?.isPreferred).toBe(true);
  });

  test("removes a claim whose counterpart stands beside it", () => {
    expect(fixed(CODE, "// @iec62443 [|EDR 3.11|], HDR 3.11", HOST)).toEqual({
      "Remove EDR 3.11": "// @iec62443 HDR 3.11",
    });
  });

  test.each([
    ["a statement", "requirement: [|EDR 3.11|]", 1, "requirement: HDR 3.11"],
    ["one of a text", "requirement: [|CR 1.1, EDR 3.11|]", 2, 'requirement: "CR 1.1, HDR 3.11"'],
  ])("changes %s in the project file", (_, source, count, result) => {
    const text = source.replaceAll(/\[\||\|\]/g, "");
    const start = source.indexOf("[|");
    const range = {
      start: { line: 0, character: start },
      end: { line: 0, character: source.indexOf("|]") - 2 },
    };
    const said = [
      statement("CR 1.1", "planned", { requirementRange: range }),
      statement("EDR 3.11", "planned", { requirementRange: range }),
    ].slice(-count);
    const snapshot = snapshotOf({}, { ...HOST, file: FILE, statements: said });
    const found = check(snapshot, FILE).filter((it) => it.code === CODE);
    expect(found.map((it) => it.range)).toEqual([range]);
    expect(found[0]?.fixes.map((it) => apply(it, text))).toEqual([result]);
  });
});
