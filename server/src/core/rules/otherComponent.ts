import type { Annotation, Claim } from "../annotation.ts";
import {
  aComponent,
  type Catalog,
  COMPONENT_TYPES,
  componentWord,
  enhancementOf,
  type Requirement,
} from "../catalog.ts";
import type { Project } from "../project.ts";
import { formatReference, type Reference } from "../reference.ts";
import { catalogOf, projectOf } from "../snapshot.ts";
import { statementsIn } from "./named.ts";
import {
  changeStatement,
  changeTo,
  either,
  preferred,
  remove,
  type UnreadLines,
  unreadLines,
} from "./rewrite.ts";
import type { Fix, Rule } from "./rule.ts";

/** A requirement is asked of component types that the project does not have. */
export const otherComponent: Rule = {
  code: "other-component",
  level: "warning",
  description: "A claim names a requirement for a component type that the project does not have.",
  scope: "file",

  *check(snapshot, uri) {
    const { index } = snapshot;
    const project = projectOf(snapshot, uri);
    const catalog = catalogOf(snapshot, project);
    if (project.components.length === COMPONENT_TYPES.length) return;
    const unread = unreadLines(index.inFile(uri));
    for (const annotation of index.inFile(uri)?.annotations ?? []) {
      const written = new Set<string>();
      for (const { reference } of annotation.claims) written.add(formatReference(reference));
      for (const claim of annotation.claims) {
        const foreign = foreignOf(catalog, project, claim.reference);
        if (foreign === undefined) continue;
        const fixes = fixesOf(annotation, claim, foreign.instead, { written, unread });
        yield { range: claim.range, message: foreign.message, fixes };
      }
    }
    const statements = statementsIn(snapshot, uri);
    for (const statement of statements) {
      const foreign = foreignOf(catalog, project, statement.reference);
      if (foreign === undefined) continue;
      const fixes = foreign.instead.map((it) => changeStatement(statements, statement, [it]));
      yield {
        range: statement.requirementRange,
        message: foreign.message,
        fixes: onlyPreferred(fixes),
      };
    }
  },
};

/** What is wrong with a reference of another component, and what the project has instead. */
interface Foreign {
  readonly message: string;
  readonly instead: readonly Reference[];
}

function foreignOf(catalog: Catalog, project: Project, reference: Reference): Foreign | undefined {
  const requirement = catalog.find(reference);
  const { componentTypes = [], redirectsTo } = requirement ?? {};
  const isOwn = componentTypes.some((it) => project.components.includes(it));
  if (componentTypes.length === 0 || isOwn || redirectsTo !== undefined) return undefined;
  const instead = counterparts(catalog, project, reference);
  const asked = either(componentTypes.map(aComponent));
  const own = project.components.map(aComponent).join(" and ");
  const name = componentTypes.map(componentWord).join(" or ");
  const change =
    instead.length === 0
      ? "It has no counterpart there: take it out"
      : `Write ${either(instead.map(formatReference))}`;
  return {
    message: `${reference.id} is asked of ${asked}, and ${project.product} is ${own}. ${change}, or add ${name} under component in iec62443.yaml.`,
    instead,
  };
}

/** The requirements of the same number that the project's own components have. */
function counterparts(
  catalog: Catalog,
  { components }: Project,
  { part, edition, id, enhancement, item }: Reference,
): readonly Reference[] {
  return components.flatMap((type) => {
    const base = {
      part,
      ...(edition !== undefined && { edition }),
      id: id.replace(/^[A-Z]+/, type),
    };
    const requirement = catalog.find(base);
    return requirement === undefined ? [] : [withSuffix(requirement, base, enhancement, item)];
  });
}

/** The same enhancement or letter, where the requirement has it too. */
function withSuffix(
  requirement: Requirement,
  base: Reference,
  enhancement: number | undefined,
  item: string | undefined,
): Reference {
  if (enhancement !== undefined) {
    const same = { ...base, enhancement };
    return enhancementOf(requirement, same) === undefined ? base : same;
  }
  return item !== undefined && requirement.items.includes(item) ? { ...base, item } : base;
}

/** Where the counterpart is claimed beside it already, the claim can only go. */
function fixesOf(
  annotation: Annotation,
  claim: Claim,
  instead: readonly Reference[],
  { written, unread }: { readonly written: ReadonlySet<string>; readonly unread: UnreadLines },
): readonly Fix[] {
  const others = instead.filter((it) => !written.has(formatReference(it)));
  if (others.length > 0) return onlyPreferred(others.map((it) => changeTo(annotation, claim, it)));
  return remove(annotation, claim, {
    title: `Remove ${formatReference(claim.reference)}`,
    unread,
  });
}

/** A fix without an alternative is the one to take. */
function onlyPreferred(fixes: readonly Fix[]): readonly Fix[] {
  const [only, ...others] = fixes;
  return only !== undefined && others.length === 0 ? [preferred(only)] : fixes;
}
