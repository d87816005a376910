import { type Html, html } from "./html.ts";
import { counted, grouped, type HtmlAbout, heading, table } from "./view.ts";

export const READING_ANCHOR = "on-reading";

/** What this report rests on: what was read, what only in part, what not at all. */
export function* readingHtml({ claims, files, notes, skipped }: HtmlAbout): Iterable<Html> {
  yield heading(2, READING_ANCHOR, "What was read");
  yield html`<p>${sentence(claims, files)} ${skipped.length === 0 ? "No file was skipped." : `${counted(skipped.length, "file")} that may hold claims ${skipped.length === 1 ? "was" : "were"} skipped.`}</p>
${notes.map(
  (it) => html`<p class="note">${it}</p>
`,
)}`;
  if (skipped.length === 0) return;
  yield table(
    { name: "Skipped files", className: "skipped", columns: ["File", "Why"] },
    skipped.slice(0, MOST_SKIPPED).map(({ path, why }) => [html`<code>${path}</code>`, why]),
  );
  const left = skipped.length - MOST_SKIPPED;
  if (left > 0)
    yield html`<p>and ${grouped(left)} more</p>
`;
}

const MOST_SKIPPED = 500;

function sentence(claims: number, files: number): string {
  if (claims === 0) return "No claim was found.";
  return `${counted(claims, "claim")} in ${counted(files, "file")} ${claims === 1 ? "was" : "were"} read.`;
}
