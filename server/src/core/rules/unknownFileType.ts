import { fileOf } from "../notebook/cellUri.ts";
import { languageFixes } from "../projectFile/fixes.ts";
import { projectOf } from "../snapshot.ts";
import type { Rule } from "./rule.ts";

/** A file holds annotations, but nothing tells which of its characters are comments. */
export const unknownFileType: Rule = {
  code: "unknown-file-type",
  level: "info",
  description: "A file of an unknown language holds annotations, which are not counted.",
  scope: "file",

  *check(snapshot, uri) {
    const range = snapshot.index.inFile(uri)?.unknownFileType;
    if (range === undefined) return;
    const glob = globOf(fileOf(uri));
    const example = `"${glob}": c`;
    yield {
      range,
      message:
        "The language of this file is not known, so its annotations are not counted. " +
        `Name its language under scan.languages in iec62443.yaml, for example ${example}.`,
      fixes: languageFixes(snapshot, projectOf(snapshot, uri), glob),
    };
  },
};

/** `*.inc` for a file with an extension, else its name. */
function globOf(uri: string): string {
  const name = decoded(uri.slice(uri.lastIndexOf("/") + 1));
  const dot = name.lastIndexOf(".");
  return dot > 0 ? `*${name.slice(dot)}` : name;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
