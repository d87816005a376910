import { describe, expect, test } from "vitest";
import { type Annotation, RELATIONS } from "../../server/src/core/annotation.ts";
import { LANGUAGES, languageById, languageOf } from "../../server/src/core/languages.ts";
import { SERIES_FORMS } from "../../server/src/core/reference/forms.ts";
import { formatReference } from "../../server/src/core/reference.ts";
import { RULES } from "../../server/src/core/rules/all.ts";
import { check } from "../../server/src/core/rules/check.ts";
import { EMPTY_SCAN, scan } from "../../server/src/core/scan.ts";
import { coverage, item } from "../core/coverageSupport.ts";
import { blocksOf, codesIn, readPage, tablesOf } from "../support/page.mjs";
import { ROOT, snapshotOf } from "../support/snapshotOf.ts";

const page = readPage("docs/annotations.md");
const C = languageById("c");

/** The rows of the one table with these columns. */
function rowsOf(...columns: readonly string[]): (readonly string[])[] {
  const found = tablesOf(page).filter((it) => it.columns.join() === columns.join());
  expect(found, columns.join()).toHaveLength(1);
  const rows = found.flatMap((it) => it.rows);
  expect(rows.length).toBeGreaterThan(5);
  return rows.map((it) => [...it]);
}

const codeIn = (cell: string | undefined) => codesIn(cell ?? "")[0] ?? "";

function claimsOf({ claims }: Annotation): string {
  return claims.map((it) => formatReference(it.reference)).join(", ");
}

/** All that is found in a file that holds one annotation above code. */
function findings(annotation: string) {
  const found = check(snapshotOf({ "a.c": `// ${annotation}\nint x;\n` }), `${ROOT}/a.c`);
  // It is told for almost every claim of so small a project.
  return found.filter((it) => it.code !== "missing-foundation");
}

test("the relations are those that there are, and each says whether it needs a text", () => {
  const rows = rowsOf("relation", "says", "text");
  expect(rows.map(([relation]) => codeIn(relation))).toEqual([...RELATIONS]);
  for (const [relation, , text] of rows) {
    const codes = findings(`@iec62443 ${codeIn(relation)} CR 1.5`).map((it) => it.code);
    expect(codes.includes("reason-required"), relation).toBe(text === "required");
  }
});

test.each(rowsOf("said in the code", "state", "met"))("%s is %s", (said, state, met) => {
  const { state: actual } = item(coverage(codesIn(said)), "CR 1.5");
  expect(actual).toBe(codeIn(state));
  const counts = {
    yes: ["implemented", "verified", "compensated"],
    "not counted": ["not-applicable"],
  };
  const kind = Object.entries(counts).find(([, states]) => states.includes(actual))?.[0];
  expect(met).toBe(kind ?? "no");
});

describe("ids", () => {
  const rows = rowsOf("kind", "part", "canonical");

  test("are of every kind that there is", () => {
    const kinds = rows.map(([kind]) => codeIn(kind)).filter((it) => it !== "");
    expect(new Set(kinds)).toEqual(new Set(SERIES_FORMS.kinds));
  });

  test.each(rows)("%s of part %s are written as %s", (kind, part, canonical) => {
    const id = codeIn(canonical);
    const [annotation] = scan(`// @iec62443 ${id}`, C).annotations;
    const [claim, ...others] = annotation?.claims ?? [];
    expect(others).toEqual([]);
    expect(claim && formatReference(claim.reference)).toBe(id);
    expect(annotation?.normalised).toBeUndefined();
    if (kind?.startsWith("`")) {
      expect(id.startsWith(codeIn(kind))).toBe(true);
      expect(claim?.reference.part).toBe(part?.split(",", 1)[0]);
    }
  });

  test.each(["CR 1.1 RE(1)", "CR 1.5(a)", "CR 1.1 RE(1)(a)"])("%s is canonical, too", (id) => {
    expect(page).toContain(`\`${id}\``);
    const [annotation] = scan(`// @iec62443 ${id}`, C).annotations;
    expect(annotation && claimsOf(annotation)).toBe(id);
    expect(annotation?.normalised).toBeUndefined();
  });
});

test.each(rowsOf("written", "canonical"))("%s is understood as %s", (written, canonical) => {
  const source = `// @iec62443 ${codeIn(written)}`;
  const { annotations, malformed } = scan(source, C);
  expect(malformed).toEqual([]);
  const [edit] = annotations.flatMap((it) => it.normalised ?? []);
  if (edit === undefined) throw new Error("It is canonical as it stands.");
  const { start, end } = edit.range;
  const normalised = source.slice(0, start.character) + edit.newText + source.slice(end.character);
  expect(normalised).toBe(`// @iec62443 ${codeIn(canonical)}`);
  const again = scan(normalised, C).annotations;
  expect(again.map(claimsOf)).toEqual(annotations.map(claimsOf));
  expect(again.flatMap((it) => it.normalised ?? [])).toEqual([]);
});

test("each of the marks that may stand in front is one", () => {
  const [, marks = ""] = /own marks and blanks \(`(.*?)`\)/.exec(page) ?? [];
  expect(marks.split(" ").length).toBeGreaterThan(10);
  for (const mark of marks.split(" ")) {
    expect(scan(`/*\n${mark} @iec62443 CR 1.5\n*/`, C).annotations, mark).toHaveLength(1);
  }
});

test.each(rowsOf("text", "why"))("no annotation: %s, since it %s", (text) => {
  const source = codeIn(text);
  expect(source).toContain("iec62443");
  expect(scan(source, C)).toEqual(EMPTY_SCAN);
});

describe("examples", () => {
  const columns = ["line", "relation", "claims", "stands for"];
  const tables = tablesOf(page).filter((it) => it.columns.join() === columns.join());
  const blocks = blocksOf(page).filter((it) => it.heading.includes("."));

  test("are in each of the languages that the page promises", () => {
    const ids = blocks.map(
      ({ heading, text }) => languageOf(heading, text.split("\n", 1)[0] ?? "")?.id,
    );
    expect(ids).toEqual(
      expect.arrayContaining([
        "c",
        "rust",
        "structured-text",
        "python",
        "yaml",
        "twincat",
        "l5x",
        "xml",
      ]),
    );
    expect(blocks.map((it) => it.heading)).toEqual(tables.map((it) => it.heading));
  });

  test.each(blocks)("$heading says what its table says", ({ heading, text }) => {
    const language = languageOf(heading, text.split("\n", 1)[0] ?? "");
    const { annotations, malformed } = scan(text, language);
    const found = annotations.map((it) => [
      String(it.range.start.line + 1),
      it.relation,
      claimsOf(it),
      it.subject?.text ?? "",
    ]);
    const rows = tables.find((it) => it.heading === heading)?.rows ?? [];
    const told = rows.map(([line = "", ...cells]) => [line, ...cells.map(codeIn)]);
    expect(found).toEqual(told);
    expect(malformed).toEqual([]);
  });

  test.each(blocks)("$heading holds nothing that is wrong", ({ heading, text }) => {
    const found = check(snapshotOf({ [heading]: text }), `${ROOT}/${heading}`);
    const loud = found.filter((it) => it.level === "error" || it.code === "noncanonical-reference");
    expect(loud).toEqual([]);
  });
});

describe("findings", () => {
  const rows = rowsOf("written", "finding", "fix");

  test.each(rows)("%s has %s", (written, code, fix) => {
    const [finding, ...others] = findings(codeIn(written));
    expect(others).toEqual([]);
    expect(finding?.code).toBe(codeIn(code));
    const titles = finding?.fixes.map((it) => it.title) ?? [];
    expect(titles[0] ?? "").toBe(fix);
  });

  test("are named, each of them", () => {
    for (const { code } of RULES) expect(page).toContain(`\`${code}\``);
  });
});

describe("languages", () => {
  const rows = rowsOf("id", "extensions", "where");

  test.each(rows)("%s has the extensions %s", (id, extensions) => {
    const language = languageById(codeIn(id));
    expect(language?.id).toBe(codeIn(id));
    const told = codeIn(extensions).split(" ");
    if (language?.id === "xml") expect(language.extensions).toEqual(expect.arrayContaining(told));
    else expect(language?.extensions).toEqual(told);
  });

  test("are all named, and no others", () => {
    const [, list = ""] = page.split("And for the rest:\n");
    const named = [...rows.map(([id]) => codeIn(id)), ...codesIn(list)];
    expect(named.sort()).toEqual(LANGUAGES.map((it) => it.id).sort());
  });
});
