import type {
  CoverageResult,
  WireClaim,
  WireItem,
  WireProject,
} from "../../server/src/protocol/coverage.ts";
import { spokenProjects } from "./coverageNodes.ts";
import type { CoverageStatus } from "./coverageStatus.ts";
import { countsOfGroup, groupItems, type ItemGroup } from "./itemGroups.ts";
import type {
  PanelClaim,
  PanelGroup,
  PanelItem,
  PanelProject,
  PanelView,
} from "./panelMessages.ts";
import { projectNames } from "./projectNames.ts";
import { relationWord, STATE_LOOKS } from "./states.ts";

/** The coverage as the panel shows it. */
export function panelView(status: CoverageStatus): PanelView {
  switch (status.kind) {
    case "starting":
      return { note: "The language server is starting.", projects: [] };
    case "failed":
      return {
        note: "The language server is not running. Restart it with the command “IEC 62443: Restart Server”.",
        projects: [],
      };
    case "known": {
      const note = noteOf(status.coverage);
      const spoken = spokenProjects(status.coverage);
      const names = projectNames(spoken);
      const projects = spoken.map((it) =>
        panelProject(it, names.get(it.uri) ?? it.product, status.coverage),
      );
      return { ...(note !== undefined && { note }), projects };
    }
  }
}

function noteOf(coverage: CoverageResult): string | undefined {
  if (coverage.indexing)
    return "The files of this workspace are being read: the numbers still grow.";
  if (spokenProjects(coverage).length > 0) return undefined;
  return "No annotation was found. Write one above the code that meets a requirement, for example: // @iec62443 CR 1.5";
}

function panelProject(
  project: WireProject,
  product: string,
  { foundational }: CoverageResult,
): PanelProject {
  const { totals, target, components, items } = project;
  const { applicable, met, verified } = totals;
  const entries = items.map((item) => ({ item, claims: item.claims }));
  return {
    key: project.uri,
    product,
    profile: [target === undefined ? "No target level" : `Target ${target}`, ...components].join(
      " · ",
    ),
    bars: [
      { label: `${met} of ${applicable} met`, value: met, max: applicable },
      {
        label: `${verified} of ${applicable} verified by a test`,
        value: verified,
        max: applicable,
      },
    ],
    counts: [
      `${totals.partial} partial`,
      `${totals.planned} planned`,
      `${totals.missing} missing`,
      `${totals.notApplicable} not applicable`,
    ],
    groups: groupItems(entries, foundational).map((group) => panelGroup(group, project)),
  };
}

function panelGroup(group: ItemGroup, { items, levels }: WireProject): PanelGroup {
  const { met, applicable } = countsOfGroup(group.key, items);
  const level = levels.find(({ fr }) => `FR ${fr}` === group.key);
  return {
    key: group.key,
    title: group.title,
    met: `${met} of ${applicable}`,
    reached: level === undefined ? "–" : levelWord(level.reached),
    target: level?.target === undefined ? "–" : levelWord(level.target),
    items: group.requirements.flatMap(({ base, enhancements }) =>
      [...(base === undefined ? [] : [base]), ...enhancements].map(({ item }) => panelItem(item)),
    ),
  };
}

function levelWord(level: number): string {
  return level === 0 ? "none" : `SL ${level}`;
}

function panelItem({ reference, title, state, reason, page, claims }: WireItem): PanelItem {
  const { word } = STATE_LOOKS[state];
  return {
    reference,
    title: title ?? "",
    state,
    said: reason === undefined ? word : `${word}: ${reason}`,
    ...(page !== undefined && { page }),
    claims: claims.slice(0, MOST_CLAIMS).map(panelClaim),
    ...(claims.length > MOST_CLAIMS && {
      more: `and ${claims.length - MOST_CLAIMS} more, in the coverage view`,
    }),
  };
}

/** How many claims of one item the page lists. The tree has them all. */
export const MOST_CLAIMS = 20;

function panelClaim(claim: WireClaim): PanelClaim {
  const { uri, path, range, subject, text } = claim;
  const { line, character } = range.start;
  return {
    uri,
    line,
    character,
    place: `${path.slice(path.lastIndexOf("/") + 1)}:${line + 1}`,
    said: [relationWord(claim), subject ?? text].filter((it) => it !== undefined).join(" · "),
  };
}
