import { isReason } from "../annotation.ts";
import type { Catalog } from "../catalog.ts";
import { sitesOfProject } from "../coverage/sitesOfProject.ts";
import type { Project } from "../project.ts";
import type { FileScan } from "../scan.ts";
import { catalogOf, projectOf, type Snapshot } from "../snapshot.ts";

/**
 * The files whose findings may be others after these files have changed, and nothing else: those of
 * their projects that claim what they claim or claimed, or what rests on it, and the project files.
 * What is claimed as before, at the same place, concerns nobody.
 */
export function filesAffected(
  before: Snapshot,
  after: Snapshot,
  changed: Iterable<string>,
): ReadonlySet<string> {
  const affected = new Set<string>();
  for (const [project, keys] of claimsChanged(before, after, changed)) {
    if (project.file !== undefined) affected.add(project.file);
    for (const { part, id } of withKin(catalogOf(after, project), keys)) {
      for (const { uri } of sitesOfProject(after, project, part, id)) affected.add(uri);
    }
  }
  return affected;
}

/** The requirements of which something else is said than before, by project. */
function claimsChanged(
  before: Snapshot,
  after: Snapshot,
  changed: Iterable<string>,
): ReadonlyMap<Project, ReadonlySet<string>> {
  const byProject = new Map<Project, Set<string>>();
  for (const uri of changed) {
    const was = claimsOf(before.index.inFile(uri));
    const is = claimsOf(after.index.inFile(uri));
    const keys = [...was.keys(), ...is.keys()].filter((it) => was.get(it) !== is.get(it));
    if (keys.length === 0) continue;
    const project = projectOf(after, uri);
    const ofProject = byProject.get(project) ?? new Set<string>();
    byProject.set(project, ofProject);
    for (const it of keys) ofProject.add(it);
  }
  return byProject;
}

/** What a file says of each requirement, as far as findings elsewhere can depend on it. */
function claimsOf(scan: FileScan | undefined): ReadonlyMap<string, string> {
  const parts = new Map<string, string[]>();
  for (const { relation, text = "", claims } of scan?.annotations ?? []) {
    for (const { reference, range } of claims) {
      const key = keyOf(reference);
      const said = JSON.stringify([relation, isReason(text), reference, range]);
      const ofKey = parts.get(key);
      if (ofKey === undefined) parts.set(key, [said]);
      else ofKey.push(said);
    }
  }
  return new Map([...parts].map(([key, said]) => [key, said.join()]));
}

interface Named {
  readonly part: string;
  readonly id: string;
}

type Kin = ReadonlyMap<string, readonly Named[]>;

const known = new WeakMap<Catalog, Kin>();

/** The requirements whose claims may have other findings when something else is said of these. */
function withKin(catalog: Catalog, keys: ReadonlySet<string>): Iterable<Named> {
  const kin = known.get(catalog) ?? kinOf(catalog);
  known.set(catalog, kin);
  const all = new Map<string, Named>();
  for (const key of keys) for (const it of kin.get(key) ?? []) all.set(keyOf(it), it);
  return all.values();
}

/** For each requirement those of its heading, and of the steps that rest on its own. */
function kinOf(catalog: Catalog): Kin {
  const families = new Map<string, readonly Named[]>();
  for (const it of catalog.requirements) families.set(keyOf(it), [it]);
  for (const heading of catalog.requirements) {
    const { part, redirectsTo = [] } = heading;
    const family = [heading, ...redirectsTo.map((id) => ({ part, id }))];
    if (family.length > 1) for (const it of family) families.set(keyOf(it), family);
  }
  const familyOf = (it: Named) => families.get(keyOf(it)) ?? [it];
  const restingOn = ({ part, id }: Named) =>
    catalog.foundations
      .filter((it) => it.part === part && it.requirements.includes(id))
      .flatMap(({ step }) => catalog.foundations.filter((it) => it.restsOn.includes(step)))
      .flatMap((it) => it.requirements.map((other) => ({ part: it.part, id: other })));
  return new Map(
    [...families].map(([key, family]) => [
      key,
      [...family, ...family.flatMap(restingOn).flatMap(familyOf)],
    ]),
  );
}

function keyOf({ part, id }: Named): string {
  return `${part} ${id}`;
}
