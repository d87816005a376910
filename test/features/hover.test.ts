import { describe, expect, test } from "vitest";
import { Catalog, type CatalogPart } from "../../server/src/core/catalog.ts";
import type { Project } from "../../server/src/core/project.ts";
import { hover } from "../../server/src/features/hover.ts";
import type { TextOptions } from "../../server/src/features/requirementText.ts";
import { marked } from "../support/marked.ts";
import { ROOT, snapshotOf } from "../support/snapshotOf.ts";
import { statement } from "../support/statement.ts";

const MARKDOWN: TextOptions = { format: "markdown", pages: true };
const PLAIN: TextOptions = { format: "plaintext", pages: false };
const URI = `${ROOT}/a.c`;

/** The hover at the cursor of a C file. */
function hoverAt(source: string, options = MARKDOWN, catalog?: Catalog) {
  const { text, cursors } = marked(source);
  const [cursor] = cursors;
  if (cursor === undefined) throw new Error("A cursor is needed.");
  const snapshot = snapshotOf({ "a.c": text });
  return hover(catalog ? { ...snapshot, catalog } : snapshot, URI, cursor, options);
}

/** A catalog of one requirement, as a project may write it: nothing of it may be believed. */
function catalogOf(requirement: Partial<CatalogPart["requirements"][number]>): Catalog {
  const part: CatalogPart = {
    part: "4-2",
    edition: "2019",
    document: { designation: "Example 1:2020", title: "Example", url: "https://example.com/1" },
    requirements: [
      {
        id: "CR 1.5",
        kind: "CR",
        title: "Keys",
        summary: "Keep keys safe.",
        fr: 1,
        levels: [1, 2, 3, 4],
        componentTypes: ["EDR", "NDR"],
        enhancements: [{ number: 1, title: "In hardware", summary: "In a chip.", levels: [3, 4] }],
        items: [],
        confidence: "high",
        ...requirement,
      },
    ],
  };
  const fr = { kind: "FR", fr: 1, isGroup: true, levels: [], items: [], enhancements: [] } as const;
  const concepts: CatalogPart = {
    part: "1-1",
    edition: "2009",
    document: part.document,
    requirements: [{ ...fr, id: "FR 1", title: "Access", componentTypes: [], confidence: "high" }],
  };
  return new Catalog({ parts: [concepts, part] });
}

const OWN = catalogOf({ confidence: "low", note: "Level 1 is in doubt." });

function textAt(source: string, options = MARKDOWN, catalog?: Catalog): string {
  const contents = hoverAt(source, options, catalog)?.contents;
  return typeof contents === "object" && "value" in contents ? contents.value : "";
}

describe("hover", () => {
  test.each([
    ["the id", "// @iec62443 [|CR| 1.5|]"],
    ["the start of the id", "// @iec62443 [||CR 1.5|]"],
    ["the end of the id", "// @iec62443 [|CR 1.5||]"],
    ["an id with an enhancement", "// @iec62443 [|CR 1.1 RE(|1)|]"],
    ["the second id", "// @iec62443 CR 1.1, [|CR 1|.5|]"],
    ["a bare number", "// @iec62443 CR 1.1, [|1|.5|]"],
    ["a lettered item", "// @iec62443 [|CR 1.5(|a)|]"],
    ["another writing", "# @iec62443 [|cr-1|.5|]".replace("#", "//")],
    ["the marker", "// [|@iec|62443|] CR 1.5"],
    ["the relation", "// @iec62443 [|veri|fies|] CR 1.5"],
    ["an id behind text in a block", "/* one\n * @iec62443 [|CR| 1.5|]: why\n */"],
  ])("stands on %s", (_, source) => {
    const { ranges } = marked(source);
    expect(hoverAt(source)?.range).toEqual(ranges[0]);
  });

  test.each([
    ["in the marker of another line", "// @iec62443 CR 1.5\nint |main(void);"],
    ["on an unknown requirement", "// @iec62443 CR 9|.9"],
    ["on the text", "// @iec62443 CR 1.5: wh|y"],
    ["in plain code", "int ma|in(void);"],
    ["in a string", 'char *a = "// @iec62443 CR 1|.5";'],
    ["behind the end of the file", "// @iec62443 CR 1.5\n\n\n|"],
  ])("is silent %s", (_, source) => {
    expect(hoverAt(source)).toBeUndefined();
  });

  test.each([
    ["negative", { line: -1, character: -5 }],
    ["far away", { line: 1e9, character: 1e9 }],
    ["no numbers", { line: Number.NaN, character: Number.NaN }],
  ])("is silent at a position that is %s", (_, position) => {
    expect(
      hover(snapshotOf({ "a.c": "// @iec62443 CR 1.5" }), URI, position, MARKDOWN),
    ).toBeUndefined();
  });

  test("counts the claims of the whole workspace", () => {
    const snapshot = snapshotOf({
      "a.c": "// @iec62443 CR 1.5\nint a;\n// @iec62443 CR 1.5 RE(1)\nint b;",
      "b.c": "// @iec62443 verifies CR 1.5\nint c;",
    });
    const shown = hover(snapshot, URI, { line: 0, character: 14 }, MARKDOWN);
    expect(JSON.stringify(shown)).toContain("2 × implements, 1 × verifies");
  });

  test("is at most 25 lines for every requirement of the catalog", () => {
    const { catalog } = snapshotOf({});
    // Annotations cannot name a heading such as FR 1.
    for (const { part, id, isGroup } of catalog.requirements) {
      if (isGroup) continue;
      const written = /^\d/.test(id) ? `${part} ${id}` : id;
      const text = textAt(`// @iec62443 |${written}`);
      expect(text, written).not.toBe("");
      expect(text.split("\n").length, written).toBeLessThanOrEqual(25);
    }
  });

  test("a heading without a requirement says where the requirement is", () => {
    expect(textAt("// @iec62443 CR 3|.11")).toContain("EDR 3.11");
    expect(textAt("// @iec62443 CR 2|.3")).toContain("asks nothing of a component");
  });

  test("shows a requirement as a person reads it", () => {
    const claim = "// @iec62443 CR 1.5 RE(|1), CR 1.5\nint a;\n";
    expect(textAt(claim, MARKDOWN, OWN)).toMatchInlineSnapshot(`
      "**CR 1.5 RE(1)** In hardware

      [Example 1:2020](https://example.com/1) · FR 1 Access · [Requirement page](iec62443:/4-2/2019/CR%201.5.md)

      In a chip.

      In w: implemented.

      - CR 1.5 · SL-C 1, 2, 3, 4
      - **RE(1) In hardware** · SL-C 3, 4

      Only for: embedded device, network device. In this workspace: 2 × implements.

      Title and levels are known with low confidence only: confirm them. Level 1 is in doubt."
    `);
    expect(textAt(claim, { format: "plaintext", pages: false }, OWN)).toMatchInlineSnapshot(`
      "CR 1.5 RE(1) In hardware

      Example 1:2020 · FR 1 Access

      In a chip.

      In w: implemented.

      - CR 1.5 · SL-C 1, 2, 3, 4
      - RE(1) In hardware · SL-C 3, 4

      Only for: embedded device, network device. In this workspace: 2 × implements.

      Title and levels are known with low confidence only: confirm them. Level 1 is in doubt.

      Example 1:2020: https://example.com/1"
    `);
  });

  test("explains the marker by the claim behind it", () => {
    expect(textAt("// @iec|62443 verifies CR 1.5, 1.6")).toMatchInlineSnapshot(`
      "\`@iec62443\`

      Says which requirement of IEC 62443 the next line of code stands for, or the code before it on its own line.

      Here: **verifies CR 1.5, CR 1.6**. This test shows that the requirement is met."
    `);
  });

  test("an enhancement that does not exist is not given the title of its base", () => {
    expect(textAt("// @iec62443 CR 1.1 RE(|9)")).not.toContain("RE(9)");
  });

  test("without pages there is no link to one", () => {
    expect(textAt("// @iec62443 CR 1|.5", { ...MARKDOWN, pages: false })).not.toContain(
      "iec62443:/",
    );
  });

  test("of a hostile catalog holds no markup of its own", () => {
    const hostile = "<img src=x> [a](command:b) `c` **d** https://evil.example\n\n# e | f";
    const catalog = catalogOf({ title: hostile, summary: hostile, note: hostile });
    expect(textAt("// @iec62443 CR 1|.5, CR 1.5 RE(1)", MARKDOWN, catalog)).toMatchInlineSnapshot(`
      "**CR 1.5** &lt;img src=x> \\[a\\](command:b) \\\`c\\\` \\*\\*d\\*\\* https\\://evil.example # e \\| f

      [Example 1:2020](https://example.com/1) · FR 1 Access · [Requirement page](iec62443:/4-2/2019/CR%201.5.md)

      &lt;img src=x> \\[a\\](command:b) \\\`c\\\` \\*\\*d\\*\\* https\\://evil.example # e \\| f

      In w: implemented.

      - **CR 1.5** · SL-C 1, 2, 3, 4
      - RE(1) In hardware · SL-C 3, 4

      Only for: embedded device, network device. In this workspace: 2 × implements.

      &lt;img src=x> \\[a\\](command:b) \\\`c\\\` \\*\\*d\\*\\* https\\://evil.example # e \\| f"
    `);
  });

  test("of a catalog with many enhancements stays short", () => {
    const enhancements = Array.from({ length: 40 }, (_, i) => ({
      number: i + 1,
      summary: "",
      levels: [],
    }));
    const text = textAt("// @iec62443 CR 1|.5", MARKDOWN, catalogOf({ enhancements }));
    expect(text).toContain("and 34 more requirement enhancements");
    expect(text.split("\n").length).toBeLessThanOrEqual(25);
  });

  describe("in a project", () => {
    const AIMED: Partial<Project> = { product: "PLC 300", components: ["EDR"], target: 2 };
    const NO_RADIO = statement("CR 2.2", "not-applicable", { reason: "The device has no radio." });

    /** The paragraph about the project, in plain text. */
    function stateAt(source: string, project: Partial<Project>): string {
      const { text, cursors } = marked(source);
      const snapshot = snapshotOf({ "a.c": text }, { ...AIMED, ...project });
      const shown = hover(snapshot, URI, cursors[0] ?? { line: 0, character: 0 }, PLAIN);
      const contents = shown?.contents ?? "";
      const value = typeof contents === "object" && "value" in contents ? contents.value : "";
      return value.split("\n\n").find((it) => it.includes("PLC 300")) ?? "";
    }

    test.each<[string, string, Partial<Project>, RegExp]>([
      ["is met", "CR 1|.5", {}, /^In PLC 300: implemented\.$/],
      ["is partly met", "partial CR 1|.5: no", {}, /^In PLC 300: partial, blocks SL 2\. \S/],
      ["is planned, at no target", "planned CR 1|.5", { target: {} }, /planned, blocks SL 1\./],
      [
        "has an enhancement that is open",
        "CR 1|.1",
        {},
        /: implemented\. Still open: CR 1\.1 RE\(1\)\. \S/,
      ],
      [
        "is an enhancement above the target",
        "CR 1|.1",
        { target: 1 },
        /^In PLC 300: implemented\.$/,
      ],
      [
        "is claimed above the target",
        "CR 1.1 RE(|1)",
        { target: 1 },
        /^Not asked for at SL 1 in PLC 300\. Said of it: implemented\. /,
      ],
      ["is aimed at by a vector", "partial CR 1|.5: no", { target: { 1: 3, 2: 1 } }, /blocks SL 3/],
      [
        "is another component's",
        "NDR 1|.6",
        {},
        /^Not asked of PLC 300: it is an embedded device\.$/,
      ],
      [
        "does not apply, as the file says",
        "planned CR 2|.2",
        { statements: [NO_RADIO] },
        /^In PLC 300: not applicable: The device has no radio\.$/,
      ],
      [
        "is met and does not apply",
        "CR 2|.2",
        { statements: [NO_RADIO], file: `${ROOT}/iec62443.yaml` },
        /Contradiction: iec62443\.yaml:1 says that it does not apply, a\.c:1 says implements\./,
      ],
      [
        "was said to be met until a day",
        "planned CR 2|.2",
        { statements: [{ ...NO_RADIO, expires: "2026-01-01" }] },
        /: planned, blocks SL 2\. .*not-applicable in the project file expired on 2026-01-01/,
      ],
      ["is a heading of the profile's", "CR 3|.11", {}, /^EDR 3\.11 in PLC 300: implemented\./],
      ["is a heading of nothing", "CR 2|.3", {}, /^$/],
    ])("says that a requirement %s", (_, written, project, expected) => {
      expect(stateAt(`// @iec62443 ${written}\nint a;`, project)).toMatch(expected);
    });

    test("says of several ids of a heading their states alone", () => {
      const said = stateAt("// @iec62443 CR 3|.11\nint a;", { components: ["EDR", "HDR"] });
      expect(said).toBe("EDR 3.11 in PLC 300: implemented. HDR 3.11 in PLC 300: implemented.");
    });

    test("cuts a reason short that is a whole text", () => {
      const long = statement("CR 2.2", "not-applicable", { reason: "a".repeat(5000) });
      expect(stateAt("// @iec62443 planned CR 2|.2", { statements: [long] }).length).toBeLessThan(
        300,
      );
    });

    test("says nothing where the file is in no project", () => {
      const snapshot = snapshotOf({ "untitled://a.c": "// @iec62443 CR 1.5\nint a;" });
      const shown = hover(snapshot, "untitled://a.c", { line: 0, character: 14 }, PLAIN);
      expect(JSON.stringify(shown)).not.toContain("implemented");
    });
  });
});
