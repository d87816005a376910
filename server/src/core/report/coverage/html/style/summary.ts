/** What a reader sees first: the verdict, the figures, the states. */
export const SUMMARY = `
.facts { display: flex; flex-wrap: wrap; gap: 0.75rem 2.5rem; margin-top: 1.25rem; }
.facts dt { font-size: 0.85rem; }
.verdict { margin: 0 0 1.5rem; padding-top: 1.25rem; font-size: 1.35rem; line-height: 1.4; font-weight: 600; text-wrap: balance; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 1rem; }
.figures li { display: grid; gap: 0.15rem; align-content: start; padding: 1.25rem; border: 1px solid var(--edge); border-radius: 10px; background: var(--sheet); }
.number { font-size: 2rem; line-height: 1.2; font-weight: 650; font-variant-numeric: tabular-nums; }
.figures .bar { margin: 0.5rem 0 0.25rem; }
.counts { display: flex; flex-wrap: wrap; gap: 0.4rem 1.4rem; margin-top: 1.25rem; }
.counts li { white-space: nowrap; }
.bar { display: block; width: 100%; height: 0.5rem; border-radius: 4px; }
.track { fill: var(--edge); }
.fill { fill: var(--accent); }
.mark { width: 1em; height: 1em; margin-right: 0.4em; vertical-align: -0.125em; color: var(--quiet); flex: none; }
.mark-verified, .mark-implemented, .mark-compensated { color: var(--met); }
.mark-partial, .mark-planned { color: var(--part); }
.mark-missing { color: var(--gap); }
.line { fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
.area { fill: currentColor; }
.gap { fill: none; stroke: var(--paper); stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; }
.state { white-space: nowrap; }
@media (forced-colors: active) {
  .mark { color: CanvasText; }
  .gap { stroke: Canvas; }
  .track { fill: Canvas; stroke: CanvasText; stroke-width: 2; vector-effect: non-scaling-stroke; }
  .fill { fill: Highlight; }
}
`;
