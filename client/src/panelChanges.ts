import type {
  WireChangedClaim,
  WireChanges,
  WireStateChange,
} from "../../server/src/protocol/baseline.ts";
import type { WireItem, WireProject, WireState } from "../../server/src/protocol/coverage.ts";
import { itemKey } from "./itemKey.ts";
import type { PanelChanges, PanelLine } from "./panelMessages.ts";
import { fileName, joined, placeLink } from "./panelWords.ts";
import { counted, STATE_LOOKS } from "./states.ts";

/** What is otherwise than in the baseline, or what a baseline is where there is none. */
export function panelChanges({
  changes,
  items,
}: Pick<WireProject, "changes" | "items">): PanelChanges {
  if (changes === undefined) return { note: NO_BASELINE, groups: [] };
  const { file, problem } = changes;
  const links = [{ label: `Open ${fileName(file)}`, link: { kind: "file" as const, uri: file } }];
  if (problem !== undefined) return { note: { text: problem, links, run: AGAIN }, groups: [] };
  const groups = groupsOf(changes, items).filter(({ lines }) => lines.length > 0);
  const text =
    groups.length === 0
      ? `Nothing has changed since ${fileName(file)} was written.`
      : `Since ${fileName(file)} was written: ${groups.map(({ title }) => title).join(", ")}.`;
  return { note: { text, links, run: AGAIN }, groups };
}

const NO_BASELINE: PanelChanges["note"] = {
  text: "A baseline is a file with the states and claims of today, to be kept beside the code, for example at a release or an audit. From then on this place shows what was lost and gained since.",
  links: [],
  run: { label: "Write Baseline", command: "writeBaseline" },
};

const AGAIN = { label: "Write Baseline Anew", command: "writeBaseline" } as const;

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
    { key: "fell", title: `${counted(fell.length, "state")} fell`, lines: fell },
    { key: "lost", title: `${counted(lost.length, "claim")} lost`, lines: lost.map(claimLine) },
    { key: "rose", title: `${counted(rose.length, "state")} rose`, lines: rose },
    {
      key: "gained",
      title: `${counted(gained.length, "claim")} gained`,
      lines: gained.map(claimLine),
    },
    {
      key: "other",
      title: `${counted(other.length, "state")} changed otherwise`,
      lines: other,
    },
    {
      key: "moved",
      title: `${counted(moved.length, "claim")} moved`,
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
  return state === undefined ? "not asked for" : STATE_LOOKS[state].word;
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
