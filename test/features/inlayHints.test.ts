import { describe, expect, test } from "vitest";
import { inlayHintResolve, inlayHints } from "../../server/src/features/inlayHints.ts";
import { marked } from "../support/marked.ts";
import { ROOT, snapshotOf } from "../support/snapshotOf.ts";

const URI = `${ROOT}/a.c`;
const MARKDOWN = { format: "markdown", pages: false } as const;
const at = (line: number, character = 0) => ({ line, character });
const EVERYWHERE = { start: at(0), end: at(999) };

function hintsOf(text: string, within = EVERYWHERE) {
  const snapshot = snapshotOf({ "a.c": text });
  return { snapshot, hints: inlayHints(snapshot, URI, within) };
}

describe("a hint", () => {
  test.each([
    ["each id", "// @iec62443 CR 1.5|, 1.1|: why", ["Authenticator management", "Human user"]],
    ["an enhancement", "// @iec62443 CR 1.1 RE(1)|", ["Unique identification"]],
    ["an item", "// @iec62443 CR 1.5(a)|", ["Authenticator management"]],
    ["another text", "// @iec62443 CR 1.5|: authenticator store", ["Authenticator management"]],
    ["an id behind an emoji", "/* \u{1F512} */ int a; // @iec62443 CR 1.5|", ["Authenticator"]],
    ["no title that is written", "// @iec62443 CR 1.5: Authenticator  management", []],
    ["nor one in quotation marks", '// @iec62443 CR 1.5 - "authenticator management", kept', []],
    ["nor one without a separator", "// @iec62443 CR 1.5 Authenticator management", []],
    ["no unknown id", "// @iec62443 CR 9.9, CR 1.5 RE(9)", []],
    ["no code", 'char *a = "@iec62443 CR 1.5";', []],
  ])("tells the title of %s", (_, source, titles) => {
    const { text, cursors } = marked(source);
    const { hints } = hintsOf(text);
    expect(hints.map((it) => it.position)).toEqual(cursors);
    expect(hints).toHaveLength(titles.length);
    titles.forEach((it, i) => {
      expect(hints[i]?.label).toMatch(new RegExp(`^${it}`));
    });
  });

  test("stands only in the range that is shown", () => {
    const text = "// @iec62443 CR 1.5\n// @iec62443 CR 1.1\n// @iec62443 CR 1.7\n";
    const lines = (start: number, end: number) =>
      hintsOf(text, { start: at(start), end: at(end) }).hints.map((it) => it.position.line);
    expect(lines(0, 9)).toEqual([0, 1, 2]);
    expect(lines(1, 2)).toEqual([1]);
    expect(lines(7, 9)).toEqual([]);
  });

  test("of a title of one's own is one short line", () => {
    const { snapshot } = hintsOf("// @iec62443 CR 1.5");
    const { catalog } = snapshot;
    const title = `a\nb\r\n${"x".repeat(100)}`;
    const own = Object.create(catalog, {
      find: {
        value: (it: Parameters<typeof catalog.find>[0]) => {
          const found = catalog.find(it);
          return found && { ...found, title };
        },
      },
    });
    const [hint] = inlayHints({ ...snapshot, catalog: own }, URI, EVERYWHERE);
    expect(hint?.label).toBe(`a b ${"x".repeat(55)}…`);
  });

  test("is explained when it is looked at", () => {
    const { hints, snapshot } = hintsOf("// @iec62443 CR 1.5");
    const [hint] = hints;
    if (hint === undefined) throw new Error("There is no hint.");
    expect(hint.tooltip).toBeUndefined();
    expect(inlayHintResolve(snapshot, hint, MARKDOWN).tooltip).toMatchObject({
      kind: "markdown",
      value: expect.stringContaining("**CR 1.5** Authenticator management"),
    });
  });

  test.each([
    [undefined],
    [null],
    [7],
    [{}],
    [{ uri: 1, id: [] }],
    [{ part: "4-2", id: "CR 9.9" }],
  ])("with the data %j comes back as it is", (data) => {
    const { snapshot } = hintsOf("");
    const hint = { position: at(0), label: "x", data };
    expect(inlayHintResolve(snapshot, hint, MARKDOWN)).toEqual(hint);
  });
});
