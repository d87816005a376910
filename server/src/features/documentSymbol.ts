import {
  type DocumentSymbol,
  type SymbolInformation,
  SymbolKind,
} from "vscode-languageserver-types";
import type { Annotation } from "../core/annotation.ts";
import type { Catalog } from "../core/catalog.ts";
import { formatReference } from "../core/reference.ts";
import { catalogOf, projectOf, type Snapshot } from "../core/snapshot.ts";
import { type Range, TextLines } from "../core/text.ts";
import { requirementTitle } from "./requirementTitle.ts";

/** The annotations of a file, whose text is given, as its outline shows them. */
export function documentSymbol(
  snapshot: Snapshot,
  uri: string,
  text: string,
): readonly DocumentSymbol[] {
  const catalog = catalogOf(snapshot, projectOf(snapshot, uri));
  const lines = new TextLines(text);
  const annotations = snapshot.index.inFile(uri)?.annotations ?? [];
  return annotations.map((it) => symbolOf(it, catalog, lines));
}

/** The same for clients that take no more than a list of places. */
export function flatSymbols(uri: string, symbols: readonly DocumentSymbol[]): SymbolInformation[] {
  return symbols.map(({ name, kind, selectionRange: range }) => ({
    name,
    kind,
    location: { uri, range },
  }));
}

/** An annotation without a relation means `implements`, and so does its name. */
function symbolOf(annotation: Annotation, catalog: Catalog, lines: TextLines): DocumentSymbol {
  const { relation, claims, claimsRange: selectionRange, text, subject } = annotation;
  const ids = claims.map((it) => formatReference(it.reference)).join(", ");
  const [only, ...others] = claims;
  const title = others.length === 0 ? only && requirementTitle(catalog, only.reference) : undefined;
  const detail = text ?? title ?? subject?.text;
  return {
    name: relation === "implements" ? ids : `${relation} ${ids}`,
    ...(detail !== undefined && { detail }),
    kind: SymbolKind.Key,
    range: withSubject(annotation, lines),
    selectionRange,
  };
}

/** From the annotation to the end of the code below it. */
function withSubject({ range, subject }: Annotation, lines: TextLines): Range {
  if (subject === undefined || subject.line === range.start.line) return range;
  const { line } = subject;
  return { start: range.start, end: { line, character: lines.lineText(line).length } };
}
