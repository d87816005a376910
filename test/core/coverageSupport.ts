import { type Coverage, coverageOf } from "../../server/src/core/coverage.ts";
import type { Project } from "../../server/src/core/project.ts";
import { formatReference } from "../../server/src/core/reference.ts";
import type { Snapshot } from "../../server/src/core/snapshot.ts";
import { ROOT, snapshotOf } from "../support/snapshotOf.ts";

/** An embedded device, aiming at nothing. */
export const EDR: Partial<Project> = { components: ["EDR"] };

/** The coverage of annotations, each a line of one C file and above code of its own. */
export function coverage(lines: readonly string[], project: Partial<Project> = EDR): Coverage {
  const source = lines.map((it, i) => `// @iec62443 ${it}\nint code${i};\n`).join("");
  return coverageOfRoot(snapshotOf({ "a.c": source }, project));
}

/** The coverage of the project at the root. */
export function coverageOfRoot(snapshot: Snapshot): Coverage {
  const project = snapshot.projects.find((it) => it.root === ROOT);
  if (project === undefined) throw new Error("There is no project at the root.");
  return coverageOf(snapshot, project);
}

/** The item of a reference; an error when there is none, so that a typing error is seen. */
export function item({ items }: Coverage, name: string) {
  const found = items.find((it) => formatReference(it.reference) === name);
  if (found === undefined) throw new Error(`${name} is no item.`);
  return found;
}

/** The items in their order. */
export function names({ items }: Coverage): readonly string[] {
  return items.map((it) => formatReference(it.reference));
}
