// Installs packages of Debian for the steps that need programs beside Node, where that is allowed.
import { existsSync } from "node:fs";
import { run } from "./command.mjs";

/** Installs packages, without what they merely recommend. A sentence says why it could not. */
export async function installPackages(names) {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    return "it may not be installed from here";
  }
  console.error(`Installing ${names.join(", ")} with apt-get`);
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update"], { env });
  const args = ["install", "-y", "--no-install-recommends", ...names];
  const { code, output } = await run("apt-get", args, { env });
  return code === 0 ? undefined : `apt-get could not install it: ${output.trim()}`;
}
