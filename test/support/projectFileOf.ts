import type { Project } from "../../server/src/core/project.ts";
import { RULES } from "../../server/src/core/rules/all.ts";
import { builtInCatalog } from "../../server/src/workspace/builtInCatalog.ts";
import { readProjectFile } from "../../server/src/workspace/projectFile.ts";
import { ROOT } from "./snapshotOf.ts";

const CODES = RULES.map((it) => it.code);

/** The project that a project file describes; the name tells YAML from JSON. */
export function projectFileOf(text: string, name = "iec62443.yaml"): Project {
  return readProjectFile(text, `${ROOT}/${name}`, ROOT, CODES, builtInCatalog());
}
