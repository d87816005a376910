import { readReferences } from "../core/annotation/references.ts";
import { documentsOf } from "../core/catalog/documents.ts";
import { headingsNamed, type NamedRow, partNamed, rowsNamed } from "../core/catalog/names.ts";
import type { Catalog, Requirement } from "../core/catalog.ts";
import { formsOf } from "../core/project.ts";
import { type Forms, SERIES_FORMS } from "../core/reference/forms.ts";
import { requirementsOf } from "../core/report/explain/explain.ts";
import { explainedDocuments } from "../core/report/explain/explainDocument.ts";
import { explainMarkdown } from "../core/report/explain/explainMarkdown.ts";
import { doubtOf } from "../core/rules/doubt.ts";
import type { Snapshot } from "../core/snapshot.ts";

/** What is known, or a sentence that says what to write instead. */
export type Explanation =
  | { readonly markdown: string; readonly isOfWorkspace: boolean }
  | { readonly problem: string };

interface Asked {
  readonly requirements: readonly Requirement[];
  readonly rows: readonly NamedRow[];
  readonly parts: readonly string[];
}

/** A sentence names no more; what is longer is a text. */
const LONGEST = 200;
const MOST = 5;

/**
 * What the command line's `explain` says of a text in any writing; at most five things are told. Catalogs of the
 * workspace are asked first: they know what the built-in one knows, too.
 */
export function explain(snapshot: Snapshot, text: string): Explanation {
  const written = String(text ?? "").trim();
  if (written === "" || written.length > LONGEST) {
    return { problem: "Name a requirement such as CR 1.5, a part such as 4-2, or a heading." };
  }
  const own = snapshot.projects.flatMap((it) =>
    it.catalog === undefined ? [] : [{ catalog: it.catalog, forms: formsOf(it) }],
  );
  const builtIn = { catalog: snapshot.catalog, forms: SERIES_FORMS };
  for (const { catalog, forms } of [...own, builtIn]) {
    const markdown = told(catalog, asked(catalog, forms, written));
    if (markdown !== undefined) {
      return { markdown, isOfWorkspace: catalog !== snapshot.catalog };
    }
  }
  const { catalog, forms } = own[0] ?? builtIn;
  return { problem: problemOf(catalog, forms, written) };
}

function asked(catalog: Catalog, forms: Forms, text: string): Asked {
  const rows = rowsNamed(catalog, text);
  const headings = headingsNamed(catalog, text);
  const part = partNamed(catalog, text);
  const parts = part === undefined || documentsOf(catalog, part).length === 0 ? [] : [part];
  if (rows.length + headings.length + parts.length > 0) {
    return { rows, requirements: headings, parts };
  }
  const { references } = readReferences(text, forms);
  const requirements = references.flatMap((it) => requirementsOf(catalog, it));
  return { rows, requirements: [...new Set(requirements)], parts };
}

function told(catalog: Catalog, { requirements, rows, parts }: Asked): string | undefined {
  const count = requirements.length + rows.length + parts.length;
  if (count === 0) return undefined;
  const markdown = explainMarkdown(
    catalog,
    requirements.slice(0, MOST),
    rows.slice(0, MOST),
    explainedDocuments(catalog, parts),
  );
  const leftOut = Math.max(requirements.length - MOST, 0) + Math.max(rows.length - MOST, 0);
  return leftOut === 0
    ? markdown
    : `${markdown}\n${leftOut} more are left out: name them one by one.\n`;
}

function problemOf(catalog: Catalog, forms: Forms, text: string): string {
  const { references, problem } = readReferences(text, forms);
  const doubts = references.flatMap((it) => doubtOf(catalog, it)?.message ?? []);
  return (
    problem ?? doubts[0] ?? "Nothing of that name is known. Write a requirement such as CR 1.5."
  );
}
