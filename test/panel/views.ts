// The views that the page is tried with, made as the extension makes them. Bundled by page.mjs.
import { claimLine } from "../../client/src/panelItem.ts";
import type { PanelView, ToPage } from "../../client/src/panelMessages.ts";
import { panelView } from "../../client/src/panelView.ts";
import type { WireItem, WireProject, WireState } from "../../server/src/protocol/coverage.ts";
import { claim, coverage, item, project } from "../client/wire.ts";

export { panelPage } from "../../client/src/panelPage.ts";

const TODAY = "2026-11-24";
const FILE = "file:///w/iec62443.yaml";
const STATES: readonly WireState[] = [
  "verified",
  "implemented",
  "missing",
  "compensated",
  "partial",
  "not-applicable",
  "planned",
];
const FOUNDATIONAL = [
  "Identification and authentication control",
  "Use control",
  "System integrity",
  "Data confidentiality",
  "Restricted data flow",
  "Timely response to events",
  "Resource availability",
].map((title, index) => ({ number: index + 1, title }));

export const MANY_CLAIMS = 30_000;

/** By name: as many items as it says, and what else a page may have to show. */
export const VIEWS: Readonly<Record<string, PanelView>> = {
  starting: panelView({ kind: "starting" }, TODAY),
  failed: panelView({ kind: "failed" }, TODAY),
  empty: known([]),
  ten: known([projectOf(10)]),
  hundred: known([projectOf(100, { changes: changesOf(4) })]),
  untargeted: known([untargeted()]),
  several: known([projectOf(30), projectOf(12, { uri: "file:///g", product: "Gateway" })]),
  huge: known([projectOf(100, { changes: changesOf(5000) }, MANY_CLAIMS)]),
};

/** What the extension answers when the claims of an item are asked for. */
export function claimsMessage(address: { project: string; item: string }, count: number): ToPage {
  const claims = Array.from({ length: count }, (_, index) =>
    claimLine(
      claim(`implements src/part${index % 40}/file${index}.c:${index + 1} int f${index}()`),
    ),
  );
  return { type: "claims", ...address, claims };
}

/** The view after one more item was met. */
export function improved(): PanelView {
  return known([projectOf(100, { changes: changesOf(4) }, 3, "implemented")]);
}

function known(projects: readonly WireProject[]): PanelView {
  const skipped =
    projects.length > 1 ? [{ uri: "file:///w/a.bin", path: "a.bin", why: "binary" }] : [];
  return panelView(
    { kind: "known", coverage: coverage(projects, { foundational: FOUNDATIONAL, skipped }) },
    TODAY,
  );
}

function untargeted(): WireProject {
  const { target: _, ...rest } = projectOf(20);
  const levels = rest.levels.map(({ target: __, ...level }) => level);
  return { ...rest, levels, problems: [{ uri: "file:///w/iec62443.yaml", count: 2 }] };
}

function projectOf(
  count: number,
  more: Partial<WireProject> = {},
  claims = 3,
  second: WireState = "missing",
): WireProject {
  const items = Array.from({ length: count }, (_, index) =>
    itemOf(
      index,
      index === 2 ? second : (STATES[(index + Math.floor(index / 7)) % STATES.length] ?? "missing"),
      claims,
    ),
  );
  const made = project(items, { target: "SL 2", file: FILE, reached: 1, ...more });
  return { ...made, levels: count === 0 ? [] : levelsOf(items) };
}

function itemOf(index: number, state: WireState, claims: number): WireItem {
  const fr = (index % FOUNDATIONAL.length) + 1;
  const number = Math.floor(index / FOUNDATIONAL.length / 2) + 1;
  const isEnhancement = Math.floor(index / FOUNDATIONAL.length) % 2 === 1;
  const reference = `CR ${fr}.${number}${isEnhancement ? " RE(1)" : ""}`;
  const isMet = !["missing", "partial", "planned"].includes(state);
  const isClaimed = state !== "missing";
  return {
    ...item(reference, state),
    title: `Title of a requirement that says what is asked, number ${index}`,
    page: `iec62443:/4-2/2019/CR%20${fr}.${number}.md`,
    counts: isClaimed ? { implements: index === 0 ? claims : 3 } : {},
    isContradicted: index === 5,
    levels: index % 3 === 0 || (!isMet && fr % 2 === 0) ? [2, 3] : [1, 2, 3],
    ...(isMet ? {} : { next: nextOf(index) }),
    ...(state === "not-applicable" || state === "compensated" ? reasonOf(index, state) : {}),
  };
}

function nextOf(index: number): NonNullable<WireItem["next"]> {
  const text = "Write its annotation above the code that meets it, or say why there is none.";
  const start = { line: index, character: 0 };
  if (index % 2 === 0) return { text };
  return { text, uri: `file:///w/src/next${index}.c`, range: { start, end: start } };
}

function reasonOf(index: number, state: WireState): Partial<WireItem> {
  const reason =
    "The device has no radio and no port that a person could reach without opening it.";
  if (index % 4 === 1)
    return { reason, counts: { [state === "compensated" ? "compensating" : state]: 1 } };
  const start = { line: 10 + index, character: 2 };
  const isExpired = index % 5 === 3;
  return {
    reason,
    statements: [
      {
        uri: FILE,
        range: { start, end: start },
        status: state === "compensated" ? "compensating" : "not-applicable",
        reason,
        owner: "security@example.com",
        reviewed: "2026-10-01",
        expires: isExpired ? "2026-10-01" : "2027-10-01",
        isExpired,
        evidence: ["docs/threat-model.md", "../outside.md"],
      },
    ],
  };
}

function levelsOf(items: readonly WireItem[]): WireProject["levels"] {
  return FOUNDATIONAL.map(({ number: fr }) => {
    const cells = [1, 2, 3, 4].map((level) => {
      const asked = items.filter((it) => it.fr === fr && it.levels.includes(level));
      const applicable = asked.filter(({ state }) => state !== "not-applicable");
      const open = applicable.filter(({ isOpen }) => isOpen);
      const blockers = open.map(({ reference }) => reference);
      return {
        level,
        applicable: applicable.length,
        met: applicable.length - open.length,
        blockers,
      };
    });
    const reached = cells.filter((it) => it.applicable > 0 && it.blockers.length === 0).length;
    return { fr, target: 2, reached, cells };
  });
}

function changesOf(count: number): NonNullable<WireProject["changes"]> {
  const claims = Array.from({ length: count }, (_, index) => ({
    part: "4-2",
    reference: `CR 1.${index % 9}`,
    relation: "implements",
    path: `src/part${index}.c`,
    line: index + 1,
    subject: `int f${index}(void)`,
  }));
  const states = (["worse", "better", "better"] as const).map((direction, index) => ({
    part: "4-2",
    reference: `CR ${index + 1}.1`,
    direction,
    from: direction === "worse" ? ("verified" as const) : ("missing" as const),
    to: direction === "worse" ? ("partial" as const) : ("implemented" as const),
  }));
  return {
    file: "file:///w/iec62443.baseline.json",
    states,
    lost: claims,
    gained: claims,
    moved: [],
  };
}
