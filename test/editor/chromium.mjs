// Finds the Chromium that shows the workbench, or installs it where that is allowed.
import { existsSync } from "node:fs";
import { installPackages } from "../support/debian.mjs";

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
  const why = await installPackages(["chromium"]);
  const advice = "Install the package chromium, or name one in $CHROMIUM.";
  return (
    found() ?? { why: `No Chromium on this machine, and ${why ?? "none was found"}. ${advice}` }
  );
}
