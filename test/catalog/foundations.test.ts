import { expect, test } from "vitest";
import { builtInCatalog } from "../../server/src/workspace/builtInCatalog.ts";

const { foundations } = builtInCatalog();
const catalog = builtInCatalog();

test.each(foundations.map((it) => [it.step, it] as const))("%s names what is there", (_, step) => {
  for (const id of step.requirements) {
    const requirement = catalog.find({ part: step.part, id });
    expect(requirement?.redirectsTo, id).toBeUndefined();
    expect(requirement?.fr, id).toBe(step.fr);
  }
  const names = foundations.map((it) => it.step);
  // What a step rests on stands before it: no step rests on itself in the end.
  const before = names.slice(0, names.indexOf(step.step));
  expect(before).toEqual(expect.arrayContaining([...step.restsOn]));
});
