// The step of `npm test` that uses `npm run try` as a person does.
import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../support/command.mjs";
import { ROOT } from "../support/root.mjs";

const TRY = join(ROOT, "test/try.mjs");

const CHECKS = {
  "--no-open prints the coverage of the sample product": printsCoverage,
  "a folder that does not exist is named": namesMissingFolder,
  "the address shows the workbench until it is stopped": servesUntilStopped,
};

export async function tryOut() {
  const result = { passed: 0, failures: [] };
  for (const [title, check] of Object.entries(CHECKS)) {
    const fault = await check().catch((error) => error.stack ?? String(error));
    if (fault === undefined) result.passed++;
    else result.failures.push({ title, detail: fault });
  }
  return result;
}

async function printsCoverage() {
  const { code, output } = await run(process.execPath, [TRY, "--no-open"]);
  return code === 0 && /PLC 300[\s\S]*\d+ of \d+/.test(output)
    ? undefined
    : `code ${code}\n${output}`;
}

async function namesMissingFolder() {
  const missing = join(tmpdir(), "iec62443-no-such-folder");
  const { code, output } = await run(process.execPath, [TRY, missing, "--no-open"]);
  return code === 2 && output.includes(missing) ? undefined : `code ${code}\n${output}`;
}

/** Starts it, asks for the page, and stops it as Ctrl+C does: then no one answers any more. */
async function servesUntilStopped() {
  const child = spawn(process.execPath, [TRY, "--browser"], { stdio: ["ignore", "pipe", "pipe"] });
  const gone = new Promise((resolve) => child.once("exit", resolve));
  try {
    const address = await addressIn(child);
    const page = await pageAt(address);
    if (!page.includes("workbench")) return `The page is not a workbench:\n${page.slice(0, 2000)}`;
    child.kill("SIGINT");
    await gone;
    const answer = await fetch(address).catch(() => undefined);
    return answer === undefined ? undefined : "The server still answers after Ctrl+C.";
  } finally {
    child.kill("SIGINT");
    await gone;
  }
}

/** As a browser does: it keeps the cookie that the token in the address is changed for. */
async function pageAt(address) {
  const first = await fetch(address, { redirect: "manual" });
  const cookie = first.headers
    .getSetCookie()
    .map((it) => it.split(";", 1)[0])
    .join("; ");
  const second = new URL(first.headers.get("location") ?? address, address);
  return (await fetch(second, { headers: { cookie } })).text();
}

function addressIn(child) {
  return new Promise((resolve, reject) => {
    let output = "";
    const read = (text) => {
      output += text;
      const address = /Open (http:\S+)/.exec(output)?.[1];
      if (address !== undefined) resolve(address);
    };
    child.stdout.setEncoding("utf8").on("data", read);
    child.stderr.setEncoding("utf8").on("data", read);
    child.once("exit", (code) => reject(new Error(`It ended with code ${code}.\n${output}`)));
  });
}
