import { existsSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { ComponentType, SecurityLevel } from "../core/catalog.ts";
import { safe } from "../core/report/terminal.ts";
import { PROJECT_FILES } from "../workspace/leftOut.ts";
import { pathOfUri } from "../workspace/uris.ts";
import { dashed } from "./optionValues.ts";
import { isRefusal, type Outcome, refused } from "./outcome.ts";
import { findPlaces, whyNotWritten } from "./places.ts";
import type { InitRequest } from "./request.ts";
import type { World } from "./world.ts";

/** Writes a project file with a comment for each key; one that is there stays as it is. */
export function runInit(world: World, { folder, target, components }: InitRequest): Outcome {
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
    writeFileSync(file, projectFile(basename(path), target, components), { flag: "wx" });
  } catch (error) {
    return refused(whyNotWritten(join(folder, name), error));
  }
  const next = "Look it through, then run: iec62443 report";
  const output = `Wrote ${safe(join(folder, name))}.\n`;
  return { exitCode: 0, output, messages: [next], errors: [] };
}

/** The text of a new project file. */
export function projectFile(
  product: string,
  target: SecurityLevel = 2,
  components: readonly ComponentType[] = [],
): string {
  const types = components.length === 0 ? (["EDR"] as const) : components;
  return `# What this product is under IEC 62443 and what it aims at. The code says the rest: in comments
# such as \`// @iec62443 CR 1.5: why this meets it\`. A file of code belongs to the nearest
# ${PROJECT_FILES[0]} above it, so each product of a repository can have one of its own.

product: ${JSON.stringify(product)}

# One or more of software-application, embedded-device, host-device, network-device.
component: [${types.map(dashed).join(", ")}]

# The parts of the series to cover.
parts: ["4-2"]

# The SL-C aimed at, 1 to 4, or one for each foundational requirement: { FR 1: 3, FR 2: 2 }
target: ${target}

# What no line of code can say. The status is one of not-applicable, compensating, planned,
# implemented, verified; the first two need a reason.
# statements:
#   - requirement: CR 2.2
#     status: not-applicable
#     reason: The device has no radio.
#     owner: security@example.com
#     reviewed: 2026-10-01
#     expires: 2027-10-01
#     evidence: [docs/threat-model.md]

# Which files are read, and as what. Files that .gitignore names are left out anyway.
# scan:
#   include: ["build/generated/**"]
#   exclude: ["third_party/**"]
#   maxFileSize: 2MiB
#   languages: { "*.inc": c }

# How loud the findings of each rule are: error, warning, info, hint or off.
# rules:
#   duplicate-claim: warning
`;
}
