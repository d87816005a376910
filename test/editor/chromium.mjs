// Finds the Chromium that shows the workbench, or installs it where that is allowed.
import { existsSync } from "node:fs";
import { run } from "../support/command.mjs";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The path of a Chromium, or a sentence that says why there is none. */
export async function findChromium() {
  const named = process.env.CHROMIUM;
  if (named !== undefined) {
    return existsSync(named)
      ? { path: named }
      : { why: `$CHROMIUM names ${named}, which does not exist.` };
  }
  return found() ?? (await installed());
}

function found() {
  const path = PLACES.find((it) => existsSync(it));
  return path === undefined ? undefined : { path };
}

async function installed() {
  const advice = "Install the package chromium, or name one in $CHROMIUM.";
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    return { why: `No Chromium on this machine, and it may not be installed from here. ${advice}` };
  }
  console.error("Installing Chromium with apt-get");
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update"], { env });
  const args = ["install", "-y", "--no-install-recommends", "chromium"];
  const { output } = await run("apt-get", args, { env });
  return found() ?? { why: `apt-get could not install Chromium. ${advice}\n${output.trim()}` };
}
