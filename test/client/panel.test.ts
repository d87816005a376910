import { describe, expect, test } from "vitest";
import { evidenceUri } from "../../client/src/evidenceUri.ts";
import { addressOf } from "../../client/src/itemKey.ts";
import { claimLine } from "../../client/src/panelItem.ts";
import {
  linkKey,
  linksIn,
  type PanelProject,
  readFromPage,
  readToPage,
} from "../../client/src/panelMessages.ts";
import { panelView } from "../../client/src/panelView.ts";
import type {
  CoverageResult,
  WireItem,
  WireProject,
  WireStatement,
} from "../../server/src/protocol/coverage.ts";
import { claim, coverage, item, project } from "./wire.ts";

const TODAY = "2026-11-24";
const FILE = "file:///w/iec62443.yaml";

const PLACE = { kind: "place", uri: "file:///w/a.c", line: 0, character: 3 } as const;

describe("a message of the page", () => {
  test.each([
    [{ type: "ready" }],
    [{ type: "open", link: PLACE }],
    [{ type: "open", link: { kind: "page", uri: "iec62443:/4-2/2019/CR%201.5.md" } }],
    [{ type: "open", link: { kind: "file", uri: "file:///w/docs/a.md" } }],
    [
      {
        type: "open",
        link: { kind: "claim", project: "file:///w", item: "4-2 CR 1.1", relation: "implements" },
      },
    ],
    [{ type: "run", command: "writeBaseline", project: "file:///w" }],
    [{ type: "run", command: "restartServer" }],
    [{ type: "watch", items: [{ project: "file:///w", item: "4-2 CR 1.1" }] }],
  ])("is understood: %j", (message) => {
    expect(readFromPage(message)).toEqual(message);
  });

  test("loses what does not belong to it", () => {
    expect(readFromPage({ type: "ready", command: "x" })).toEqual({ type: "ready" });
    expect(readFromPage({ type: "open", link: { ...PLACE, scheme: "x" } })).toEqual({
      type: "open",
      link: PLACE,
    });
  });

  test.each([
    [undefined],
    [null],
    ["ready"],
    [[]],
    [{}],
    [{ type: "toString" }],
    [{ type: "run", command: "workbench.action.quit" }],
    [{ type: "run", command: "iec62443.writeBaseline" }],
    [{ type: "run", command: "writeBaseline", project: 3 }],
    [{ type: "open", uri: "file:///w/a.c", line: 0, character: 0 }],
    [{ type: "open", link: { ...PLACE, line: -1 } }],
    [{ type: "open", link: { ...PLACE, line: 0.5 } }],
    [{ type: "open", link: { ...PLACE, line: 1e300 } }],
    [{ type: "open", link: { ...PLACE, uri: 3 } }],
    [{ type: "open", link: { ...PLACE, kind: "folder" } }],
    [{ type: "watch", items: [null] }],
    [{ type: "watch", items: { length: 1 } }],
  ])("is refused: %j", (message) => {
    expect(readFromPage(message)).toBeUndefined();
  });
});

describe("the page", () => {
  const told = viewOf([item("CR 1.1", "implemented", ["implements src/a.c:1"]), full()], {
    file: FILE,
    problems: [{ uri: FILE, count: 1 }],
    levels: [levelOf(1, 2, 1)],
  });

  test.each([
    [{ type: "view", view: told }],
    [{ type: "view", view: panelView({ kind: "failed" }, TODAY) }],
    [
      {
        type: "claims",
        project: "file:///w",
        item: "4-2 CR 1.1",
        claims: [claimLine(claim("implements src/a.c:1"))],
      },
    ],
  ])("accepts what the extension sends: %#", (message) => {
    expect(readToPage(structuredClone(message))).toEqual(message);
  });

  test.each([
    [undefined],
    [[]],
    [{ type: "view" }],
    [{ type: "view", view: {} }],
    [{ type: "view", view: { ...told, notes: [{}] } }],
    [{ type: "view", view: { ...told, projects: [{ ...told.projects[0], rings: {} }] } }],
    [{ type: "claims", project: "file:///w", item: "4-2 CR 1.1", claims: [1] }],
    [{ type: "other" }],
  ])("refuses %j", (message) => {
    expect(readToPage(message)).toBeUndefined();
  });

  test("was shown every link that is in a view, at any depth", () => {
    const links = linksIn(told);
    expect(links).toContain(linkKey({ kind: "file", uri: "file:///w/docs/threats.md" }));
    expect(links).toContain(linkKey({ kind: "place", uri: FILE, line: 9, character: 2 }));
    expect(links).not.toContain(linkKey({ ...PLACE, uri: "file:///etc/passwd" }));
  });
});

describe("the headline", () => {
  test("has the numbers in words and as shares", () => {
    const shown = projectOf([
      item("CR 1.1", "implemented"),
      item("CR 1.2", "verified"),
      item("CR 1.3", "not-applicable"),
      item("CCSC 3", "missing"),
    ]);
    expect(shown).toMatchObject({
      product: "PLC 300",
      profile: "embedded device",
      target: "none",
      reached: "none",
      summary: "PLC 300: 2 of 3 met, 1 verified.",
      rings: [
        { label: "Met", said: "2 of 3 met", percent: "66 %", value: 2, max: 3 },
        {
          label: "Verified",
          said: "1 of 3 verified by a test",
          percent: "33 %",
          value: 1,
          max: 3,
        },
      ],
      notApplicable: "1 not applicable",
    });
    expect(shown.counts.map(({ said }) => said)).toEqual([
      "1 verified",
      "1 implemented",
      "0 compensated",
      "0 partial",
      "0 planned",
      "1 missing",
    ]);
  });

  test.each([
    ["everything", 250, 250, "100 %"],
    ["all but one", 249, 250, "99 %"],
    ["hardly anything", 1, 250, "0 %"],
    ["nothing", 0, 250, "0 %"],
    ["what asks for nothing", 0, 0, "–"],
  ])("does not call %s more than it is", (_, met, applicable, percent) => {
    const totals = { ...project([]).totals, met, applicable };
    expect(projectOf([item("CR 1.1", "missing")], { totals, file: FILE }).rings[0]?.percent).toBe(
      percent,
    );
  });

  test("warns where a project file or a catalog cannot be used as it stands", () => {
    const { warnings } = projectOf([item("CR 1.1", "missing")], {
      file: FILE,
      problems: [
        { uri: FILE, count: 2 },
        { uri: "file:///w/rules.yaml", count: 1 },
      ],
    });
    expect(warnings).toEqual([
      {
        text: "2 problems in iec62443.yaml and 1 problem in rules.yaml: the numbers may be wrong.",
        links: [
          { label: "Open iec62443.yaml", link: { kind: "file", uri: FILE } },
          { label: "Open rules.yaml", link: { kind: "file", uri: "file:///w/rules.yaml" } },
        ],
      },
    ]);
  });

  test("leads to both kinds of contradiction", () => {
    const { warnings } = projectOf([
      item("CR 1.1", "not-applicable", [], { isContradicted: true, statements: [statement()] }),
      item("CR 1.2", "not-applicable", ["not-applicable src/a.c:1"], { isContradicted: true }),
    ]);
    expect(warnings[0]?.text).toMatch(/^2 items are said not to apply and to be met/);
    expect(warnings[0]?.links.map(({ link }) => link.kind)).toEqual(["place", "claim"]);
  });
});

describe("the matrix", () => {
  test("tells of each cell whether it is complete, open or asks nothing", () => {
    const [row] = projectOf([item("CR 1.1", "missing")], { levels: [levelOf(1, 2, 1)] }).matrix;
    expect(row).toMatchObject({
      key: "FR 1",
      title: "Identification and authentication control",
      target: "SL 2",
      reached: "SL 1",
    });
    expect(row?.cells.map(({ said, shape }) => [said, shape])).toEqual([
      ["4/4", "complete"],
      ["3/4", "open"],
      ["3/4", "open"],
      ["", "none"],
    ]);
    expect(row?.cells.map(({ heard }) => heard)).toEqual([
      "SL 1: 4 of 4 met, the level reached",
      "SL 2: 3 of 4 met, the target",
      "SL 3: 3 of 4 met",
      "SL 4: nothing asked",
    ]);
  });
});

describe("what blocks the target", () => {
  const items = [
    item("CR 1.1", "missing"),
    item("CR 1.2", "implemented"),
    item("CR 3.1", "partial"),
  ];

  test("is grouped, and only what is open is in it", () => {
    const { blocking } = projectOf(items, { target: "SL 2" });
    expect(blocking.note.text).toBe("2 items of 3 stand in the way of SL 2.");
    expect(blocking.groups).toMatchObject([
      { key: "FR 1", said: "1 open", items: ["4-2 CR 1.1"] },
      { key: "FR 3", said: "1 open", items: ["4-2 CR 3.1"] },
    ]);
  });

  test("is nothing when all is met", () => {
    const { blocking } = projectOf([item("CR 1.2", "implemented")], { target: "SL 2" });
    expect(blocking).toMatchObject({
      note: { text: "Nothing: all 1 that apply at SL 2 are met." },
      groups: [],
    });
  });

  test("offers to set a target where there is none", () => {
    const { blocking } = projectOf(items);
    expect(blocking.note).toMatchObject({ run: { command: "setTarget" } });
    expect(blocking.groups).toEqual([]);
  });

  test("has the next step with its place", () => {
    const range = { start: { line: 4, character: 0 }, end: { line: 4, character: 1 } };
    const next = { text: "Say what is missing.", uri: "file:///w/src/a%20b.c", range };
    const [group] = projectOf([item("CR 1.1", "partial", [], { next })]).groups;
    expect(group?.items[0]?.next).toEqual({
      text: "Say what is missing.",
      label: "a b.c:5",
      link: { kind: "place", uri: "file:///w/src/a%20b.c", line: 4, character: 0 },
    });
  });
});

describe("not applicable and compensated", () => {
  test("shows a statement with who answers for it and until when", () => {
    const { rows } = projectOf([full()], { file: FILE }).reasons;
    expect(rows).toMatchObject([
      {
        reference: "CR 1.2",
        word: "not applicable",
        reason: "The device has no radio.",
        owner: "security@example.com",
        reviewed: "2026-10-01",
        expires: "2027-10-01, 311 days left",
        isExpired: false,
        evidence: [
          { label: "docs/threats.md", link: { kind: "file", uri: "file:///w/docs/threats.md" } },
          { label: "../secret.md" },
        ],
        source: { label: "iec62443.yaml:10", link: { kind: "place", line: 9, character: 2 } },
      },
    ]);
  });

  test.each([
    ["on the last day", { expires: TODAY, isExpired: false }, "2026-11-24, the last day"],
    ["a day before", { expires: "2026-11-25", isExpired: false }, "2026-11-25, 1 day left"],
    [
      "afterwards",
      { expires: "2026-10-01", isExpired: true },
      "expired 2026-10-01: counts for nothing",
    ],
    ["for ever", {}, "–"],
  ])("says when a statement ends: %s", (_, more, expires) => {
    const { expires: __, ...lasting } = statement();
    const statements = [{ ...lasting, ...more }];
    const { rows } = projectOf([item("CR 1.1", "missing", [], { statements })], {
      file: FILE,
    }).reasons;
    expect(rows[0]?.expires).toBe(expires);
  });

  test("leads to the annotation where the code says it", () => {
    const { rows } = projectOf([
      item("CR 1.1", "compensated", ["compensating src/a.c:3"], { reason: "By the platform." }),
    ]).reasons;
    expect(rows).toMatchObject([
      { reason: "By the platform.", source: { link: { kind: "claim", relation: "compensating" } } },
    ]);
  });

  test("leaves out statements that say that code meets it", () => {
    const statements = [{ ...statement(), status: "implemented" }];
    const { rows } = projectOf([item("CR 1.1", "implemented", [], { statements })]).reasons;
    expect(rows).toEqual([]);
  });

  test("has an end where a project file has none", () => {
    const statements = Array.from({ length: 1000 }, () => statement());
    const { rows, more } = projectOf([item("CR 1.1", "not-applicable", [], { statements })], {
      file: FILE,
    }).reasons;
    expect(rows).toHaveLength(200);
    expect(more?.text).toBe("800 rows more are not shown.");
  });
});

test.each([
  ["docs/a.md", "file:///w/docs/a.md"],
  ["./docs//a b#1.md", "file:///w/docs/a%20b%231.md"],
  ["docs/../a.md", "file:///w/a.md"],
  ["docs\\a.md", "file:///w/docs/a.md"],
  ["../a.md", undefined],
  ["docs/../../w/a.md", undefined],
  ["..\\a.md", undefined],
  ["/etc/passwd", undefined],
  ["\\\\server\\share", undefined],
  ["C:\\a.md", undefined],
  ["https://example.com/a", undefined],
  ["command:x", undefined],
  ["~/a.md", undefined],
  [".", undefined],
  ["", undefined],
])("evidence %j is opened as %j", (path, uri) => {
  expect(evidenceUri("file:///w", path)).toBe(uri);
});

test.each([["4-2 CR 1.1 RE(1)", { part: "4-2", reference: "CR 1.1 RE(1)" }]])(
  "the key %j is taken apart",
  (key, address) => {
    expect(addressOf(key)).toEqual(address);
  },
);

describe("since the baseline", () => {
  test("explains what one is where there is none", () => {
    expect(projectOf([item("CR 1.1", "missing")], { file: FILE }).changes).toMatchObject({
      note: { run: { label: "Write Baseline", command: "writeBaseline" } },
      groups: [],
    });
  });

  test("tells what fell and what was lost before what is new", () => {
    const moved = {
      part: "4-2",
      reference: "CR 1.1",
      relation: "implements",
      path: "b.c",
      line: 7,
    };
    const shown = projectOf([item("CR 1.1", "partial", [], { page: "iec62443:/x.md" })], {
      file: FILE,
      changes: {
        file: "file:///w/iec62443.baseline.json",
        states: [
          { part: "4-2", reference: "CR 1.1", from: "verified", to: "partial", direction: "worse" },
          { part: "4-2", reference: "CR 1.9", from: "missing", direction: "other" },
        ],
        lost: [],
        gained: [],
        moved: [{ ...moved, before: { path: "a.c" } }],
      },
    }).changes;
    expect(shown.note.text).toBe(
      "Since iec62443.baseline.json was written: 1 state fell, 1 state changed otherwise, 1 claim moved.",
    );
    expect(shown.groups.map(({ lines }) => lines)).toEqual([
      [
        {
          label: "CR 1.1",
          said: "verified → partial",
          link: { kind: "page", uri: "iec62443:/x.md" },
        },
      ],
      [{ label: "CR 1.9", said: "missing → not asked for" }],
      [{ label: "CR 1.1", said: "implements · a.c → b.c:7" }],
    ]);
  });

  test("says why a baseline cannot be used", () => {
    const changes = {
      file: "file:///w/b.json",
      problem: "b.json is not a baseline.",
      states: [],
      lost: [],
      gained: [],
      moved: [],
    };
    const { note } = projectOf([item("CR 1.1", "missing")], { file: FILE, changes }).changes;
    expect(note.text).toBe("b.json is not a baseline.");
  });
});

describe("the panel", () => {
  const told = coverage([project([item("CR 1.1", "implemented")])]);

  test.each([
    ["the server starts", { kind: "starting" } as const, /starting/],
    ["the server is gone", { kind: "failed" } as const, /not running/],
    ["nothing is annotated", known(coverage([])), /@iec62443 CR 1\.5/],
    ["files are read", known({ ...told, indexing: true }), /still grow/],
    ["a setting is wrong", known({ ...told, problems: ["`x` is none."] }), /^x is none\.$/],
    [
      "a file was not read",
      known({ ...told, skipped: [{ uri: "file:///w/a", path: "a", why: "binary" }] }),
      /^1 file could not be read/,
    ],
  ])("says so when %s", (_, status, expected) => {
    expect(panelView(status, TODAY).notes[0]?.text).toMatch(expected);
  });

  test("tells apart projects of one name", () => {
    const twins = ["file:///a", "file:///b"].map((uri) =>
      project([item("CR 1.1", "verified")], { uri }),
    );
    const { projects } = panelView(known(coverage(twins)), TODAY);
    expect(projects.map(({ product }) => product)).toEqual(["PLC 300 (a)", "PLC 300 (b)"]);
  });
});

function known(result: CoverageResult) {
  return { kind: "known", coverage: result } as const;
}

function viewOf(items: readonly WireItem[], more: Partial<WireProject> = {}) {
  return panelView(known(coverage([project(items, more)])), TODAY);
}

function projectOf(items: readonly WireItem[], more: Partial<WireProject> = {}): PanelProject {
  const [shown] = viewOf(items, { file: FILE, ...more }).projects;
  if (shown === undefined) throw new Error("The project is not shown.");
  return shown;
}

function statement(): WireStatement {
  const start = { line: 9, character: 2 };
  return {
    uri: FILE,
    range: { start, end: start },
    status: "not-applicable",
    reason: "The device has no radio.",
    owner: "security@example.com",
    reviewed: "2026-10-01",
    expires: "2027-10-01",
    isExpired: false,
    evidence: ["docs/threats.md", "../secret.md"],
  };
}

function full(): WireItem {
  return item("CR 1.2", "not-applicable", [], { statements: [statement()] });
}

function levelOf(fr: number, target: number, reached: number): WireProject["levels"][number] {
  const blockers = ["CR 1.1"];
  return {
    fr,
    target,
    reached,
    cells: [
      { level: 1, applicable: 4, met: 4, blockers: [] },
      { level: 2, applicable: 4, met: 3, blockers },
      { level: 3, applicable: 4, met: 3, blockers },
      { level: 4, applicable: 0, met: 0, blockers: [] },
    ],
  };
}
