import { nameOfPart } from "../../reference.ts";
import { escapeMarkdown, link, table } from "../markdown.ts";
import { count } from "../terminal.ts";
import { levelsText } from "./itemFacts.ts";
import type { ReportedClaim } from "./reportItem.ts";
import type { Soa, SoaRow } from "./soa.ts";
import { firstPlaces } from "./soaTable.ts";

/** The Statement of Applicability as a page, in pieces: a table for each group of requirements. */
export function* soaMarkdown(all: readonly Soa[], revision?: string): Iterable<string> {
  yield "# Statement of Applicability\n";
  if (revision !== undefined) yield `\nRevision of the code: ${escapeMarkdown(revision)}\n`;
  for (const soa of all) {
    yield `\n${headOf(soa)}\n`;
    for (const [name, rows] of groupsOf(soa))
      yield `\n### ${escapeMarkdown(name)}\n\n${table(HEADER, rows.map(cellsOf))}\n`;
  }
}

function headOf({ product, path, parts, components, remarks, rows }: Soa): string {
  const where = path === "." ? "" : `, in ${escapeMarkdown(path)}`;
  const facts = [
    `- Parts: ${parts.map((it) => escapeMarkdown(nameOfPart(it))).join(", ")}`,
    `- Component types: ${components.join(", ")}`,
    `- Applicable: ${rows.filter((it) => it.applies).length} of ${rows.length} requirements and enhancements`,
  ];
  const sections = [`## ${escapeMarkdown(product)}${where}`, facts.join("\n")];
  return [...sections, ...remarks.map(escapeMarkdown)].join("\n\n");
}

function groupsOf({ parts, rows }: Soa): ReadonlyMap<string, readonly SoaRow[]> {
  const groups = new Map<string, SoaRow[]>();
  for (const row of rows) {
    const part = nameOfPart(row.part);
    const name = parts.length < 2 || row.group === part ? row.group : `${part}: ${row.group}`;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [row]);
    else group.push(row);
  }
  return groups;
}

const HEADER = ["Requirement", "Levels", "Applicable", "Why", "Decided by", "State", "Evidence"];

function cellsOf(row: SoaRow): readonly string[] {
  return [
    escapeMarkdown(`${row.reference} ${row.title ?? "(title not known)"}`),
    levelsText(row.levels),
    row.applies ? "yes" : "no",
    escapeMarkdown(row.why),
    decidedBy(row),
    row.state,
    evidenceOf(row),
  ];
}

function decidedBy({ basis, statement, claim }: SoaRow): string {
  return [
    claim === undefined ? basis : `${basis} at ${placeOf(claim)}`,
    ...(statement?.owner === undefined ? [] : [`owner ${escapeMarkdown(statement.owner)}`]),
    ...(statement?.reviewed === undefined ? [] : [`reviewed ${statement.reviewed}`]),
    ...(statement?.expires === undefined ? [] : [`expires ${statement.expires}`]),
  ].join(", ");
}

function evidenceOf({ claims, evidence }: SoaRow): string {
  const { first, isAll } = firstPlaces(claims);
  const shown = `${first.map(placeOf).join(", ")}${isAll ? "" : ", …"}`;
  return [
    ...(claims.length === 0 ? [] : [`${count(claims.length, "claim")}: ${shown}`]),
    ...evidence.map(escapeMarkdown),
  ].join("; ");
}

function placeOf({ path, line, link: address }: ReportedClaim): string {
  const place = `${path}:${line}`;
  return address === undefined ? escapeMarkdown(place) : link(place, address);
}
