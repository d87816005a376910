import type { ReportGroup } from "../reportGroups.ts";
import type { ReportedItem } from "../reportItem.ts";
import { type Html, html, joined, type Part } from "./html.ts";
import { stateMark } from "./marks.ts";
import { claimsHtml, statementsHtml } from "./sayings.ts";
import { heading, type ProjectView } from "./view.ts";

/** Every requirement that counts, by what it belongs to, with all that is said of it. */
export function* itemsHtml(view: ProjectView): Iterable<Html> {
  const { anchors, depth, groups } = view;
  yield heading(depth, anchors.ofSection("requirements"), "Requirements and their evidence");
  for (const group of groups) yield* groupHtml(group, view);
}

function* groupHtml(group: ReportGroup, view: ProjectView): Iterable<Html> {
  const items = group.items.filter((it) => it.state !== "not-applicable");
  if (items.length === 0) return;
  const { name, title, met, applicable } = group;
  yield html`<section class="group">
${heading(view.depth + 1, view.anchors.ofSection(name), [html`${name} `, html`<span>${title}</span>`])}
<p class="quiet">${met} of ${applicable} met</p>
`;
  for (const item of items) yield itemHtml(item, view, view.depth + 2);
  yield html`</section>
`;
}

/** A requirement with all that is said of it. */
export function itemHtml(
  item: ReportedItem,
  { anchors }: Pick<ProjectView, "anchors">,
  depth: number,
): Html {
  const { reference, title, state, claims, next, contradiction } = item;
  const id = anchors.ofItem(item);
  return html`<article class="item" id="${id}">
<h${depth}><a href="#${id}">${reference}</a> ${title ?? "title unknown"}</h${depth}>
<p class="about">${stateMark(state)}${levelsOf(item)}</p>
${
  contradiction === undefined
    ? undefined
    : html`<p class="next"><b>Contradiction:</b> ${contradiction.denies} says that it does not apply, ${contradiction.claims} says otherwise. One of them is wrong.</p>
`
}${statementsHtml(item)}${claimsHtml(claims)}${
  next === undefined
    ? undefined
    : html`<p class="next"><b>Next step:</b> ${next}</p>
`
}</article>
`;
}

function levelsOf({ levels }: ReportedItem): Part {
  if (levels.length === 0) return undefined;
  return html`<span class="quiet">SL-C ${joined(levels, html`, `)}</span>`;
}
