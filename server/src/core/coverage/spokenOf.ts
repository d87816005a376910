import type { Site } from "../annotationIndex.ts";
import type { Requirement } from "../catalog.ts";
import type { Project } from "../project.ts";
import { catalogOf, projectOf, type Snapshot } from "../snapshot.ts";
import { headingsOf } from "./headings.ts";
import { statementsOf } from "./statementsOf.ts";

/** The numbers of enhancements; `undefined` stands for the requirement itself. */
type Numbers = ReadonlySet<number | undefined>;

/** By all projects, one of them, and the claims: which file belongs to which hangs on all of them. */
const known = new WeakMap<
  readonly Project[],
  WeakMap<Project, WeakMap<readonly Site[], Numbers>>
>();

/**
 * The enhancements of a requirement of which anything is said in a project, in code or in its file. Much less
 * work than the states of its items: an answer that is asked for at every keystroke needs no more.
 */
export function spokenOf(snapshot: Snapshot, project: Project, requirement: Requirement): Numbers {
  const headings = headingsOf(catalogOf(snapshot, project)).get(requirement) ?? [];
  const sources = [requirement, ...headings];
  const numbers = new Set<number | undefined>();
  for (const { part, id } of sources) {
    for (const it of numbersIn(snapshot, project, snapshot.index.sitesOf(part, id))) {
      numbers.add(it);
    }
  }
  for (const { reference } of statementsOf(project, sources)) numbers.add(reference.enhancement);
  return numbers;
}

function numbersIn(snapshot: Snapshot, project: Project, sites: readonly Site[]): Numbers {
  const ofProjects = known.get(snapshot.projects) ?? new WeakMap();
  known.set(snapshot.projects, ofProjects);
  const ofProject = ofProjects.get(project) ?? new WeakMap<readonly Site[], Numbers>();
  ofProjects.set(project, ofProject);
  const numbers = ofProject.get(sites) ?? collect(snapshot, project, sites);
  ofProject.set(sites, numbers);
  return numbers;
}

/** Of a thousand claims of one number the first of the project tells it. */
function collect(snapshot: Snapshot, project: Project, sites: readonly Site[]): Numbers {
  const numbers = new Set<number | undefined>();
  for (const { uri, claim } of sites) {
    const { enhancement } = claim.reference;
    if (!numbers.has(enhancement) && projectOf(snapshot, uri) === project) numbers.add(enhancement);
  }
  return numbers;
}
