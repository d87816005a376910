import type { Annotation, Claim } from "../annotation.ts";
import { counterpartsOf } from "../catalog/counterparts.ts";
import { membersOf } from "../catalog/groups.ts";
import { aComponent, type Catalog, type Requirement } from "../catalog.ts";
import type { Project } from "../project.ts";
import { formatReference } from "../reference.ts";
import { catalogOf, projectOf } from "../snapshot.ts";
import { changeTo, either, preferred, remove, unreadLines } from "./rewrite.ts";
import type { Rule, RuleFinding } from "./rule.ts";

/** A claim names a heading that holds no requirement: each component type has its own. */
export const placeholderRequirement: Rule = {
  code: "placeholder-requirement",
  level: "warning",
  description: "A claim names a heading of the standard that holds no requirement.",
  scope: "file",

  *check(snapshot, uri) {
    const project = projectOf(snapshot, uri);
    const catalog = catalogOf(snapshot, project);
    const unread = unreadLines(snapshot.index.inFile(uri));
    for (const annotation of snapshot.index.inFile(uri)?.annotations ?? []) {
      for (const claim of annotation.claims) {
        const heading = catalog.find(claim.reference);
        if (heading === undefined) continue;
        const typed = typedOf(catalog, heading);
        if (heading.isGroup) yield asksByMember(annotation, claim, membersOf(catalog, heading));
        else if (typed.length > 0) yield asksByType(annotation, claim, typed, project);
        else if (heading.redirectsTo !== undefined) {
          const fixes = [
            ...remove(annotation, claim, { title: titleOfRemoval(claim), unread }),
            ...counterpartsOf(catalog, heading).map(({ part, id }) =>
              changeTo(annotation, claim, { part, id }),
            ),
          ];
          yield { range: claim.range, message: asksNothing(catalog, heading), fixes };
        }
      }
    }
  },
};

function typedOf(catalog: Catalog, { part, edition, redirectsTo = [] }: Requirement) {
  return redirectsTo.flatMap((id) => catalog.find({ part, edition, id }) ?? []);
}

function titleOfRemoval(claim: Claim): string {
  return `Remove ${formatReference(claim.reference)}`;
}

function asksNothing(catalog: Catalog, heading: Requirement): string {
  const [system] = counterpartsOf(catalog, heading);
  const there =
    system === undefined ? "3-3" : `3-3, where ${system.id} asks it of the whole system`;
  return `${heading.part} asks nothing of a component under ${heading.id}: the heading only keeps its number in step with ${there}. Remove the claim, or name the requirement you mean.`;
}

/** More choices are no help. */
const MOST_MEMBERS = 9;

/** `ZCR 3` stands over several: nobody can say which of them is met. */
function asksByMember(
  annotation: Annotation,
  claim: Claim,
  members: readonly Requirement[],
): RuleFinding {
  const { id } = claim.reference;
  const [first] = members;
  const last = members.at(-1);
  const over =
    first === undefined || last === undefined
      ? "that holds no requirement itself"
      : `over ${first.id} to ${last.id}`;
  return {
    range: claim.range,
    message: `${id} is a heading ${over}, so this is not counted. Name the requirement under it that is met.`,
    fixes: members
      .slice(0, MOST_MEMBERS)
      .map((it) => changeTo(annotation, claim, { ...claim.reference, id: it.id })),
  };
}

function asksByType(
  annotation: Annotation,
  claim: Claim,
  typed: readonly Requirement[],
  project: Project,
): RuleFinding {
  const isOwn = (it: Requirement) => it.componentTypes.some((a) => project.components.includes(a));
  const own = typed.filter(isOwn);
  const fixes = [...own, ...typed.filter((it) => !isOwn(it))].map(({ id }) =>
    changeTo(annotation, claim, { ...claim.reference, id }),
  );
  const [first, ...others] = fixes;
  const isClear = own.length === 1 && first !== undefined;
  return {
    range: claim.range,
    message: `${claim.reference.id} is a heading that holds no requirement. Write ${choice(own.length === 0 ? typed : own)}.`,
    fixes: isClear ? [preferred(first), ...others] : fixes,
  };
}

/** `EDR 3.11 for an embedded device or HDR 3.11 for a host device`. */
function choice(requirements: readonly Requirement[]): string {
  return either(
    requirements.map(({ id, componentTypes: [type] }) =>
      type === undefined ? id : `${id} for ${aComponent(type)}`,
    ),
  );
}
