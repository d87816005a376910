import type { Statement } from "../../server/src/core/project.ts";
import type { Reference } from "../../server/src/core/reference.ts";
import type { Range } from "../../server/src/core/text.ts";

const START = { line: 0, character: 0 };
const NOWHERE: Range = { start: START, end: START };

/** What a project file says of a requirement of 4-2. */
export function statement(
  id: string,
  status: Statement["status"],
  rest: Partial<Statement> & { readonly enhancement?: number; readonly item?: string } = {},
): Statement {
  const { enhancement, item, ...said } = rest;
  const reference: Reference = {
    part: "4-2",
    id,
    ...(enhancement !== undefined && { enhancement }),
    ...(item !== undefined && { item }),
  };
  return { reference, status, evidence: [], range: NOWHERE, requirementRange: NOWHERE, ...said };
}
