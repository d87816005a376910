import { describe, expect, test } from "vitest";
import { findingsInProjectFile } from "./support.ts";

const CODE = "expired-statement";

function statement(rest: string): string {
  return `statements:\n  - { requirement: CR 2.2, status: implemented, ${rest} }`;
}

describe("expired-statement", () => {
  test("says since when it counts for nothing, and what to do", () => {
    const [found, ...others] = findingsInProjectFile(CODE, statement("expires: [|2026-10-31|]"));
    expect(others).toEqual([]);
    expect(`${found?.level}: ${found?.message}`).toMatchInlineSnapshot(
      `"warning: What is said of CR 2.2 has counted for nothing since 2026-11-01: it expired on 2026-10-31. Review it and set a new date, or take it out."`,
    );
    expect(found?.fixes).toEqual([]);
  });

  test.each([
    ["on its last day", "expires: 2026-11-24"],
    ["before", "expires: 2027-10-01"],
    ["without a date", "reason: none"],
  ])("is silent %s", (_, rest) => {
    expect(findingsInProjectFile(CODE, statement(rest))).toEqual([]);
  });

  test("is told from the day after", () => {
    expect(findingsInProjectFile(CODE, statement("expires: [|2026-11-23|]"))).toHaveLength(1);
  });

  test("is told once of a statement about several requirements", () => {
    const source = `statements:
  - requirement: [CR 2.2, CR 5.1]
    status: planned
    expires: [|2026-01-01|]
  - requirement: CR 7.1
    status: planned
    expires: [|2026-01-01|]`;
    const found = findingsInProjectFile(CODE, source);
    expect(found.map((it) => it.message.slice(0, 30))).toEqual([
      "What is said of CR 2.2, CR 5.1",
      "What is said of CR 7.1 has cou",
    ]);
  });

  test("names a few of many requirements, each once", () => {
    const ids = Array.from(
      { length: 20_000 },
      (_, i) => `      - CR 1.${[1, 2, 3, 4, 5, 7, 8][i % 7]}`,
    );
    const source = `statements:\n  - requirement:\n${ids.join("\n")}\n    status: planned\n    expires: [|2026-01-01|]`;
    const [found] = findingsInProjectFile(CODE, source);
    expect(found?.message).toMatch(
      /^What is said of CR 1\.1, CR 1\.2, CR 1\.3, CR 1\.4, CR 1\.5 and 2 more has counted/,
    );
  });

  test("has the level that the project gives it", () => {
    const source = `${statement("expires: [|2026-01-01|]")}\nrules: { ${CODE}: error }`;
    expect(findingsInProjectFile(CODE, source)[0]?.level).toBe("error");
    const off = `${statement("expires: 2026-01-01")}\nrules: { ${CODE}: off }`;
    expect(findingsInProjectFile(CODE, off)).toEqual([]);
  });
});
