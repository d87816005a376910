import { type Annotation, isReason } from "../annotation.ts";
import { isSameData } from "../annotationIndex/sameData.ts";
import type { Catalog, Requirement } from "../catalog.ts";
import { itemsOfRequirement } from "../coverage/items.ts";
import { seenByOthers } from "../coverage/seenByOthers.ts";
import { sitesOfProject } from "../coverage/sitesOfProject.ts";
import type { Project } from "../project.ts";
import { catalogOf, projectOf, type Snapshot } from "../snapshot.ts";

/**
 * The files whose findings may be others after these files have changed, and nothing else: as long as a
 * requirement is seen by others as before, those that speak for the rest; otherwise all that claim it, or
 * what rests on it. The project files come along. Each is worked out when it is asked for; `undefined` is
 * answered between, where finding the next may take long.
 */
export function* filesAffected(
  before: Snapshot,
  after: Snapshot,
  changed: Iterable<string>,
): Generator<string | undefined> {
  const seen = new Set<string>();
  for (const uri of affectedIn(before, after, changed)) {
    if (uri === undefined || !seen.has(uri)) yield uri;
    if (uri !== undefined) seen.add(uri);
  }
}

function* affectedIn(
  before: Snapshot,
  after: Snapshot,
  changed: Iterable<string>,
): Generator<string | undefined> {
  for (const [project, keys] of yield* requirementsNamed(before, after, changed)) {
    if (project.file !== undefined) yield project.file;
    const kin = kinIn(catalogOf(after, project));
    const requirements = new Set([...keys].flatMap((it) => kin.get(it)?.family ?? []));
    for (const it of requirements) {
      yield;
      yield* affectedBy({ before, after, project, kin }, it);
    }
  }
}

interface Edit {
  readonly before: Snapshot;
  readonly after: Snapshot;
  readonly project: Project;
  readonly kin: ReadonlyMap<string, Kin>;
}

/** The files to look at because of one requirement of which something else is said. */
function affectedBy(edit: Edit, requirement: Requirement): Iterable<string> {
  const { before, after, project, kin } = edit;
  const [was, is] = [before, after].map((it) => itemsOfRequirement(it, project, requirement));
  if (was === undefined || is === undefined || was === is) return [];
  const [then, now] = [seenByOthers(was), seenByOthers(is)];
  const isAlike = then.everywhere === now.everywhere;
  const { family, resting } = kin.get(keyOf(requirement)) ?? { family: [], resting: [] };
  return [
    ...then.first,
    ...now.first,
    ...(isAlike ? [] : claimants(after, project, family)),
    // Of what rests on it the first claim alone is told of it.
    ...(then.isSaid === now.isSaid ? [] : resting).flatMap((it) => [
      ...seenByOthers(itemsOfRequirement(after, project, it)).first,
    ]),
  ];
}

function claimants(
  snapshot: Snapshot,
  project: Project,
  requirements: readonly Requirement[],
): readonly string[] {
  return requirements.flatMap(({ part, id }) =>
    sitesOfProject(snapshot, project, part, id).map((it) => it.uri),
  );
}

/** The requirements that changed files name or named, by project. */
function* requirementsNamed(
  before: Snapshot,
  after: Snapshot,
  changed: Iterable<string>,
): Generator<undefined, ReadonlyMap<Project, ReadonlySet<string>>> {
  const byProject = new Map<Project, Set<string>>();
  for (const uri of changed) {
    yield;
    const [was = NONE, is = NONE] = [before, after].map((it) => it.index.inFile(uri)?.annotations);
    if (was === is) continue;
    const project = projectOf(after, uri);
    const named = byProject.get(project) ?? new Set<string>();
    for (const { claims } of differing(was, is)) {
      for (const { reference } of claims) named.add(keyOf(reference));
    }
    if (named.size > 0) byProject.set(project, named);
  }
  return byProject;
}

const NONE: readonly Annotation[] = [];

/** Those of two files that do not stand in both at the same place, as far as findings elsewhere can depend on it. */
function differing(was: readonly Annotation[], is: readonly Annotation[]): readonly Annotation[] {
  if (was.length !== is.length) return [...was, ...is];
  return is.flatMap((now, index) => {
    const then = was[index];
    return then === undefined || saysTheSame(then, now) ? [] : [then, now];
  });
}

function saysTheSame(a: Annotation, b: Annotation): boolean {
  return (
    a.relation === b.relation &&
    isReason(a.text ?? "") === isReason(b.text ?? "") &&
    isSameData(a.claims, b.claims)
  );
}

/** The requirements that share their claims with one, and those that rest on it. */
interface Kin {
  readonly family: readonly Requirement[];
  readonly resting: readonly Requirement[];
}

const known = new WeakMap<Catalog, ReadonlyMap<string, Kin>>();

/** By the part and id that a claim names. */
function kinIn(catalog: Catalog): ReadonlyMap<string, Kin> {
  const kin = known.get(catalog) ?? kinOf(catalog);
  known.set(catalog, kin);
  return kin;
}

/** For each requirement those of its heading, and of the steps that rest on its own. */
function kinOf(catalog: Catalog): ReadonlyMap<string, Kin> {
  // Of an id there may be several editions.
  const byKey = new Map<string, readonly Requirement[]>();
  for (const it of catalog.requirements) {
    byKey.set(keyOf(it), [...(byKey.get(keyOf(it)) ?? []), it]);
  }
  const families = new Map(byKey);
  for (const heading of catalog.requirements) {
    const { part, redirectsTo = [] } = heading;
    const keys = [keyOf(heading), ...redirectsTo.map((id) => keyOf({ part, id }))];
    if (keys.length === 1) continue;
    const family = keys.flatMap((it) => byKey.get(it) ?? []);
    for (const key of keys) families.set(key, family);
  }
  const familyOf = (key: string) => families.get(key) ?? [];
  const restingOn = ({ part, id }: Requirement) =>
    catalog.foundations
      .filter((it) => it.part === part && it.requirements.includes(id))
      .flatMap(({ step }) => catalog.foundations.filter((it) => it.restsOn.includes(step)))
      .flatMap((it) => it.requirements.map((other) => keyOf({ part: it.part, id: other })));
  return new Map(
    [...families].map(([key, family]) => [
      key,
      { family, resting: family.flatMap(restingOn).flatMap(familyOf) },
    ]),
  );
}

function keyOf({ part, id }: Pick<Requirement, "part" | "id">): string {
  return `${part} ${id}`;
}
