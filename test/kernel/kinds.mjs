// What is planted, and what must be found of it: 13,700 annotations, the wrong ones among them counted.
import { pickOne } from "./random.mjs";

/** Base requirements of part 4-2, and the enhancements of some of them. */
const IDS = [
  ...["CR 1.1", "CR 1.2", "CR 1.3", "CR 1.4", "CR 1.5", "CR 1.7", "CR 1.8", "CR 1.9", "CR 1.10"],
  ...["CR 1.11", "CR 1.12", "CR 1.14", "CR 2.1", "CR 2.5", "CR 2.6", "CR 2.7", "CR 2.8", "CR 2.9"],
  ...["CR 2.10", "CR 2.11", "CR 2.12", "CR 3.1", "CR 3.3", "CR 3.4", "CR 3.5", "CR 3.6", "CR 3.8"],
  ...["CR 4.1", "CR 4.2", "CR 4.3", "CR 5.1", "CR 6.1", "CR 6.2", "CR 7.1", "CR 7.2", "CR 7.3"],
  ...["CR 7.4", "CR 7.6", "CR 7.7", "CR 7.8", "EDR 2.4", "EDR 3.2", "EDR 3.10", "HDR 3.14"],
  ...["NDR 1.6", "NDR 5.2", "SAR 2.4", "CCSC 1", "CCSC 4"],
];
const ENHANCED = ["CR 1.1 RE(1)", "CR 1.1 RE(2)", "CR 2.1 RE(4)", "CR 3.4 RE(1)", "CR 7.6 RE(1)"];
const UNKNOWN = ["CR 9.9", "CR 1.15", "EDR 7.7", "CCSC 9", "CR 1.2 RE(7)", "CR 12.1"];
/** Headings without a requirement of their own, and the typed ids that count instead. */
const PLACEHOLDERS = [
  ["CR 3.11", "EDR 3.11", "HDR 3.11", "NDR 3.11"],
  ["CR 3.12", "EDR 3.12", "HDR 3.12", "NDR 3.12"],
  ["CR 5.2", "NDR 5.2"],
];
const MALFORMED = ["gibberish", "CR", "CR 1.3-1.5", "see below", "CR one", "verifies"];
const SPELLINGS = ["CR1.5", "cr 1.5", "CR-1.5", "Cr1.5"];

/**
 * A kind: how many are planted, and one annotation of it: the text behind the word, the relation, the claims with
 * the offset of each in the text and the items of coverage that it counts for, and the codes that must be found on its line.
 */
export const KINDS = [
  { count: 10_000, make: (random) => one("", pickOne(random, IDS)) },
  { count: 1_000, make: (random) => one("", pickOne(random, ENHANCED)) },
  { count: 700, make: (random) => one("verifies ", pickOne(random, IDS)) },
  { count: 300, make: (random) => one("partial ", pickOne(random, IDS), ": two of three") },
  { count: 300, make: (random) => one("planned ", pickOne(random, IDS), " - in KERN-7") },
  { count: 200, make: (random) => one("compensating ", pickOne(random, IDS), ": the zone has it") },
  { count: 300, make: pair },
  { count: 200, make: (random) => spelt(pickOne(random, SPELLINGS)) },
  { count: 300, make: (random) => unknown(pickOne(random, UNKNOWN)) },
  { count: 150, make: (random) => malformed(pickOne(random, MALFORMED)) },
  { count: 100, make: (random) => one("partial ", pickOne(random, IDS), "", "reason-required") },
  { count: 100, make: (random) => placeholder(pickOne(random, PLACEHOLDERS)) },
];

/** Planted in files whose language no one knows: found as such, and not read. */
export const UNREADABLE = 50;

/** Not annotations, although the word is there: none may be found. */
export const DECOYS = 300;
export const DECOY_TEXTS = [
  "see @iec62443 CR 1.1 for the reason",
  "`@iec62443 CR 1.1` is how one writes it",
  "@iec62443/tools CR 1.1",
  "@iec62443x CR 1.1",
];

/** How many annotations are planted, the decoys left out. */
export const PLANTED = KINDS.reduce((sum, { count }) => sum + count, UNREADABLE);

function one(before, reference, after = "", ...codes) {
  const relation = before.trim() || "implements";
  const claims = [{ offset: before.length, reference, covers: [reference] }];
  return { text: `${before}${reference}${after}`, relation, claims, codes };
}

function pair(random) {
  const [first, second] = ["CR 1.1", pickOne(random, IDS.slice(1))];
  const claims = [
    { offset: 0, reference: first, covers: [first] },
    { offset: first.length + 2, reference: second, covers: [second] },
  ];
  return { text: `${first}, ${second}`, relation: "implements", claims, codes: [] };
}

function spelt(text) {
  const claims = [{ offset: 0, reference: "CR 1.5", covers: ["CR 1.5"] }];
  return { text, relation: "implements", claims, codes: ["noncanonical-reference"] };
}

function malformed(text) {
  return { text, relation: "implements", claims: [], codes: ["malformed-annotation"] };
}

function unknown(reference) {
  return counted(reference, [], "unknown-requirement");
}

function placeholder([reference, ...covers]) {
  return counted(reference, covers, "placeholder-requirement");
}

function counted(reference, covers, code) {
  const claims = [{ offset: 0, reference, covers }];
  return { text: reference, relation: "implements", claims, codes: [code] };
}
