import { describe, expect, test } from "vitest";
import { hover } from "../../server/src/features/hover.ts";
import type { TextOptions } from "../../server/src/features/requirementText.ts";
import { marked } from "../support/marked.ts";
import { ROOT, snapshotOf } from "../support/snapshotOf.ts";

const MARKDOWN: TextOptions = { format: "markdown", pages: true };
const URI = `${ROOT}/a.c`;

/** The hover at the cursor of a C file. */
function hoverAt(source: string, options = MARKDOWN) {
  const { text, cursors } = marked(source);
  const [cursor] = cursors;
  if (cursor === undefined) throw new Error("A cursor is needed.");
  return hover(snapshotOf({ "a.c": text }), URI, cursor, options);
}

function textAt(source: string, options = MARKDOWN): string {
  const contents = hoverAt(source, options)?.contents;
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
    for (const { part, id } of catalog.requirements) {
      const written = /^\d/.test(id) ? `${part} ${id}` : id;
      const text = textAt(`// @iec62443 |${written}`);
      expect(text, written).not.toBe("");
      expect(text.split("\n").length, written).toBeLessThanOrEqual(25);
    }
  });

  test("a heading without a requirement says where the requirement is", () => {
    expect(textAt("// @iec62443 CR 3|.11")).toContain("EDR 3.11");
    expect(textAt("// @iec62443 CR 2|.3")).toContain("asks nothing of a component here");
  });

  test("without pages there is no link to one", () => {
    expect(textAt("// @iec62443 CR 1|.5", { ...MARKDOWN, pages: false })).not.toContain(
      "iec62443:/",
    );
  });

  test("has no command link and no HTML", () => {
    const { catalog } = snapshotOf({});
    for (const { id } of catalog.requirements) {
      const text = textAt(`// @iec62443 |${id}`);
      expect(text).not.toMatch(/command:|<[a-z]/i);
    }
  });
});
