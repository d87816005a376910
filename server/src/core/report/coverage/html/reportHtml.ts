import { count, cut } from "../../terminal.ts";
import type { ReportedProject, ReportResult } from "../report.ts";
import { groupsOf } from "../reportGroups.ts";
import { anchorsOf } from "./anchors.ts";
import { blockersHtml } from "./blockers.ts";
import { contentsHtml } from "./contents.ts";
import { differenceHtml } from "./difference.ts";
import { Html, html, type Part } from "./html.ts";
import { itemsHtml } from "./items.ts";
import { levelsHtml } from "./levels.ts";
import { SHAPES_IN_PAGE } from "./marks.ts";
import { overviewHtml } from "./overview.ts";
import { notesHtml, readingHtml } from "./reading.ts";
import { contradictionsHtml, expiredHtml, notApplicableHtml } from "./reasons.ts";
import { STYLE } from "./style.ts";
import { fact, factsHtml, summaryHtml, targetFact } from "./summary.ts";
import { termsHtml } from "./terms.ts";
import { type HtmlAbout, heading, type ProjectView } from "./view.ts";

/**
 * A page that tells an auditor everything, and needs nothing else: no script, no picture, no network. It is given
 * in pieces, each of which is markup that is complete but for its end.
 */
export function* reportHtml(result: ReportResult, about: HtmlAbout): Iterable<string> {
  for (const piece of pageHtml(result, about)) yield piece.text;
}

function* pageHtml(result: ReportResult, about: HtmlAbout): Iterable<Html> {
  const views = viewsOf(result, about);
  const { difference } = result;
  yield headHtml(titleOf(result.projects), about);
  yield bannerHtml(result, about);
  yield html`<div class="page">
${contentsHtml(views, difference)}<main id="main">
`;
  yield* notesHtml(about);
  if (views.length !== 1) {
    yield* overviewHtml(views);
    yield* differenceHtml(difference);
  }
  for (const view of views) yield* productHtml(view);
  yield* readingHtml(about);
  yield* termsHtml();
  yield html`</main>
</div>
<footer><p>Written by iec62443 ${about.version}. It holds no date: the same code gives the same file.</p></footer>
</body>
</html>
`;
}

function viewsOf(
  { projects, difference }: ReportResult,
  { foundational }: HtmlAbout,
): readonly ProjectView[] {
  const anchors = anchorsOf(projects);
  const isOnly = projects.length === 1;
  const more = isOnly && difference !== undefined ? { difference } : {};
  return projects.flatMap((project, at) => {
    const own = anchors[at];
    if (own === undefined) return [];
    return [
      {
        project,
        groups: groupsOf(project, foundational),
        anchors: own,
        depth: isOnly ? 2 : 3,
        ...more,
      },
    ];
  });
}

function titleOf(projects: readonly ReportedProject[]): string {
  const [only] = projects;
  if (projects.length === 1 && only !== undefined) return only.product;
  return count(projects.length, "product");
}

/** A browser shows no more of it, and a list of results neither. */
const LONGEST_TITLE = 48;

/** Nothing may be loaded or run, and only the one style sheet with this hash may be used. */
function headHtml(title: string, { version, sha256 }: HtmlAbout): Html {
  const policy = `default-src 'none'; style-src 'sha256-${sha256(STYLE)}'; base-uri 'none'; form-action 'none'`;
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="iec62443 ${version}">
<title>${cut(title, LONGEST_TITLE)}: IEC 62443 coverage</title>
${Html.style(STYLE)}
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
`;
}

function bannerHtml({ projects, revision }: ReportResult, about: HtmlAbout): Html {
  const [only] = projects;
  const more: Part = [
    revision === undefined ? undefined : fact("Revision", html`<code>${revision}</code>`),
    fact("Written by", html`iec62443 ${about.version}`),
  ];
  const facts =
    only !== undefined && projects.length === 1
      ? factsHtml(only, [targetFact(only), more])
      : html`<dl class="facts">
${more}</dl>
`;
  return html`<header class="banner">
${SHAPES_IN_PAGE}
<p class="kind">IEC 62443 coverage report</p>
<h1>${titleOf(projects)}</h1>
${facts}</header>
`;
}

function* productHtml(view: ProjectView): Iterable<Html> {
  const { project, anchors, depth } = view;
  if (depth === 3) {
    yield heading(2, anchors.ofSection("product"), project.product);
    yield factsHtml(project, targetFact(project));
  }
  yield* summaryHtml(view);
  yield* blockersHtml(view);
  yield* differenceHtml(view.difference);
  yield* levelsHtml(view);
  yield* itemsHtml(view);
  yield* notApplicableHtml(view);
  yield* expiredHtml(view);
  yield* contradictionsHtml(view);
}
