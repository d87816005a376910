import type { Foundational } from "../../../catalog.ts";
import type { Difference } from "../../difference.ts";
import type { SkippedFile } from "../../list/list.ts";
import type { ReportedProject } from "../report.ts";
import type { ReportGroup } from "../reportGroups.ts";
import type { Anchors } from "./anchors.ts";
import { type Html, html, type Part } from "./html.ts";

/** What the page tells beside the result. */
export interface HtmlAbout {
  readonly foundational: readonly Foundational[];
  /** Sentences about what was not read. */
  readonly notes: readonly string[];
  readonly skipped: readonly SkippedFile[];
  /** Read in all, of whatever project. */
  readonly claims: number;
  /** That hold a claim. */
  readonly files: number;
  /** Of the program. */
  readonly version: string;
  /** The SHA-256 of a text in UTF-8, in Base64. */
  readonly sha256: (text: string) => string;
}

/** A project as the page shows it. */
export interface ProjectView {
  readonly project: ReportedProject;
  readonly groups: readonly ReportGroup[];
  readonly anchors: Anchors;
  /** Of its sections' headings: below the product's own. */
  readonly depth: 2 | 3;
  /** Where the page is of this product alone. */
  readonly difference?: Difference;
}

/** A heading that can be led to. */
export function heading(depth: number, id: string, content: Part): Html {
  return html`<h${depth} id="${id}">${content}</h${depth}>`;
}

/** A table with a name, and labels for where its rows are shown one below the other. */
export function table(
  { name, className, columns }: { name: string; className: string; columns: readonly string[] },
  rows: readonly (readonly Part[])[],
): Html {
  return html`<table class="${className}">
<caption>${name}</caption>
<thead><tr>${columns.map((it) => html`<th scope="col">${it}</th>`)}</tr></thead>
<tbody>
${rows.map((it) => rowOf(it, columns))}</tbody>
</table>`;
}

function rowOf([first, ...cells]: readonly Part[], [, ...labels]: readonly string[]): Html {
  const others = cells.map((it, at) => html`<td data-label="${labels[at]}">${it}</td>`);
  return html`<tr><th scope="row">${first}</th>${others}</tr>
`;
}
