import { existsSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { PROJECT_FILES } from "../core/projectFile/names.ts";
import { templateOf } from "../core/projectFile/template.ts";
import { safe } from "../core/report/terminal.ts";
import { pathOfUri } from "../workspace/uris.ts";
import { isRefusal, type Outcome, refused } from "./outcome.ts";
import { findPlaces, whyNotWritten } from "./places.ts";
import type { InitRequest } from "./request.ts";
import type { World } from "./world.ts";

/** Writes a project file with a comment for each key; one that is there stays as it is. */
export function runInit(world: World, { folder, target = 2, components }: InitRequest): Outcome {
  const places = findPlaces(world.cwd, [folder]);
  if (isRefusal(places)) return refused(places.refusal);
  const [root] = places.roots;
  const path = root === undefined ? undefined : pathOfUri(root);
  if (path === undefined || places.only !== undefined) {
    return refused(`${safe(folder)} is no folder.`);
  }
  const present = PROJECT_FILES.find((it) => existsSync(join(path, it)));
  if (present !== undefined) {
    return refused(`${safe(join(folder, present))} is there already and is left as it is.`);
  }
  const [name] = PROJECT_FILES;
  const file = join(path, name);
  try {
    const text = templateOf({ product: basename(path), target, components }, world.today);
    writeFileSync(file, text, { flag: "wx" });
  } catch (error) {
    return refused(whyNotWritten(join(folder, name), error));
  }
  const next = "Look it through, then run: iec62443 report";
  const output = `Wrote ${safe(join(folder, name))}.\n`;
  return { exitCode: 0, output, messages: [next], errors: [] };
}
