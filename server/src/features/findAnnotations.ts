import { readReferences } from "../core/annotation/references.ts";
import type { Site } from "../core/annotationIndex.ts";
import { formsOf } from "../core/project.ts";
import { SERIES_FORMS } from "../core/reference/forms.ts";
import { formatReference, type Reference } from "../core/reference.ts";
import { displayPath } from "../core/report/displayPath.ts";
import { projectOf, type Snapshot } from "../core/snapshot.ts";

export interface FindOptions {
  readonly reference?: string;
  readonly path?: string;
  readonly most: number;
}

/** A claim where it stands, for somebody who has no editor. */
export interface Found {
  readonly path: string;
  readonly line: number;
  readonly relation: string;
  readonly reference: string;
  readonly subject?: string;
  readonly text?: string;
}

export type FoundClaims =
  | { readonly found: readonly Found[]; readonly total: number }
  | { readonly problem: string };

/** The claims of a requirement, its enhancements included, or below a path, by file and place; the first ones of them. */
export function findAnnotations(
  snapshot: Snapshot,
  { reference = "", path = "", most }: FindOptions,
): FoundClaims {
  const named = String(reference).trim();
  const wanted = folderOf(String(path));
  if (named === "" && wanted === "") return { problem: "Name a requirement or a path." };
  const { references, problem } = named === "" ? NO_NAME : readIn(snapshot, named);
  if (named !== "" && references.length === 0) return { problem: problem ?? "" };
  const sites =
    named === "" ? snapshot.index.sites() : references.flatMap((it) => sitesOf(snapshot, it));
  const found: Found[] = [];
  let total = 0;
  for (const site of new Set(sites)) {
    const shown = displayPath(site.uri, projectOf(snapshot, site.uri).root);
    if (wanted !== "" && !isMeant(shown, site.uri, wanted)) continue;
    total++;
    if (found.length < most) found.push(foundAt(site, shown));
  }
  return { found, total };
}

const NO_NAME = { references: [], problem: undefined };

/** Ids of the series are read in every project; those of one's own where there are any. */
function readIn({ projects }: Snapshot, text: string) {
  const all = [SERIES_FORMS, ...projects.map(formsOf)].map((it) => readReferences(text, it));
  const [first] = all;
  return all.find((it) => it.references.length > 0) ?? first ?? NO_NAME;
}

function sitesOf({ index }: Snapshot, reference: Reference): readonly Site[] {
  const { part, id, enhancement, item } = reference;
  return index
    .sitesOf(part, id)
    .filter(({ claim }) => enhancement === undefined || claim.reference.enhancement === enhancement)
    .filter(({ claim }) => item === undefined || claim.reference.item === item);
}

/** Without what people write around a path. */
function folderOf(path: string): string {
  return path
    .trim()
    .replaceAll("\\", "/")
    .replace(/^(?:\.?\/)+/, "")
    .replace(/\/+$/, "");
}

/** Whole names only: `login.c` is not `my_login.c`. */
function isMeant(shown: string, uri: string, wanted: string): boolean {
  const whole = displayPath(uri, "");
  return [shown, whole].some((it) => `/${it}/`.includes(`/${wanted}/`));
}

function foundAt({ annotation, claim }: Site, path: string): Found {
  const { relation, subject, text } = annotation;
  return {
    path,
    line: claim.range.start.line + 1,
    relation,
    reference: formatReference(claim.reference),
    ...(subject !== undefined && { subject: subject.text }),
    ...(text !== undefined && { text }),
  };
}
