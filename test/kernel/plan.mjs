// Chooses what is planted where. The same tree and the same seed give the same plan.
import { DECOY_TEXTS, DECOYS, KINDS, UNREADABLE } from "./kinds.mjs";
import { pickOne, randomOf, shuffled } from "./random.mjs";
import { familyOf, spotsOf } from "./spots.mjs";

const MOST_IN_A_FILE = 3;

/**
 * The plan for a list of files, as a map from path to what is planted there. `linesOf` reads a file; it returns
 * nothing for one that is to be left alone.
 */
export function planOf(paths, linesOf, seed) {
  const random = randomOf(seed);
  const waiting = shuffled(random, [...annotations(random), ...decoys(random)]);
  const plan = new Map();
  for (const path of shuffled(
    random,
    paths.filter((it) => familyOf(it) !== undefined),
  )) {
    if (waiting.length === 0) break;
    const lines = linesOf(path);
    if (lines === undefined) continue;
    const spots = shuffled(random, spotsOf(familyOf(path), lines));
    const count = Math.min(spots.length, waiting.length, 1 + Math.floor(random() * MOST_IN_A_FILE));
    const chosen = apart(spots).slice(0, count);
    plan.set(path, placed(random, chosen, waiting));
  }
  if (waiting.length > 0) throw new Error(`${waiting.length} annotations found no place.`);
  for (const [path, line] of unreadable(random, paths, linesOf)) plan.set(path, [line]);
  return plan;
}

function annotations(random) {
  return KINDS.flatMap(({ count, make }) => Array.from({ length: count }, () => make(random)));
}

function decoys(random) {
  return Array.from({ length: DECOYS }, () => ({
    bare: pickOne(random, DECOY_TEXTS),
    claims: [],
    codes: [],
  }));
}

/** Two annotations for one line of code would be each other's duplicates: one spot a line, and no neighbours. */
function apart(spots) {
  const taken = new Set();
  return spots.filter(({ line }) => {
    const free = ![line - 1, line, line + 1].some((it) => taken.has(it));
    taken.add(line);
    return free;
  });
}

function placed(random, spots, waiting) {
  return spots.map(({ line, styles, atEnd = false }) => ({
    line,
    atEnd,
    // A comment over several lines would swallow what stands behind it.
    style: pickOne(random, styles),
    annotation: waiting.pop(),
  }));
}

const UNKNOWN_LANGUAGE = /\.txt$/;

function* unreadable(random, paths, linesOf) {
  let left = UNREADABLE;
  const candidates = paths.filter(
    (it) => UNKNOWN_LANGUAGE.test(it) && !/CMakeLists\.txt$/.test(it),
  );
  for (const path of shuffled(random, candidates)) {
    const lines = linesOf(path);
    if (left === 0) return;
    if (lines === undefined) continue;
    left--;
    const annotation = {
      text: "CR 1.1",
      relation: "implements",
      claims: [],
      codes: ["unknown-file-type"],
    };
    yield [
      path,
      { line: lines.length, atEnd: false, style: { open: "# ", close: "" }, annotation },
    ];
  }
}
