// Runs programs for the scripts under test/. Plain Node: it works before anything is installed.
import { spawn } from "node:child_process";

/**
 * Runs a program to its end. `echo: true` lets it write on our terminal, else its output is kept.
 * Never throws: a program that cannot be started has code 127.
 */
export function run(command, args, { cwd, env, echo = false, shell = false } = {}) {
  return new Promise((resolve) => {
    let output = "";
    const child = spawn(command, args, {
      cwd,
      shell,
      env: { ...process.env, ...env },
      stdio: ["ignore", echo ? "inherit" : "pipe", echo ? "inherit" : "pipe"],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text) => {
        output += text;
      });
    }
    child.on("error", (error) => resolve({ code: 127, output: `${command}: ${error.message}` }));
    child.on("close", (code, signal) => {
      resolve({ code: code ?? 1, output: signal ? `${output}\nended by ${signal}` : output });
    });
  });
}

/** Runs npm, the one that runs us where there is one. */
export function npm(args, options) {
  const itself = process.env.npm_execpath;
  if (itself?.endsWith(".js")) return run(process.execPath, [itself, ...args], options);
  return run("npm", args, { ...options, shell: process.platform === "win32" });
}

/** Makes Ctrl+C and its like an orderly end, so that what listens to `exit` can clean up. */
export function endOnSignals() {
  for (const [signal, code] of Object.entries({ SIGHUP: 129, SIGINT: 130, SIGTERM: 143 })) {
    process.once(signal, () => process.exit(code));
  }
}
