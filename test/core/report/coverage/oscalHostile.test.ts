import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Catalog } from "../../../../server/src/core/catalog.ts";
import { reportOf } from "../../../../server/src/core/report/coverage/report.ts";
import { ROOT, snapshotOf, TODAY } from "../../../support/snapshotOf.ts";
import { statement } from "../../../support/statement.ts";
import { product, snapshotOfProduct } from "../../coverage/randomProducts.ts";
import { componentOf, definitionOf, expectLegal, oscalText, values } from "./oscalSupport.ts";

const MARKUP = "<script>alert(1)</script> [a](javascript:b) {{ insert: param, ac-1 }} ^a^";

/** What may not end a string, a line, a link or a document, and what is no text at all. */
const HOSTILE = [
  "",
  " ",
  "\n\r\u2028",
  "\ud800",
  "\u202egnp.exe",
  "\u001b[31m::error::%0A",
  "=cmd|' /C calc'!A0",
  '"}],"uuid":"',
  MARKUP,
  "//evil.example/../%zz?#[a]",
  "- # 1. `code` \\",
  "a".repeat(10_000),
];

describe("hostile texts", () => {
  test.each(HOSTILE.map((it) => [it.slice(0, 80), it] as const))(
    "%j stays a text everywhere",
    (_, text) => {
      const said = statement("CR 2.2", "not-applicable", {
        reason: `a ${text}`,
        owner: text,
        evidence: [text, `docs/${text}`],
      });
      const document = { designation: text, title: text, url: `https://example.com/${text}` };
      const own = {
        part: `ACME ${text}`,
        edition: `3${text}`,
        document,
        requirements: [
          {
            id: "ACME 1",
            kind: "ACME",
            title: text,
            levels: [],
            componentTypes: [],
            enhancements: [],
            items: [],
            confidence: "high" as const,
          },
        ],
      };
      const source = `// @iec62443 partial CR 1.1: ${text.replace(/[\r\n\u2028]/g, " ")}\nint a;`;
      const base = snapshotOf({ [`a${text.replace(/[\r\n:/]/g, "")}.c`]: source });
      const hostile = snapshotOf(
        {},
        {
          product: text,
          parts: ["4-2", own.part],
          statements: [said],
          catalog: new Catalog({ parts: [...base.catalog.parts, own] }),
        },
      );
      const revision = text === "" ? {} : { revision: text };
      expectLegal({ ...hostile, index: base.index }, revision);
    },
  );

  test("in an address and a path lead nowhere else", () => {
    const said = statement("CR 2.2", "planned", { evidence: ["//evil.example/a", "a:b"] });
    const { "back-matter": back } = definitionOf(snapshotOf({}, { statements: [said] }));
    expect(back?.resources.map((it) => it.rlinks[0]?.href)).toEqual(["/evil.example/a", "a%3Ab"]);
  });

  test("are shown letter by letter: no markup, no parameter, no link", () => {
    const shown = componentOf(definitionOf(snapshotOf({}, { product: MARKUP })));
    expect(shown.title).toMatchInlineSnapshot(
      `"&lt;script>alert(1)&lt;/script> \\[a\\](javascript:b) \\{\\{ insert: param, ac-1 }} \\^a\\^"`,
    );
  });
});

test("any product is what OSCAL allows, the same bytes each time, an item a requirement", () => {
  const text = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "binary" }));
  fc.assert(
    fc.property(product, text, text, (any, name, other) => {
      const statements = (any.project.statements ?? []).map((it) => ({
        ...it,
        owner: other,
        evidence: [name, other],
      }));
      const of = { ...any, project: { ...any.project, statements, product: name } };
      const random = snapshotOfProduct(of, TODAY);
      expectLegal(random);
      expect(oscalText(random)).toBe(oscalText(snapshotOfProduct(of, TODAY)));
      const { items = [] } = reportOf(random, { base: ROOT }).projects[0] ?? {};
      const sets = componentOf(definitionOf(random))["control-implementations"] ?? [];
      const told = sets.flatMap((it) => it["implemented-requirements"]);
      expect(told.map((it) => [values(it, "reference"), values(it, "state")])).toEqual(
        items.map((it) => [[it.reference], [it.state]]),
      );
      expect(new Set(told.map((it) => it["control-id"])).size).toBe(told.length);
    }),
  );
});
