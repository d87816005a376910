import { describe, expect, test } from "vitest";
import { annotationLineAt } from "../../server/src/core/annotation/annotationLine.ts";
import { parseLine } from "../../server/src/core/annotation/parseLine.ts";
import { readReferences } from "../../server/src/core/annotation/references.ts";
import { languageById } from "../../server/src/core/languages.ts";
import { isReserved, keyOfId, ownIdOf } from "../../server/src/core/ownCatalog/ids.ts";
import { formsOfKey, formsWith } from "../../server/src/core/ownCatalog/ownForms.ts";
import { SERIES_FORMS } from "../../server/src/core/reference/forms.ts";
import { formatReference } from "../../server/src/core/reference.ts";
import { scan } from "../../server/src/core/scan.ts";

function formsOf(...ids: readonly string[]) {
  return formsWith(
    ids.flatMap((id) => {
      const named = ownIdOf(id);
      return named === undefined ? [] : [{ id, named, part: "company" }];
    }),
  );
}

const FORMS = formsOf(
  "ACME 12",
  "ACME-SEC-7",
  "REQ-001",
  "REQ-120",
  "A.5.1",
  "AC-2",
  "test_4",
  "Long1234567",
);

/** What a line names, canonically; its faults in brackets. */
function named(written: string, forms = FORMS): string {
  const { claims, faults } = parseLine(`@iec62443 ${written}`, forms);
  return [
    ...claims.map((it) => formatReference(it.reference)),
    ...faults.map((it) => `(${it.message})`),
  ].join(", ");
}

test.each([
  ["ACME 12", "ACME 12"],
  ["acme 12", "ACME 12"],
  ["ACME-012", "ACME 12"],
  ["acme_12", "ACME 12"],
  ["acme.12", "ACME 12"],
  ["ACME12", "ACME 12"],
  ["ACME\u00a012", "ACME 12"],
  ["ACME-SEC-7", "ACME-SEC-7"],
  ["acme_sec 07", "ACME-SEC-7"],
  ["Acme‑Sec‑7", "ACME-SEC-7"],
  ["REQ 1", "REQ-001"],
  ["req-7", "REQ-007"],
  ["REQ-120", "REQ-120"],
  ["a.5.1", "A.5.1"],
  ["A 5.1", "A.5.1"],
  ["AC-2(1)", "AC-2 RE(1)"],
  ["ACME 12 RE(2)", "ACME 12 RE(2)"],
  ["ACME 12(b)", "ACME 12(b)"],
  ["ACME 12, 13, CR 1.5", "ACME 12, ACME 13, CR 1.5"],
  ["implements ACME 12: text", "ACME 12"],
  ["TEST-4", "test_4"],
  ["test 4", "test_4"],
  [
    "test TEST 4",
    '("test" is no relation. Write implements, partial, verifies, planned, compensating or not-applicable, or the requirement alone.)',
  ],
  ["long1234567", "Long1234567"],
  ["CR 1.5", "CR 1.5"],
  ["ACME", '("ACME" names no requirement. Write its number as well, such as ACME 12.)'],
  ["ACME 1.2", '("ACME 1.2" is no id of a requirement. Write one such as ACME 12.)'],
])("an id of one's own is read as those of the series are: %s", (written, canonical) => {
  expect(named(written)).toBe(canonical);
  // Another thread is told the key alone.
  expect(named(written, formsOfKey(FORMS.key))).toBe(canonical);
});

test("the key tells all of the forms", () => {
  expect(formsOfKey(FORMS.key).key).toBe(FORMS.key);
  expect(formsOfKey(SERIES_FORMS.key)).toBe(SERIES_FORMS);
});

test("without the catalog such an id is none", () => {
  expect(named("ACME 12", SERIES_FORMS)).toContain("the series has none that begin with ACME");
});

test("an id is written as its catalog writes it, also where that has no rule", () => {
  const forms = formsOf("REQ-1", "REQ 02", "REQ_100");
  expect(["req 1", "req 2", "req 100", "req 3"].map((it) => named(it, forms))).toEqual([
    "REQ-1",
    "REQ 02",
    "REQ_100",
    "REQ-03",
  ]);
});

test("an annotation that is written otherwise is offered in the catalog's writing", () => {
  const [annotation] = scan(
    "// @iec62443 req 1: why\nint a;",
    languageById("c"),
    FORMS,
  ).annotations;
  expect(annotation?.normalised?.newText).toBe("@iec62443 REQ-001:");
});

test("a statement names it in any writing, and a cursor knows it", () => {
  expect(readReferences("req 1, acme 12", FORMS).references.map(formatReference)).toEqual([
    "REQ-001",
    "ACME 12",
  ]);
  const c = languageById("c");
  const position = { line: 0, character: 21 };
  const line = c && annotationLineAt("// @iec62443 ACME 12 ", c, position, FORMS);
  expect(line?.expected).toBe("enhancement");
  expect(line?.last).toEqual({ part: "company", id: "ACME 12" });
});

describe("whether files have to be read again is told by the key of the forms", () => {
  test("another requirement in the same writing changes nothing", () => {
    expect(formsOf("REQ-001", "REQ-002").key).toBe(formsOf("REQ-001", "REQ-003").key);
  });

  test.each([
    ["another separator", "REQ 001"],
    ["other zeros", "REQ-01"],
    ["more numbers", "REQ-001.2"],
    ["another kind", "ACME-001"],
    ["letters in another case", "Req-001"],
  ])("%s does", (_, id) => {
    expect(formsOf(id).key).not.toBe(formsOf("REQ-001").key);
  });

  test("no kinds of one's own are the forms of the series", () => {
    expect(formsOf()).toBe(SERIES_FORMS);
  });
});

test.each(["", "ACME", "12", "ACME 1.2.3.4.5", "AC ME 1", "ACME--1", "-A 1", "ACME 1a", "Ä 1"])(
  "%j is no id of one's own",
  (id) => {
    expect(ownIdOf(id)).toBeUndefined();
  },
);

test("ids that an annotation cannot tell apart have one key", () => {
  const key = (id: string) => {
    const named = ownIdOf(id);
    return named && keyOfId(named);
  };
  expect(key("REQ-001.02")).toBe(key("req 1.2"));
  expect(key("REQ-001.20")).not.toBe(key("req 1.2"));
});

test.each(["RE 1", "verifies-1", "IEC 5", "not-applicable 2", "FR 9"])(
  "what means something else in an annotation begins no id: %s",
  (id) => {
    const named = ownIdOf(id);
    expect(named && isReserved(named)).toBe(true);
  },
);
