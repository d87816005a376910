import type { Position, Range } from "../../server/src/core/text.ts";
import type { Workspace } from "../../server/src/workspace/workspace.ts";
import { marked } from "./marked.ts";
import { MemoryFiles } from "./memoryFiles.ts";
import { at, workspaceOf } from "./workspaceOf.ts";

/** A workspace read from files in which the place that is asked about and what is expected are marked. */
export interface MarkedWorkspace {
  readonly workspace: Workspace;
  /** The file with the cursor, and where it stands. */
  readonly uri: string;
  readonly cursor: Position;
  /** By path: the texts without their marks. */
  readonly texts: Readonly<Record<string, string>>;
  /** Every `[|…|]`, in the order of the files and of their ends in each. */
  readonly expected: readonly { readonly uri: string; readonly range: Range }[];
}

/** Loads files given by their paths below the folder of the tests, with one cursor in all of them. */
export async function markedWorkspace(
  sources: Readonly<Record<string, string>>,
): Promise<MarkedWorkspace> {
  const texts: Record<string, string> = {};
  const found: { uri: string; cursor: Position }[] = [];
  const expected: { uri: string; range: Range }[] = [];
  for (const [path, source] of Object.entries(sources)) {
    const { text, cursors, ranges } = marked(source);
    texts[path] = text;
    found.push(...cursors.map((cursor) => ({ uri: at(path), cursor })));
    expected.push(...ranges.map((range) => ({ uri: at(path), range })));
  }
  const [place, ...others] = found;
  if (place === undefined || others.length > 0) throw new Error("One cursor is needed.");
  const disk = Object.entries(texts).map(([path, text]) => [`/w/${path}`, text] as const);
  const workspace = workspaceOf(new MemoryFiles(Object.fromEntries(disk)));
  await workspace.load();
  return { workspace, ...place, texts, expected };
}
