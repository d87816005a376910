import type { CoverageResult, WireProject } from "../../server/src/protocol/coverage.ts";
import { spokenProjects } from "./coverageNodes.ts";
import type { CoverageStatus } from "./coverageStatus.ts";
import { countsOfGroup, groupItems } from "./itemGroups.ts";
import { panelBlocking } from "./panelBlocking.ts";
import { panelChanges } from "./panelChanges.ts";
import { panelItem } from "./panelItem.ts";
import { panelMatrix } from "./panelMatrix.ts";
import type { PanelGroup, PanelNote, PanelProject, PanelRing, PanelView } from "./panelMessages.ts";
import { panelReasons } from "./panelReasons.ts";
import { projectWarnings } from "./panelWarnings.ts";
import { levelWord } from "./panelWords.ts";
import { projectNames } from "./projectNames.ts";
import { counted, STATE_LOOKS } from "./states.ts";

/** The coverage as the panel shows it; `today` is an ISO day, from which days that are left are counted. */
export function panelView(status: CoverageStatus, today: string): PanelView {
  switch (status.kind) {
    case "starting":
      return { notes: [{ text: "The language server is starting.", links: [] }], projects: [] };
    case "failed":
      return { notes: [NOT_RUNNING], projects: [] };
    case "known": {
      const { coverage } = status;
      const spoken = spokenProjects(coverage);
      const names = projectNames(spoken);
      const projects = spoken.map((it) =>
        panelProject(it, { name: names.get(it.uri) ?? it.product, coverage, today }),
      );
      return { notes: notesOf(coverage, spoken.length), projects };
    }
  }
}

const NOT_RUNNING: PanelNote = {
  text: "The language server is not running.",
  links: [],
  run: { label: "Restart Server", command: "restartServer" },
};

function notesOf(coverage: CoverageResult, projects: number): readonly PanelNote[] {
  const { indexing, problems, skipped } = coverage;
  const notes: PanelNote[] = [];
  if (indexing) notes.push(sentence("Files are being read: the numbers still grow."));
  else if (projects === 0) notes.push(sentence(NOTHING_FOUND));
  notes.push(...problems.map((it) => sentence(it.replaceAll("`", ""))));
  if (skipped.length > 0) {
    notes.push({
      text: `${counted(skipped.length, "file")} could not be read: ${skipped.length === 1 ? "its" : "their"} claims are not counted.`,
      links: [],
      run: { label: "Show in the Coverage View", command: "showCoverage" },
    });
  }
  return notes;
}

const NOTHING_FOUND =
  "No annotation was found. Write one above the code that meets a requirement, for example: // @iec62443 CR 1.5";

function sentence(text: string): PanelNote {
  return { text, links: [] };
}

interface ProjectContext {
  readonly name: string;
  readonly coverage: CoverageResult;
  readonly today: string;
}

function panelProject(
  project: WireProject,
  { name, coverage, today }: ProjectContext,
): PanelProject {
  const { totals, target, components, items, levels, reached } = project;
  const { applicable, met, verified, notApplicable } = totals;
  const groups = groupItems(
    items.map((item) => ({ item, claims: [] })),
    { foundational: coverage.foundational, documents: project.documents },
  );
  return {
    key: project.uri,
    product: name,
    profile: components.length === 0 ? "every component type" : components.join(", "),
    target: target ?? "none",
    reached: levelWord(reached),
    summary: `${name}: ${met} of ${applicable} met, ${verified} verified.`,
    warnings: projectWarnings(project),
    rings: [
      panelRing("Met", met, applicable, `${met} of ${applicable} met`),
      panelRing(
        "Verified",
        verified,
        applicable,
        `${verified} of ${applicable} verified by a test`,
      ),
    ],
    counts: COUNTED.map((state) => ({
      state,
      said: `${totals[state].toLocaleString("en")} ${STATE_LOOKS[state].word}`,
    })),
    notApplicable: `${notApplicable.toLocaleString("en")} not applicable`,
    matrix: panelMatrix(levels, coverage.foundational),
    blocking: panelBlocking(project, groups),
    reasons: panelReasons(project, today),
    changes: panelChanges(project),
    groups: groups.map((it) => panelGroup(it, project)),
  };
}

const COUNTED = [
  "verified",
  "implemented",
  "compensated",
  "partial",
  "planned",
  "missing",
] as const;

function panelRing(label: string, value: number, max: number, said: string): PanelRing {
  // Rounded down as on the command line: 100 % is said of all and nothing less.
  const percent = max === 0 ? "–" : `${Math.floor((value / max) * 100)} %`;
  return { label, said, percent, value, max };
}

function panelGroup(
  group: ReturnType<typeof groupItems>[number],
  project: WireProject,
): PanelGroup {
  const { met, applicable } = countsOfGroup(group.key, project.items);
  return {
    key: group.key,
    title: group.title,
    said: applicable === 0 ? "nothing applies" : `${met} of ${applicable} met`,
    items: group.requirements.flatMap(({ base, enhancements }) =>
      [...(base === undefined ? [] : [base]), ...enhancements].map(({ item }) => panelItem(item)),
    ),
  };
}
