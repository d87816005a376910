import type { Foundational } from "../../catalog.ts";
import { isOpen } from "../../coverage/state.ts";
import { row } from "../markdown.ts";
import { count, grouped } from "../terminal.ts";
import { type Block, fitted, leastOf } from "./markdown/blocks.ts";
import { changesBlocks } from "./markdown/changes.ts";
import { headline, lead } from "./markdown/headline.ts";
import { code, quiet } from "./markdown/quiet.ts";
import { contradictionsBlocks, expiredBlocks, notApplicableBlocks } from "./markdown/reasons.ts";
import { rowsOf } from "./markdown/rows.ts";
import { blockersBlocks, groupsBlocks } from "./markdown/sections.ts";
import type { ReportedProject, ReportResult } from "./report.ts";
import { levelInWords } from "./reportWords.ts";

/** By which a pipeline finds its own comment, to write it anew. */
export const COMMENT_MARKER = "<!-- iec62443 report -->";

/** In UTF-16 units: GitHub takes 65,536 in a comment, of which some are left to who posts it. */
export const LONGEST_COMMENT = 60_000;

/** What the Markdown tells beside the result. */
export interface MarkdownAbout {
  readonly foundational: readonly Foundational[];
  /** Sentences about what was not read. */
  readonly notes: readonly string[];
}

/** A report that fits into a comment at a pull request, and into the summary of a job. */
export function reportMarkdown(result: ReportResult, about: MarkdownAbout): string {
  const { projects } = result;
  const [only] = projects;
  const blocks =
    only !== undefined && projects.length === 1
      ? blocksOfOne(result, only, about)
      : blocksOfSeveral(result, about);
  return `${fitted([...blocks, ...closing(result)], LONGEST_COMMENT - 2)}\n`;
}

function blocksOfOne(
  { difference }: ReportResult,
  project: ReportedProject,
  about: MarkdownAbout,
): readonly Block[] {
  return [
    `${COMMENT_MARKER}\n## ${headline(project)}`,
    lead(project),
    ...notesOf(about),
    ...(difference === undefined ? [] : changesBlocks(difference)),
    ...bodyOf(project, about),
  ];
}

function bodyOf(project: ReportedProject, { foundational }: MarkdownAbout): readonly Block[] {
  return [
    ...blockersBlocks(project),
    ...groupsBlocks(project, foundational),
    ...notApplicableBlocks(project),
    ...expiredBlocks(project),
    ...contradictionsBlocks(project),
  ];
}

function blocksOfSeveral(
  { projects, difference }: ReportResult,
  about: MarkdownAbout,
): readonly Block[] {
  const open = projects.filter((it) => it.items.some((of) => isOpen(of.state))).length;
  const head: readonly Block[] = [
    `${COMMENT_MARKER}\n## IEC 62443: ${count(projects.length, "product")}, ${grouped(open)} with open requirements`,
    rowsOf({
      title: "Products",
      header: ["Product", "Folder", "SL-C", "Met", "Verified"],
      rows: projects.map(productRow),
    }),
    ...notesOf(about),
    ...(difference === undefined ? [] : changesBlocks(difference)),
  ];
  return [...head, ...sectionsThatFit(projects, about, LONGEST_COMMENT / 2)];
}

function productRow(project: ReportedProject): string {
  const { product, path, totals } = project;
  const { met, verified, applicable } = totals;
  return row([
    `**${quiet(product)}**`,
    code(path),
    levelInWords(project),
    `${met} of ${applicable}`,
    `${verified} of ${applicable}`,
  ]);
}

/** The products one after the other, as long as what is no row of a list has room. */
function sectionsThatFit(
  projects: readonly ReportedProject[],
  about: MarkdownAbout,
  room: number,
): readonly Block[] {
  let used = 0;
  const sections: Block[][] = [];
  for (const project of projects) {
    const blocks = [`## ${headline(project)}`, lead(project), ...bodyOf(project, about)];
    used += leastOf(blocks);
    if (used > room) break;
    sections.push(blocks);
  }
  const left = projects.length - sections.length;
  const more = `*${count(left, "more product")} left out here: \`iec62443 report\` shows all.*`;
  return [...sections.flat(), ...(left === 0 ? [] : [more])];
}

function notesOf({ notes }: MarkdownAbout): readonly Block[] {
  if (notes.length === 0) return [];
  return [{ before: "", rows: notes.map((it) => `- ${quiet(it)}`), more: moreNotes }];
}

function moreNotes(left: number): string {
  return `*${count(left, "more note")} left out here.*`;
}

function closing({ revision }: ReportResult): readonly Block[] {
  return revision === undefined ? [] : [`Revision ${code(revision)}`];
}
