import type {
  CoverageResult,
  WireClaim,
  WireItem,
  WireProject,
  WireState,
} from "../../server/src/protocol/coverage.ts";

/** A claim as the server tells it: `verifies src/login.c:22 int test(void)`. */
export function claim(text: string): WireClaim {
  const [, relation = "", path = "", line = "0", subject = ""] =
    /^(\S+) (\S+):(\d+) ?(.*)$/.exec(text) ?? [];
  const start = { line: Number(line) - 1, character: 3 };
  return {
    uri: `file:///w/${path}`,
    path,
    range: { start, end: { ...start, character: 9 } },
    relation,
    ...(subject !== "" && { subject }),
  };
}

const made = new WeakMap<WireItem, readonly WireClaim[]>();

/** What the server answers for an item of the maker below. */
export function claimsMade(item: WireItem): readonly WireClaim[] {
  return made.get(item) ?? [];
}

/** An item from `CR 1.1 RE(1)`, its state and the places that claim it. */
export function item(
  reference: string,
  state: WireState,
  places: readonly string[] = [],
  more: Partial<WireItem> = {},
): WireItem {
  const claims = places.map(claim);
  const fr = /^(?:CR|SAR|EDR|HDR|NDR|SR) (\d)/.exec(reference)?.[1];
  const item: WireItem = {
    part: "4-2",
    reference,
    requirement: reference.replace(/ RE\(\d+\)$/, ""),
    ...(fr !== undefined && { fr: Number(fr) }),
    levels: [1, 2],
    components: [],
    state,
    counts: Object.fromEntries(
      claims.map(({ relation }) => [
        relation,
        claims.filter((it) => it.relation === relation).length,
      ]),
    ),
    isOpen: ["partial", "planned", "missing"].includes(state),
    isContradicted: false,
    statements: [],
    ...more,
  };
  made.set(item, claims);
  return item;
}

/** A project whose totals follow from its items. */
export function project(items: readonly WireItem[], more: Partial<WireProject> = {}): WireProject {
  const count = (...states: readonly WireState[]): number =>
    items.filter(({ state }) => states.includes(state)).length;
  const notApplicable = count("not-applicable");
  return {
    uri: "file:///w",
    product: "PLC 300",
    components: ["embedded device"],
    problems: [],
    documents: [{ part: "4-1", title: "Secure product development lifecycle requirements" }],
    reached: 0,
    totals: {
      applicable: items.length - notApplicable,
      met: count("verified", "implemented", "compensated"),
      verified: count("verified"),
      implemented: count("implemented"),
      compensated: count("compensated"),
      partial: count("partial"),
      planned: count("planned"),
      missing: count("missing"),
      notApplicable,
    },
    levels: [],
    items,
    blockers: items.filter(({ state }) => state === "missing").map(({ reference }) => reference),
    ...more,
  };
}

export function coverage(
  projects: readonly WireProject[],
  more: Partial<CoverageResult> = {},
): CoverageResult {
  return {
    indexing: false,
    foundational: [
      { number: 1, title: "Identification and authentication control" },
      { number: 3, title: "System integrity" },
    ],
    projects,
    skipped: [],
    problems: [],
    ...more,
  };
}
