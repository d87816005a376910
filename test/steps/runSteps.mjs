// Runs the steps of `npm test` one after another and adds their results up.
import { stripVTControlCharacters } from "node:util";

/**
 * What a step found: how many tests passed and were skipped, and the failures, each with a title and what a person
 * needs to see of it. `notes` are sentences for the reader, such as why something was skipped.
 * @typedef {{
 *   passed: number, skipped?: number, failures: { title: string, detail: string }[], notes?: string[]
 * }} Result
 * @typedef {{ name: string, needs?: string, title: string, run: () => Promise<Result> }} Step
 */

/** The steps that `only` names, with what they need, or all; `why` is a sentence when it names one that does not exist. */
export function selectSteps(steps, only) {
  if (only === undefined) return { steps };
  const names = only.split(",").map((it) => it.trim());
  const unknown = names.filter((name) => !steps.some((it) => it.name === name));
  if (unknown.length > 0) {
    const known = [...new Set(steps.map((it) => it.name))].join(", ");
    return { why: `There is no step ${unknown.join(", ")}. The steps are: ${known}.` };
  }
  const named = steps.filter((it) => names.includes(it.name));
  const needed = named.map((it) => it.needs);
  return { steps: steps.filter((it) => named.includes(it) || needed.includes(it.name)) };
}

/** Runs and prints; the exit code. The very last line is the sum. */
export async function runSteps(steps, print = console.log) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const step of steps) {
    const began = performance.now();
    const result = await resultOf(step);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    total.passed += result.passed;
    total.failed += result.failures.length;
    total.skipped += result.skipped ?? 0;
    print(`${step.title.padEnd(44)} ${counts(numbersOf(result))}, ${seconds} s`);
    for (const note of result.notes ?? []) print(indented(note));
    for (const { title, detail } of result.failures)
      print(`\n  FAILED ${title}\n${indented(detail)}\n`);
  }
  print(counts(total));
  return total.failed === 0 ? 0 : 1;
}

/** A step that throws, or that tells of no test at all, has failed: silence is no success. */
async function resultOf(step) {
  try {
    const result = await step.run();
    const { passed, failed, skipped } = numbersOf(result);
    if (passed + failed + skipped > 0) return result;
    return failure(step.title, "The step ended without a single result.");
  } catch (error) {
    return failure(
      step.title,
      error instanceof Error ? (error.stack ?? error.message) : String(error),
    );
  }
}

function failure(title, detail) {
  return { passed: 0, failures: [{ title, detail }] };
}

function numbersOf({ passed, failures, skipped = 0 }) {
  return { passed, failed: failures.length, skipped };
}

function counts({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

const MOST_LINES = 60;

/** The end of a long text tells most of what went wrong. */
function indented(text) {
  const lines = stripVTControlCharacters(text).trimEnd().split("\n");
  const shown = lines.length > MOST_LINES ? ["…", ...lines.slice(-MOST_LINES)] : lines;
  return shown.map((line) => `    ${line}`).join("\n");
}
