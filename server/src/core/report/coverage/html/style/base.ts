/** Colours, letters, and where everything stands. */
export const BASE = `
:root {
  color-scheme: light dark;
  --paper: #ffffff;
  --sheet: #f5f7fa;
  --ink: #1b2128;
  --quiet: #566170;
  --edge: #d9dfe6;
  --accent: #0a5bb0;
  --met: #17753a;
  --part: #855600;
  --gap: #bd2330;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #10151b;
    --sheet: #182029;
    --ink: #e7ecf2;
    --quiet: #9aa8b7;
    --edge: #2d3843;
    --accent: #73b5ff;
    --met: #5fca82;
    --part: #e3b34b;
    --gap: #ff8a84;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 3.5rem; }
body {
  margin: 0;
  color: var(--ink);
  background: var(--paper);
  font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: anywhere;
}
h1, h2, h3, h4, h5 { line-height: 1.25; text-wrap: balance; }
h1 { margin: 0; font-size: clamp(1.9rem, 1.4rem + 2vw, 2.8rem); letter-spacing: -0.02em; }
h2 { margin: 4rem 0 1rem; font-size: 1.6rem; letter-spacing: -0.01em; }
h3 { margin: 2.75rem 0 0.75rem; font-size: 1.2rem; }
h4, h5 { margin: 0; font-size: 1rem; }
p { margin: 0.5rem 0; }
ul, dl, dd { margin: 0; padding: 0; list-style: none; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 0.35em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
code { font: 0.875em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; unicode-bidi: isolate; }
small { font-size: 0.6em; font-weight: 400; }
.quiet, .kind, dt { color: var(--quiet); }
.skip { position: absolute; left: 1rem; top: -5rem; padding: 0.5rem 1rem; background: var(--paper); z-index: 3; }
.skip:focus { top: 0.5rem; }
.shapes { position: absolute; width: 0; height: 0; }
.banner, .page, footer { max-width: 84rem; margin: 0 auto; padding: 0 clamp(1rem, 4vw, 3rem); }
.banner { padding-top: 3rem; padding-bottom: 2rem; }
.kind { margin: 0 0 0.25rem; }
.page { display: grid; grid-template-columns: 13rem minmax(0, 1fr); gap: clamp(2rem, 5vw, 5rem); align-items: start; }
.contents { position: sticky; top: 0; max-height: 100vh; overflow: auto; padding: 1.5rem 0; font-size: 0.9rem; }
.contents h2 { margin: 0 0 0.5rem; font-size: 0.9rem; letter-spacing: 0; }
.contents ul ul { margin: 0 0 0.25rem 0.9rem; }
.contents a { display: inline-block; padding: 0.15rem 0; color: inherit; text-decoration: none; }
.contents a:hover { color: var(--accent); text-decoration: underline; }
main { min-width: 0; padding-bottom: 3rem; }
main > h2:first-child { margin-top: 0; padding-top: 1.1rem; }
.note { margin: 1rem 0; padding: 0.75rem 1rem; border-left: 4px solid var(--accent); background: var(--sheet); max-width: 46rem; }
footer { padding-top: 1.5rem; padding-bottom: 3rem; color: var(--quiet); font-size: 0.9rem; }
.terms > div { display: grid; grid-template-columns: 10rem minmax(0, 1fr); gap: 1rem; padding: 0.6rem 0; border-top: 1px solid var(--edge); }
.terms dt { color: inherit; font-weight: 600; }
.terms dd { max-width: 44rem; }
@media screen and (max-width: 60rem) {
  .page { display: block; }
  .contents { position: static; max-height: none; padding: 1rem 0 0; border-top: 1px solid var(--edge); }
  .contents > ul { columns: 14rem; }
  .contents li { break-inside: avoid; }
  .contents ul ul { display: flex; flex-wrap: wrap; gap: 0 1rem; }
}
@media screen and (max-width: 40rem) {
  .terms > div { display: block; }
  h2 { margin-top: 3rem; }
}
`;
