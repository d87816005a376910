import { resolve } from "node:path";
import { PLAIN, safeSource } from "../core/report/terminal.ts";
import { withoutCommands } from "../reports/withoutCommands.ts";
import { cacheIn } from "../workspace/cache/cacheFolder.ts";
import { nodeFiles } from "../workspace/fileSystem.ts";
import { workerOptions } from "../workspace/scanning/workerOptions.ts";
import { today } from "../workspace/today.ts";
import { readArguments } from "./args.ts";
import { runCheck } from "./check.ts";
import { runExplain } from "./explain.ts";
import { runInit } from "./init.ts";
import { runList } from "./list.ts";
import type { Outcome } from "./outcome.ts";
import { refused } from "./outcome.ts";
import { whyNotWritten } from "./places.ts";
import { runReport } from "./report.ts";
import type { Request } from "./request.ts";
import { ProgressLine, screenOf } from "./terminal.ts";
import type { World } from "./world.ts";
import { writeToFile, writeToStream } from "./writeResult.ts";

type RunRequest = Exclude<Request, { command: "lsp" | "help" | "wrong-use" }>;

async function main(): Promise<void> {
  const request = readArguments(process.argv.slice(2));
  switch (request.command) {
    case "lsp":
      // Only here: loading it takes longer than most commands do. It runs as it is loaded.
      await import("../lsp/main.ts");
      return;
    case "help":
      return print({ exitCode: 0, output: request.text, messages: [], errors: [] }, {});
    case "wrong-use":
      return print({ exitCode: 2, output: "", messages: [], errors: [request.message] }, {});
    default: {
      const mode = isQuiet(request) ? "quiet" : "shown";
      const progress = new ProgressLine(process.stderr, mode, () => performance.now());
      const outcome = await run(worldOf(request, progress), request);
      progress.clear();
      return print(outcome, request);
    }
  }
}

function run(world: World, request: RunRequest): Promise<Outcome> | Outcome {
  switch (request.command) {
    case "check":
      return runCheck(world, request);
    case "report":
      return runReport(world, request);
    case "list":
      return runList(world, request);
    case "explain":
      return runExplain(world, request);
    case "init":
      return runInit(world, request);
  }
}

function worldOf(request: RunRequest, progress: ProgressLine): World {
  return {
    cwd: process.cwd(),
    files: nodeFiles(),
    today: today(),
    screen: outputOf(request) === undefined ? screenOf(process.stdout, process.env) : PLAIN,
    onProgress: (it) => progress.report(it),
    ...workerOptions(__dirname),
    ...cacheIn(),
  };
}

function isQuiet(request: object): boolean {
  return "quiet" in request && request.quiet === true;
}

function outputOf(request: object): string | undefined {
  return "output" in request && typeof request.output === "string" ? request.output : undefined;
}

/** Writes what a command leaves: the result to stdout or its file, all else to stderr. */
async function print(outcome: Outcome, request: object): Promise<void> {
  const { exitCode, output, messages, errors } = written(outcome, outputOf(request));
  process.exitCode = exitCode;
  const told = isQuiet(request) ? errors : [...messages, ...errors];
  for (const line of told.flatMap((it) => it.split("\n")))
    process.stderr.write(`${withoutCommands(safeSource(line))}\n`);
  await writeToStream(process.stdout, output);
}

function written(outcome: Outcome, file: string | undefined): Outcome {
  if (file === undefined || outcome.exitCode === 2) return outcome;
  try {
    writeToFile(resolve(file), outcome.output);
    return { ...outcome, output: "" };
  } catch (error) {
    return refused(`The result was not written. ${whyNotWritten(file, error)}`);
  }
}

// A reader like `head` may close the pipe before all is written: nobody is left to tell.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  const why = whyNotWritten("standard output", error);
  process.stderr.write(`error: The result was not written. ${why}\n`);
  process.exit(2);
});

main().catch((error: unknown) => {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(
    `error: This is a fault of iec62443 itself. Please report it with these lines:\n${trace}\n`,
  );
  process.exitCode = 3;
});
