import { expect, test } from "vitest";
import { projectNames } from "../../client/src/projectNames.ts";
import { project } from "./wire.ts";

test.each([
  [
    "the product alone",
    [
      ["file:///w/a", "Pump"],
      ["file:///w/b", "Valve"],
    ],
    ["Pump", "Valve"],
  ],
  [
    "a folder for twins",
    [
      ["file:///w/a", "Pump"],
      ["file:///w/b", "Pump"],
    ],
    ["Pump (a)", "Pump (b)"],
  ],
  [
    "as many folders as it takes",
    [
      ["file:///w/x%201/fw", "Pump"],
      ["file:///w/y/fw", "Pump"],
    ],
    ["Pump (x 1/fw)", "Pump (y/fw)"],
  ],
  [
    "a folder inside the other",
    [
      ["file:///w", "Pump"],
      ["file:///w/w", "Pump"],
    ],
    ["Pump (w)", "Pump (w/w)"],
  ],
])("a project is called by %s", (_, projects, expected) => {
  const told = projects.map(([uri = "", product = ""]) => project([], { uri, product }));
  expect([...projectNames(told).values()]).toEqual(expected);
});
