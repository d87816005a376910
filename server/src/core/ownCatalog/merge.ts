import { Catalog, type CatalogPart, type Enhancement, type Requirement } from "../catalog.ts";
import { INVALID_CATALOG, MOST_KINDS, type OwnCatalog, type OwnEntry } from "../ownCatalog.ts";
import type { Forms } from "../reference/forms.ts";
import type { Finding } from "../rules/rule.ts";
import { keyOfId, type OwnId } from "./ids.ts";
import { formsWith, type PlacedId } from "./ownForms.ts";

/** The series' catalog and those of a project in one. */
export interface Merged {
  readonly catalog: Catalog;
  readonly forms: Forms;
  /** What the catalogs have against each other, in the order of the catalogs. */
  readonly problems: readonly (readonly Finding[])[];
}

type Entry = CatalogPart["requirements"][number];

/** Adds a project's own catalogs to that of the series; of what contradicts, the first counts. */
export function mergeCatalogs(series: Catalog, own: readonly OwnCatalog[]): Merged {
  const parts = new Map(series.parts.map((it) => [`${it.part}:${it.edition}`, it]));
  const taken = new Taken();
  const ids: PlacedId[] = [];
  const problems = own.map((catalog) => {
    const { kept, problems } = taken.take(catalog);
    for (const { named, requirement } of kept) {
      if (named !== undefined) ids.push({ id: requirement.id, named, part: catalog.part });
    }
    const key = `${catalog.part}:${catalog.edition}`;
    const part = withEntries(parts.get(key) ?? emptyPart(catalog), kept);
    if (part.requirements.length > 0) parts.set(key, part);
    return problems;
  });
  const { foundations, counterparts, mappings, series: about } = series;
  const data = { parts: [...parts.values()], foundations, counterparts, mappings, series: about };
  return { catalog: new Catalog(data), forms: formsWith(ids), problems };
}

function emptyPart({ part, edition, document }: OwnCatalog): CatalogPart {
  return { part, edition, document, requirements: [] };
}

function withEntries(part: CatalogPart, entries: readonly OwnEntry[]): CatalogPart {
  const isWording = ({ isWording }: OwnEntry) => isWording;
  const wordings = new Map(
    entries.filter(isWording).map(({ requirement }) => [requirement.id, requirement]),
  );
  const added = entries.filter((it) => !isWording(it)).map((it) => it.requirement);
  const known = part.requirements.map((it) => withWording(it, wordings.get(it.id)));
  return { ...part, requirements: [...known, ...added] };
}

/** The words of another catalog; levels and all that decides what is asked stay. */
function withWording(requirement: Entry, wording: Entry | undefined): Entry {
  if (wording === undefined) return requirement;
  const { wordingFrom } = wording;
  const enhancements = requirement.enhancements.map((it) => ({
    ...it,
    ...wordsOf(wording.enhancements.find(({ number }) => number === it.number)),
  }));
  const known = new Set(enhancements.map((it) => it.number));
  return {
    ...requirement,
    ...wordsOf(wording),
    enhancements: [
      ...enhancements,
      ...wording.enhancements.filter(({ number }) => !known.has(number)),
    ].sort((a, b) => a.number - b.number),
    ...(wordingFrom !== undefined && { wordingFrom }),
  };
}

type Words = Partial<Pick<Requirement, "title" | "summary" | "note" | "keywords">>;

function wordsOf(of: (Words & Partial<Enhancement>) | undefined): Words {
  const { title, summary, note, keywords } = of ?? {};
  return {
    ...(title !== undefined && { title }),
    ...(summary !== undefined && { summary }),
    ...(note !== undefined && { note }),
    ...(keywords !== undefined && { keywords }),
  };
}

/** Which kinds and ids the catalogs before have taken. */
class Taken {
  readonly #kinds = new Map<string, OwnCatalog>();
  readonly #ids = new Map<string, OwnCatalog>();

  take(catalog: OwnCatalog): {
    readonly kept: readonly OwnEntry[];
    readonly problems: readonly Finding[];
  } {
    const problems: Finding[] = [];
    const told = new Set<string>();
    const kept = catalog.entries.filter((entry) => {
      const { named, idRange: range } = entry;
      const why = named && this.#whyNoKind(named, catalog);
      if (why !== undefined) {
        if (!told.has(why)) problems.push(problem(range, why));
        told.add(why);
        return false;
      }
      if (named !== undefined && !this.#kinds.has(named.kind)) this.#kinds.set(named.kind, catalog);
      const other = this.#ids.get(keyOf(catalog, entry));
      if (other === undefined || other === catalog) return true;
      problems.push(problem(range, idTaken(entry, other)));
      return false;
    });
    for (const it of kept) this.#ids.set(keyOf(catalog, it), catalog);
    return { kept, problems };
  }

  #whyNoKind({ kind, letters }: OwnId, catalog: OwnCatalog): string | undefined {
    const owner = this.#kinds.get(kind);
    if (owner !== undefined) {
      return owner.part === catalog.part ? undefined : kindTaken(letters, owner);
    }
    if (this.#kinds.size < MOST_KINDS) return undefined;
    return `The catalogs of a project have room for ids that begin in ${MOST_KINDS} ways. Let several begin alike, such as ACME 1 and ACME 2.`;
  }
}

function keyOf({ part, edition }: OwnCatalog, { named, requirement }: OwnEntry): string {
  return `${part} ${edition} ${named === undefined ? requirement.id : keyOfId(named)}`;
}

function kindTaken(letters: string, { part, path }: OwnCatalog): string {
  return `${letters} begins the ids of part ${part} in ${path}, and a kind belongs to one part. Give these ids other letters.`;
}

function idTaken({ requirement, isWording }: OwnEntry, { path }: OwnCatalog): string {
  const what = isWording
    ? `${path} has wording for ${requirement.id}, too`
    : `${requirement.id} stands in ${path}, too`;
  return `${what}: that counts. Take one of them out.`;
}

function problem(range: Finding["range"], message: string): Finding {
  return { code: INVALID_CATALOG, level: "error", range, message, fixes: [] };
}
