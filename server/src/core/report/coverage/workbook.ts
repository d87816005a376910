import { type Sheet, sheet } from "../table.ts";
import {
  EVIDENCE,
  EXPIRED,
  EXPIRES,
  LETTER,
  LINE,
  type MatrixRow,
  matrixRows,
  NEXT,
  OF_ITEM,
  OWNER,
  PART,
  PATH,
  PRODUCT,
  PROJECT_PATH,
  RELATION,
  REQUIREMENT,
  REVIEWED,
  SAID_IN,
  STATE,
  SUBJECT,
  TEXT,
  TITLE,
} from "./matrix.ts";
import type { ReportResult } from "./report.ts";
import { SUMMARY, summaryRows } from "./summary.ts";

/**
 * The report as an assessor reads it, a sheet a question: where it stands, each requirement, each
 * claim, each statement, and why something does not apply.
 */
export function workbookOf(result: ReportResult, mostLines: number): readonly Sheet[] {
  const rows = [...matrixRows(result)];
  const items = rows.filter((it, index) => it.item !== rows[index - 1]?.item);
  const claims = rows.filter((it) => it.claim !== undefined);
  const statements = rows.filter((it) => it.statement !== undefined);
  return [
    sheet("Summary", SUMMARY, summaryRows(result), mostLines),
    sheet("Requirements", REQUIREMENTS, items, mostLines),
    sheet("Claims", CLAIMS, claims, mostLines),
    sheet("Statements", STATEMENTS, statements, mostLines),
    sheet("Not applicable", NOT_APPLICABLE, rows.filter(isDenial), mostLines),
  ];
}

/** What says that an item does not apply, of those that do not. */
function isDenial({ item, claim, statement }: MatrixRow): boolean {
  const says = claim?.relation ?? (statement?.expired ? undefined : statement?.status);
  return item.state === "not-applicable" && says === "not-applicable";
}

const OF_PROJECT = [PRODUCT, PROJECT_PATH];

const REQUIREMENTS = [
  ...OF_PROJECT,
  ...OF_ITEM,
  {
    header: "Claims",
    width: 8,
    of: ({ item }: MatrixRow) => item.claims.length,
  },
  {
    header: "Statements",
    width: 11,
    of: ({ item }: MatrixRow) => item.statements.length,
  },
  NEXT,
];

const CLAIMS = [
  ...OF_PROJECT,
  PART,
  REQUIREMENT,
  LETTER,
  TITLE,
  STATE,
  RELATION,
  PATH,
  LINE,
  SUBJECT,
  TEXT,
];

const OF_STATEMENT = [OWNER, REVIEWED, EXPIRES, EVIDENCE];

const STATEMENTS = [
  ...OF_PROJECT,
  PART,
  REQUIREMENT,
  LETTER,
  TITLE,
  STATE,
  { ...RELATION, header: "Status" },
  TEXT,
  EXPIRED,
  ...OF_STATEMENT,
];

const NOT_APPLICABLE = [
  ...OF_PROJECT,
  PART,
  REQUIREMENT,
  LETTER,
  TITLE,
  TEXT,
  SAID_IN,
  PATH,
  LINE,
  ...OF_STATEMENT,
];
