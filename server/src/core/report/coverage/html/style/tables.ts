/** Tables, whose rows become blocks where there is no room beside each other. */
export const TABLES = `
table { width: 100%; border-collapse: collapse; margin: 1rem 0; }
caption { padding-bottom: 0.5rem; color: var(--quiet); text-align: left; font-size: 0.9rem; }
th, td { padding: 0.7rem 1.25rem 0.7rem 0; border-bottom: 1px solid var(--edge); text-align: left; vertical-align: top; font-weight: inherit; }
th:last-child, td:last-child { padding-right: 0; }
thead th { position: sticky; top: 0; z-index: 1; padding-top: 0.6rem; background: var(--paper); color: var(--quiet); font-size: 0.85rem; border-bottom: 2px solid var(--edge); vertical-align: bottom; }
thead th { overflow-wrap: break-word; }
td p { margin: 0 0 0.35rem; }
tbody th a { white-space: nowrap; font-weight: 600; }
.blockers tbody th { width: 26%; }
.blockers td:nth-child(3) { width: 32%; }
.silent tbody th { width: 45%; }
.levels th, .levels td { vertical-align: middle; }
.levels th:nth-child(n + 3), .levels td:nth-child(n + 3) { padding-right: 0.75rem; white-space: nowrap; font-variant-numeric: tabular-nums; }
.levels tbody th { min-width: 10rem; }
.share { display: grid; gap: 0.3rem; min-width: 5rem; max-width: 7rem; white-space: nowrap; }
.cell { display: inline-flex; align-items: center; padding: 0.15rem 0.4rem; border: 1px solid transparent; border-radius: 5px; margin-left: -0.4rem; }
.is-target { border-color: var(--ink); }
.changes th b { color: var(--gap); }
.changes tbody th { white-space: nowrap; }
.changes td:nth-child(3) { width: 28%; }
@media screen and (max-width: 52rem) {
  table, tbody, tr, th, td { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  caption { display: block; }
  tr { padding: 0.9rem 0; border-top: 1px solid var(--edge); }
  tbody th, td, .blockers tbody th, .blockers td:nth-child(3), .silent tbody th, .changes td:nth-child(3) { width: auto; padding: 0.15rem 0; border: 0; }
  td[data-label]::before { content: attr(data-label); display: block; color: var(--quiet); font-size: 0.85rem; }
  .levels tr { display: grid; grid-template-columns: 1fr 1fr; gap: 0.35rem 1rem; }
  .levels tbody th, .levels td:nth-child(2) { grid-column: 1 / -1; }
  .cell { margin-left: -0.4rem; }
  .share { max-width: none; }
}
`;
