import type { Difference } from "../../difference.ts";
import { changesInWords, wordOfChange } from "../../differenceWords.ts";
import { type Html, html } from "./html.ts";
import { place } from "./sayings.ts";
import { heading, table } from "./view.ts";

export const DIFFERENCE_ANCHOR = "on-changes";

/** What is otherwise than in the baseline, what is worse first; nothing where there is none. */
export function* differenceHtml(difference: Difference | undefined): Iterable<Html> {
  if (difference === undefined) return;
  const { baseline, changes, product } = difference;
  yield heading(2, DIFFERENCE_ANCHOR, "What has changed since the baseline");
  const said = changes.length === 0 ? "nothing has changed" : changesInWords(changes);
  yield html`<p>${product}, since <code>${baseline}</code> was written: ${said}.</p>
`;
  if (changes.length === 0) return;
  yield table(
    {
      name: "Changes, the worse ones first",
      className: "changes",
      columns: ["Change", "What", "Where"],
    },
    changes.map((it) => [
      html`${it.isWorse ? html`<b>▼ worse:</b> ` : ""}${wordOfChange(it.kind)}`,
      it.kind.startsWith("claim-") ? html`<code>${it.text}</code>` : it.text,
      it.path === undefined ? "–" : place(it.path, it.line, it.link),
    ]),
  );
}
