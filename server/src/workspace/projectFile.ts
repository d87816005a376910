import type { Catalog } from "../core/catalog.ts";
import type { Project } from "../core/project.ts";
import type { CatalogSource } from "../core/projectFile/catalogs.ts";
import { INVALID_PROJECT_FILE } from "../core/projectFile/problems.ts";
import { projectOfFile } from "../core/projectFile.ts";
import { readYaml, type YamlKind } from "./yamlTree.ts";

/** About three thousand statements with all their keys, which are read in less than a second. */
const PROJECT_FILE: YamlKind = {
  name: "project file",
  code: INVALID_PROJECT_FILE,
  mostCharacters: 512 * 1024,
  whenTooLarge: "Shorten it.",
};

/**
 * Reads an `iec62443.yaml`. Whatever is wrong in it, down to its syntax, is among the project's
 * problems with its place; the rest still counts.
 */
export function readProjectFile(
  text: string,
  file: string,
  root: string,
  ruleCodes: readonly string[],
  catalog: Catalog,
  catalogs?: CatalogSource,
): Project {
  const { node, syntax, lines } = readYaml(text, PROJECT_FILE);
  const context = {
    file,
    root,
    ruleCodes,
    catalog,
    syntax,
    ...(catalogs !== undefined && { catalogs }),
    ...(lines !== undefined && { lines }),
  };
  return projectOfFile(node, context);
}
