import type { Confidence, Requirement, SecurityLevel } from "../core/catalog.ts";
import type { Markup } from "./markup.ts";

/** How sure the facts are, what a reader has to know, and whose words they are. */
export function confidenceText(
  markup: Markup,
  { confidence, note, title, levels, wordingFrom }: Requirement,
): string | undefined {
  const doubt = confidence === "high" ? [] : [doubtOf(title, levels, confidence)];
  const from = wordingFrom === undefined ? [] : [markup.text(`The text is from ${wordingFrom}.`)];
  return [...doubt, ...(note === undefined ? [] : [markup.text(note)]), ...from].join(" ");
}

/** Says only of what is known at all how sure it is. */
function doubtOf(
  title: string | undefined,
  levels: readonly SecurityLevel[],
  confidence: Confidence,
): string {
  const sure = `known with ${confidence} confidence only`;
  if (title === undefined) return `The id is ${sure}: look up in the document what it asks.`;
  if (levels.length === 0) return `The title is ${sure}: confirm it.`;
  return `Title and levels are ${sure}: confirm them.`;
}
