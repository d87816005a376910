import { type Chunk, chunksOf } from "../annotationIndex/chunks.ts";
import type { Site } from "../annotationIndex.ts";
import type { Requirement } from "../catalog.ts";
import type { Project } from "../project.ts";
import { catalogOf, type Snapshot } from "../snapshot.ts";
import { headingsOf } from "./headings.ts";
import { sitesOfProject } from "./sitesOfProject.ts";
import { statementsOf } from "./statementsOf.ts";

/** The numbers of enhancements; `undefined` stands for the requirement itself. */
type Numbers = ReadonlySet<number | undefined>;

/** By the claims of one project. */
const known = new WeakMap<readonly Site[], Numbers>();

/**
 * The enhancements of a requirement of which anything is said in a project, in code or in its file. Much less
 * work than the states of its items: an answer that is asked for at every keystroke needs no more.
 */
export function spokenOf(snapshot: Snapshot, project: Project, requirement: Requirement): Numbers {
  const headings = headingsOf(catalogOf(snapshot, project)).get(requirement) ?? [];
  const sources = [requirement, ...headings];
  const numbers = new Set<number | undefined>();
  for (const { part, id } of sources) {
    for (const it of numbersIn(sitesOfProject(snapshot, project, part, id))) numbers.add(it);
  }
  for (const { reference } of statementsOf(project, sources)) numbers.add(reference.enhancement);
  return numbers;
}

/** What a list says is what its chunks say: after an edit one of them is looked at. */
function numbersIn(sites: readonly Site[]): Numbers {
  const numbers = known.get(sites) ?? new Set(chunksOf(sites).flatMap((it) => [...collect(it)]));
  known.set(sites, numbers);
  return numbers;
}

function collect(chunk: Chunk): Numbers {
  const before = known.get(chunk);
  if (before !== undefined) return before;
  const numbers = new Set<number | undefined>();
  let last: number | undefined | null = null;
  for (const { claim } of chunk) {
    const { enhancement } = claim.reference;
    if (enhancement !== last) numbers.add(enhancement);
    last = enhancement;
  }
  known.set(chunk, numbers);
  return numbers;
}
