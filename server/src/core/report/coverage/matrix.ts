import { isMet } from "../../coverage/state.ts";
import { nameOfPart } from "../../reference.ts";
import { type Column, column, yesOrNo } from "../table.ts";
import { blocksTarget, levelsText, targetOfItem } from "./itemFacts.ts";
import type { ReportedProject, ReportResult } from "./report.ts";
import type { ReportedClaim, ReportedItem, ReportedStatement } from "./reportItem.ts";

/** An item with one claim or one statement, or with neither where nothing is said of it. */
export interface MatrixRow {
  readonly revision: string | undefined;
  readonly project: ReportedProject;
  readonly item: ReportedItem;
  readonly claim?: ReportedClaim;
  readonly statement?: ReportedStatement;
}

/** What says something of an item, a row each; of what nobody says anything there is a row too. */
export function* matrixRows({ revision, projects }: ReportResult): Iterable<MatrixRow> {
  for (const project of projects) {
    for (const item of project.items) {
      const about = { revision, project, item };
      for (const claim of item.claims) yield { ...about, claim };
      for (const statement of item.statements) yield { ...about, statement };
      if (item.claims.length + item.statements.length === 0) yield about;
    }
  }
}

type MatrixColumn = Column<MatrixRow>;

/** The columns that tell of the product. */
export const PRODUCT: MatrixColumn = column("Product", 20, ({ project }) => project.product);
export const PROJECT_PATH: MatrixColumn = column("Project path", 16, ({ project }) => project.path);
const REVISION: MatrixColumn = column("Revision", 14, ({ revision }) => revision);

/** The columns that tell of an item. */
// With its series: a spreadsheet reads 4-2 as a day of April.
export const PART: MatrixColumn = column("Part", 15, ({ item }) => nameOfPart(item.part));
export const REQUIREMENT: MatrixColumn = column("Requirement", 15, ({ item }) => item.reference);
export const TITLE: MatrixColumn = column("Title", 40, ({ item }) => item.title ?? undefined);
const FR: MatrixColumn = column("FR", 5, ({ item }) => item.fr ?? undefined);
const LEVELS: MatrixColumn = column("Levels", 16, ({ item }) => levelsText(item.levels));
const TARGET: MatrixColumn = column(
  "Target SL-C",
  9,
  ({ project, item }) => targetOfItem(project, item) ?? undefined,
);
const APPLICABLE: MatrixColumn = column("Applicable", 11, ({ item }) =>
  yesOrNo(item.state !== "not-applicable"),
);
export const STATE: MatrixColumn = column("State", 15, ({ item }) => item.state);
const MET: MatrixColumn = column("Met", 7, ({ item }) => yesOrNo(isMet(item.state)));
const BLOCKS: MatrixColumn = column("Blocks target", 10, ({ project, item }) =>
  yesOrNo(blocksTarget(project, item)),
);
export const NEXT: MatrixColumn = column("Next step", 50, ({ item }) => item.next);

/** The columns that tell of what is said. */
export const SAID_IN: MatrixColumn = column("Said in", 13, ({ claim, statement }) => {
  if (claim !== undefined) return "code";
  return statement === undefined ? undefined : "project file";
});
export const RELATION: MatrixColumn = column(
  "Relation",
  15,
  ({ claim, statement }) => claim?.relation ?? statement?.status,
);
export const LETTER: MatrixColumn = column(
  "Letter",
  7,
  ({ claim, statement }) => claim?.letter ?? statement?.letter,
);
export const PATH: MatrixColumn = column(
  "Path",
  36,
  ({ claim }) => claim?.path,
  ({ claim }) => claim?.link,
);
export const LINE: MatrixColumn = column("Line", 7, ({ claim }) => claim?.line);
export const SUBJECT: MatrixColumn = column("Code", 40, ({ claim }) => claim?.subject);
export const TEXT: MatrixColumn = column(
  "Text or reason",
  50,
  ({ claim, statement }) => claim?.text ?? statement?.reason,
);
const LINK: MatrixColumn = column("Link", 30, ({ claim }) => claim?.link);
export const OWNER: MatrixColumn = column("Owner", 22, ({ statement }) => statement?.owner);
export const REVIEWED: MatrixColumn = column(
  "Reviewed",
  12,
  ({ statement }) => statement?.reviewed,
);
export const EXPIRES: MatrixColumn = column("Expires", 12, ({ statement }) => statement?.expires);
export const EXPIRED: MatrixColumn = column("Expired", 9, ({ statement }) =>
  statement === undefined ? undefined : yesOrNo(statement.expired === true),
);
export const EVIDENCE: MatrixColumn = column("Evidence", 36, ({ statement }) =>
  statement?.evidence.join("; "),
);

/** What is true of an item, whatever is said of it. */
export const OF_ITEM: readonly MatrixColumn[] = [
  PART,
  REQUIREMENT,
  TITLE,
  FR,
  LEVELS,
  TARGET,
  APPLICABLE,
  STATE,
  MET,
  BLOCKS,
];

/** The traceability matrix: from each requirement to what meets it, and from there to the code. */
export const MATRIX: readonly MatrixColumn[] = [
  PRODUCT,
  PROJECT_PATH,
  REVISION,
  ...OF_ITEM,
  SAID_IN,
  RELATION,
  LETTER,
  PATH,
  LINE,
  SUBJECT,
  TEXT,
  LINK,
  OWNER,
  REVIEWED,
  EXPIRES,
  EXPIRED,
  EVIDENCE,
  NEXT,
];
