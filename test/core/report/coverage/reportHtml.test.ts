import { createHash } from "node:crypto";
import fc from "fast-check";
import { HtmlValidate } from "html-validate";
import { describe, expect, test } from "vitest";
import { reportHtml } from "../../../../server/src/core/report/coverage/html/reportHtml.ts";
import type { ReportResult } from "../../../../server/src/core/report/coverage/report.ts";
import {
  changed,
  DIFFERENCE,
  FILES,
  HOSTILE,
  HTML_ABOUT,
  page,
  resultOf,
  withText,
} from "./support.ts";

const VALIDATOR = new HtmlValidate({
  extends: ["html-validate:recommended", "html-validate:document"],
  // It takes each escape for five letters; that titles are short is tested below.
  rules: { "long-title": "off" },
});

const EMPTY: ReportResult = changed(() => ({ items: [], levels: [], blockers: [] }));
const SEVERAL: ReportResult = {
  ...resultOf(),
  projects: ["a", "b/a", "b-a"].flatMap((path) =>
    resultOf().projects.map((it) => ({ ...it, path })),
  ),
};

const PAGES: readonly (readonly [string, string])[] = [
  ["the sample", page({ ...resultOf(), difference: DIFFERENCE, revision: "0a1b2c3" })],
  ["an empty product", page(EMPTY, { claims: 0, files: 0 })],
  ["no product", page({ ...EMPTY, projects: [] })],
  ["several products", page({ ...SEVERAL, difference: DIFFERENCE })],
  [
    "what was skipped",
    page(resultOf(), { notes: ["A part."], skipped: [{ path: "a.c", why: "x" }] }),
  ],
  ["hostile texts", page(withText(HOSTILE.join(" ")))],
];

describe("the page", () => {
  test.each(PAGES)("of %s is valid HTML", async (_, text) => {
    const { results } = await VALIDATOR.validateString(text);
    const faults = results.flatMap((it) =>
      it.messages.map(({ line, ruleId, message }) => `${line}: ${ruleId}: ${message}`),
    );
    expect(faults).toEqual([]);
  });

  test.each(PAGES)("of %s leads to places that it has, each once", (_, text) => {
    const ids = [...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids).toEqual([...new Set(ids)]);
    const led = [...text.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id);
    expect(led.length).toBeGreaterThan(0);
    expect(led.filter((it) => !ids.includes(it))).toEqual([]);
  });

  test.each(PAGES)("of %s has its headings in order", (_, text) => {
    const depths = [...text.matchAll(/<h(\d)[ >]/g)].map(([, depth]) => Number(depth));
    expect(depths[0]).toBe(1);
    expect(depths.filter((it) => it === 1)).toHaveLength(1);
    const jumps = depths.filter((it, at) => at > 0 && it > (depths[at - 1] ?? 0) + 1);
    expect(jumps).toEqual([]);
  });

  test("has a short title, whatever the product is called", () => {
    const [, title = ""] =
      /<title>(.*)<\/title>/.exec(page(withText("long name ".repeat(99)))) ?? [];
    expect(title).toMatch(/^long name .*…: IEC 62443 coverage$/);
    expect(title.length).toBeLessThanOrEqual(70);
  });

  test("allows its own style by its hash, and nothing else", () => {
    const text = page(resultOf());
    const [, style = ""] = /<style>([\s\S]*?)<\/style>/.exec(text) ?? [];
    const hash = createHash("sha256").update(style).digest("base64");
    expect(text).toContain(
      `content="default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"`,
    );
    expect(text.match(/<style/g)).toHaveLength(1);
    expect(text).not.toMatch(/<script|<link|<img|<iframe|\sstyle=|\son\w+=|url\(|@import/i);
  });

  test("tells every claim with its place, its link, its code and its text", () => {
    const text = page(resultOf());
    for (const { items } of resultOf().projects) {
      for (const { claims } of items) {
        for (const { path, line, link } of claims) {
          expect(text).toContain(
            `<a href="${link}" rel="noreferrer"><code>${path.replaceAll("/", "/<wbr>")}:${line}</code></a>`,
          );
        }
      }
    }
    expect(text).toContain('<code class="subject">int login(void);</code> by name');
  });

  test("tells statements with who answers for them, and what has expired", () => {
    const text = page(resultOf());
    for (const said of [
      "There is no radio.",
      "<dt>Owner</dt><dd>security@pump.example</dd>",
      "<dt>Reviewed</dt><dd>2026-10-01</dd>",
      "<dt>Expires</dt><dd>2027-10-01</dd>",
      "<dt>Expired</dt><dd>2025-01-01</dd>",
      "docs/<wbr>threats.md",
    ])
      expect(text).toContain(said);
  });

  test("tells blockers, then what has changed, the worse first, then all else", () => {
    const text = page({ ...resultOf(), difference: DIFFERENCE });
    const places = ["What blocks the target</h2>", "▼ worse:", "claim new</th>", "Terms</h2>"].map(
      (it) => text.indexOf(it),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });

  test("says what was read and what was not", () => {
    const about = {
      claims: 12345,
      files: 1,
      notes: ["Read as a part of Pump."],
      skipped: Array.from({ length: 600 }, (_, at) => ({ path: `f${at}.c`, why: "not text" })),
    };
    const text = page(resultOf(), about);
    expect(text).toContain(
      "12,345 claims in 1 file were read. 600 files that may hold claims were skipped: their claims are not counted.",
    );
    expect(text).toContain("Read as a part of Pump.");
    expect(text).toContain("f499.c");
    expect(text).toContain("and 100 more");
    expect(text).not.toContain("f500.c");
  });

  test("keeps the anchors of requirements when other things change", () => {
    const anchors = (text: string) =>
      [...text.matchAll(/<article class="item" id="([^"]+)"/g)].map(([, id]) => id);
    const before = anchors(page(resultOf()));
    expect(before).toContain("r-4-2-cr-1-1");
    const after = anchors(page(resultOf({ "z.c": "// @iec62443 CR 7.3\nint z;" })));
    expect([...after].sort()).toEqual([...before].sort());
  });

  test("holds ten thousand claims, all but a few folded", () => {
    const source = "// @iec62443 CR 1.1: text\nint a;\n".repeat(10_000);
    const text = page(resultOf({ "a.c": source }));
    expect(text.match(/<li><span class="relation">/g)).toHaveLength(10_000);
    expect(text).toContain("<details><summary>9,992 more claims</summary>");
  });

  test("is the same whatever the order in which files were found", () => {
    const reversed = Object.fromEntries(Object.entries(FILES).reverse());
    expect(page(resultOf(reversed))).toBe(page(resultOf(FILES)));
    expect(page(resultOf(FILES))).toBe(page(resultOf(FILES)));
  });

  test("comes in pieces, a requirement or less each", () => {
    const pieces = [...reportHtml(resultOf(), HTML_ABOUT)];
    expect(pieces.filter((it) => it.split("<article").length > 2)).toEqual([]);
    expect(pieces.join("")).toBe(page(resultOf()));
  });
});

describe("a text in the workspace never becomes markup", () => {
  /** All that is markup in a page: its tags and their attributes. */
  function markupOf(text: string): string {
    return text.replace(/<style>[\s\S]*?<\/style>/, "").replace(/[^<>"'`]+/g, " ");
  }

  function expectText(text: string): void {
    const harmless = text.replace(/[<>"'`&]/g, "x");
    expect(markupOf(page(withText(text)))).toBe(markupOf(page(withText(harmless))));
  }

  test.each(HOSTILE)("%j", (text) => expectText(text));

  test("whatever it is", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), expectText), {
      numRuns: 40,
    });
  });

  test("whatever marks it is made of", () => {
    const marks = fc.array(fc.constantFrom(..."<>\"'`&;=/!-# \n\0x"), { maxLength: 30 });
    fc.assert(
      fc.property(marks, (it) => expectText(it.join(""))),
      { numRuns: 60 },
    );
  });

  test("nor does it turn the text around it, or drive a terminal", () => {
    const text = page(withText("a\u202eb\u2066c\u001b[31md\u0000e"));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to be gone.
    expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u0000-\u0009\u000b-\u001f]/);
  });

  test.each(["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//x.example"])(
    "%s is no link",
    (link) => {
      const result = changed(({ items }) => ({
        items: items.map((it) => ({ ...it, claims: it.claims.map((of) => ({ ...of, link })) })),
      }));
      expect(page(result)).not.toContain(`href="${link}`);
    },
  );
});
