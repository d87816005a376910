import { type Chunk, chunksOf, joined } from "../annotationIndex/chunks.ts";
import { compareSites, type Site } from "../annotationIndex.ts";
import type { Requirement } from "../catalog.ts";
import type { Statement } from "../project.ts";
import type { Reference } from "../reference.ts";
import { firstOfEachKind, type Saying, sayingOfClaim, sayingsOfStatements } from "./sayings.ts";

/** What is said of a requirement itself or of one of its enhancements, in code and in the project file. */
export interface Evidence {
  readonly claims: readonly Site[];
  readonly statements: readonly Statement[];
  readonly sayings: readonly Saying[];
  readonly kinds: readonly Saying[];
}

/** The claims that a requirement or a heading of it has. */
export interface Source {
  readonly requirement: Requirement;
  readonly sites: readonly Site[];
}

/** What claims alone say. */
type Said = Omit<Evidence, "statements">;

/** By number of enhancement; `undefined` stands for the requirement itself. */
type SaidByNumber = ReadonlyMap<number | undefined, Said>;

/** What is said of one enhancement, or of the requirement itself. */
export function evidenceOf(
  said: readonly SaidByNumber[],
  statements: readonly Statement[],
  today: string,
  number: number | undefined,
): Evidence {
  const parts = said.flatMap((it) => it.get(number) ?? []);
  const own = statements.filter(({ reference }) => reference.enhancement === number);
  const stated = sayingsOfStatements(own, today);
  const [first, ...others] = parts;
  if (first !== undefined && others.length === 0 && stated.length === 0) {
    return { ...first, statements: own };
  }
  const claims = joined(parts.map((it) => it.claims));
  const sayings: Saying[] = [];
  // A loop: a claim of each of 10,000 files passes here after an edit of one.
  for (const part of parts) for (const it of part.sayings) sayings.push(it);
  for (const it of stated) sayings.push(it);
  const kinds = firstOfEachKind([...parts.flatMap((it) => it.kinds), ...stated]);
  return { claims, statements: own, sayings, kinds };
}

/** What the claims say, in pieces; a piece of which no claim has changed is the same value. */
export function saidIn(sources: readonly Source[]): readonly SaidByNumber[] {
  const [first, ...others] = sources.filter(({ sites }) => sites.length > 0);
  if (first === undefined) return [];
  if (others.length > 0) return [groupByNumber(together([first, ...others]))];
  return chunksOf(first.sites).map((chunk) => saidInChunk(first.requirement, chunk));
}

/** The claims of a heading among those of the requirement, by file and place. */
function together(sources: readonly Source[]): readonly Site[] {
  return sources
    .flatMap(({ requirement, sites }) =>
      sites.filter((it) => isOf(requirement, it.claim.reference)),
    )
    .sort(compareSites);
}

const known = new WeakMap<Requirement, WeakMap<Chunk, SaidByNumber>>();

function saidInChunk(requirement: Requirement, chunk: Chunk): SaidByNumber {
  const ofRequirement = known.get(requirement) ?? new WeakMap<Chunk, SaidByNumber>();
  known.set(requirement, ofRequirement);
  const said =
    ofRequirement.get(chunk) ??
    groupByNumber(chunk.filter(({ claim }) => isOf(requirement, claim.reference)));
  ofRequirement.set(chunk, said);
  return said;
}

function groupByNumber(sites: readonly Site[]): SaidByNumber {
  const groups = new Map<number | undefined, Site[]>();
  for (const site of sites) {
    const { enhancement } = site.claim.reference;
    const group = groups.get(enhancement);
    if (group === undefined) groups.set(enhancement, [site]);
    else group.push(site);
  }
  return new Map(
    Array.from(groups, ([number, claims]) => {
      const sayings = claims.map(sayingOfClaim);
      return [number, { claims, sayings, kinds: firstOfEachKind(sayings) }];
    }),
  );
}

/** Whether a reference names a requirement, in its edition or in none. */
export function isOf({ part, edition, id }: Requirement, reference: Reference): boolean {
  return (
    reference.part === part &&
    reference.id === id &&
    (reference.edition === undefined || reference.edition === edition)
  );
}
