import type { ItemState } from "../../../coverage.ts";
import { STATES_BY_WORK, wordOf } from "../reportWords.ts";
import { type Html, html } from "./html.ts";

const CIRCLE = html`<path class="line" d="M8 1.75a6.25 6.25 0 1 1 0 12.5a6.25 6.25 0 0 1 0-12.5Z"/>`;
const DISC = html`<path class="area" d="M8 1.75a6.25 6.25 0 1 1 0 12.5a6.25 6.25 0 0 1 0-12.5Z"/>`;
const CHECK = "M4.9 8.3l2.2 2.2l4.1-4.8";

/** The shapes that the editor's panel shows. */
const SHAPES: Readonly<Record<ItemState, Html>> = {
  verified: html`${DISC}<path class="gap" d="${CHECK}"/>`,
  implemented: html`${CIRCLE}<path class="line" d="${CHECK}"/>`,
  compensated: html`<path class="line" d="M8 1.5l5.5 2v4c0 3.4-2.2 5.8-5.5 7c-3.3-1.2-5.5-3.6-5.5-7v-4Z"/>`,
  partial: html`${CIRCLE}<path class="area" d="M8 1.75a6.25 6.25 0 0 1 0 12.5Z"/>`,
  planned: html`${CIRCLE}<path class="line" d="M8 4.5v3.75l2.5 1.5"/>`,
  missing: CIRCLE,
  "not-applicable": html`${CIRCLE}<path class="line" d="M3.6 3.6l8.8 8.8"/>`,
};

/** Every shape once, for all that show it. */
export const SHAPES_IN_PAGE: Html = html`<svg class="shapes" aria-hidden="true">${STATES_BY_WORK.map(
  (it) => html`<symbol id="mark-${it}" viewBox="0 0 16 16">${SHAPES[it]}</symbol>`,
)}</svg>`;

/** The shape of a state: says nothing that the word beside it does not. */
export function mark(state: ItemState): Html {
  return html`<svg class="mark mark-${state}" aria-hidden="true"><use href="#mark-${state}"/></svg>`;
}

/** A state by shape, word and colour. */
export function stateMark(state: ItemState): Html {
  return html`<span class="state">${mark(state)}${wordOf(state)}</span>`;
}

/** How much of a whole, drawn; the numbers stand beside it. */
export function bar(part: number, whole: number): Html {
  const width = whole === 0 ? 0 : Math.floor((part / whole) * 1000) / 10;
  return html`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="8"/><rect class="fill" width="${width}" height="8"/></svg>`;
}

/** A part of a whole, drawn and in numbers. */
export function shareHtml(part: number, whole: number): Html {
  return html`<span class="share">${bar(part, whole)} <span>${part} of ${whole}</span></span>`;
}
