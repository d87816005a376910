import type {
  WireChangedClaim,
  WireChanges,
  WireStateChange,
} from "../../server/src/protocol/baseline.ts";
import type { WireItem, WireProject, WireState } from "../../server/src/protocol/coverage.ts";
import { itemKey } from "./itemKey.ts";
import { t } from "./l10n.ts";
import { counted } from "./nouns.ts";
import type { PanelChanges, PanelLine } from "./panelMessages.ts";
import { fileName, joined, placeLink } from "./panelWords.ts";
import { STATE_LOOKS } from "./states.ts";

/** What is otherwise than in the baseline, or what a baseline is where there is none. */
export function panelChanges({
  changes,
  items,
}: Pick<WireProject, "changes" | "items">): PanelChanges {
  if (changes === undefined) return { note: noBaseline(), groups: [] };
  const { file, problem } = changes;
  const links = [
    { label: t("Open {0}", fileName(file)), link: { kind: "file" as const, uri: file } },
  ];
  if (problem !== undefined) return { note: { text: problem, links, run: again() }, groups: [] };
  const groups = groupsOf(changes, items).filter(({ lines }) => lines.length > 0);
  const text =
    groups.length === 0
      ? t("Nothing has changed since {0} was written.", fileName(file))
      : t(
          "Since {0} was written: {1}.",
          fileName(file),
          groups.map(({ title }) => title).join(", "),
        );
  return { note: { text, links, run: again() }, groups };
}

function noBaseline(): PanelChanges["note"] {
  return {
    text: t(
      "A baseline is a file with the states and claims of today, to be kept beside the code, for example at a release or an audit. From then on this place shows what was lost and gained since.",
    ),
    links: [],
    run: { label: t("Write Baseline"), command: "writeBaseline" },
  };
}

function again(): NonNullable<PanelChanges["note"]["run"]> {
  return { label: t("Write Baseline Anew"), command: "writeBaseline" };
}

function groupsOf(
  { states, lost, gained, moved }: WireChanges,
  items: readonly WireItem[],
): PanelChanges["groups"] {
  const pages = new Map(items.map((item) => [itemKey(item), item.page]));
  const inDirection = (wanted: WireStateChange["direction"]): readonly PanelLine[] =>
    states
      .filter(({ direction }) => direction === wanted)
      .map((it) => stateLine(it, pages.get(itemKey(it))));
  const [fell, rose, other] = [inDirection("worse"), inDirection("better"), inDirection("other")];
  return [
    { key: "fell", title: t("{0} fell", counted(fell.length, "state")), lines: fell },
    {
      key: "lost",
      title: t("{0} lost", counted(lost.length, "claim")),
      lines: lost.map(claimLine),
    },
    { key: "rose", title: t("{0} rose", counted(rose.length, "state")), lines: rose },
    {
      key: "gained",
      title: t("{0} gained", counted(gained.length, "claim")),
      lines: gained.map(claimLine),
    },
    {
      key: "other",
      title: t("{0} changed otherwise", counted(other.length, "state")),
      lines: other,
    },
    {
      key: "moved",
      title: t("{0} moved", counted(moved.length, "claim")),
      lines: moved.map(claimLine),
    },
  ];
}

function stateLine({ reference, from, to }: WireStateChange, page: string | undefined): PanelLine {
  return {
    label: reference,
    said: `${wordOf(from)} → ${wordOf(to)}`,
    ...(page !== undefined && { link: { kind: "page", uri: page } }),
  };
}

function wordOf(state: WireState | undefined): string {
  return state === undefined ? t("not asked for") : STATE_LOOKS[state].word;
}

function claimLine(claim: WireChangedClaim): PanelLine {
  const { reference, relation, subject, path, line, before, uri, range } = claim;
  const place = line === undefined ? path : `${path}:${line}`;
  const where = before === undefined ? place : `${before.path} → ${place}`;
  return {
    label: reference,
    said: joined(relation, where, subject),
    ...(uri !== undefined && range !== undefined && { link: placeLink(uri, range) }),
  };
}
