import { asksForRevision, type LinkTo, linksBy } from "../core/report/permalink.ts";
import { pathOfUri } from "../workspace/uris.ts";
import { commitOf } from "./git.ts";
import type { Refusal } from "./outcome.ts";
import type { Code } from "./readCode.ts";
import type { LinkOptions } from "./request.ts";

/** What leads from a report to the code. */
export interface Links {
  readonly revision?: string;
  readonly linkTo?: LinkTo;
}

/** The links that were asked for; git is asked only where one needs the revision and none is named. */
export function linksOf(
  { base, top }: Pick<Code, "base" | "top">,
  { revision: named, permalink }: LinkOptions,
): Links | Refusal {
  const needsGit = named === undefined && permalink !== undefined && asksForRevision(permalink);
  const revision = needsGit ? commitOf(pathOfUri(base) ?? ".") : named;
  if (revision !== undefined && typeof revision !== "string") return revision;
  const known = revision === undefined ? {} : { revision };
  if (permalink === undefined) return known;
  const link = linksBy(permalink, revision);
  // Paths of a report begin at the folder that was named, those of a link at the top of the repository.
  const way = base === top ? "" : `${decodeURIComponent(base.slice(top.length + 1))}/`;
  return { ...known, linkTo: (path, line) => link(way + path, line) };
}
