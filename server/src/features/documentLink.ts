import type { DocumentLink } from "vscode-languageserver-types";
import type { Snapshot } from "../core/snapshot.ts";
import type { Range } from "../core/text.ts";

/** Nobody follows more, and each path is looked for on the disk. */
export const MOST_LINKS = 500;

/** A link of a project file whose file is still to be looked for. */
export interface PathLink {
  readonly range: Range;
  /** URI of the project's folder, and the path from there. */
  readonly root: string;
  readonly path: string;
}

/**
 * The files that a project file names as evidence or as its catalogs. An id is no link: editors underline
 * links, which would be every annotation, and the hover leads to the requirement's page and document already.
 * Where a part is written, which is seldom, `publicationLink.ts` leads to its document.
 */
export function pathLinks({ projects }: Snapshot, uri: string): readonly PathLink[] {
  return projects
    .filter((it) => it.file === uri)
    .flatMap(({ root, paths = [] }) =>
      paths.map((it) => ({ root, path: it.path, range: withoutQuotes(it.path, it.range) })),
    )
    .slice(0, MOST_LINKS);
}

/** A link to the file of a path. */
export function documentLink({ range, path }: PathLink, target: string): DocumentLink {
  return { range, target, tooltip: `Open ${path}` };
}

/** Only the text is underlined where its quotation marks are all that is written besides. */
export function withoutQuotes(text: string, range: Range): Range {
  const { start, end } = range;
  const isQuoted = start.line === end.line && end.character - start.character === text.length + 2;
  if (!isQuoted) return range;
  return {
    start: { ...start, character: start.character + 1 },
    end: { ...end, character: end.character - 1 },
  };
}
