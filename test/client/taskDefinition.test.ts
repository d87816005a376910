import { expect, test } from "vitest";
import { argumentsOf } from "../../client/src/taskDefinition.ts";

test.each([
  [{ command: "check" }, ["check"]],
  [{ command: "report", args: [] }, ["report"]],
  [{ command: "check", args: ["--fail-on", "warning"] }, ["check", "--fail-on", "warning"]],
  [
    { command: "check", args: ["; rm -rf /", "$(id)", "a\nb", '"', "%PATH%", ""] },
    ["check", "; rm -rf /", "$(id)", "a\nb", '"', "%PATH%", ""],
  ],
])("%j is handed over word by word", (definition, expected) => {
  expect(argumentsOf(definition)).toEqual(expected);
});

test.each([
  {},
  { command: "lsp" },
  { command: "check; id" },
  { command: ["check"] },
  { command: "check", args: "--fail-on warning" },
  { command: "check", args: [1] },
  { command: "check", args: [null] },
  { command: "check", args: { 0: "a" } },
])("%j is no task of ours", (definition) => {
  expect(argumentsOf(definition)).toBeUndefined();
});
