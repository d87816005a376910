import { expect, test } from "vitest";
import { changesText } from "../../../server/src/core/report/changesText.ts";

test("a baseline that says anything begins no line of its own, and many changes are counted", () => {
  const claim = {
    part: "4-2",
    reference: "CR 1.1",
    relation: "implements",
    path: "a.c\n::error::b",
    subject: "int\u001b[31m a;\n::error::c",
  } as const;
  const lost = Array.from({ length: 60 }, () => claim);
  const changes = [{ states: [], lost, gained: [], moved: [] }];
  const { isWorse, lines } = changesText("PLC", "base.json", changes);
  expect(isWorse).toBe(true);
  expect(lines).toHaveLength(52);
  expect(lines[0]).toBe("PLC, since base.json was written: 60 claims lost.");
  expect(lines[1]).toBe("  lost  implements CR 1.1  a.c ::error::b · int [31m a; ::error::c");
  expect(lines[51]).toBe("  lost  and 10 more");
});
