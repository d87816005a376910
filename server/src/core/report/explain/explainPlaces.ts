import { addressOf, basisOf, confidenceOf } from "../../catalog/mappings.ts";
import type { NamedRow } from "../../catalog/names.ts";
import type { Catalog } from "../../catalog.ts";
import { type Screen, safe, wrap } from "../terminal.ts";
import type { ExplainedDocument } from "./explainDocument.ts";
import { documentLines, placeName, targetsText } from "./placeText.ts";

const INDENT = "    ";
const READABLE = 88;

/** A place of another document and all that goes with it, for a terminal. */
export function placeText(catalog: Catalog, place: NamedRow, { style, width }: Screen): string {
  const { mapping, row } = place;
  const paragraph = (text: string) => wrap(safe(text), Math.min(width, READABLE), INDENT);
  return [
    `${style.bold(safe(placeName(place)))}\n${style.dim(`${mapping.instrument} · ${addressOf(place)}`)}`,
    targetsText(catalog, row).map(paragraph).join("\n"),
    paragraph(`Basis: ${basisOf(place)}, ${confidenceOf(place)} confidence.`),
    ...(mapping.remark === undefined ? [] : [paragraph(mapping.remark)]),
  ].join("\n\n");
}

/** A document of the series as a whole, for a terminal. */
export function documentText(document: ExplainedDocument, { style, width }: Screen): string {
  const { designation, title, url } = document;
  const lines = documentLines(document).map((it) =>
    wrap(safe(it), Math.min(width, READABLE), INDENT),
  );
  const page = url === null ? "" : `\n${style.dim(url)}`;
  return `${style.bold(safe(designation))}  ${safe(title)}${page}\n\n${lines.join("\n")}`;
}
