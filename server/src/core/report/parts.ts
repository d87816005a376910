import type { Project } from "../project.ts";
import { displayPath } from "./displayPath.ts";

/** A sentence for each product of which only a part is read: its numbers are those of the part. */
export function partSentences(projects: readonly Project[]): readonly string[] {
  return projects.flatMap(({ product, file, isPart }) =>
    file === undefined || isPart !== true
      ? []
      : [
          `Read as a part of ${product}, by its project file ${displayPath(file, "")}: what other files of the product claim is not counted, and nothing is said of what is missing.`,
        ],
  );
}
