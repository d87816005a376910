import { describe, expect, test } from "vitest";
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

describe("what annotations say", () => {
  test.each<[string, readonly string[], Answer]>([
    ["nothing", [], NOTHING],
    ["one is met", ["CR 1.1"], oneMet("CR 1.1", "implemented")],
    [
      "all are met",
      [allBut()],
      {
        states: allBut().replaceAll(/,|$/g, (it) => ` implemented${it}`),
        totals: "6 of 6: implemented 6",
        reached: "1:4 3:4 5:4 all:4",
        fr1: "2/2 3/3 3/3 3/3",
        open: "",
      },
    ],
    [
      "all but a CCSC are met: no level is reached over all",
      [allBut("CCSC 1")],
      {
        states: allBut("CCSC 1").replaceAll(/,|$/g, (it) => ` implemented${it}`),
        totals: "5 of 6: implemented 5, missing 1",
        reached: "1:4 3:4 5:4 all:0",
        fr1: "2/2 3/3 3/3 3/3",
        open: "CCSC 1",
      },
    ],
    [
      "all but an enhancement are met: the level below it is reached",
      [allBut("CR 1.1 RE(1)")],
      {
        states: allBut("CR 1.1 RE(1)").replaceAll(/,|$/g, (it) => ` implemented${it}`),
        totals: "5 of 6: implemented 5, missing 1",
        reached: "1:1 3:4 5:4 all:1",
        fr1: "2/2 2/3 2/3 2/3",
        open: "CR 1.1 RE(1)",
      },
    ],
    [
      "an enhancement is met while its base is not: the base keeps the level at none",
      ["CR 1.1 RE(1), CR 1.5"],
      {
        states: "CR 1.1 RE(1) implemented, CR 1.5 implemented",
        totals: "2 of 6: implemented 2, missing 4",
        reached: "1:0 3:0 5:2 all:0",
        fr1: "1/2 2/3 2/3 2/3",
        open: "CCSC 1, CR 1.1, EDR 3.2, CR 5.1",
      },
    ],
    ["a test without an implementation", ["verifies CR 1.1"], NOTHING],
    ["a test and code", ["CR 1.1", "verifies CR 1.1"], oneMet("CR 1.1", "verified")],
    [
      "a test of the base alone: the enhancement is not verified with it",
      ["CR 1.1, CR 1.1 RE(1)", "verifies CR 1.1"],
      {
        states: "CR 1.1 verified, CR 1.1 RE(1) implemented",
        totals: "2 of 6: verified 1, implemented 1, missing 4",
        reached: "1:0 3:0 5:2 all:0",
        fr1: "1/2 2/3 2/3 2/3",
        open: "CCSC 1, CR 1.5, EDR 3.2, CR 5.1",
      },
    ],
    ["a part", ["partial CR 1.1: no lock"], oneOpen("CR 1.1", "partial")],
    [
      "a part beside all of it",
      ["partial CR 1.1: no lock", "CR 1.1"],
      oneMet("CR 1.1", "implemented"),
    ],
    [
      "a part and a test",
      ["partial CR 1.1: no lock", "verifies CR 1.1"],
      oneOpen("CR 1.1", "partial"),
    ],
    ["a plan", ["planned CR 1.1: in May"], oneOpen("CR 1.1", "planned")],
    [
      "a plan beside a part",
      ["planned CR 1.1: in May", "partial CR 1.1: no lock"],
      oneOpen("CR 1.1", "partial"),
    ],
    [
      "a plan beside what compensates",
      ["planned CR 1.1: in May", "compensating CR 1.1: the gateway"],
      oneMet("CR 1.1", "compensated"),
    ],
    ["what compensates", ["compensating CR 1.1: the gateway"], oneMet("CR 1.1", "compensated")],
    ["what compensates without a reason", ["compensating CR 1.1"], NOTHING],
    ["what compensates with the place for a reason", ["compensating CR 1.1: …"], NOTHING],
    [
      "what compensates and a test: no code is verified",
      ["compensating CR 1.1: the gateway", "verifies CR 1.1"],
      oneMet("CR 1.1", "compensated"),
    ],
    [
      "what compensates beside code",
      ["compensating CR 1.1: the gateway", "CR 1.1"],
      oneMet("CR 1.1", "implemented"),
    ],
    ["one does not apply", ["not-applicable CR 1.1: no users"], oneOut("CR 1.1")],
    ["one does not apply without a reason", ["not-applicable CR 1.1"], NOTHING],
    [
      "one does not apply and is met: it is not counted as met",
      ["not-applicable CR 1.1: no users", "CR 1.1", "verifies CR 1.1"],
      oneOut("CR 1.1"),
    ],
    [
      "nothing of an FR applies: nothing keeps it from any level",
      ["not-applicable EDR 3.2: no storage"],
      {
        ...NOTHING,
        states: "EDR 3.2 not-applicable",
        totals: "0 of 5: missing 5, not applicable 1",
        reached: "1:0 3:4 5:2 all:0",
        open: allBut("EDR 3.2"),
      },
    ],
    [
      "the same thing three times",
      ["CR 1.1", "CR 1.1", "CR 1.1, CR 1.1"],
      oneMet("CR 1.1", "implemented"),
    ],
    ["another edition", ["4-2:2018 CR 1.1"], NOTHING],
    ["a part that is not covered", ["SM-1"], NOTHING],
    ["an enhancement that does not exist", ["CR 1.1 RE(9)"], NOTHING],
    ["a requirement that does not exist", ["CR 9.9"], NOTHING],
    ["another component type", ["HDR 3.2"], NOTHING],
  ])("%s", (_, lines, answer) => {
    expect(answerTo({ lines })).toEqual(answer);
  });
});

describe("what annotations say of letters", () => {
  test.each<[string, readonly string[], Answer]>([
    ["one of two", ["CR 1.5(a)"], oneOpen("CR 1.5", "partial")],
    ["both", ["CR 1.5(a)", "CR 1.5(b)"], oneMet("CR 1.5", "implemented")],
    ["one beside the whole", ["CR 1.5(a)", "CR 1.5"], oneMet("CR 1.5", "implemented")],
    [
      "both, and a test of the whole",
      ["CR 1.5(a), CR 1.5(b)", "verifies CR 1.5"],
      oneMet("CR 1.5", "verified"),
    ],
    [
      "both, and a test of one",
      ["CR 1.5(a), CR 1.5(b)", "verifies CR 1.5(a)"],
      oneMet("CR 1.5", "implemented"),
    ],
    ["a test of one alone", ["verifies CR 1.5(a)"], NOTHING],
    [
      "one met, one that does not apply",
      ["CR 1.5(a)", "not-applicable CR 1.5(b): none"],
      oneMet("CR 1.5", "implemented"),
    ],
    [
      "one verified, one that does not apply",
      ["CR 1.5(a)", "verifies CR 1.5", "not-applicable CR 1.5(b): none"],
      oneMet("CR 1.5", "verified"),
    ],
    ["one that does not apply, one without a word", ["not-applicable CR 1.5(a): none"], NOTHING],
    ["none that applies", ["not-applicable CR 1.5(a), CR 1.5(b): none"], oneOut("CR 1.5")],
    [
      "one met, one compensated",
      ["CR 1.5(a)", "compensating CR 1.5(b): the host"],
      oneMet("CR 1.5", "implemented"),
    ],
    [
      "both compensated",
      ["compensating CR 1.5(a), CR 1.5(b): the host"],
      oneMet("CR 1.5", "compensated"),
    ],
    ["one planned", ["planned CR 1.5(a)"], oneOpen("CR 1.5", "planned")],
    ["one met, one planned", ["CR 1.5(a)", "planned CR 1.5(b)"], oneOpen("CR 1.5", "partial")],
    [
      "one in part, none in whole",
      ["partial CR 1.5(b): no rotation"],
      oneOpen("CR 1.5", "partial"),
    ],
    [
      "one met beside a part of the whole",
      ["CR 1.5(a)", "partial CR 1.5: no rotation"],
      oneOpen("CR 1.5", "partial"),
    ],
    [
      "one met beside the whole that does not apply",
      ["CR 1.5(a)", "not-applicable CR 1.5: none"],
      oneOut("CR 1.5"),
    ],
    ["one that does not exist", ["CR 1.5(z)"], NOTHING],
    ["one of a requirement that has none", ["CR 1.1(a)"], NOTHING],
    [
      "one that does not exist beside the whole",
      ["CR 1.5", "not-applicable CR 1.5(z): none"],
      oneMet("CR 1.5", "implemented"),
    ],
  ])("%s", (_, lines, answer) => {
    expect(answerTo({ lines })).toEqual(answer);
  });
});

describe("what annotations say of a heading", () => {
  const edr: Answer = {
    states: "EDR 3.2 implemented",
    totals: "1 of 6: implemented 1, missing 5",
    reached: "1:0 3:4 5:2 all:0",
    fr1: "0/2 0/3 0/3 0/3",
    open: allBut("EDR 3.2"),
  };
  const open = "CCSC 1, CR 1.1, CR 1.1 RE(1), CR 1.5";

  test.each<[string, Said, Answer]>([
    ["counts for the type that the product has", { lines: ["CR 3.2"] }, edr],
    [
      "is tested by its typed id",
      { lines: ["CR 3.2", "verifies EDR 3.2"] },
      {
        ...edr,
        states: "EDR 3.2 verified",
        totals: "1 of 6: verified 1, missing 5",
      },
    ],
    [
      "counts for each type that the product has, and not for an enhancement",
      { lines: ["CR 3.2"], components: ["EDR", "HDR"] },
      {
        states: "EDR 3.2 implemented, HDR 3.2 implemented",
        totals: "2 of 8: implemented 2, missing 6",
        reached: "1:0 3:2 5:2 all:0",
        fr1: "0/2 0/3 0/3 0/3",
        open: `${open}, HDR 3.2 RE(1), CR 5.1`,
      },
    ],
    [
      "counts for an enhancement that only one type has",
      { lines: ["CR 3.2 RE(1)"], components: ["EDR", "HDR"] },
      {
        states: "HDR 3.2 RE(1) implemented",
        totals: "1 of 8: implemented 1, missing 7",
        reached: "1:0 3:0 5:2 all:0",
        fr1: "0/2 0/3 0/3 0/3",
        open: `${open}, EDR 3.2, HDR 3.2, CR 5.1`,
      },
    ],
    [
      "counts for no type that the product does not have",
      { lines: ["CR 3.2"], components: ["SAR"] },
      {
        states: "",
        totals: "0 of 5: missing 5",
        reached: "1:0 5:2 all:0",
        fr1: "0/2 0/3 0/3 0/3",
        open: `${open}, CR 5.1`,
      },
    ],
  ])("%s", (_, said, answer) => {
    expect(answerTo(said)).toEqual(answer);
  });

  test("a typed id counts for its type alone", () => {
    expect(answerTo({ lines: ["EDR 3.2"], components: ["EDR", "HDR"] })).toEqual({
      states: "EDR 3.2 implemented",
      totals: "1 of 8: implemented 1, missing 7",
      reached: "1:0 3:0 5:2 all:0",
      fr1: "0/2 0/3 0/3 0/3",
      open: `${open}, HDR 3.2, HDR 3.2 RE(1), CR 5.1`,
    });
  });
});
