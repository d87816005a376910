/** On A4: in black on white, everything unfolded, no row cut, headers on every page, numbers on the pages. */
export const PAPER = `
@page {
  size: A4;
  margin: 18mm 16mm 20mm;
  @bottom-left { content: "IEC 62443 coverage report"; font: 8pt system-ui, sans-serif; color: #566170; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; color: #566170; }
}
@media print {
  :root { color-scheme: light; }
  html { font-size: 9.5pt; }
  body { line-height: 1.45; }
  .skip { display: none; }
  .banner, .page, footer { max-width: none; padding: 0; }
  .page { display: block; }
  .contents { position: static; max-height: none; overflow: visible; margin-top: 1.5rem; padding: 1rem 0 0; border-top: 1px solid var(--edge); }
  .contents > ul { columns: 2; }
  .contents ul ul { display: flex; flex-wrap: wrap; gap: 0 0.8rem; }
  h2 { margin-top: 2.5rem; }
  .verdict { padding-top: 1.5rem; }
  th, td { padding-top: 0.45rem; padding-bottom: 0.45rem; }
  h1, h2, h3, h4, h5, caption, thead, .group > p, h2 + p { break-after: avoid; }
  .levels, .item:not(:has(details)) { break-inside: avoid; }
  tbody tr:first-child { break-before: avoid; }
  a { color: inherit; text-decoration: none; }
  thead { display: table-header-group; }
  thead th { position: static; }
  tr, .figures, .figures li, .item h3, .item h4, .item h5, .claims li, .statement, .terms > div { break-inside: avoid; }
  .item { content-visibility: visible; padding: 0.6rem 0; }
  .item > h3, .item > h4, .item > h5, .about { break-after: avoid; }
  .item:target { background: none; box-shadow: none; }
  .claims li, .statement > p { grid-template-columns: 7.5rem minmax(0, 17rem) minmax(0, 1fr); }
  .statement dl { margin-left: 8.5rem; }
  details::details-content { content-visibility: visible; block-size: auto; }
  details .claims { content-visibility: visible; }
  summary { display: none; }
  .track, .fill, .note, .figures li { print-color-adjust: exact; }
  tbody th a { white-space: normal; }
}
`;
