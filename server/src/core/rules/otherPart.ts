import type { Annotation } from "../annotation.ts";
import { counterpartsOf } from "../catalog/counterparts.ts";
import type { Catalog, Requirement } from "../catalog.ts";
import { enhancementOf } from "../catalog.ts";
import { asks, covers } from "../coverage/items.ts";
import type { Project } from "../project.ts";
import { formatReference, nameOfPart, type Reference } from "../reference.ts";
import { catalogOf, projectOf } from "../snapshot.ts";
import { statementsIn } from "./named.ts";
import { changeTo, either } from "./rewrite.ts";
import type { Rule, RuleFinding } from "./rule.ts";

/** What is claimed belongs to a part of the series that the project does not cover. */
export const otherPart: Rule = {
  code: "other-part",
  level: "info",
  description:
    "A claim names a requirement of a part that the project does not cover, so it is not counted.",
  scope: "file",

  *check(snapshot, uri) {
    const project = projectOf(snapshot, uri);
    const catalog = catalogOf(snapshot, project);
    for (const annotation of snapshot.index.inFile(uri)?.annotations ?? []) {
      for (const claim of annotation.claims) {
        const found = foreignOf(catalog, project, claim.reference);
        if (found === undefined) continue;
        const fixes = found.instead.map((it) => changeTo(annotation, claim, it));
        yield { range: claim.range, message: found.message, fixes: keepsPart(annotation, fixes) };
      }
    }
    for (const { reference, requirementRange } of statementsIn(snapshot, uri)) {
      const found = foreignOf(catalog, project, reference);
      if (found !== undefined) yield { range: requirementRange, message: found.message, fixes: [] };
    }
  },
};

interface Foreign {
  readonly message: string;
  readonly instead: readonly Reference[];
}

function foreignOf(catalog: Catalog, project: Project, reference: Reference): Foreign | undefined {
  const requirement = catalog.find(reference);
  // Of a heading it is enough to hear that it is one.
  if (requirement?.isGroup || requirement?.redirectsTo !== undefined) return undefined;
  if (requirement === undefined || isCoveredSomehow(catalog, project, reference)) return undefined;
  const { part, edition } = requirement;
  const instead = coveredCounterparts(catalog, project, requirement, reference);
  const [first] = instead;
  const hint =
    first === undefined
      ? ""
      : ` If you mean ${first.part}, write ${either(instead.map(formatReference))}.`;
  // The part alone means its newest edition.
  const isOlder = catalog.parts.some((it) => it.part === part && it.edition > edition);
  const named = nameOfPart(part);
  const name = isOlder ? `the edition ${edition} of ${named}` : named;
  return {
    message: `${formatReference(reference)} belongs to ${name}, which ${project.product} does not cover: it is understood, but not counted.${hint} To cover it, name "${isOlder ? `${part}:${edition}` : part}" under parts in the project file.`,
    instead,
  };
}

/** Whether any edition that the reference can mean is covered. */
function isCoveredSomehow(catalog: Catalog, project: Project, reference: Reference): boolean {
  return catalog.parts
    .filter((it) => it.part === reference.part)
    .flatMap(({ edition }) => catalog.find({ edition, ...reference }) ?? [])
    .some((it) => covers(catalog, project, it));
}

/** What asks the same in a part that is covered, with the same enhancement where it has that too. */
function coveredCounterparts(
  catalog: Catalog,
  project: Project,
  requirement: Requirement,
  { enhancement }: Reference,
): readonly Reference[] {
  return counterpartsOf(catalog, requirement)
    .filter((it) => asks(catalog, project, it))
    .map((it) => {
      const base = { part: it.part, id: it.id };
      const same = enhancement === undefined ? base : { ...base, enhancement };
      return enhancementOf(it, same) ? same : base;
    });
}

/** Nothing is repaired against the part that the annotation names behind its marker. */
function keepsPart(
  { range, relationRange, claimsRange }: Annotation,
  fixes: RuleFinding["fixes"],
): RuleFinding["fixes"] {
  const { start } = relationRange ?? claimsRange;
  const namesPart = start.character - range.start.character >= "@iec62443-4-2".length;
  return namesPart ? [] : fixes;
}
