// Runs a program and tells how long it took, how much of the processor and how much memory it had at most.
import { spawn } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * `peak` in MiB is what the kernel says of the process: asked for while it runs, so it may miss the very last moment.
 * `cpu` in seconds counts all its threads; no other child of this process may end meanwhile. What it prints goes
 * into a file: some programs end before a pipe has taken all.
 */
export async function measured(command, args, { cwd, env, input } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "measured-"));
  const printed = join(folder, "output");
  try {
    const output = openSync(printed, "w");
    const stdio = [input ?? "ignore", output, "pipe"];
    const result = await ended(command, args, { cwd, env: { ...process.env, ...env }, stdio });
    closeSync(output);
    return { ...result, output: readFileSync(printed, "utf8") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function ended(command, args, options) {
  return new Promise((resolve, reject) => {
    const cpuBefore = cpuOfChildren();
    const began = performance.now();
    let peak = 0;
    const child = spawn(command, args, options);
    const watch = setInterval(() => {
      peak = Math.max(peak, peakOf(child.pid));
    }, 5);
    let log = "";
    child.stderr.setEncoding("utf8").on("data", (text) => {
      log += text;
    });
    child.on("error", reject);
    child.on("close", (code) => {
      clearInterval(watch);
      const seconds = (performance.now() - began) / 1000;
      resolve({ code, seconds, cpu: cpuOfChildren() - cpuBefore, peak, log });
    });
  });
}

/** The most memory a process ever had, in MiB; 0 when it is gone. */
export function peakOf(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** What the children that have ended had of the processor, in seconds; Linux counts it in hundredths. */
export function cpuOfChildren() {
  const [user, system] = statOf("self").slice(13, 15);
  return (user + system) / 100;
}

/** What a running process has had of the processor so far, with all its threads. */
export function cpuOf(pid) {
  const [user, system] = statOf(pid).slice(11, 13);
  return (user + system) / 100;
}

/** The numbers behind the name of a process, which may hold anything. */
function statOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  return stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .map(Number);
}
