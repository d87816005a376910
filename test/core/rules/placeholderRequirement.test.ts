import { describe, expect, test } from "vitest";
import type { Project } from "../../../server/src/core/project.ts";
import { findings, fixed, messages } from "./support.ts";

const EDR: Partial<Project> = { components: ["EDR"] };

describe("placeholder-requirement", () => {
  const code = "placeholder-requirement";

  test.each([
    ["a typed id", "// @iec62443 EDR 3.11"],
    ["a plain requirement", "// @iec62443 CR 1.5"],
    ["a requirement that does not exist", "// @iec62443 CR 9.9"],
  ])("is silent on %s", (_, source) => {
    expect(findings(code, source)).toEqual([]);
  });

  test("names the id of the profile's component types", () => {
    expect(messages(code, "// @iec62443 [|CR 3.11|]", EDR)).toMatchInlineSnapshot(
      `"warning: CR 3.11 is a heading that holds no requirement. Write EDR 3.11 for an embedded device."`,
    );
    expect(messages(code, "// @iec62443 [|CR 3.11|]")).toMatchInlineSnapshot(
      `"warning: CR 3.11 is a heading that holds no requirement. Write EDR 3.11 for an embedded device, HDR 3.11 for a host device or NDR 3.11 for a network device."`,
    );
    expect(messages(code, "// @iec62443 [|CR 1.6|]", EDR)).toMatchInlineSnapshot(
      `"warning: CR 1.6 is a heading that holds no requirement. Write NDR 1.6 for a network device."`,
    );
    expect(messages(code, "// @iec62443 [|CR 2.3|]")).toMatchInlineSnapshot(
      `"warning: 4-2 asks nothing of a component under CR 2.3: the heading only keeps its number in step with 3-3, where SR 2.3 asks it of the whole system. Remove the claim, or name the requirement you mean."`,
    );
  });

  test("names what stands under a heading of several", () => {
    expect(messages(code, "// @iec62443 [|ZCR 3|]")).toMatchInlineSnapshot(
      `"warning: ZCR 3 is a heading over ZCR 3.1 to ZCR 3.6, so this is not counted. Name the requirement under it that is met."`,
    );
    expect(messages(code, "// @iec62443 [|2-1:2009 4.2.2|]")).toMatchInlineSnapshot(
      `"warning: 4.2.2 is a heading that holds no requirement itself, so this is not counted. Name the requirement under it that is met."`,
    );
    expect(Object.keys(fixed(code, "// @iec62443 [|ZCR 4|]"))).toEqual(["Change to ZCR 4.1"]);
  });

  test("offers the profile's types first and prefers the only one", () => {
    const [finding] = findings(code, "// @iec62443 [|CR 3.11|]", { components: ["HDR"] });
    expect(finding?.fixes.map(({ title, isPreferred = false }) => [title, isPreferred])).toEqual([
      ["Change to HDR 3.11", true],
      ["Change to EDR 3.11", false],
      ["Change to NDR 3.11", false],
    ]);
    const [open] = findings(code, "// @iec62443 [|CR 3.11|]");
    expect(open?.fixes.some((it) => it.isPreferred)).toBe(false);
  });

  test.each<[string, string, Record<string, string>]>([
    [
      "keeps enhancement and text",
      "// @iec62443 verifies [|CR 1.6 RE(1)|]: text",
      { "Change to NDR 1.6 RE(1)": "// @iec62443 verifies NDR 1.6 RE(1): text" },
    ],
    [
      "writes short claims out",
      "// @iec62443 CR 1.5, [|1.6|], 1.7",
      { "Change to NDR 1.6": "// @iec62443 CR 1.5, NDR 1.6, CR 1.7" },
    ],
    [
      "takes away what 4-2 does not ask",
      "// @iec62443 [|CR 2.3|], CR 2.5",
      {
        "Remove CR 2.3": "// @iec62443 CR 2.5",
        "Change to SR 2.3": "// @iec62443 SR 2.3, CR 2.5",
      },
    ],
    [
      "takes the annotation away with its last claim",
      "// @iec62443 [|CR 2.3|]",
      { "Remove CR 2.3": "// ", "Change to SR 2.3": "// @iec62443 SR 2.3" },
    ],
  ])("%s", (_, source, results) => {
    expect(fixed(code, source, EDR)).toEqual(results);
  });
});
