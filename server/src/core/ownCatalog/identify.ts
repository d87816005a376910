import { readReferences } from "../annotation/references.ts";
import type { Requirement } from "../catalog.ts";
import type { ProjectNode } from "../projectFile/node.ts";
import type { Problems } from "../projectFile/problems.ts";
import { SERIES_FORMS } from "../reference/forms.ts";
import { isOfSeries, nameOfPart } from "../reference.ts";
import { nearestIds } from "../rules/nearestIds.ts";
import { either } from "../rules/rewrite.ts";
import type { Range } from "../text.ts";
import type { OwnPart } from "./entry.ts";
import { isReserved, type OwnId, ownIdOf } from "./ids.ts";

/** What the id of an entry names. */
export interface Identified {
  readonly id: string;
  readonly kind: string;
  readonly idRange: Range;
  /** Absent where the id is one of the series' own form, or a heading. */
  readonly named?: OwnId;
  /** The requirement of the series that has this id. */
  readonly known?: Requirement;
}

const MOST_CHARACTERS = 60;
const HEADING = /^[a-z][a-z0-9 ._-]*$/i;
const ADVICE =
  "Write letters, a separator and up to four numbers, such as ACME 12, REQ-001 or A.5.1.";

/** Finds out what an id names, or says what is wrong with it. */
export function identifyEntry(
  node: ProjectNode,
  part: OwnPart,
  isGroup: boolean,
  problems: Problems,
): Identified | undefined {
  const written = node.kind === "scalar" ? problems.textOf(node, "id") : undefined;
  const idRange = node.range;
  if (written === undefined) {
    if (node.kind !== "scalar") problems.add(idRange, `id holds no text. ${ADVICE}`);
    return undefined;
  }
  if (written.length > MOST_CHARACTERS) {
    problems.add(idRange, `This id is longer than ${MOST_CHARACTERS} characters. ${ADVICE}`);
    return undefined;
  }
  const id = idOfSeries(written, part) ?? written;
  const { series } = part;
  const known = series.requirements.find(
    (it) => it.part === part.part && it.edition === part.edition && it.id === id,
  );
  if (known !== undefined) return { id, kind: known.kind, idRange, known };
  if (id !== written || idOfSeries(written, part) !== undefined) {
    return ofSeries(id, idRange, part, problems);
  }
  if (part.isKnown) return notInSeries(written, idRange, part, problems);
  if (isGroup && ownIdOf(written) === undefined && HEADING.test(written)) {
    return { id: written, kind: written, idRange };
  }
  return ofOwn(written, idRange, problems);
}

/** The canonical writing of an id that has the form of the part's own ids in the series. */
function idOfSeries(written: string, { part }: OwnPart): string | undefined {
  if (!isOfSeries(part)) return undefined;
  const text = /^\d/.test(written) ? `${part} ${written}` : written;
  const { references, problem } = readReferences(text);
  const [reference, ...others] = references;
  if (reference === undefined || others.length > 0 || problem !== undefined) return undefined;
  const isWhole = reference.enhancement === undefined && reference.item === undefined;
  return isWhole && reference.part === part ? reference.id : undefined;
}

/** An id of the series' form that its catalog does not have. */
function ofSeries(
  id: string,
  idRange: Range,
  part: OwnPart,
  problems: Problems,
): Identified | undefined {
  if (part.isKnown && part.unlisted !== "ids") return notInSeries(id, idRange, part, problems);
  const kind = /^[A-Z]+/.exec(id)?.[0] ?? "clause";
  return { id, kind, idRange };
}

function notInSeries(
  id: string,
  range: Range,
  { part, edition, series }: OwnPart,
  problems: Problems,
): undefined {
  const near = nearestIds(series, { part, id });
  const meant = near.length === 0 ? "" : ` Do you mean ${either(near)}?`;
  const message = `${nameOfPart(part)}:${edition} has no requirement ${id}.${meant} Rules of your own need a part of their own: put them into a file with another part, such as company.`;
  problems.add(range, message, near);
  return undefined;
}

function ofOwn(written: string, range: Range, problems: Problems): Identified | undefined {
  const named = ownIdOf(written);
  const why = whyNoOwnId(written);
  if (named === undefined || why !== undefined) {
    problems.add(range, why ?? ADVICE);
    return undefined;
  }
  return { id: written, kind: named.letters, idRange: range, named };
}

/** Why a text cannot be an id of one's own, and what to write instead; nothing where it can. */
export function whyNoOwnId(written: string): string | undefined {
  if (written.length > MOST_CHARACTERS) {
    return `This id is longer than ${MOST_CHARACTERS} characters. ${ADVICE}`;
  }
  const named = ownIdOf(written);
  if (named === undefined) return `"${written}" is no id that annotations can name. ${ADVICE}`;
  const { letters, kind } = named;
  const [form] = SERIES_FORMS.of(kind);
  if (form !== undefined) {
    return `${letters} begins the ids of ${nameOfPart(form.part)}, and a kind belongs to one part. Give your own ids other letters, such as ACME 12.`;
  }
  if (!isReserved(named)) return undefined;
  return `${letters} means something else in an annotation. Give your own ids other letters, such as ACME 12.`;
}
