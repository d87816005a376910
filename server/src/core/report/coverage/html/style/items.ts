/** The requirements with their evidence. What is out of sight is not laid out: there may be ten thousand claims. */
export const ITEMS = `
.item { padding: 1.1rem 0 1.2rem; border-top: 1px solid var(--edge); content-visibility: auto; contain-intrinsic-size: auto 9rem; }
.item h4 a, .item h3 a, .item h5 a { margin-right: 0.35rem; white-space: nowrap; }
.item h3 { margin: 0; font-size: 1rem; }
.group > h4 { margin: 2.25rem 0 0.5rem; font-size: 1.1rem; }
.item:target { background: var(--sheet); box-shadow: -0.75rem 0 0 var(--sheet), -1rem 0 0 var(--accent); }
.about { display: flex; flex-wrap: wrap; gap: 0 1.5rem; margin: 0.15rem 0 0.4rem; font-size: 0.9rem; }
.claims { font-size: 0.95rem; contain-intrinsic-size: auto 20rem; }
.claims li, .statement > p { display: grid; grid-template-columns: 8rem minmax(0, 18rem) minmax(0, 1fr); gap: 0 1rem; align-items: baseline; margin: 0; padding: 0.3rem 0; }
.place { line-height: 1.4; }
.place a { display: inline-block; padding: 0.15rem 0; }
.subject { display: block; color: var(--quiet); }
.relation { color: var(--quiet); }
.statement { font-size: 0.95rem; }
.statement dl { display: flex; flex-wrap: wrap; gap: 0 1.5rem; margin: 0 0 0.25rem 9rem; font-size: 0.9rem; }
.statement dl div { display: flex; gap: 0.4rem; }
.next { margin: 0.4rem 0 0; font-size: 0.95rem; }
details { margin: 0.25rem 0; }
details .claims { content-visibility: auto; }
summary { display: inline-block; padding: 0.35rem 0; color: var(--accent); cursor: pointer; }
summary::before { content: "▸ " / ""; }
[open] > summary::before { content: "▾ " / ""; }
summary::-webkit-details-marker { display: none; }
@media screen and (max-width: 52rem) {
  .claims li, .statement > p { display: block; padding: 0.4rem 0; }
  .place, .said { display: block; }
  .relation { display: inline-block; }
  .statement dl { margin-left: 0; }
}
`;
