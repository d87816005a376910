import { count } from "../../terminal.ts";
import type { ReportedClaim, ReportedItem, ReportedStatement } from "../reportItem.ts";
import { wordOf } from "../reportWords.ts";
import { type Html, html, joined, type Part } from "./html.ts";

/** So many claims are in sight, the others can be unfolded. */
const MOST_IN_SIGHT = 8;
/** So many claims are laid out together, when they come into sight. */
const CHUNK = 200;

/** Every claim of a requirement: in which words, where, for which code. */
export function claimsHtml(claims: readonly ReportedClaim[]): Part {
  if (claims.length === 0) return undefined;
  const folded = claims.slice(MOST_IN_SIGHT);
  return [
    listOf(claims.slice(0, MOST_IN_SIGHT)),
    folded.length === 0
      ? undefined
      : html`<details><summary>${count(folded.length, "more claim")}</summary>
${chunksOf(folded).map(listOf)}</details>
`,
  ];
}

function chunksOf(claims: readonly ReportedClaim[]): readonly (readonly ReportedClaim[])[] {
  const count = Math.ceil(claims.length / CHUNK);
  return Array.from({ length: count }, (_, at) => claims.slice(at * CHUNK, (at + 1) * CHUNK));
}

function listOf(claims: readonly ReportedClaim[]): Html {
  return html`<ul class="claims">
${claims.map(
  (it) => html`<li>${claimHtml(it)}</li>
`,
)}</ul>
`;
}

function claimHtml({ relation, letter, path, line, link, subject, text }: ReportedClaim): Part {
  const what = letter === undefined ? wordOf(relation) : `${wordOf(relation)} (${letter})`;
  return [
    html`<span class="relation">${what}</span> `,
    html`<span class="place">${place(path, line, link)}</span>`,
    html` <span class="said">${subject === undefined ? undefined : html`<code class="subject">${subject}</code> `}${text}</span>`,
  ];
}

/** `src/a.c:3`, which leads to the code where an address is known. */
export function place(path: string, line: number | undefined, link?: string): Html {
  const text = html`<code>${breakable(path)}${line === undefined ? "" : `:${line}`}</code>`;
  return isWebAddress(link) ? html`<a href="${link}" rel="noreferrer">${text}</a>` : text;
}

/** A path that is broken behind its slashes, where it has to be. */
function breakable(path: string): Part {
  return joined(path.split("/"), html`/<wbr>`);
}

function isWebAddress(address: string | undefined): address is string {
  return address !== undefined && /^https?:\/\//i.test(address);
}

/** What the project file says of a requirement, with who answers for it. */
export function statementsHtml({ statements }: Pick<ReportedItem, "statements">): Part {
  return statements.map(
    (it) => html`<div class="statement">
<p><span class="relation">${wordOf(it.status)}</span> <span class="place">project file</span> <span class="said">${it.reason ?? "No reason is given."}</span></p>
${factsOf(it)}</div>
`,
  );
}

function factsOf(statement: ReportedStatement): Part {
  const facts = [
    fact("Owner", statement.owner),
    fact("Reviewed", statement.reviewed),
    fact(statement.expired ? "Expired" : "Expires", statement.expires),
    fact("Evidence", evidenceHtml(statement)),
  ].filter((it) => it !== undefined);
  return facts.length === 0
    ? undefined
    : html`<dl>${facts}</dl>
`;
}

function fact(name: string, value: Part): Html | undefined {
  return value === undefined ? undefined : html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

function evidenceHtml({ evidence }: ReportedStatement): Part {
  if (evidence.length === 0) return undefined;
  return joined(
    evidence.map((it) => html`<code>${breakable(it)}</code>`),
    html`, `,
  );
}
