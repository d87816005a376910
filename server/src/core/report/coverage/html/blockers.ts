import { isOpen } from "../../../coverage/state.ts";
import type { ReportedItem } from "../reportItem.ts";
import { wordOf } from "../reportWords.ts";
import { type Html, html, type Part } from "./html.ts";
import { stateMark } from "./marks.ts";
import { place } from "./sayings.ts";
import { heading, type ProjectView, table } from "./view.ts";

/** What keeps the project from its target, with what is said of it and what to do. */
export function* blockersHtml({ project, anchors, depth }: ProjectView): Iterable<Html> {
  const { target, items } = project;
  const open = items.filter((it) => isOpen(it.state));
  const title = target === null ? "What is open" : "What blocks the target";
  yield heading(depth, anchors.ofSection("open"), title);
  if (open.length === 0) {
    yield html`<p>Nothing is open.</p>
`;
    return;
  }
  yield table(
    {
      name: "Requirements that are applicable and not met",
      className: "blockers",
      columns: ["Requirement", "State", "What is said of it", "Next step"],
    },
    open.map((it) => [
      nameHtml(it, anchors.ofItem(it)),
      stateMark(it.state),
      saidHtml(it),
      it.next ?? "",
    ]),
  );
}

/** A requirement's reference, which leads to all that is said of it, and its title. */
export function nameHtml({ reference, title }: ReportedItem, anchor: string): Html {
  return html`<a href="#${anchor}">${reference}</a> <span>${title ?? "title unknown"}</span>`;
}

/** So many sayings of one requirement are told here; all of them stand with it. */
const MOST_SAID = 3;

function saidHtml({ claims, statements }: ReportedItem): Part {
  const said = [
    ...statements
      .slice(0, MOST_SAID)
      .map((it) => [`project file, ${wordOf(it.status)}`, it.reason]),
    ...claims
      .slice(0, MOST_SAID)
      .map((it) => [[place(it.path, it.line, it.link), html`, ${wordOf(it.relation)}`], it.text]),
  ].slice(0, MOST_SAID);
  const left = claims.length + statements.length - said.length;
  if (said.length === 0) return "nothing";
  return [
    said.map(([what, text]) => html`<p>${what}${text === undefined ? "" : html`: ${text}`}</p>`),
    left === 0 ? undefined : html`<p>and ${left} more</p>`,
  ];
}
