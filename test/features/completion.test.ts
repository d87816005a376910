import { describe, expect, test } from "vitest";
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type MarkupContent,
  type TextEdit,
} from "vscode-languageserver-types";
import { languageOf } from "../../server/src/core/languages.ts";
import type { Project } from "../../server/src/core/project.ts";
import { type Range, TextLines } from "../../server/src/core/text.ts";
import { completion } from "../../server/src/features/completion.ts";
import type { CompletionOptions } from "../../server/src/features/completionItems.ts";
import { completionResolve } from "../../server/src/features/completionResolve.ts";
import { marked } from "../support/marked.ts";
import { ROOT, snapshotOf } from "../support/snapshotOf.ts";

const VSCODE: CompletionOptions = {
  labelDetails: true,
  defaultEditRange: true,
  defaultData: true,
  tags: true,
  deprecated: true,
  suggestAgain: true,
  snippets: true,
  insertTextModes: true,
};
const PLAIN: CompletionOptions = {
  labelDetails: false,
  defaultEditRange: false,
  defaultData: false,
  tags: false,
  deprecated: false,
  suggestAgain: false,
  snippets: false,
  insertTextModes: false,
};

/** The list at the cursor of a file; the name tells the language. */
function listAt(source: string, options = VSCODE, name = "a.c", project: Partial<Project> = {}) {
  const { text, cursors } = marked(source);
  const [cursor] = cursors;
  if (cursor === undefined) throw new Error("A cursor is needed.");
  const uri = `${ROOT}/${name}`;
  const document = { uri, text, language: languageOf(uri, "") };
  return {
    text,
    list: completion(snapshotOf({ [name]: text }, project), document, cursor, options),
  };
}

function labelsAt(source: string): readonly string[] {
  return listAt(source).list?.items.map((it) => it.label) ?? [];
}

/** In the order in which editors show them before anything is typed. */
function sortedAt(source: string, project: Partial<Project>): readonly string[] {
  const items = listAt(source, VSCODE, "a.c", project).list?.items ?? [];
  return [...items]
    .sort((a, b) => ((a.sortText ?? "") < (b.sortText ?? "") ? -1 : 1))
    .map((it) => it.label);
}

function itemAt(source: string, label: string, options?: CompletionOptions): CompletionItem {
  const { list } = listAt(source, options);
  const item = list?.items.find((it) => it.label === label);
  if (item === undefined) throw new Error(`${label} is not offered.`);
  return withDefaults(item, list);
}

/** As a client takes an item: what it does not say itself the list says for all. */
function withDefaults(item: CompletionItem, list: CompletionList | undefined): CompletionItem {
  const { data } = list?.itemDefaults ?? {};
  return item.data !== undefined || data === undefined ? item : { ...item, data };
}

function applied(text: string, range: Range, newText: string): string {
  const lines = new TextLines(text);
  return (
    text.slice(0, lines.offsetAt(range.start)) + newText + text.slice(lines.offsetAt(range.end))
  );
}

/** The text after a person has taken the item. */
function taken(source: string, label: string): string {
  const { text } = marked(source);
  const { textEdit } = itemAt(source, label, { ...VSCODE, defaultEditRange: false });
  const { range, newText } = textEdit as TextEdit;
  return applied(text, range, newText);
}

describe("completion", () => {
  test.each([
    ["in code", "int ma|in(void);"],
    ["behind an at sign in code", "@|"],
    ["in prose", "// as the standard says in CR 1.|"],
    ["in a sentence that names the marker", "// see @iec62443 CR 1.|"],
    ["in a string", 'char *a = "@iec62443 CR |";'],
    ["in the text", "// @iec62443 CR 1.5: the |"],
    ["behind the end of the file", "// @iec62443 CR 1.5\n\n|"],
  ])("is silent %s", (_, source) => {
    expect(listAt(source).list).toBeUndefined();
  });

  test("is silent in a file of no known language", () => {
    expect(listAt("// @iec62443 |", VSCODE, "a.unknown").list).toBeUndefined();
  });

  test.each([
    ["an at sign that begins a comment", "// @|"],
    ["a part of the word", "// @iec|"],
    ["a line of a block", "/*\n * @|\n */"],
  ])("offers the marker for %s", (_, source) => {
    expect(labelsAt(source)).toEqual(["@iec62443"]);
  });

  test("the marker replaces what is typed of it and leaves one blank behind it", () => {
    expect(taken("// @ie|", "@iec62443")).toBe("// @iec62443 ");
    expect(taken("// @ie| CR 1.5", "@iec62443")).toBe("// @iec62443 CR 1.5");
  });

  test("offers parts behind the marker's dash", () => {
    expect(labelsAt("// @iec62443-|")).toContain("4-2");
    expect(taken("// @iec62443-4|", "4-2")).toBe("// @iec62443-4-2 ");
  });

  test("offers relations and every requirement with a title behind the marker", () => {
    const labels = labelsAt("// @iec62443 |");
    const { catalog } = snapshotOf({});
    expect(labels.slice(0, 6)).toEqual([
      "implements",
      "partial",
      "verifies",
      "planned",
      "compensating",
      "not-applicable",
    ]);
    for (const { part, id, title, isGroup } of catalog.requirements) {
      const isNamed = isGroup === undefined && (part === "4-2" || title !== undefined);
      expect(labels.includes(id), `${part} ${id}`).toBe(isNamed);
    }
    expect(labels).toContain("CR 1.1 RE(1)");
    expect(listAt("// @iec62443 |").list?.isIncomplete).toBe(false);
  });

  test.each([
    ["a relation", "// @iec62443 verifies |"],
    ["a comma", "// @iec62443 CR 1.1, |"],
    ["a relation in Python", "# @iec62443 verifies |"],
  ])("offers ids and no relations behind %s", (_, source) => {
    const labels = listAt(source, VSCODE, source.startsWith("#") ? "a.py" : "a.c").list?.items.map(
      (it) => it.label,
    );
    expect(labels).toContain("CR 1.5");
    expect(labels).not.toContain("verifies");
  });

  test("does not offer again what the line names already", () => {
    expect(labelsAt("// @iec62443 CR 1.1, |")).not.toContain("CR 1.1");
    expect(labelsAt("// @iec62443 CR 1.1, |")).toContain("CR 1.1 RE(1)");
  });

  test("a written part leaves only its own ids", () => {
    const { catalog } = snapshotOf({});
    const own = catalog.requirements.filter((it) => it.part === "4-2").map((it) => it.id);
    const labels = labelsAt("// @iec62443-4-2 verifies |");
    expect(labels.filter((it) => !it.includes("RE(")).sort()).toEqual([...own].sort());
  });

  test("offers what has no title behind its part, and clauses with their edition", () => {
    expect(labelsAt("// @iec62443 |")).not.toContain("SP.01.01");
    expect(labelsAt("// @iec62443-2-4 |")).toContain("SP.01.01");
    expect(labelsAt("// @iec62443-2-1 |")).toContain("2-1:2009 4.3.3.5.1");
    expect(taken("// @iec62443-2-1 4.3|", "2-1:2009 4.3.3.5.1")).toBe(
      "// @iec62443-2-1 2-1:2009 4.3.3.5.1",
    );
  });

  test.each([
    ["// @iec62443 |", "// @iec62443 CR 1.5"],
    ["// @iec62443 1.|", "// @iec62443 CR 1.5"],
    ["// @iec62443 cr-1.|", "// @iec62443 CR 1.5"],
    ["// @iec62443 CR 1.|1", "// @iec62443 CR 1.5"],
    ["// @iec62443 C|R 1.1", "// @iec62443 CR 1.5"],
    ["// @iec62443 |CR 1.1: why", "// @iec62443 CR 1.5: why"],
    ["// @iec62443 CR 1.1, 1.|3, CR 2.1", "// @iec62443 CR 1.1, CR 1.5, CR 2.1"],
    ["/* @iec62443 CR 1.| */", "/* @iec62443 CR 1.5 */"],
    ["\t// \u{1F512}\r\n\t// @iec62443 pass|", "\t// \u{1F512}\r\n\t// @iec62443 CR 1.5"],
  ])("CR 1.5 taken at %j", (source, expected) => {
    expect(taken(source, "CR 1.5")).toBe(expected);
  });

  test.each([
    ["// @iec62443 CR 1.1 |", "// @iec62443 CR 1.1 RE(1)"],
    ["// @iec62443 CR 1.1 R|", "// @iec62443 CR 1.1 RE(1)"],
    ["// @iec62443 CR 1.1 RE(|", "// @iec62443 CR 1.1 RE(1)"],
    ["// @iec62443 CR 1.1 RE(|2)", "// @iec62443 CR 1.1 RE(1)"],
    ["// @iec62443 CR 1.1 (|", "// @iec62443 CR 1.1 RE(1)"],
    ["// @iec62443 CR 1.1(|", "// @iec62443 CR 1.1 RE(1)"],
  ])("RE(1) taken at %j", (source, replaced) => {
    expect(taken(source, "RE(1)")).toBe(replaced);
  });

  test("offers the enhancements and lettered items of the id before the cursor", () => {
    expect(labelsAt("// @iec62443 CR 1.5 |")).toEqual(["RE(1)", "(a)", "(b)", "(c)", "(d)"]);
    expect(labelsAt("// @iec62443 CR 1.4 |")).toEqual([]);
  });

  test("every item's range holds the cursor and stands in one line", () => {
    for (const source of [
      "// @iec62443 CR| 1.5",
      "// @iec62443 |",
      "// @ie|c",
      "/* @iec62443 CR 1.1 RE| */",
    ]) {
      const [cursor] = marked(source).cursors;
      const range = listAt(source, VSCODE).list?.itemDefaults?.editRange as Range;
      expect(range.start.line).toBe(cursor?.line);
      expect(range.end.line).toBe(cursor?.line);
      expect(range.start.character).toBeLessThanOrEqual(cursor?.character ?? -1);
      expect(range.end.character).toBeGreaterThanOrEqual(cursor?.character ?? 1e9);
    }
  });
});

/** As VS Code filters: each letter in order, the first one at the start of a word, in 128 letters. */
function isFound(typed: string, filterText: string): boolean {
  const text = filterText.slice(0, 128).toLowerCase();
  const wanted = typed.toLowerCase();
  const starts = [...text].flatMap((_, i) =>
    i === 0 || /[\s.\-()]/.test(text[i - 1] ?? "") ? [i] : [],
  );
  return starts.some((start) => {
    let at = start;
    if (text[at] !== wanted[0]) return false;
    for (const letter of wanted.slice(1)) {
      at = text.indexOf(letter, at + 1);
      if (at === -1) return false;
    }
    return true;
  });
}

describe("an item of the completion", () => {
  test.each([["1.5"], ["CR 1.5"], ["cr1.5"], ["cr-1.5"], ["CR-1.5"], ["authenticator"], ["manag"]])(
    "is found by typing %s",
    (typed) => {
      expect(isFound(typed, itemAt("// @iec62443 |", "CR 1.5").filterText ?? "")).toBe(true);
    },
  );

  test("is found by the words of its title", () => {
    const found = listAt("// @iec62443 |")
      .list?.items.filter((it) => isFound("password", it.filterText ?? it.label))
      .map((it) => it.label);
    expect(found).toContain("CR 1.7");
    expect(found).not.toContain("CR 6.2");
  });

  test.each([
    ["boot", "EDR 3.14"],
    ["jtag", "EDR 2.13"],
    ["tls", "CR 4.1"],
    ["sbom", "SM-9"],
  ])("is found by its meaning: %s finds %s", (typed, label) => {
    const filterText = itemAt("// @iec62443 |", label).filterText ?? "";
    expect(filterText.slice(0, 128).toLowerCase()).toContain(typed);
  });

  test("stands first where the profile needs it and nobody claims it", () => {
    const source = "// @iec62443 CR 1.1, CR 1.3\n// @iec62443 verifies |";
    const first = sortedAt(source, { components: ["EDR"], target: 1 }).slice(0, 200);
    expect(first.slice(0, 3)).toEqual(["CR 1.4", "CR 1.5", "CR 1.7"]);
    expect(first.indexOf("EDR 3.14")).toBeLessThan(first.indexOf("CR 1.1"));
    expect(first.indexOf("CR 1.1")).toBeLessThan(first.indexOf("HDR 3.14"));
    expect(first.indexOf("HDR 3.14")).toBeLessThan(first.indexOf("CR 3.14"));
  });

  test("is found by what was typed of a relation", () => {
    const item = itemAt("// @iec62443 ver|", "verifies");
    expect(isFound("ver", item.filterText ?? item.label)).toBe(true);
  });

  test("stands in the order of numbers, each base before its enhancements", () => {
    const items = listAt("// @iec62443 verifies |").list?.items ?? [];
    const labels = [...items]
      .sort((a, b) => ((a.sortText ?? "") < (b.sortText ?? "") ? -1 : 1))
      .map((it) => it.label)
      .filter((it) => it.startsWith("CR 1."));
    expect(labels.slice(0, 4)).toEqual(["CR 1.1", "CR 1.1 RE(1)", "CR 1.1 RE(2)", "CR 1.2"]);
    expect(labels.indexOf("CR 1.2")).toBeLessThan(labels.indexOf("CR 1.10"));
    expect(new Set(items.map((it) => it.sortText)).size).toBe(items.length);
  });

  test("shows its title beside the label", () => {
    expect(itemAt("// @iec62443 |", "CR 1.5").labelDetails?.detail?.trim()).toBe(
      "Authenticator management",
    );
    expect(itemAt("// @iec62443 |", "CR 1.5", PLAIN).detail).toBe("Authenticator management");
  });

  test("of a heading without a requirement is struck out", () => {
    expect(itemAt("// @iec62443 |", "CR 3.11").tags).toEqual([1]);
    expect(itemAt("// @iec62443 |", "CR 3.11", { ...PLAIN, deprecated: true }).deprecated).toBe(
      true,
    );
    expect(itemAt("// @iec62443 |", "EDR 3.11").tags).toBeUndefined();
  });

  test("for a simple client carries a plain edit and no command", () => {
    expect(itemAt("// @iec62443 C|", "CR 1.5", PLAIN)).toMatchObject({
      textEdit: {
        range: { start: { line: 0, character: 13 }, end: { line: 0, character: 14 } },
        newText: "CR 1.5",
      },
    });
    expect(itemAt("// @|", "@iec62443", PLAIN)).not.toHaveProperty("command");
  });

  test.each([
    ["of all parts", "// @iec62443 |"],
    ...snapshotOf({}).catalog.parts.map(({ part }) => [`of ${part}`, `// @iec62443-${part} |`]),
  ])("%s is known again by its label alone", (_, source = "") => {
    const { list } = listAt(source);
    const named = (list?.items ?? []).filter((it) => it.kind === CompletionItemKind.Constant);
    const snapshot = snapshotOf({});
    for (const it of named) {
      expect(it.data, it.label).toBeUndefined();
      const item = withDefaults(it, list);
      const resolved = completionResolve(snapshot, item, { format: "plaintext", pages: false });
      const { value = "" } = (resolved.documentation ?? {}) as Partial<MarkupContent>;
      const title = it.labelDetails?.detail?.trim() ?? "(title not known)";
      expect(value.startsWith(`${it.label} ${title}`), `${it.label}: ${value}`).toBe(true);
    }
  });

  test("is the same value each time, wherever the cursor stands", () => {
    const text = "// @iec62443 verifies CR 1.5\nint a;\n// @iec62443 CR 1.";
    const snapshot = snapshotOf({ "a.c": text });
    const uri = `${ROOT}/a.c`;
    const document = { uri, text, language: languageOf(uri, "") };
    const [first, second] = [
      { line: 0, character: 22 },
      { line: 2, character: 18 },
    ].map((it) => completion(snapshot, document, it, VSCODE)?.items ?? []);
    const before = new Set(first);
    expect(first?.length).toBeGreaterThan(300);
    expect(second?.filter((it) => it.label.startsWith("CR") && !before.has(it))).toEqual([]);
  });

  test("tells about its requirement only when it is looked at", () => {
    const item = itemAt("// @iec62443 |", "CR 1.1 RE(1)");
    expect(item.documentation).toBeUndefined();
    const resolved = completionResolve(snapshotOf({}), item, { format: "plaintext", pages: false });
    expect(resolved.documentation).toMatchObject({
      kind: "plaintext",
      value: expect.stringContaining("CR 1.1 RE(1)"),
    });
  });

  test.each([
    [undefined],
    [null],
    [7],
    [{}],
    [{ part: 1, id: [] }],
    [{ part: "4-2", id: "CR 9.9" }],
  ])("with the data %j comes back as it was", (data) => {
    const item = { label: "x", data };
    expect(completionResolve(snapshotOf({}), item, { format: "plaintext", pages: false })).toBe(
      item,
    );
  });
});
