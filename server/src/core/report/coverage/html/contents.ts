import { isOpen } from "../../../coverage/state.ts";
import type { Difference } from "../../difference.ts";
import { grouped } from "../../terminal.ts";
import { DIFFERENCE_ANCHOR } from "./difference.ts";
import { type Html, html, type Part } from "./html.ts";
import { OVERVIEW_ANCHOR } from "./overview.ts";
import { READING_ANCHOR } from "./reading.ts";
import { TERMS_ANCHOR } from "./terms.ts";
import type { ProjectView } from "./view.ts";

/** Where everything stands. */
export function contentsHtml(
  views: readonly ProjectView[],
  difference: Difference | undefined,
): Html {
  const [only] = views;
  const products =
    only !== undefined && views.length === 1
      ? sectionsOf(only)
      : [
          entry(OVERVIEW_ANCHOR, "Products", views.length),
          changesEntry(difference),
          views.map(productEntry),
        ];
  return html`<nav class="contents" aria-labelledby="on-contents">
<h2 id="on-contents">Contents</h2>
<ul>
${products}${entry(READING_ANCHOR, "What was read")}${entry(TERMS_ANCHOR, "Terms")}</ul>
</nav>
`;
}

function changesEntry(difference: Difference | undefined): Part {
  if (difference === undefined) return undefined;
  return entry(DIFFERENCE_ANCHOR, "What has changed", difference.changes.length);
}

function productEntry(view: ProjectView): Html {
  const { anchors, project } = view;
  return html`<li><a href="#${anchors.ofSection("product")}">${project.product}</a>
<ul>
${sectionsOf(view)}</ul></li>
`;
}

function sectionsOf(view: ProjectView): Part {
  const { project, anchors, groups } = view;
  const { items } = project;
  const open = items.filter((it) => isOpen(it.state)).length;
  const out = items.filter((it) => it.state === "not-applicable").length;
  const expired = items.filter((it) => it.statements.some((of) => of.expired)).length;
  const contradicted = items.filter((it) => it.contradiction !== undefined).length;
  const some = (name: string, title: string, count: number) =>
    count === 0 ? undefined : entry(anchors.ofSection(name), title, count);
  return [
    entry(
      anchors.ofSection("open"),
      project.target === null ? "What is open" : "What blocks the target",
      open,
    ),
    changesEntry(view.difference),
    groups.length === 0 ? undefined : entry(anchors.ofSection("levels"), "Security levels"),
    requirementsEntry(view),
    some("not applicable", "Not applicable", out),
    some("expired", "Expired statements", expired),
    some("contradictions", "Contradictions", contradicted),
  ];
}

/** Of several products the groups would be too many to look over. */
function requirementsEntry({ anchors, groups, depth }: ProjectView): Part {
  const anchor = anchors.ofSection("requirements");
  if (depth === 3) return entry(anchor, "Requirements");
  const listed = groups.filter((it) => it.applicable > 0);
  if (listed.length === 0) return entry(anchor, "Requirements");
  return html`<li><a href="#${anchor}">Requirements</a>
<ul>
${listed.map((it) => entry(anchors.ofSection(it.name), it.name))}</ul></li>
`;
}

function entry(anchor: string, title: string, count?: number): Html {
  const number =
    count === undefined ? undefined : html` <span class="quiet">${grouped(count)}</span>`;
  return html`<li><a href="#${anchor}">${title}</a>${number}</li>
`;
}
