import { describe, expect, test } from "vitest";
import { TODAY } from "../../support/snapshotOf.ts";
import { statement } from "../../support/statement.ts";
import {
  type Answer,
  allBut,
  answerTo,
  NOTHING,
  oneMet,
  oneOpen,
  oneOut,
  type Said,
} from "./caseSupport.ts";

const reason = "as the threat model says";
const YESTERDAY = "2026-11-23";

describe("what the project file says", () => {
  test.each<[string, Said, Answer]>([
    [
      "one is implemented",
      { statements: [statement("CR 1.1", "implemented")] },
      oneMet("CR 1.1", "implemented"),
    ],
    [
      "one is verified, which says that it is implemented too",
      { statements: [statement("CR 1.1", "verified")] },
      oneMet("CR 1.1", "verified"),
    ],
    [
      "one is planned",
      { statements: [statement("CR 1.1", "planned")] },
      oneOpen("CR 1.1", "planned"),
    ],
    [
      "one is compensated",
      { statements: [statement("CR 1.1", "compensating", { reason })] },
      oneMet("CR 1.1", "compensated"),
    ],
    [
      "one is compensated without a reason",
      { statements: [statement("CR 1.1", "compensating")] },
      NOTHING,
    ],
    [
      "one does not apply",
      { statements: [statement("CR 1.1", "not-applicable", { reason })] },
      oneOut("CR 1.1"),
    ],
    [
      "one does not apply without a reason",
      { statements: [statement("CR 1.1", "not-applicable")] },
      NOTHING,
    ],
    [
      "one does not apply that code implements",
      { lines: ["CR 1.1"], statements: [statement("CR 1.1", "not-applicable", { reason })] },
      oneOut("CR 1.1"),
    ],
    [
      "an enhancement does not apply: its base stays",
      { statements: [statement("CR 1.1", "not-applicable", { reason, enhancement: 1 })] },
      {
        states: "CR 1.1 RE(1) not-applicable",
        totals: "0 of 5: missing 5, not applicable 1",
        reached: "1:0 3:0 5:2 all:0",
        fr1: "0/2 0/2 0/2 0/2",
        open: allBut("CR 1.1 RE(1)"),
      },
    ],
    [
      "a letter does not apply and code meets the other",
      {
        lines: ["CR 1.5(a)"],
        statements: [statement("CR 1.5", "not-applicable", { reason, item: "b" })],
      },
      oneMet("CR 1.5", "implemented"),
    ],
    [
      "one is implemented that a test verifies",
      { lines: ["verifies CR 1.1"], statements: [statement("CR 1.1", "implemented")] },
      oneMet("CR 1.1", "verified"),
    ],
    [
      "one is verified of which code is a part",
      { lines: ["partial CR 1.1: no lock"], statements: [statement("CR 1.1", "verified")] },
      oneMet("CR 1.1", "verified"),
    ],
    [
      "one is planned of which code is a part",
      { lines: ["partial CR 1.1: no lock"], statements: [statement("CR 1.1", "planned")] },
      oneOpen("CR 1.1", "partial"),
    ],
    [
      "a heading does not apply",
      { statements: [statement("CR 3.2", "not-applicable", { reason })] },
      {
        ...NOTHING,
        states: "EDR 3.2 not-applicable",
        totals: "0 of 5: missing 5, not applicable 1",
        reached: "1:0 3:4 5:2 all:0",
        open: allBut("EDR 3.2"),
      },
    ],
    [
      "something of another component type",
      { statements: [statement("HDR 3.2", "implemented")] },
      NOTHING,
    ],
    [
      "something of a part that is not covered",
      {
        statements: [statement("SM-1", "implemented", { reference: { part: "4-1", id: "SM-1" } })],
      },
      NOTHING,
    ],
    [
      "something of an edition that is not covered",
      {
        statements: [
          statement("CR 1.1", "implemented", {
            reference: { part: "4-2", edition: "2018", id: "CR 1.1" },
          }),
        ],
      },
      NOTHING,
    ],
  ])("%s", (_, said, answer) => {
    expect(answerTo(said)).toEqual(answer);
  });
});

describe("a statement that expires", () => {
  test.each([
    ["not-applicable", oneOut("CR 1.1")],
    ["compensating", oneMet("CR 1.1", "compensated")],
    ["planned", oneOpen("CR 1.1", "planned")],
    ["implemented", oneMet("CR 1.1", "implemented")],
    ["verified", oneMet("CR 1.1", "verified")],
  ] as const)("holds through its day and not on the next: %s", (status, answer) => {
    const statements = [statement("CR 1.1", status, { reason, expires: "2026-11-24" })];
    expect(answerTo({ statements, today: "2026-11-23" })).toEqual(answer);
    expect(answerTo({ statements, today: "2026-11-24" })).toEqual(answer);
    expect(answerTo({ statements, today: "2026-11-25" })).toEqual(NOTHING);
  });

  test.each<[string, Said, Answer]>([
    [
      "leaves code that was verified by it implemented",
      {
        lines: ["CR 1.1"],
        statements: [statement("CR 1.1", "verified", { expires: YESTERDAY })],
      },
      oneMet("CR 1.1", "implemented"),
    ],
    [
      "leaves code that it took out of the count met",
      {
        lines: ["CR 1.1"],
        statements: [statement("CR 1.1", "not-applicable", { reason, expires: YESTERDAY })],
      },
      oneMet("CR 1.1", "implemented"),
    ],
    [
      "leaves the word to a later one",
      {
        statements: [
          statement("CR 1.1", "not-applicable", { reason, expires: YESTERDAY }),
          statement("CR 1.1", "planned", { expires: TODAY }),
        ],
      },
      oneOpen("CR 1.1", "planned"),
    ],
  ])("%s", (_, said, answer) => {
    expect(answerTo(said)).toEqual(answer);
  });
});
