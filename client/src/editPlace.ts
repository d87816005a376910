import type { ProjectEdit } from "../../server/src/protocol/projectEdits.ts";

/** A line from 0. */
export type Line = number;

/** The line on which the text begins that an edit puts into its file, once it is applied. */
export function lineOfEdit({ uri, edit }: ProjectEdit): Line | undefined {
  const changes = (edit.documentChanges ?? []).flatMap((it) =>
    "edits" in it && it.textDocument.uri === uri ? it.edits : [],
  );
  const last = [...(edit.changes?.[uri] ?? []), ...changes].at(-1);
  if (last === undefined || !("newText" in last)) return undefined;
  const [blank = ""] = /^\s*/.exec(last.newText) ?? [];
  return last.range.start.line + blank.split("\n").length - 1;
}
