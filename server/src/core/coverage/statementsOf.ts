import type { Requirement } from "../catalog.ts";
import type { Project, Statement } from "../project.ts";

const knownStatements = new WeakMap<Project, ReadonlyMap<string, readonly Statement[]>>();

/** What the project file says of these requirements, in its order; asked often, so it is grouped once. */
export function statementsOf(
  project: Project,
  requirements: readonly Requirement[],
): readonly Statement[] {
  const groups = knownStatements.get(project) ?? groupStatements(project.statements);
  knownStatements.set(project, groups);
  const [first, ...others] = requirements.map(({ part, id }) => groups.get(`${part} ${id}`) ?? []);
  if (first === undefined || others.every((it) => it.length === 0)) return first ?? [];
  const wanted = new Set([...first, ...others.flat()]);
  return project.statements.filter((it) => wanted.has(it));
}

function groupStatements(
  statements: readonly Statement[],
): ReadonlyMap<string, readonly Statement[]> {
  const groups = new Map<string, Statement[]>();
  for (const statement of statements) {
    const key = `${statement.reference.part} ${statement.reference.id}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [statement]);
    else group.push(statement);
  }
  return groups;
}
