import type { CodeLens, Command, Location } from "vscode-languageserver-types";
import type { Relation } from "../core/annotation.ts";
import type { Site } from "../core/annotationIndex.ts";
import { asks, itemsOfRequirement } from "../core/coverage/items.ts";
import { relationCounts } from "../core/coverage/relationCounts.ts";
import { formatReference, type Reference } from "../core/reference.ts";
import { catalogOf, projectOf, type Snapshot } from "../core/snapshot.ts";
import type { Position } from "../core/text.ts";

export interface CodeLensOptions {
  /** Whether the client has the command that shows claims: only our own client does. */
  readonly showsClaims: boolean;
}

/** Longer lists of lenses are wider than an editor. */
const MOST_OF_ANNOTATION = 4;

/** A place above each annotation for each item that it names; what is said there comes when it is seen. */
export function codeLenses(snapshot: Snapshot, uri: string): readonly CodeLens[] {
  const catalog = catalogOf(snapshot, projectOf(snapshot, uri));
  return (snapshot.index.inFile(uri)?.annotations ?? []).flatMap(({ claims }) => {
    const items = new Map(
      claims
        .filter(({ reference }) => catalog.find(reference) !== undefined)
        .map((it) => [formatReference(itemOf(it.reference)), it] as const),
    );
    const shown = [...items.values()].slice(0, MOST_OF_ANNOTATION);
    const more = items.size - shown.length;
    const lenses: readonly CodeLens[] = shown.map(({ reference, range }) => ({
      range,
      data: { uri, position: range.start, reference: itemOf(reference) },
    }));
    const last = shown.at(-1);
    if (last === undefined || more === 0) return lenses;
    return [...lenses, { range: last.range, command: { title: `and ${more} more`, command: "" } }];
  });
}

/** The lens with its text: how often its item is claimed in the project of its file. */
export function codeLensResolve(
  snapshot: Snapshot,
  lens: CodeLens,
  { showsClaims }: CodeLensOptions,
): CodeLens {
  const data = readData(lens.data);
  if (lens.command !== undefined || data === undefined) return lens;
  const title = titleOf(data.reference, claimsOfItem(snapshot, data.uri, data.reference));
  return { ...lens, command: showsClaims ? showing(title, data) : { title, command: "" } };
}

function showing(title: string, { uri, position, reference }: LensData): Command {
  const shown = { uri, position, reference: formatReference(reference) };
  return { title, command: "iec62443.showClaims", arguments: [shown] };
}

/** Where the claims stand that a lens counts. */
export function claimsOfLens(
  snapshot: Snapshot,
  uri: string,
  reference: Reference,
): readonly Location[] {
  return claimsOfItem(snapshot, uri, reference).map(({ uri, claim }) => ({
    uri,
    range: claim.range,
  }));
}

/** A heading stands for the typed requirements that the project asks for. */
function claimsOfItem(snapshot: Snapshot, uri: string, reference: Reference): readonly Site[] {
  const project = projectOf(snapshot, uri);
  const catalog = catalogOf(snapshot, project);
  const named = catalog.find(reference);
  if (named === undefined) return [];
  const typed = (named.redirectsTo ?? [])
    .flatMap((id) => catalog.find({ ...reference, id }) ?? [])
    .filter((it) => asks(catalog, project, it));
  const items = (typed.length === 0 ? [named] : typed)
    .flatMap((it) => itemsOfRequirement(snapshot, project, it))
    .filter((it) => it.reference.enhancement === reference.enhancement);
  const [first, ...others] = items;
  if (first === undefined || others.length === 0) return first?.claims ?? [];
  return [...new Set(items.flatMap((it) => it.claims))];
}

function titleOf(reference: Reference, sites: readonly Site[]): string {
  const ofRelations = relationCounts(sites);
  const counts = COUNTED.flatMap(({ relation, one, many }) => {
    const count = ofRelations.get(relation) ?? 0;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  return [formatReference(reference), ...counts].join(" · ");
}

const COUNTED: readonly {
  readonly relation: Relation;
  readonly one: string;
  readonly many: string;
}[] = [
  { relation: "implements", one: "implementation", many: "implementations" },
  { relation: "partial", one: "partial", many: "partial" },
  { relation: "verifies", one: "test", many: "tests" },
  { relation: "planned", one: "planned", many: "planned" },
  { relation: "compensating", one: "compensating", many: "compensating" },
  { relation: "not-applicable", one: "not applicable", many: "not applicable" },
];

/** A letter names a part of an item: its lens is the item's. */
function itemOf({ item: _, ...reference }: Reference): Reference {
  return reference;
}

interface LensData {
  readonly uri: string;
  readonly position: Position;
  readonly reference: Reference;
}

/** The data comes back from the client: nothing is believed of it. */
function readData(data: unknown): LensData | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const { uri, position, reference } = data as Record<string, unknown>;
  if (typeof uri !== "string" || !isPosition(position) || !isReference(reference)) return undefined;
  return { uri, position, reference };
}

function isPosition(value: unknown): value is Position {
  if (typeof value !== "object" || value === null) return false;
  const { line, character } = value as Record<string, unknown>;
  return typeof line === "number" && typeof character === "number";
}

function isReference(value: unknown): value is Reference {
  if (typeof value !== "object" || value === null) return false;
  const { part, id, edition, enhancement } = value as Record<string, unknown>;
  return (
    typeof part === "string" &&
    typeof id === "string" &&
    ["string", "undefined"].includes(typeof edition) &&
    ["number", "undefined"].includes(typeof enhancement)
  );
}
