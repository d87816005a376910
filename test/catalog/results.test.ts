import { describe, expect, test } from "vitest";
import { checkJson, checkOf } from "../../server/src/core/report/check/check.ts";
import { reportOf } from "../../server/src/core/report/coverage/report.ts";
import { reportRows } from "../../server/src/core/report/coverage/reportRows.ts";
import { explainOf } from "../../server/src/core/report/explain/explain.ts";
import { toJson } from "../../server/src/core/report/json.ts";
import { listOf } from "../../server/src/core/report/list/list.ts";
import { listRows } from "../../server/src/core/report/list/listRows.ts";
import { ROOT, snapshotOf } from "../support/snapshotOf.ts";
import { statement } from "../support/statement.ts";
import { faults } from "./schemas.ts";

const snapshot = {
  ...snapshotOf(
    {
      "src/login.c": [
        "// @iec62443 CR 1.1 RE(1), CR 1.5(a): personal accounts",
        "int login(void);",
        "// @iec62443 partial CR 9.9",
        "// @iec62443 CR 3.11",
      ].join("\n"),
      "test/login.c": "// @iec62443 verifies CR 1.1 RE(1)\nvoid login_test(void);\n",
    },
    {
      file: `${ROOT}/iec62443.yaml`,
      product: "PLC 300",
      components: ["EDR"],
      target: { 1: 3, 2: 2 },
      statements: [
        statement("CR 2.2", "not-applicable", {
          reason: "The device has no radio.",
          reviewed: "2026-10-01",
          evidence: ["docs/threat-model.md"],
        }),
        statement("CR 1.12", "planned", { expires: "2026-11-23" }),
        statement("CR 4.1", "planned", { item: "a" }),
      ],
    },
  ),
  skipped: [{ uri: `${ROOT}/big.c`, why: "larger than 2 MiB" }],
};

/** As a reader gets it: what JSON leaves out is not there. */
const sent = (result: object) =>
  JSON.parse([...toJson(result)].join("")) as Record<string, unknown>;

describe.each([
  ["list", sent(listOf(snapshot, { base: ROOT })), ["annotations", "skipped"]],
  ["check", sent(checkJson(checkOf(snapshot, ROOT))), ["findings"]],
  ["explain", sent(explainOf(snapshot.catalog, snapshot.catalog.requirements)), ["requirements"]],
  ["report", sent(reportOf(snapshot, { base: ROOT })), ["projects"]],
])("the result of %s", (schema, result, lists) => {
  test("fits its schema", () => {
    for (const list of lists) expect(result[list]).not.toEqual([]);
    expect(faults(schema, result)).toEqual([]);
  });

  test("does not fit with a field that nobody described", () => {
    const [list = ""] = lists;
    const [first] = result[list] as readonly object[];
    expect(faults(schema, { ...result, extra: 1 })).not.toEqual([]);
    expect(faults(schema, { ...result, [list]: [{ ...first, extra: 1 }] })).not.toEqual([]);
  });

  test("does not fit another version", () => {
    expect(faults(schema, { ...result, schemaVersion: 2 })).not.toEqual([]);
  });
});

const withLinks = {
  base: ROOT,
  linkTo: (path: string, line: number) => `https://e.st/${path}#${line}`,
};
const unaimed = snapshotOf({}, {});

describe.each([
  ["list-row", [...listRows(listOf(snapshot, withLinks))], ["claim", "skipped"]],
  [
    "report-row",
    [
      ...reportRows(reportOf(snapshot, { base: ROOT })),
      ...reportRows({ ...reportOf(snapshot, withLinks), revision: "abc" }),
      ...reportRows(reportOf(unaimed, { base: ROOT })),
    ],
    ["project", "item", "claim", "statement"],
  ],
])("the rows of %s", (schema, rows, kinds) => {
  test.each(kinds)("of the kind %s fit their schema, and no other", (kind) => {
    const ofKind = rows.filter((it) => it.kind === kind).map(sent);
    expect(ofKind).not.toEqual([]);
    for (const row of ofKind) {
      expect(faults(schema, row)).toEqual([]);
      expect(faults(schema, { ...row, extra: 1 })).not.toEqual([]);
      expect(faults(schema, { ...row, schemaVersion: 2 })).not.toEqual([]);
    }
  });

  test("are of no other kind", () => {
    expect([...new Set(rows.map((it) => it.kind))].sort()).toEqual([...kinds].sort());
  });
});
