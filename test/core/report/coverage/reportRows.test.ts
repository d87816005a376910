import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coverageOf } from "../../../../server/src/core/coverage.ts";
import { matrixRows } from "../../../../server/src/core/report/coverage/matrix.ts";
import { reportOf } from "../../../../server/src/core/report/coverage/report.ts";
import {
  type ReportRow,
  reportRows,
} from "../../../../server/src/core/report/coverage/reportRows.ts";
import { toJsonLines } from "../../../../server/src/core/report/json.ts";
import { ROOT, snapshotOf, TODAY } from "../../../support/snapshotOf.ts";
import { statement } from "../../../support/statement.ts";
import { product, snapshotOfProduct } from "../../coverage/randomProducts.ts";
import { anyReport } from "./anyReport.ts";

const SNAPSHOT = snapshotOf(
  {
    "a.c": "// @iec62443 CR 1.1 RE(1), CR 1.5(a): both\nint a;\n",
    "b.c": "// @iec62443 verifies CR 1.1 RE(1)\nint b;\n",
  },
  {
    components: ["EDR"],
    target: { 1: 2, 3: 1 },
    statements: [
      statement("CR 1.1", "planned", { expires: "2026-11-23", owner: "quality" }),
      statement("CR 2.2", "not-applicable", { reason: "no radio" }),
      statement("CR 4.1", "planned", { item: "b" }),
    ],
  },
);

const linkTo = (path: string, line: number) => `https://e.st/${path}#${line}`;
const ROWS = [...reportRows({ ...reportOf(SNAPSHOT, { base: ROOT, linkTo }), revision: "abc" })];

describe("the rows of a report", () => {
  test("tell of a claim all that its item says", () => {
    const claim = ROWS.find((it) => it.kind === "claim");
    expect(claim).toEqual({
      schemaVersion: 1,
      product: "w",
      project: ".",
      revision: "abc",
      part: "4-2",
      reference: "CR 1.1 RE(1)",
      requirement: "CR 1.1",
      enhancement: 1,
      fr: 1,
      title: "Unique identification and authentication",
      levels: [2, 3, 4],
      target: 2,
      state: "verified",
      applicable: true,
      met: true,
      verified: true,
      blocks: false,
      kind: "claim",
      relation: "implements",
      letter: null,
      path: "a.c",
      line: 1,
      subject: "int a;",
      text: "both",
      link: "https://e.st/a.c#1",
    });
  });

  test("tell of statements which have expired, and of which letter they are", () => {
    const statements = ROWS.filter((it) => it.kind === "statement");
    expect(statements.map((it) => [it.reference, it.letter, it.expired])).toEqual([
      ["CR 1.1", null, true],
      ["CR 2.2", null, false],
      ["CR 4.1", "b", false],
    ]);
  });

  const item = (reference: string) => {
    const row = ROWS.find((it) => it.kind === "item" && it.reference === reference);
    return row?.kind === "item" ? { target: row.target, blocks: row.blocks } : undefined;
  };

  test.each([
    ["its FR's target", "CR 1.1", { target: 2, blocks: true }],
    ["another FR's target", "CR 3.1", { target: 1, blocks: true }],
    ["no target, so that nothing blocks it", "CR 4.1", { target: null, blocks: false }],
    ["the highest target, where it belongs to no FR", "CCSC 1", { target: 2, blocks: true }],
  ])("have %s", (_, reference, expected) => {
    expect(item(reference)).toEqual(expected);
  });

  test("count as the report does, whatever the product", () => {
    fc.assert(
      fc.property(product, (it) => {
        const snapshot = snapshotOfProduct(it, TODAY);
        const rows = [...reportRows(reportOf(snapshot, { base: ROOT }))];
        const [project] = snapshot.projects;
        if (project === undefined) throw new Error("There is no project.");
        const { totals, blockers, items } = coverageOf(snapshot, project);
        const number = (is: (row: ReportRow) => boolean) => rows.filter(is).length;
        expect(number((row) => row.kind === "item" && row.met)).toBe(totals.met);
        expect(number((row) => row.kind === "item" && row.applicable)).toBe(totals.applicable);
        expect(number((row) => row.kind === "item" && row.verified)).toBe(totals.verified);
        if (typeof project.target === "number")
          expect(number((row) => row.kind === "item" && row.blocks)).toBe(blockers.length);
        const said = (of: "claims" | "statements") =>
          items.reduce((sum, item) => sum + item[of].length, 0);
        expect(number((row) => row.kind === "claim")).toBe(said("claims"));
        expect(number((row) => row.kind === "statement")).toBe(said("statements"));
      }),
    );
  });

  test("are a line each and come back the same, whatever the texts", () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const rows = [...reportRows(report)];
        const text = [...toJsonLines(rows)].join("");
        expect(text.endsWith("\n")).toBe(true);
        expect(
          text
            .slice(0, -1)
            .split("\n")
            .map((it) => JSON.parse(it)),
        ).toEqual(rows);
      }),
    );
  });
});

describe("the rows of the matrix", () => {
  const rows = [...matrixRows(reportOf(SNAPSHOT, { base: ROOT }))];
  const of = (reference: string) =>
    rows
      .filter(({ item }) => item.reference === reference)
      .map(({ claim, statement }) => claim?.relation ?? statement?.status ?? "nothing");

  test.each([
    ["each claim", "CR 1.1 RE(1)", ["implements", "verifies"]],
    ["each statement", "CR 2.2", ["not-applicable"]],
    ["an item of which nothing is said", "CR 7.1", ["nothing"]],
  ])("are one for %s", (_, reference, said) => {
    expect(of(reference)).toEqual(said);
  });

  test("leave out no item", () => {
    const items = new Set(rows.map(({ item }) => item.reference));
    const [project] = reportOf(SNAPSHOT, { base: ROOT }).projects;
    expect([...items]).toEqual(project?.items.map((it) => it.reference));
  });
});
