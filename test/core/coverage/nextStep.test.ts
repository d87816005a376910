import { describe, expect, test } from "vitest";
import { nextStepOf } from "../../../server/src/core/coverage/nextStep.ts";
import type { Project } from "../../../server/src/core/project.ts";
import { TextLines } from "../../../server/src/core/text.ts";
import { ROOT, snapshotOf } from "../../support/snapshotOf.ts";
import { statement } from "../../support/statement.ts";
import { coverageOfRoot, item } from "../coverageSupport.ts";
import { TINY } from "./tinyCatalog.ts";

const FILE = `${ROOT}/iec62443.yaml`;

/** The step of an item, and where it leads to: the line of a claim, or the project file. */
function next(name: string, lines: readonly string[], project: Partial<Project> = {}) {
  const source = lines.map((it) => `// @iec62443 ${it}\n`).join("");
  const told = snapshotOf({ "a.c": source }, { components: ["EDR"], file: FILE, ...project });
  const snapshot = { ...told, catalog: TINY };
  const coverage = coverageOfRoot(snapshot);
  const step = nextStepOf(item(coverage, name), coverage.project);
  if (step === undefined) return undefined;
  const { text, place } = step;
  if (place === undefined) return [text];
  if (place.uri === FILE) return [text, `line ${place.range.start.line} of the project file`];
  const { start, end } = place.range;
  const at = new TextLines(source);
  return [text, `${start.line}: ${source.slice(at.offsetAt(start), at.offsetAt(end))}`];
}

const at = (line: number) => {
  const range = { start: { line, character: 0 }, end: { line: line + 3, character: 0 } };
  return { range, requirementRange: range };
};

describe("the next step for what is", () => {
  test.each<[string, string, readonly string[], readonly string[]]>([
    [
      "missing",
      "CR 1.1",
      [],
      [
        "Write @iec62443 CR 1.1 above the code that meets it, or say in the project file why there is none.",
      ],
    ],
    [
      "tested and claimed by no code",
      "CR 1.1",
      ["CCSC 1", "verifies CR 1.1"],
      [
        "A test verifies CR 1.1, but no code claims it. Write @iec62443 CR 1.1 above the code that is tested.",
        "1: CR 1.1",
      ],
    ],
    [
      "tested in one letter and claimed by no code",
      "CR 1.5",
      ["verifies CR 1.5(b)"],
      [
        "A test verifies CR 1.5(b), but no code claims it. Write @iec62443 CR 1.5(b) above the code that is tested.",
        "0: CR 1.5(b)",
      ],
    ],
    [
      "said not to apply, without a reason",
      "CR 1.1",
      ["not-applicable CR 1.1"],
      [
        "Nothing says why CR 1.1 does not apply, so it still counts as missing. Write the reason behind a colon.",
        "0: CR 1.1",
      ],
    ],
    [
      "said to be compensated, with the place for a reason",
      "CR 1.1",
      ["verifies CR 1.1", "compensating CR 1.1: …"],
      [
        "Nothing says why CR 1.1 is compensated, so it still counts as missing. Write the reason behind a colon.",
        "1: CR 1.1",
      ],
    ],
    [
      "partly met",
      "CR 1.1",
      ["verifies CR 1.1", "partial CR 1.1: no lockout yet"],
      [
        "Code meets CR 1.1 in part: “no lockout yet”. Finish it, then take out the word partial.",
        "1: CR 1.1",
      ],
    ],
    [
      "partly met, and no one says how far",
      "CR 1.1",
      ["partial CR 1.1"],
      [
        "Code meets CR 1.1 in part. Say there what is missing, finish it, then take out the word partial.",
        "0: CR 1.1",
      ],
    ],
    [
      "met in one letter",
      "CR 1.5",
      ["CR 1.5(b)"],
      [
        "Of CR 1.5, (b) is met and (a) is open. Write @iec62443 CR 1.5(a) above the code that meets it.",
      ],
    ],
    [
      "partly met in a letter",
      "CR 1.5",
      ["CR 1.5(a)", "partial CR 1.5(b): no rotation"],
      [
        "Code meets CR 1.5(b) in part: “no rotation”. Finish it, then take out the word partial.",
        "1: CR 1.5(b)",
      ],
    ],
    [
      "partly met in a letter that is met as a whole elsewhere",
      "CR 1.5",
      ["CR 1.5(a)", "partial CR 1.5(a): no rotation"],
      [
        "Of CR 1.5, (a) is met and (b) is open. Write @iec62443 CR 1.5(b) above the code that meets it.",
      ],
    ],
    [
      "planned in the code",
      "CR 1.1",
      ["planned CR 1.1: PLC-17, in May"],
      [
        "CR 1.1 is planned: “PLC-17, in May”. When it is done, take out the word planned.",
        "0: CR 1.1",
      ],
    ],
    [
      "planned without a word",
      "CR 1.1",
      ["planned CR 1.1"],
      ["CR 1.1 is planned. When it is done, take out the word planned.", "0: CR 1.1"],
    ],
    [
      "an enhancement of what is open too",
      "CR 1.1 RE(1)",
      [],
      ["CR 1.1 RE(1) extends CR 1.1, which is open too. Begin with CR 1.1."],
    ],
    [
      "an enhancement of what is met",
      "CR 1.1 RE(1)",
      ["CR 1.1"],
      [
        "Write @iec62443 CR 1.1 RE(1) above the code that meets it, or say in the project file why there is none.",
      ],
    ],
    [
      "an enhancement of what does not apply",
      "CR 1.1 RE(1)",
      ["not-applicable CR 1.1: no users"],
      [
        "CR 1.1 RE(1) extends CR 1.1, which does not apply. Say the same of CR 1.1 RE(1) in the project file, or write @iec62443 CR 1.1 RE(1) above the code that meets it.",
      ],
    ],
    [
      "an enhancement that is planned, whatever its base is",
      "CR 1.1 RE(1)",
      ["planned CR 1.1 RE(1): PLC-3"],
      [
        "CR 1.1 RE(1) is planned: “PLC-3”. When it is done, take out the word planned.",
        "0: CR 1.1 RE(1)",
      ],
    ],
  ])("%s", (_, name, lines, step) => {
    expect(next(name, lines)).toEqual(step);
  });

  test.each<[string, Parameters<typeof statement>, readonly string[]]>([
    [
      "said by a statement that has expired",
      ["CR 1.1", "not-applicable", { reason: "no users", expires: "2026-11-23", ...at(7) }],
      [
        "The statement that CR 1.1 does not apply expired on 2026-11-23 and counts no more. Review it and write a later day, or write @iec62443 CR 1.1 above the code that meets it.",
        "line 7 of the project file",
      ],
    ],
    [
      "said by a statement without a reason",
      ["CR 1.1", "compensating", { expires: "2027-01-01", ...at(9) }],
      [
        "Nothing says why CR 1.1 is compensated, so it still counts as missing. Give the statement a reason.",
        "line 9 of the project file",
      ],
    ],
    [
      "planned in the project file",
      ["CR 1.1", "planned", { reason: "PLC-17", ...at(4) }],
      [
        "CR 1.1 is planned: “PLC-17”. When it is done, write @iec62443 CR 1.1 above the code.",
        "line 4 of the project file",
      ],
    ],
  ])("%s", (_, said, step) => {
    expect(next("CR 1.1", [], { statements: [statement(...said)] })).toEqual(step);
  });

  test.each([
    ["met", ["CR 1.1"]],
    ["compensated", ["compensating CR 1.1: the gateway"]],
    ["not applicable", ["not-applicable CR 1.1: no users"]],
  ])("%s is none", (_, lines) => {
    expect(next("CR 1.1", lines)).toBeUndefined();
  });

  test("quotes no more of a text than people read at once", () => {
    const [text = ""] = next("CR 1.1", [`planned CR 1.1: ${"very ".repeat(100)}long`]) ?? [];
    expect(text.length).toBeLessThan(220);
    expect(text).toContain("very…”.");
  });

  test("names a project file that is still to be written", () => {
    const told = snapshotOf({}, { components: ["EDR"] });
    const coverage = coverageOfRoot({ ...told, catalog: TINY });
    expect(nextStepOf(item(coverage, "CR 1.1"), coverage.project)?.text).toContain(
      "say in a project file why",
    );
  });
});
