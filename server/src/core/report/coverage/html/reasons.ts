import type { ReportedItem } from "../reportItem.ts";
import { wordOf } from "../reportWords.ts";
import { nameHtml } from "./blockers.ts";
import { type Html, html } from "./html.ts";
import { itemHtml } from "./items.ts";
import { heading, type ProjectView, table } from "./view.ts";

/** What does not apply, with the reason and who answers for it: apart from what counts. */
export function* notApplicableHtml(view: ProjectView): Iterable<Html> {
  const { project, anchors, depth } = view;
  const items = project.items.filter((it) => it.state === "not-applicable");
  if (items.length === 0) return;
  yield heading(depth, anchors.ofSection("not applicable"), "Not applicable");
  yield html`<p class="quiet">Left out of what is counted as applicable, met and verified.</p>
`;
  for (const item of items) yield itemHtml(item, view, depth + 1);
}

/** Statements that count no more, so that their items are judged without them. */
export function* expiredHtml({ project, anchors, depth }: ProjectView): Iterable<Html> {
  const rows = project.items.flatMap((item) =>
    item.statements
      .filter((it) => it.expired)
      .map((it) => [
        nameHtml(item, anchors.ofItem(item)),
        wordOf(it.status),
        it.expires ?? "",
        it.owner ?? "–",
        it.reason ?? "–",
      ]),
  );
  if (rows.length === 0) return;
  yield heading(depth, anchors.ofSection("expired"), "Expired statements");
  yield html`<p class="quiet">They count for nothing any more. Review each and write a later day, or take it out.</p>
`;
  const columns = ["Requirement", "Status", "Expired on", "Owner", "Reason"];
  yield table({ name: "Statements that have expired", className: "expired", columns }, rows);
}

/** Items that do not apply by one word, and are met by another: one of them is wrong. */
export function* contradictionsHtml({ project, anchors, depth }: ProjectView): Iterable<Html> {
  const rows = project.items.flatMap((item) => rowOf(item, anchors.ofItem(item)));
  if (rows.length === 0) return;
  yield heading(depth, anchors.ofSection("contradictions"), "Contradictions");
  yield html`<p class="quiet">Of each pair one side is wrong. Decide which, and take it out.</p>
`;
  const columns = ["Requirement", "Does not apply by", "Is met by"];
  yield table({ name: "Sayings that contradict", className: "contradictions", columns }, rows);
}

function rowOf(item: ReportedItem, anchor: string): readonly (readonly Html[])[] {
  const { contradiction } = item;
  if (contradiction === undefined) return [];
  const { denies, claims } = contradiction;
  return [[nameHtml(item, anchor), html`<code>${denies}</code>`, html`<code>${claims}</code>`]];
}
