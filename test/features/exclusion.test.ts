import { describe, expect, test } from "vitest";
import { exclusion } from "../../server/src/features/exclusion.ts";
import { applied } from "../support/applied.ts";
import { projectFileOf } from "../support/projectFileOf.ts";
import { ROOT, snapshotOf } from "../support/snapshotOf.ts";

/** The project file after a folder was left out, or the problem. */
function excluded(text: string, folder = "third_party", name = "iec62443.yaml"): string {
  const snapshot = snapshotOf({}, projectFileOf(text, name));
  const answer = exclusion(snapshot, `${ROOT}/${folder}`);
  if ("problem" in answer) return answer.problem;
  if ("glob" in answer) throw new Error("The project has a file.");
  return applied(text, answer.change.edit.changes?.[`${ROOT}/${name}`] ?? []);
}

describe("a project file leaves a folder out", () => {
  test.each([
    ["where it says nothing", "", "scan:\n  exclude: [third_party/**]\n"],
    [
      "where it says nothing of scan",
      "product: x\n",
      "product: x\n\nscan:\n  exclude: [third_party/**]\n",
    ],
    [
      "behind others in brackets",
      "scan: { exclude: [a/**] } # ours\n",
      "scan: { exclude: [a/**, third_party/**] } # ours\n",
    ],
    [
      "behind others on lines",
      "scan:\n  exclude:\n    - a/** # old\n  maxFileSize: 1MiB\n",
      "scan:\n  exclude:\n    - a/** # old\n    - third_party/**\n  maxFileSize: 1MiB\n",
    ],
    ["once", "scan: { exclude: [third_party/**] }\n", "scan: { exclude: [third_party/**] }\n"],
  ])("%s", (_, text, expected) => {
    expect(excluded(text)).toBe(expected);
  });

  test("in JSON", () => {
    const text = '{ "scan": { "exclude": ["a/**"] } }';
    expect(excluded(text, "b", "iec62443.json")).toBe(
      '{ "scan": { "exclude": ["a/**", "b/**"] } }',
    );
  });

  test.each([
    ["below another", "a/b", "a/b/**"],
    ["with a blank", "a%20b", "a b/**"],
    ["with signs of globs", "%5Bid%5D*", "?id??/**"],
  ])("%s", (_, folder, glob) => {
    expect(excluded("", folder)).toContain(glob);
  });
});

test.each([
  ["is broken", "scan: 5\n", "third_party"],
  ["has no list", "scan: { exclude: a/** }\n", "third_party"],
])("a project file that %s is to be mended first", (_, text, folder) => {
  expect(excluded(text, folder)).toContain("mend what is wrong");
});

test("without a project file the settings do it; a product itself, or what is in none, cannot be left out", () => {
  const snapshot = snapshotOf({});
  expect(exclusion(snapshot, `${ROOT}/a/b`)).toEqual({ glob: "a/b/**" });
  expect(exclusion(snapshot, ROOT)).toEqual({ problem: expect.stringContaining("own folder") });
  expect(exclusion(snapshot, "file:///x")).toEqual({
    problem: expect.stringContaining("no product"),
  });
});
