import type { Saying } from "../coverage/sayings.ts";
import type { Project } from "../project.ts";
import { displayPath } from "../report/displayPath.ts";
import type { Location } from "./rule.ts";

/** Where something is said of a requirement, whether in code or in the project file. */
export function placeOfSaying({ from }: Saying, project: Project): Location {
  if ("claim" in from) return { uri: from.uri, range: from.claim.range };
  return { uri: project.file ?? project.root, range: from.requirementRange };
}

/** A place as people name it: `firmware/login.c:12`. */
export function namePlace({ uri, range }: Location, project: Project): string {
  return `${displayPath(uri, project.root)}:${range.start.line + 1}`;
}
