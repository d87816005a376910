import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ReportResult } from "../../../../server/src/core/report/coverage/report.ts";
import {
  COMMENT_MARKER,
  LONGEST_COMMENT,
  reportMarkdown,
} from "../../../../server/src/core/report/coverage/reportMarkdown.ts";
import { changed, DIFFERENCE, HOSTILE, MARKDOWN_ABOUT, resultOf, withText } from "./support.ts";

interface Token {
  readonly type: string;
  readonly content: string;
  readonly children: readonly Token[] | null;
  readonly attrs: readonly (readonly [string, string])[] | null;
}

interface Parser {
  parse(text: string, environment: object): readonly Token[];
}

// It comes with the tool that packs the extension, and has no types.
const MarkdownIt = createRequire(import.meta.url)("markdown-it") as new (options: object) => Parser;
const parser = new MarkdownIt({ html: true });

function tokensOf(markdown: string): readonly Token[] {
  return parser.parse(markdown, {}).flatMap((it) => [it, ...(it.children ?? [])]);
}

function markdown(result: ReportResult): string {
  return reportMarkdown(result, MARKDOWN_ABOUT);
}

test("the Markdown of a report says what is reached, what has changed and what blocks", () => {
  const result = { ...resultOf(), revision: "0a1b2c3", difference: DIFFERENCE };
  const few = changed(
    ({ items, levels }) => ({
      items: items.filter((it) => /^CR (1\.1|1\.5|2\.2|2\.5|7\.2|7\.3)$/.test(it.reference)),
      levels: levels.slice(0, 1),
    }),
    result,
  );
  expect(markdown(few)).toMatchInlineSnapshot(`
    "<!-- iec62443 report -->
    ## Pump: SL-C 0 reached, target 1 · 1 of 39 met · 1 of 39 verified

    **The target is not reached: 38 requirements block it.** 2 % met, 2 % verified by a test; 1 not applicable, left out of both.

    IEC 62443-4-2 · embedded device · target SL-C 1

    ### Since \`base.json\`: 1 state fell, 1 claim new

    | Change | What | Where |
    | --- | --- | --- |
    | ▼ **state fell** | CR 7.2  compensated → missing |  |
    | claim new | \`partial CR 1.5  src/login.c\` | \`src/login.c:3\` |

    ### What blocks the target (4)

    | Requirement | State | What is said of it | Next step |
    | --- | --- | --- | --- |
    | **CR 1.5** Authenticator management | ◐ partial | [\`src/login.c:3\`](https://forge.example/x/blob/0a1b2c3/src/login.c#L3) partial: no lock yet | Finish what is missing there, then take out the word partial. |
    | **CR 2.5** Session lock | ◷ planned | [\`src/login.c:5\`](https://forge.example/x/blob/0a1b2c3/src/login.c#L5) planned: PLC-7 | When it is done, take out the word planned. |
    | **CR 7.2** Resource management | ○ missing | project file: compensating: The operating system does. | The statement that CR 7.2 is compensated expired on 2025-01-01 and counts no more. Review it and write a later day, or write \\@&#8203;iec62443 CR 7.2 above the code that meets it. |

    | Requirement | State | Next step |
    | --- | --- | --- |
    | **CR 7.3** Control system backup | ○ missing | Write \\@&#8203;iec62443 CR 7.3 above the code that meets it, or say in the project file why there is none. |

    <details><summary>By foundational requirement</summary>

    |  | Met |  | SL-C reached | Target |
    | --- | --- | --- | --- | --- |
    | **FR 1** Identification and authentication control | 1 of 2 | \`████████░░░░░░░░\` | 0 | 1 |

    </details>

    <details><summary>Not applicable (1)</summary>

    | Requirement | Reason |
    | --- | --- |
    | **CR 2.2** Wireless use control | There is no radio. (owner security\\@&#8203;pump.example, reviewed 2026-10-01, expires 2027-10-01) |

    </details>

    ### 1 statement expired, which counts no more

    | Requirement | Status | Expired on | Reason |
    | --- | --- | --- | --- |
    | **CR 7.2** Resource management | compensating | 2025-01-01 | The operating system does. (expires 2025-01-01) |

    ### 1 contradiction, of which one side is wrong

    | Requirement | Does not apply by | Is met by |
    | --- | --- | --- |
    | **CR 2.2** Wireless use control | \`project file: not-applicable\` | \`src/login.c:6 implements\` |

    Revision \`0a1b2c3\`
    "
  `);
});

describe("what a text in the workspace says stays text", () => {
  const MARKUP = /^(?:<!-- iec62443 report -->|<details><summary>[^<>]*<\/summary>|<\/details>)$/;

  function faultsOf(text: string): readonly string[] {
    return tokensOf(markdown(withText(text))).flatMap((token) => {
      const { type, content } = token;
      if (type === "html_block")
        return content
          .trim()
          .split("\n")
          .filter((it) => !MARKUP.test(it));
      if (type === "html_inline") return /^<(?:br|\/?code)>$/.test(content) ? [] : [content];
      if (type === "link_open") return leadsElsewhere(token) ? [JSON.stringify(token.attrs)] : [];
      if (type === "image" || type === "fence" || type === "code_block") return [type];
      return type === "text" && CALL.test(content) ? [content] : [];
    });
  }

  const CALL = /[@#!%~$&^][\p{L}\p{N}_]|\bGH-\d|:\/\/|\bwww\.|\b[0-9a-f]{7,40}\b/iu;

  function leadsElsewhere({ attrs }: Token): boolean {
    return !(attrs ?? []).every(([name, value]) =>
      name === "href" ? value.startsWith("https://forge.example/x/blob/0a1b2c3/") : false,
    );
  }

  test.each(HOSTILE)("%j", (text) => {
    expect(faultsOf(text)).toEqual([]);
  });

  test("whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        expect(faultsOf(text)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("whatever marks it is made of", () => {
    const marks = fc.array(fc.constantFrom(..."|`\\<>[]()!*_~@#&;:/ \n-=+1a"), { maxLength: 40 });
    fc.assert(
      fc.property(marks, (text) => {
        expect(faultsOf(text.join(""))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test.each(HOSTILE)("each row has as many cells as its table: %j", (text) => {
    const rows = tokensOf(markdown(withText(text)));
    const cells = rows.filter((it) => /^t[hd]_open$/.test(it.type)).length;
    const plain = tokensOf(markdown(withText(text === "" ? "" : "x")));
    expect(cells).toBe(plain.filter((it) => /^t[hd]_open$/.test(it.type)).length);
  });
});

describe("a comment takes no more than fits", () => {
  const MANY = 5000;

  function manyOpen(text: string): ReportResult {
    return changed(({ items }) => {
      const [first] = items.filter((it) => it.state === "partial");
      if (first === undefined) throw new Error("Nothing is open.");
      const all = Array.from({ length: MANY }, (_, at) => ({
        ...first,
        reference: `CR 9.${at}`,
        title: text,
      }));
      return { items: [...items, ...all], blockers: all.map((it) => it.reference) };
    });
  }

  test.each(["title", "|".repeat(3000), "ä@".repeat(3000)])("with 5,000 blockers", (text) => {
    const comment = markdown(manyOpen(text.slice(0, 3000)));
    expect(comment.length).toBeLessThanOrEqual(LONGEST_COMMENT);
    const shown = comment.match(/^\| \*\*CR 9\.\d+\*\*/gm)?.length ?? 0;
    expect(shown).toBeGreaterThan(10);
    const [, left] =
      /\n\*([\d,]+) more rows left out here: `iec62443 report` shows all\.\*\n/.exec(comment) ?? [];
    expect(Number(left?.replaceAll(",", ""))).toBe(MANY - shown);
    // What is short stays whole.
    expect(comment.includes("<summary>Not applicable (1)</summary>")).toBe(true);
  });

  test("with 5,000 changes, the worse ones first", () => {
    const [worse, better] = DIFFERENCE.changes;
    if (better === undefined || worse === undefined) throw new Error("There are no changes.");
    const changes = [worse, ...Array.from({ length: MANY }, () => better)];
    const comment = markdown({ ...resultOf(), difference: { ...DIFFERENCE, changes } });
    expect(comment.length).toBeLessThanOrEqual(LONGEST_COMMENT);
    expect(comment.indexOf("**state fell**")).toBeLessThan(comment.indexOf("| claim new |"));
    expect(comment).toContain("`iec62443 report --format json --baseline FILE` shows all.");
  });

  test("with 2,000 products", () => {
    const result = resultOf();
    const projects = Array.from({ length: 2000 }, (_, at) =>
      result.projects.map((it) => ({ ...it, product: `Pump ${at}`, path: `products/${at}` })),
    ).flat();
    const comment = markdown({ ...result, projects });
    expect(comment.length).toBeLessThanOrEqual(LONGEST_COMMENT);
    expect(comment).toMatch(/\*[\d,]+ more products left out here/);
    expect(comment).toContain("## Pump 0: ");
  });

  test("with a text of a megabyte everywhere", () => {
    expect(markdown(withText("long ".repeat(200_000))).length).toBeLessThanOrEqual(LONGEST_COMMENT);
  });

  test("with parts and notes without end", () => {
    const notes = Array.from({ length: 5000 }, (_, at) => `Note ${at}.`);
    const parts = notes.map((it) => `Company rules: ${it}`);
    const result = changed(() => ({ parts }));
    const comment = reportMarkdown(result, { ...MARKDOWN_ABOUT, notes });
    expect(comment.length).toBeLessThanOrEqual(LONGEST_COMMENT);
    expect(comment).toMatch(/\*\d+ more notes left out here\.\*/);
  });
});

test("a comment begins with the mark by which it is found, and then its headline", () => {
  const [mark, headline] = markdown(resultOf()).split("\n");
  expect(mark).toBe(COMMENT_MARKER);
  expect(headline).toMatch(
    /^## Pump: SL-C 0 reached, target 1 · \d+ of \d+ met · 1 of \d+ verified$/,
  );
});

test.each([
  ["no product", { ...resultOf(), projects: [] }],
  ["nothing that applies", changed(() => ({ items: [], levels: [], blockers: [] }))],
])("a report of %s is one", (_, result) => {
  expect(markdown(result)).toMatch(/^<!-- iec62443 report -->\n## \S/);
});
