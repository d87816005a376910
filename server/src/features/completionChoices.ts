import { CompletionItemKind } from "vscode-languageserver-types";
import type { AnnotationLine } from "../core/annotation/annotationLine.ts";
import { RELATIONS } from "../core/annotation.ts";
import { partsThatAsk } from "../core/catalog/documents.ts";
import type { Catalog } from "../core/catalog.ts";
import { isOfSeries } from "../core/reference.ts";
import type { Choice } from "./choice.ts";
import type { Surroundings } from "./completion.ts";
import { RELATION_TEXTS } from "./relationTexts.ts";

/** The marker that begins an annotation. */
export function markerChoices(beside: Surroundings): readonly Choice[] {
  return [
    {
      label: "@iec62443",
      newText: `@iec62443${blankBehind(beside)}`,
      title: "names a requirement of IEC 62443",
      kind: CompletionItemKind.Keyword,
      sortText: "0",
      opensNext: true,
    },
  ];
}

/** The parts that the catalog has, for `@iec62443-4-2`. */
export function partChoices(catalog: Catalog, beside: Surroundings): readonly Choice[] {
  // A part of one's own is told by the id alone.
  const series = partsThatAsk(catalog).filter((it) => isOfSeries(it.part));
  const parts = new Map(series.map((it) => [it.part, it.document.title]));
  return [...parts].map(([part, title]) => ({
    label: part,
    newText: `${part}${blankBehind(beside)}`,
    title,
    kind: CompletionItemKind.Module,
    sortText: part,
    opensNext: true,
  }));
}

/** The words that say how the code stands to the requirement. */
export function relationChoices(beside: Surroundings): readonly Choice[] {
  return RELATIONS.map((relation, index) => ({
    label: relation,
    newText: `${relation}${blankBehind(beside)}`,
    title: RELATION_TEXTS[relation].split(/(?<=\.) /, 1)[0] ?? "",
    kind: CompletionItemKind.Keyword,
    sortText: `0${index}`,
    opensNext: true,
  }));
}

/** The enhancements and lettered items of the id before the cursor. */
export function enhancementChoices(
  catalog: Catalog,
  { last }: AnnotationLine,
  beside: Surroundings,
): readonly Choice[] {
  const requirement = last === undefined ? undefined : catalog.find(last);
  if (last === undefined || requirement === undefined) return [];
  const { part, id } = last;
  const blank = beside.before === " " || beside.before === "\t" ? "" : " ";
  return [
    ...requirement.enhancements.map(({ number, title }) => ({
      label: `RE(${number})`,
      newText: `${blank}RE(${number})`,
      ...(title === undefined ? {} : { title }),
      kind: CompletionItemKind.Constant,
      sortText: `0${String(number).padStart(2, "0")}`,
      filterText: `RE(${number}) RE${number} (${number}) ${title ?? ""}`.trim(),
      data: { part, id, enhancement: number },
    })),
    ...requirement.items.map((item) => ({
      label: `(${item})`,
      newText: `(${item})`,
      title: `item ${item} of ${id} only`,
      kind: CompletionItemKind.EnumMember,
      sortText: `1${item}`,
      data: { part, id, item },
    })),
  ];
}

/** A word that another follows ends with a blank, unless one stands there already. */
function blankBehind({ after }: Surroundings): string {
  return after === " " ? "" : " ";
}
