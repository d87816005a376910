import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, openSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { nodePrograms } from "../../programs.mjs";

const TOP = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** The sample product. */
export const SAMPLE = join(TOP, "test/fixtures/plc-product");

/** How a run of the command ended. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** All that comes from stdin. */
  readonly input?: string;
  /** Close stdout after so many characters, as `head` does. */
  readonly closeAfter?: number;
  /** A file or device in the place of the pipe for stdout. */
  readonly stdoutTo?: string;
}

/** The command line as it is shipped, in a temporary folder with room for files. */
export class Command {
  readonly #temporary = realpathSync(mkdtempSync(join(tmpdir(), "iec62443-")));
  /** The program that is run. */
  readonly program = join(this.#temporary, "cli.cjs");
  #folders = 0;

  /** What a run finds as the user's folder for caches. */
  get cacheHome(): string {
    return join(this.#temporary, "cache");
  }

  async build(): Promise<void> {
    const programs = await nodePrograms(this.#temporary);
    await Promise.all(programs.map((it) => build({ ...it, minify: false })));
  }

  /** A new folder with these files. */
  folder(files: Readonly<Record<string, string | Buffer>> = {}): string {
    const folder = join(this.#temporary, `folder ${this.#folders++}`);
    mkdirSync(folder);
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    return folder;
  }

  run(
    args: readonly string[],
    { cwd, env, input = "", closeAfter, stdoutTo }: RunOptions = {},
  ): Promise<Run> {
    const child = spawn(process.execPath, [this.program, ...args], {
      cwd: cwd ?? this.#temporary,
      env: { PATH: process.env["PATH"], XDG_CACHE_HOME: this.cacheHome, ...env },
      stdio: ["pipe", stdoutTo === undefined ? "pipe" : openSync(stdoutTo, "w"), "pipe"],
    });
    let stdout = "";
    let stderr = "";
    child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
      stdout += chunk;
      if (closeAfter !== undefined && stdout.length > closeAfter) child.stdout?.destroy();
    });
    child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
      stderr += chunk;
    });
    // A language server goes when its input ends, so that stays open for one that has some.
    if (input === "") child.stdin?.end();
    else child.stdin?.write(input);
    return new Promise((done, fail) => {
      child.on("error", fail).on("close", (code) => done({ code, stdout, stderr }));
    });
  }

  remove(): void {
    rmSync(this.#temporary, { recursive: true, force: true });
  }
}
