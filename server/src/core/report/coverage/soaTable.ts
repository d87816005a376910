import { nameOfPart } from "../../reference.ts";
import { type Column, column, yesOrNo } from "../table.ts";
import { levelsText } from "./itemFacts.ts";
import type { ReportedClaim } from "./reportItem.ts";
import type { Soa, SoaRow } from "./soa.ts";

/** A row and whose it is. */
interface RowOfProject {
  readonly soa: Soa;
  readonly row: SoaRow;
}

/** The rows of every project, one after the other. */
export function* soaRows(all: readonly Soa[]): Iterable<RowOfProject> {
  for (const soa of all) for (const row of soa.rows) yield { soa, row };
}

/** How many places are named where a requirement has many claims. */
const FIRST = 3;

/** The first places of claims, each once: an annotation may name several letters. */
export function firstPlaces(claims: readonly ReportedClaim[]): {
  readonly first: readonly ReportedClaim[];
  readonly isAll: boolean;
} {
  const places = [...new Map(claims.map((it) => [`${it.path}:${it.line}`, it])).values()];
  return { first: places.slice(0, FIRST), isAll: places.length <= FIRST };
}

/** The Statement of Applicability as a table. */
export const SOA_TABLE: readonly Column<RowOfProject>[] = [
  column("Product", 20, ({ soa }) => soa.product),
  column("Project path", 16, ({ soa }) => soa.path),
  // With its series: a spreadsheet reads 4-2 as a day of April.
  column("Part", 15, ({ row }) => nameOfPart(row.part)),
  column("Requirement", 15, ({ row }) => row.reference),
  column("Title", 40, ({ row }) => row.title),
  column("FR", 5, ({ row }) => row.fr),
  column("Levels", 16, ({ row }) => levelsText(row.levels)),
  column("Applicable", 11, ({ row }) => yesOrNo(row.applies)),
  column("Why", 50, ({ row }) => row.why),
  column("Decided by", 15, ({ row }) => row.basis),
  column("Place", 30, ({ row: { claim } }) => claim && `${claim.path}:${claim.line}`),
  column("Owner", 22, ({ row }) => row.statement?.owner),
  column("Reviewed", 12, ({ row }) => row.statement?.reviewed),
  column("Expires", 12, ({ row }) => row.statement?.expires),
  column("State", 15, ({ row }) => row.state),
  column("Claims", 8, ({ row }) => row.claims.length),
  column("First places", 36, ({ row }) =>
    firstPlaces(row.claims)
      .first.map((it) => `${it.path}:${it.line}`)
      .join("; "),
  ),
  column("Evidence", 36, ({ row }) => row.evidence.join("; ")),
];
