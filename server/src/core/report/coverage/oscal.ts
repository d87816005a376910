import type { Project } from "../../project.ts";
import { catalogOf, isBelow, type Snapshot } from "../../snapshot.ts";
import { displayPath } from "../displayPath.ts";
import { componentOf, type Product } from "./oscal/component.ts";
import { OWNER, ownersOf } from "./oscal/requirement.ts";
import { listed, markup, type Named, namedBy, pathReference, stringOf } from "./oscal/values.ts";
import { projectsToReport, type ReportResult } from "./report.ts";
import type { Digest } from "./uuid.ts";

/** What a report does not hold and OSCAL asks for. */
export interface OscalSource {
  readonly snapshot: Snapshot;
  /** What the paths of the report are relative to, by uri. */
  readonly base: string;
  /** The root of the repository, by uri: a product has the same names wherever in it a command runs. */
  readonly top: string;
  readonly digest: Digest;
}

/** A report as a component definition of OSCAL 1.0.6: one component for each product. */
export function oscalOf(result: ReportResult, source: OscalSource): object {
  const named = namedBy(source.digest);
  const products = productsOf(result, source, named);
  const parties = partiesOf(result, named);
  const content = {
    metadata: {
      title: markup(titleOf(result)),
      "last-modified": lastModified(source.snapshot),
      version: (result.revision && stringOf(result.revision)) ?? "unversioned",
      "oscal-version": "1.0.6",
      ...(parties.length > 0 && { roles: [OWNER_ROLE], parties }),
    },
    ...listed(
      "components",
      products.map((it) => componentOf(it, named)),
    ),
    ...backMatter(products, source.base),
  };
  return { "component-definition": { uuid: uuidOfContent(content, named), ...content } };
}

const OWNER_ROLE = { id: OWNER, title: "Answers for what the project file says of a requirement" };

/**
 * OSCAL requires a time, and results carry none, so that they stay the same: it is the first second of the
 * day that statements are measured against, which SOURCE_DATE_EPOCH sets.
 */
function lastModified({ today }: Snapshot): string {
  return `${today}T00:00:00Z`;
}

/** Another document for other content, as OSCAL has it; the day alone makes none. */
function uuidOfContent<T extends { readonly metadata: object }>(content: T, named: Named): string {
  const metadata = { ...content.metadata, "last-modified": undefined };
  return named("document", JSON.stringify({ ...content, metadata }));
}

/** A list of very many products says no more than their number. */
const MOST_NAMED = 5;

function titleOf({ projects }: ReportResult): string {
  const names = projects.map((it) => it.product);
  const what = names.length > MOST_NAMED ? `${names.length} products` : names.join(", ");
  return `IEC 62443 component definition: ${what}`;
}

function productsOf(
  { projects }: ReportResult,
  { snapshot, top }: OscalSource,
  named: Named,
): readonly Product[] {
  // The report has them in the same order.
  const known = projectsToReport(snapshot);
  return projects.flatMap((reported, index) => {
    const project = known[index];
    if (project === undefined) return [];
    const path = isBelow(top, project.root) ? "." : displayPath(project.root, top);
    const own: Named = (...name) => named("product", project.product, path, ...name);
    return [{ reported, project, catalog: catalogOf(snapshot, project), named: own }];
  });
}

/** Everyone who answers for a statement, each once. */
function partiesOf({ projects }: ReportResult, named: Named) {
  const items = projects.flatMap((it) => it.items);
  const owners = new Set(items.flatMap((it) => ownersOf(it.statements)));
  return [...owners].map((name) => ({
    uuid: named("party", name),
    // OSCAL knows persons and organizations only.
    type: "organization",
    name,
    remarks: "As the project file names it, which does not say whether it is a person or a team.",
  }));
}

/** The files that statements name as evidence, each once a product. */
function backMatter(products: readonly Product[], base: string) {
  const resources = products.flatMap(({ reported, project, named }) => {
    const statements = reported.items.flatMap((it) => it.statements);
    const paths = new Set(statements.flatMap((it) => it.evidence));
    const folder = folderOf(project, base);
    return [...paths].map((it) => ({
      uuid: named("evidence", it),
      title: markup(it),
      rlinks: [{ href: folder + pathReference(it) }],
    }));
  });
  return resources.length === 0 ? {} : { "back-matter": { resources } };
}

/** The way from what paths are relative to, to the folder of a product, which may stand above it. */
function folderOf({ root }: Project, base: string): string {
  if (root === base) return "";
  if (!isBelow(base, root)) return `${pathReference(displayPath(root, base))}/`;
  return "../".repeat(base.slice(root.length + 1).split("/").length);
}
