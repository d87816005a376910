import { describe, expect, test } from "vitest";
import { type Result, runSteps, type Step, selectSteps } from "./runSteps.mjs";

function step(name: string, run: () => Promise<Result>, needs?: string): Step {
  return { name, title: name, run, ...(needs === undefined ? {} : { needs }) };
}

const passing = (passed: number) => async (): Promise<Result> => ({ passed, failures: [] });

async function outcome(...steps: readonly Step[]) {
  const lines: string[] = [];
  const code = await runSteps(steps, (line) => lines.push(line));
  return { code, last: lines.at(-1), text: lines.join("\n") };
}

describe("a run of the steps", () => {
  test("adds up what passed", async () => {
    const { code, last } = await outcome(step("a", passing(3)), step("b", passing(4)));
    expect({ code, last }).toEqual({ code: 0, last: "7 passed, 0 failed" });
  });

  test("fails with one failure, and says what a person needs to see", async () => {
    const failures = [{ title: "the title", detail: "\u001b[31mred\u001b[0m" }];
    const { code, last, text } = await outcome(
      step("a", passing(3)),
      step("b", async () => ({ passed: 1, failures })),
    );
    expect({ code, last }).toEqual({ code: 1, last: "4 passed, 1 failed" });
    expect(text).toContain("FAILED the title\n    red\n");
  });

  test("names what was skipped, and why", async () => {
    const skipping = { passed: 0, skipped: 2, failures: [], notes: ["No Chromium here."] };
    const { code, last, text } = await outcome(step("a", async () => skipping));
    expect({ code, last }).toEqual({ code: 0, last: "0 passed, 0 failed, 2 skipped" });
    expect(text).toContain("No Chromium here.");
  });

  test.each([
    ["throws", () => Promise.reject(new Error("broken"))],
    ["tells of no test at all", passing(0)],
  ])("fails when a step %s, and goes on with the next", async (_, run) => {
    const { code, last } = await outcome(step("a", run), step("b", passing(1)));
    expect({ code, last }).toEqual({ code: 1, last: "1 passed, 1 failed" });
  });
});

describe("the choice of steps", () => {
  const STEPS = [
    step("lint", passing(1)),
    step("package", passing(1)),
    step("editor", passing(1), "package"),
  ];
  const named = (only?: string) => selectSteps(STEPS, only).steps?.map((it) => it.name);

  test.each([
    [undefined, ["lint", "package", "editor"]],
    ["lint", ["lint"]],
    ["editor, lint", ["lint", "package", "editor"]],
  ])("%s is %j", (only, names) => {
    expect(named(only)).toEqual(names);
  });

  test("names the steps there are when one is unknown", () => {
    expect(selectSteps(STEPS, "lint,foo")).toEqual({
      why: "There is no step foo. The steps are: lint, package, editor.",
    });
  });
});
