import { isOpen } from "../../../coverage/state.ts";
import type { ReportedItem } from "../reportItem.ts";
import { isSpokenOf, wordOf } from "../reportWords.ts";
import { type Html, html, type Part } from "./html.ts";
import { stateMark } from "./marks.ts";
import { place } from "./sayings.ts";
import { heading, type ProjectView, table } from "./view.ts";

/** What keeps the project from its target, with what is said of it and what to do: begun before not begun. */
export function* blockersHtml(view: ProjectView): Iterable<Html> {
  const { project, anchors, depth } = view;
  const open = project.items.filter((it) => isOpen(it.state));
  const title = project.target === null ? "What is open" : "What blocks the target";
  yield heading(depth, anchors.ofSection("open"), title);
  if (open.length === 0) {
    yield html`<p>Nothing is open.</p>
`;
    return;
  }
  const said = open.filter(isSpokenOf);
  const silent = open.filter((it) => !isSpokenOf(it));
  if (said.length > 0) yield saidTable(said, view);
  if (silent.length > 0) yield silentTable(silent, view);
}

function saidTable(items: readonly ReportedItem[], { anchors }: ProjectView): Html {
  return table(
    {
      name: "Not met, though something is said of them",
      className: "blockers",
      columns: ["Requirement", "State", "What is said of it", "Next step"],
    },
    items.map((it) => [
      nameHtml(it, anchors.ofItem(it)),
      stateMark(it.state),
      saidHtml(it),
      it.next,
    ]),
  );
}

function silentTable(items: readonly ReportedItem[], { anchors }: ProjectView): Html {
  return table(
    {
      name: "Not met, and nothing is said of them",
      className: "silent",
      columns: ["Requirement", "State", "Next step"],
    },
    items.map((it) => [nameHtml(it, anchors.ofItem(it)), stateMark(it.state), it.next]),
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
  return [
    said.map(([what, text]) => html`<p>${what}${text === undefined ? "" : html`: ${text}`}</p>`),
    left === 0 ? undefined : html`<p>and ${left} more</p>`,
  ];
}
