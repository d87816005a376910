import type { Annotation, Claim } from "../annotation.ts";
import { aComponent, type Catalog, type Requirement } from "../catalog.ts";
import type { Project } from "../project.ts";
import { formatReference } from "../reference.ts";
import { catalogOf, projectOf } from "../snapshot.ts";
import { changeTo, either, preferred, remove, type UnreadLines, unreadLines } from "./rewrite.ts";
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
        if (heading?.redirectsTo === undefined) continue;
        const typed = typedOf(catalog, heading);
        yield typed.length === 0
          ? asksNothing(annotation, claim, heading, unread)
          : asksByType(annotation, claim, typed, project);
      }
    }
  },
};

function typedOf(catalog: Catalog, { part, edition, redirectsTo = [] }: Requirement) {
  return redirectsTo.flatMap((id) => catalog.find({ part, edition, id }) ?? []);
}

function asksNothing(
  annotation: Annotation,
  claim: Claim,
  { part, id }: Requirement,
  unread: UnreadLines,
): RuleFinding {
  const title = `Remove ${formatReference(claim.reference)}`;
  return {
    range: claim.range,
    message: `${part} asks nothing of a component under ${id}: the heading only keeps its number in step with 3-3. Remove the claim, or name the requirement you mean.`,
    fixes: remove(annotation, claim, { title, unread }),
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
