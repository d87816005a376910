import type { DocumentLink } from "vscode-languageserver-types";
import { namedParts } from "../core/annotation/namedParts.ts";
import { documentsOf, type PartDocument } from "../core/catalog/documents.ts";
import type { Catalog } from "../core/catalog.ts";
import { formsOf } from "../core/project.ts";
import type { Reference } from "../core/reference.ts";
import { catalogOf, projectOf, type Snapshot } from "../core/snapshot.ts";
import { type Range, TextLines } from "../core/text.ts";
import { MOST_LINKS, withoutQuotes } from "./documentLink.ts";

/** A part where a text names it. */
interface Named {
  readonly part: string;
  readonly edition: string | undefined;
  readonly range: Range;
  readonly reference?: Reference | undefined;
}

/**
 * The parts that a file, whose text is given, names, each with the publication page of its document: those in
 * its annotations and those that a project file covers.
 */
export function publicationLinks(
  snapshot: Snapshot,
  uri: string,
  text: string,
): readonly DocumentLink[] {
  const catalog = catalogOf(snapshot, projectOf(snapshot, uri));
  const links: DocumentLink[] = [];
  for (const named of [...ofProjectFile(snapshot, uri), ...ofAnnotations(snapshot, uri, text)]) {
    const document = documentOf(catalog, named);
    if (document !== undefined) links.push(linkTo(document, named.range));
    if (links.length === MOST_LINKS) break;
  }
  return links;
}

function linkTo({ designation, url }: PartDocument, range: Range): DocumentLink {
  return { range, target: url, tooltip: `${designation} at the publisher` };
}

function ofProjectFile({ projects }: Snapshot, uri: string): readonly Named[] {
  return projects
    .filter((it) => it.file === uri)
    .flatMap(({ writtenParts = [] }) => writtenParts)
    .map(({ part: written, range }) => {
      const [part = "", edition] = written.split(":");
      return { part, edition, range: withoutQuotes(written, range) };
    });
}

function ofAnnotations(snapshot: Snapshot, uri: string, text: string): readonly Named[] {
  const lines = new TextLines(text);
  const forms = formsOf(projectOf(snapshot, uri));
  const annotations = snapshot.index.inFile(uri)?.annotations ?? [];
  return annotations.flatMap((it) => namedParts(it, lines.lineText(it.range.start.line), forms));
}

/** The edition that is written, else that of the requirement that is named, else the newest; only with a page on the web. */
function documentOf(
  catalog: Catalog,
  { part, edition, reference }: Named,
): PartDocument | undefined {
  const wanted = edition ?? (reference && catalog.find(reference)?.edition);
  return documentsOf(catalog, part).find(
    (it) => it.url.startsWith("https://") && (wanted === undefined || editionOf(it) === wanted),
  );
}

/** Of a document without requirements its designation alone tells: `IEC TS 62443-6-1:2024`. */
function editionOf({ catalogPart, designation }: PartDocument): string | undefined {
  return catalogPart?.edition ?? /:(\d{4})$/.exec(designation)?.[1];
}
