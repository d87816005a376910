import type { CoverageResult, WireProject } from "../../server/src/protocol/coverage.ts";
import { spokenProjects } from "./coverageNodes.ts";
import type { CoverageStatus } from "./coverageStatus.ts";
import { countsOfGroup, groupItems } from "./itemGroups.ts";
import { amount, t } from "./l10n.ts";
import { counted } from "./nouns.ts";
import { panelBlocking } from "./panelBlocking.ts";
import { panelChanges } from "./panelChanges.ts";
import { panelItem } from "./panelItem.ts";
import { panelMatrix } from "./panelMatrix.ts";
import type { PanelGroup, PanelNote, PanelProject, PanelRing, PanelView } from "./panelMessages.ts";
import { panelReasons } from "./panelReasons.ts";
import { projectWarnings } from "./panelWarnings.ts";
import { levelWord } from "./panelWords.ts";
import { projectNames } from "./projectNames.ts";
import { STATE_LOOKS } from "./states.ts";

/** The coverage as the panel shows it; `today` is an ISO day, from which days that are left are counted. */
export function panelView(status: CoverageStatus, today: string): PanelView {
  switch (status.kind) {
    case "starting":
      return { notes: [{ text: t("The language server is starting."), links: [] }], projects: [] };
    case "failed":
      return { notes: [notRunning()], projects: [] };
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

function notRunning(): PanelNote {
  return {
    text: t("The language server is not running."),
    links: [],
    run: { label: t("Restart Server"), command: "restartServer" },
  };
}

function notesOf(coverage: CoverageResult, projects: number): readonly PanelNote[] {
  const { indexing, problems, skipped } = coverage;
  const notes: PanelNote[] = [];
  if (indexing) notes.push(sentence(t("Files are being read: the numbers still grow.")));
  else if (projects === 0) notes.push(sentence(nothingFound()));
  notes.push(...problems.map((it) => sentence(it.replaceAll("`", ""))));
  if (skipped.length > 0) {
    notes.push({
      text:
        skipped.length === 1
          ? t("{0} could not be read: its claims are not counted.", counted(1, "file"))
          : t(
              "{0} could not be read: their claims are not counted.",
              counted(skipped.length, "file"),
            ),
      links: [],
      run: { label: t("Show in the Coverage View"), command: "showCoverage" },
    });
  }
  return notes;
}

function nothingFound(): string {
  return t(
    "No annotation was found. Write one above the code that meets a requirement, for example: // @iec62443 CR 1.5",
  );
}

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
    profile: components.length === 0 ? t("every component type") : components.join(", "),
    target: target ?? t("none"),
    reached: levelWord(reached),
    summary: t("{0}: {1} of {2} met, {3} verified.", name, met, applicable, verified),
    warnings: projectWarnings(project),
    rings: [
      panelRing(t("Met"), met, applicable, t("{0} of {1} met", met, applicable)),
      panelRing(
        t("Verified"),
        verified,
        applicable,
        t("{0} of {1} verified by a test", verified, applicable),
      ),
    ],
    counts: COUNTED.map((state) => ({
      state,
      said: `${amount(totals[state])} ${STATE_LOOKS[state].word}`,
    })),
    notApplicable: t("{0} not applicable", amount(notApplicable)),
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
    said: applicable === 0 ? t("nothing applies") : t("{0} of {1} met", met, applicable),
    items: group.requirements.flatMap(({ base, enhancements }) =>
      [...(base === undefined ? [] : [base]), ...enhancements].map(({ item }) => panelItem(item)),
    ),
  };
}
