// Runs a program and tells how long it took, how much of the processor and how much memory it had at most.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * `peak` in MiB is what the kernel says of the process: asked for while it runs, so it may miss the very last moment.
 * `cpu` in seconds counts all its threads; no other child of this process may end meanwhile.
 */
export function measured(command, args, { cwd, env, input } = {}) {
  return new Promise((resolve, reject) => {
    const cpuBefore = cpuOfChildren();
    const began = performance.now();
    const chunks = [];
    let peak = 0;
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: [input ?? "ignore", "pipe", "pipe"],
    });
    const watch = setInterval(() => {
      peak = Math.max(peak, peakOf(child.pid));
    }, 5);
    child.stdout.on("data", (chunk) => chunks.push(chunk));
    let log = "";
    child.stderr.setEncoding("utf8").on("data", (text) => {
      log += text;
    });
    child.on("error", reject);
    child.on("close", (code) => {
      clearInterval(watch);
      const seconds = (performance.now() - began) / 1000;
      const cpu = cpuOfChildren() - cpuBefore;
      resolve({ code, seconds, cpu, peak, output: Buffer.concat(chunks).toString("utf8"), log });
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
  const fields = readFileSync("/proc/self/stat", "utf8").split(") ")[1].split(" ");
  const [user, system] = [fields[13], fields[14]].map(Number);
  return (user + system) / 100;
}
