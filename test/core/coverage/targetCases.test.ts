import { describe, expect, test } from "vitest";
import { coverageOf } from "../../../server/src/core/coverage.ts";
import type { Project } from "../../../server/src/core/project.ts";
import { ROOT, snapshotOf } from "../../support/snapshotOf.ts";
import { type Answer, allBut, answerTo, NOTHING, type Said } from "./caseSupport.ts";
import { TINY } from "./tinyCatalog.ts";

const SL1 = "CCSC 1, CR 1.1, CR 1.5, EDR 3.2";

describe("a target", () => {
  test.each<[string, Said, Answer]>([
    ["that is none lists every level", {}, NOTHING],
    ["of 1", { target: 1 }, { ...NOTHING, totals: "0 of 4: missing 4", open: SL1 }],
    [
      "of 2, at which FR 5 has nothing",
      { target: 2 },
      { ...NOTHING, totals: "0 of 5: missing 5", open: allBut("CR 5.1") },
    ],
    ["of 3", { target: 3 }, NOTHING],
    ["of 4", { target: 4 }, NOTHING],
    [
      "for each FR",
      { target: { 1: 1, 3: 1, 5: 3 } },
      { ...NOTHING, totals: "0 of 5: missing 5", open: `${SL1}, CR 5.1` },
    ],
    [
      "that leaves an FR out lists every level of it",
      { target: { 1: 1, 3: 2 } },
      { ...NOTHING, totals: "0 of 5: missing 5", open: `${SL1}, CR 5.1` },
    ],
    [
      "that is met blocks nothing, though the next level is",
      { target: 1, lines: [SL1] },
      {
        states: SL1.replaceAll(/,|$/g, (it) => ` implemented${it}`),
        totals: "4 of 4: implemented 4",
        reached: "1:1 3:4 5:2 all:1",
        fr1: "2/2 2/3 2/3 2/3",
        open: "",
      },
    ],
    [
      "that is met but for a CCSC reaches nothing over all",
      { target: 1, lines: ["CR 1.1, CR 1.5, EDR 3.2"] },
      {
        states: "CR 1.1 implemented, CR 1.5 implemented, EDR 3.2 implemented",
        totals: "3 of 4: implemented 3, missing 1",
        reached: "1:1 3:4 5:2 all:0",
        fr1: "2/2 2/3 2/3 2/3",
        open: "CCSC 1",
      },
    ],
    [
      "does not count what is met beyond it",
      { target: 1, lines: ["CR 1.1 RE(1), CR 5.1"] },
      {
        states: "",
        totals: "0 of 4: missing 4",
        reached: "1:0 3:0 5:4 all:0",
        fr1: "0/2 1/3 1/3 1/3",
        open: SL1,
      },
    ],
    [
      "below which something is open reaches nothing there",
      { target: 4, lines: ["CR 1.1 RE(1), CR 1.1, CR 5.1"] },
      {
        states: "CR 1.1 implemented, CR 1.1 RE(1) implemented, CR 5.1 implemented",
        totals: "3 of 6: implemented 3, missing 3",
        reached: "1:0 3:0 5:4 all:0",
        fr1: "1/2 2/3 2/3 2/3",
        open: "CCSC 1, CR 1.5, EDR 3.2",
      },
    ],
  ])("%s", (_, said, answer) => {
    expect(answerTo(said)).toEqual(answer);
  });
});

describe("the parts", () => {
  test.each<[string, Said, Answer]>([
    [
      "are none: nothing is asked",
      { parts: [] },
      { states: "", totals: "0 of 0: ", reached: "all:0", open: "" },
    ],
    [
      "know no levels: what is open is told, and no level",
      { parts: ["4-1"], target: 2 },
      { states: "", totals: "0 of 1: missing 1", reached: "all:0", open: "SM-1" },
    ],
    [
      "know no levels and are met: there is still no level to reach",
      { parts: ["4-1"], lines: ["SM-1"] },
      { states: "SM-1 implemented", totals: "1 of 1: implemented 1", reached: "all:0", open: "" },
    ],
    [
      "are two: what is open where there are no levels is told, and lowers none",
      { parts: ["4-2", "4-1"], target: 1, lines: [SL1] },
      {
        states: SL1.replaceAll(/,|$/g, (it) => ` implemented${it}`),
        totals: "4 of 5: implemented 4, missing 1",
        reached: "1:1 3:4 5:2 all:1",
        fr1: "2/2 2/3 2/3 2/3",
        open: "SM-1",
      },
    ],
  ])("%s", (_, said, answer) => {
    expect(answerTo(said)).toEqual(answer);
  });
});

describe("two products of a repository", () => {
  const files = {
    "hmi/a.c": "// @iec62443 CR 1.1, CR 1.5",
    "plc/a.c": "// @iec62443 verifies CR 1.1\nint a;\n// @iec62443 CR 5.1",
    "b.c": "// @iec62443 CCSC 1",
  };
  const snapshot = { ...snapshotOf(files, { components: ["EDR"] }), catalog: TINY };
  const [outer] = snapshot.projects;
  if (outer === undefined) throw new Error("There is a project.");
  const project = (name: string): Project => ({ ...outer, root: `${ROOT}/${name}`, target: 1 });
  const projects = [outer, project("hmi"), project("plc")];
  const told = projects.map((it) => coverageOf({ ...snapshot, projects }, it));

  test("share no claim, and each has a target of its own", () => {
    const met = told.map(({ items }) =>
      items.filter((it) => it.state !== "missing").map((it) => it.reference.id),
    );
    expect(met).toEqual([["CCSC 1"], ["CR 1.1", "CR 1.5"], []]);
    expect(told.map((it) => it.totals.applicable)).toEqual([6, 4, 4]);
    expect(told.map(({ levels }) => levels.map((it) => it.reached))).toEqual([
      [0, 0, 2],
      [1, 0, 2],
      [0, 0, 4],
    ]);
  });
});
