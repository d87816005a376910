import fc from "fast-check";
import type { ReportResult } from "../../../../server/src/core/report/coverage/report.ts";

/** What has broken tables elsewhere. */
export const HOSTILE = [
  '=HYPERLINK("https://e.st","x")',
  "+1",
  "-1",
  "@SUM(1)",
  "\t=1",
  "\r=1",
  "\n=1",
  "＝1",
  "＋1",
  "－1",
  "＠1",
  '"',
  '","=1',
  "a,b;c",
  "a\r\nb\rc\nd",
  "%0A%00%",
  "\u001b[31mred\u001b[0m",
  "::error file=a.c::planted",
  "]]></t><f>1+1</f>",
  "<&>'\"",
  "  blanks  ",
  "\u0000\u000b\ufffe\uffff",
  "\ud800",
  "\udc00\ud800",
  "\ufeffmark",
  "_x0041_",
  "𝟘 ö 中",
  "'",
  "",
] as const;

/** Any text: of any characters, halves of characters among them, or a hostile one. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((it) => String.fromCharCode(it)) }),
  fc.constantFrom(...HOSTILE),
);

/** A report in which every text is any text. */
export const anyReport: fc.Arbitrary<ReportResult> = fc
  .array(anyText, { minLength: 12, maxLength: 12 })
  .map(reportOfTexts);

/** A report of an item with a claim and a statement, and one of which nothing is said. */
export function reportOfTexts(texts: readonly string[]): ReportResult {
  const text = (index: number) => texts[index % texts.length] ?? "";
  const item = { part: "4-2", edition: "2019", requirement: "CR 1.1", fr: 1, levels: [1, 2, 3, 4] };
  return {
    schemaVersion: 1,
    projects: [
      {
        path: text(0),
        product: text(1),
        parts: ["4-2"],
        components: ["embedded-device"],
        target: 2,
        problems: 0,
        totals: {
          applicable: 2,
          met: 1,
          verified: 0,
          implemented: 1,
          compensated: 0,
          partial: 0,
          planned: 0,
          missing: 1,
          notApplicable: 0,
        },
        reached: 0,
        levels: [],
        items: [
          {
            ...item,
            reference: "CR 1.1",
            title: text(2),
            state: "implemented",
            claims: [
              {
                path: text(3),
                line: 7,
                relation: "implements",
                subject: text(4),
                text: text(5),
                link: text(6),
              },
            ],
            statements: [
              {
                status: "planned",
                reason: text(7),
                owner: text(8),
                reviewed: "2026-10-01",
                evidence: [text(9), text(10)],
              },
            ],
          },
          {
            ...item,
            enhancement: 1,
            reference: "CR 1.1 RE(1)",
            title: null,
            state: "missing",
            claims: [],
            statements: [],
            next: text(11),
          },
        ],
        blockers: ["CR 1.1 RE(1)"],
      },
    ],
  };
}
