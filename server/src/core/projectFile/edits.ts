import type { SecurityLevel } from "../catalog.ts";
import type { Project, Statement } from "../project.ts";
import { formatReference } from "../reference.ts";
import type { Edit } from "../rules/rule.ts";
import { fill } from "./fill.ts";
import type { Plain } from "./render.ts";
import type { Slot } from "./slot.ts";

/** What is said of a requirement, before it is written. */
export interface NewStatement
  extends Pick<Statement, "reference" | "status" | "reason" | "owner" | "reviewed" | "expires"> {}

/** Writes one more statement behind the others; nothing where the project file has to be corrected first. */
export function statementEdit(
  project: Pick<Project, "file" | "places">,
  statement: NewStatement,
): readonly Edit[] | undefined {
  return filled(project, project.places?.statements, [itemOf(statement)]);
}

/** A statement as it stands in the list; what is not said is left out. */
export function itemOf({ reference, status, ...said }: NewStatement): Plain {
  const { reason, owner, reviewed, expires } = said;
  const keys = {
    requirement: formatReference(reference),
    status,
    reason,
    owner,
    reviewed,
    expires,
  };
  return Object.fromEntries(
    Object.entries(keys).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

/** Another target level in the place of what stands there. */
export function targetEdit(
  project: Pick<Project, "file" | "places">,
  target: SecurityLevel,
): readonly Edit[] | undefined {
  return filled(project, project.places?.target, target);
}

/** Says in which language the files of a glob are; nothing where the file says so already. */
export function languageEdit(
  project: Pick<Project, "file" | "places" | "scan">,
  glob: string,
  language: string,
): readonly Edit[] | undefined {
  if (Object.hasOwn(project.scan.languages, glob)) return undefined;
  return filled(project, project.places?.languages, { [glob]: language });
}

/** Leaves out what a glob means; no change where the file does so already. */
export function excludeEdit(
  project: Pick<Project, "file" | "places" | "scan">,
  glob: string,
): readonly Edit[] | undefined {
  if (project.scan.exclude.includes(glob)) return [];
  return filled(project, project.places?.excludes, [glob]);
}

function filled(
  { file }: Pick<Project, "file">,
  slot: Slot | undefined,
  value: Plain,
): readonly Edit[] | undefined {
  if (file === undefined || slot === undefined) return undefined;
  return fill(slot, value).map((it) => ({ ...it, uri: file }));
}
