import { count, grouped } from "../../terminal.ts";
import { skippedSentence } from "../reportWords.ts";
import { type Html, html } from "./html.ts";
import { type HtmlAbout, heading, table } from "./view.ts";

export const READING_ANCHOR = "on-reading";

/** What has to be known before any number is believed. */
export function* notesHtml({ notes }: HtmlAbout): Iterable<Html> {
  for (const note of notes)
    yield html`<p class="note">${note}</p>
`;
}

/** What this report rests on: what was read, and what was not. */
export function* readingHtml({ claims, files, skipped }: HtmlAbout): Iterable<Html> {
  yield heading(2, READING_ANCHOR, "What was read");
  yield html`<p>${claimsSentence(claims, files)} ${skippedSentence(skipped.length)}</p>
`;
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

function claimsSentence(claims: number, files: number): string {
  if (claims === 0) return "No claim was found.";
  return `${count(claims, "claim")} in ${count(files, "file")} ${claims === 1 ? "was" : "were"} read.`;
}
