import type { MappingRow, MappingTarget } from "../../catalog/mapping.ts";
import { entriesNamed } from "../../catalog/mappings.ts";
import type { NamedRow } from "../../catalog/names.ts";
import type { Catalog } from "../../catalog.ts";
import { nameOf } from "../page/links.ts";
import type { ExplainedDocument } from "./explainDocument.ts";

/** A place of another document as it is cited: `CRA Annex I Part I (2)(d)`, with its title. */
export function placeName({ mapping, row }: NamedRow): string {
  const title = row.title === undefined ? "" : `: ${row.title}`;
  return `${mapping.name} ${row.id}${title}`;
}

/** What goes with a place, a line each; a sentence where nothing does. */
export function targetsText(catalog: Catalog, { targets }: MappingRow): readonly string[] {
  if (targets.length === 0) return ["Nothing in the series goes with it, by this source."];
  return targets.flatMap((target) => {
    const { part, edition, ids, inferred } = target;
    const how = inferred ? " (inferred)" : "";
    const where = edition === undefined ? part : `${part}:${edition}`;
    if (ids === undefined) return [`all of part ${where}${how}`];
    return ids.map((id) => `${part} ${titled(catalog, target, id)}${how}`);
  });
}

/** `CR 1.2 RE(1) Unique identification and authentication`. */
function titled(catalog: Catalog, target: MappingTarget, name: string): string {
  const [entry] = entriesNamed(catalog, { ...target, ids: [name] });
  const number = /RE\((\d+)\)$/.exec(name)?.[1];
  const title =
    number === undefined
      ? entry?.title
      : entry?.enhancements.find((it) => it.number === Number(number))?.title;
  return nameOf({ id: name, ...(title !== undefined && { title }) });
}

/** What is known of a document as a whole, a sentence each. */
export function documentLines(document: ExplainedDocument): readonly string[] {
  const { group, roles, laws, requirements, unlisted, places, note } = document;
  const lists = requirements === 0 ? "lists none of its requirements" : knows(requirements);
  return [
    ...(group === null ? [] : [`Group ${group}.`]),
    ...(roles.length === 0 ? [] : [`For the ${roles.join(" and the ")}.`]),
    ...(laws.length === 0 ? [] : [`Helps to meet ${laws.join(" and ")}.`]),
    `The catalog ${lists}${unlisted === null ? "" : `; its ${unlisted} are not all known`}.`,
    ...(places.length === 0 ? [] : [`Named as a whole by ${places.join(", ")}.`]),
    ...(note === null ? [] : [note]),
  ];
}

function knows(count: number): string {
  return `has ${count} of its requirements`;
}
