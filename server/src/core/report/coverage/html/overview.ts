import { levelInWords } from "../reportWords.ts";
import { type Html, html } from "./html.ts";
import { shareHtml } from "./marks.ts";
import { heading, type ProjectView, table } from "./view.ts";

export const OVERVIEW_ANCHOR = "on-products";

/** Several products beside each other, before each of them is told. */
export function* overviewHtml(views: readonly ProjectView[]): Iterable<Html> {
  yield heading(2, OVERVIEW_ANCHOR, "Products");
  if (views.length === 0) {
    yield html`<p>No product was found.</p>
`;
    return;
  }
  yield table(
    {
      name: "What each product has reached",
      className: "products",
      columns: ["Product", "Folder", "SL-C", "Met", "Verified by a test"],
    },
    views.map(({ project, anchors }) => {
      const { met, verified, applicable } = project.totals;
      return [
        html`<a href="#${anchors.ofSection("product")}">${project.product}</a>`,
        html`<code>${project.path}</code>`,
        levelInWords(project) || "–",
        shareHtml(met, applicable),
        shareHtml(verified, applicable),
      ];
    }),
  );
}
