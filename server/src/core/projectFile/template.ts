import { type ComponentType, componentWord } from "../catalog.ts";
import type { Project } from "../project.ts";
import { afterYears } from "./days.ts";
import { itemOf, type NewStatement } from "./edits.ts";
import { blockLines } from "./render.ts";

/** What a new project file says. */
export interface NewProject extends Pick<Project, "product" | "target"> {
  /** Empty: not known, an embedded device is written for an example. */
  readonly components: readonly ComponentType[];
  readonly parts?: readonly string[];
  readonly statements?: readonly NewStatement[];
}

/** The text of a new project file, with a comment for each key and examples as from the day given. */
export function templateOf(
  { product, components, parts = ["4-2"], target, statements = [] }: NewProject,
  today: string,
): string {
  const types = components.length === 0 ? (["EDR"] as const) : components;
  return `# What this product is under IEC 62443 and what it aims at. The code says the rest: in comments
# such as \`// @iec62443 CR 1.5: why this meets it\`. A file of code belongs to the nearest
# iec62443.yaml above it, so each product of a repository can have one of its own.

# What the tree and reports call it.
${entry("product", product)}

# One or more of software-application, embedded-device, host-device, network-device.
${entry("component", types.map(componentWord))}

# The parts of the series to cover.
${entry("parts", parts)}

# The SL-C aimed at, 1 to 4, or one for each foundational requirement: { FR 1: 3, FR 2: 2 }
${targetLine(target)}

# Files with requirements of your own, by their paths from here.
# catalogs: [company-rules.yaml]

# What no line of code can say. The status is one of not-applicable, compensating, planned,
# implemented, verified; the first two need a reason. Behind the day on which it expires a
# statement no longer counts. Evidence is named by its path from here.
statements:
${[...statements.flatMap((it) => blockLines([itemOf(it)], "  ")), ...example(today)].join("\n")}

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

function entry(key: string, value: string | readonly string[]): string {
  return blockLines({ [key]: value }, "").join("\n");
}

function targetLine(target: NewProject["target"]): string {
  if (target === undefined) return "# target: 2";
  if (typeof target === "number") return `target: ${target}`;
  const levels = Object.entries(target).map(([fr, level]) => `FR ${fr}: ${level}`);
  return `target: { ${levels.join(", ")} }`;
}

function example(today: string): readonly string[] {
  return [
    "#   - requirement: CR 2.2",
    "#     status: not-applicable",
    "#     reason: The device has no radio.",
    "#     owner: security@example.com",
    `#     reviewed: ${today}`,
    `#     expires: ${afterYears(today, 1)}`,
    "#     evidence: [docs/threat-model.md]",
  ];
}
