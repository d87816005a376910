// Starts an editor with the set-up of docs/editors.md.
import { spawn } from "node:child_process";
import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { blockOf } from "../support/page.mjs";
import { ROOT } from "../support/root.mjs";

/** Longer than all that the scripts wait for themselves: who is still there then has stopped. In milliseconds. */
const HANGS = 900_000;

/** The set-up of the page, and on the PATH a command that notes the process it becomes. */
export async function prepared({ heading, language }, home) {
  const setUp = join(home, `set-up.${language}`);
  const results = join(home, "results");
  const servers = join(home, "servers");
  const bin = join(home, "bin");
  const command = join(bin, "iec62443");
  const commands = join(home, `commands.${language}`);
  await mkdir(bin);
  await writeFile(setUp, blockOf("docs/editors.md", heading, language));
  await writeFile(commands, blockOf("docs/editors.md", "Commands", language));
  const program = `exec ${quoted(process.execPath)} ${quoted(join(ROOT, "dist/cli.cjs"))} "$@"`;
  await writeFile(command, `#!/bin/sh\necho $$ >> ${quoted(servers)}\n${program}\n`);
  await chmod(command, 0o755);
  return { setUp, commands, results, servers, bin };
}

function quoted(text) {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** Nothing of the user's own is read or written: the editor has a home of its own. */
export function started({ program, start }, { home, bin, commands, results, cwd, env, ...place }) {
  const child = spawn(program, start(place), {
    cwd,
    env: {
      ...process.env,
      ...homeIn(home, bin),
      ...env,
      TEST_RESULTS: results,
      TEST_COMMANDS: commands,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  }
  let isThere = true;
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  const guard = setTimeout(() => {
    output += `\nIt hung: it was ended after ${HANGS / 60_000} minutes.`;
    kill();
  }, HANGS);
  const ended = new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(code ?? signal));
  }).then((code) => {
    isThere = false;
    clearTimeout(guard);
    process.off("exit", kill);
    return { code, output };
  });
  return { kill, ended, isThere: () => isThere };
}

function homeIn(home, bin) {
  const folders = ["CONFIG", "DATA", "STATE", "CACHE"].map((it) => [
    `XDG_${it}_HOME`,
    join(home, it),
  ]);
  return { ...Object.fromEntries(folders), HOME: home, PATH: `${bin}:${process.env.PATH}` };
}
