// The step of `npm test` that runs vitest; the counts are those of its own report.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../support/command.mjs";
import { ROOT } from "../support/root.mjs";

export async function unit() {
  const folder = await mkdtemp(join(tmpdir(), "iec62443-unit-"));
  const report = join(folder, "report.json");
  try {
    const vitest = join(ROOT, "node_modules/vitest/vitest.mjs");
    const args = [
      vitest,
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ];
    const { code, output } = await run(process.execPath, args, { cwd: ROOT, env: { CI: "true" } });
    const text = await readFile(report, "utf8").catch(() => undefined);
    if (text === undefined) throw new Error(`vitest left no report (code ${code}).\n${output}`);
    return resultOf(JSON.parse(text), code, output);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function resultOf(report, code, output) {
  const failures = report.testResults.flatMap(failuresOf);
  if (code !== 0 && failures.length === 0) {
    failures.push({ title: `vitest ended with code ${code}`, detail: output });
  }
  return {
    passed: report.numPassedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    failures,
  };
}

/** A file that could not even be loaded has a message and no tests. */
function failuresOf({ name, status, message, assertionResults }) {
  const path = name.replace(ROOT, "");
  const failed = assertionResults.filter((it) => it.status === "failed");
  if (status === "failed" && failed.length === 0) return [{ title: path, detail: message }];
  return failed.map(({ fullName, failureMessages }) => ({
    title: `${path} > ${fullName}`,
    detail: failureMessages.join("\n"),
  }));
}
