// What was measured on.
import { cpus, release, totalmem, type } from "node:os";
import { run } from "../support/command.mjs";

/** The machine in one sentence, without a name of it. */
export async function machine() {
  const all = cpus();
  const rg = (await run("rg", ["--version"])).output.split("\n")[0];
  const grep = (await run("grep", ["--version"])).output.split("\n")[0];
  return [
    `${all.length} cores of ${all[0]?.model.trim() || "unknown make"}`,
    `${(totalmem() / 2 ** 30).toFixed(0)} GiB of memory`,
    `${type()} ${release()}`,
    `Node ${process.versions.node}`,
    rg,
    grep,
  ].join(", ");
}
