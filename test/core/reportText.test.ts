import { describe, expect, test } from "vitest";
import { checkOf } from "../../server/src/core/report/check/check.ts";
import { type Checked, checkText } from "../../server/src/core/report/check/checkText.ts";
import { reportOf } from "../../server/src/core/report/coverage/report.ts";
import { reportText } from "../../server/src/core/report/coverage/reportText.ts";
import { explainText } from "../../server/src/core/report/explain/explainText.ts";
import { listOf } from "../../server/src/core/report/list/list.ts";
import { listText } from "../../server/src/core/report/list/listText.ts";
import { cut, PLAIN, safe, widthOf, wrap } from "../../server/src/core/report/terminal.ts";
import { TextLines } from "../../server/src/core/text.ts";
import { ROOT, snapshotOf } from "../support/snapshotOf.ts";
import { statement } from "../support/statement.ts";

const NARROW = { ...PLAIN, width: 60 };

function checked(source: string, screen = PLAIN): string {
  const snapshot = snapshotOf({ "src/a.c": source });
  const lines = new TextLines(source);
  const about: Checked = { claims: 3, files: 1, lineOf: (_, line) => lines.lineText(line - 1) };
  return [...checkText(checkOf(snapshot, ROOT), about, screen)].join("");
}

describe("the text of check", () => {
  test("shows each finding with its source line and sums up", () => {
    expect(
      checked("int a; // @iec62443 CR 9.9: why\n\t/* @iec62443 partial CR 1.5 */\nint b;"),
    ).toMatchInlineSnapshot(`
      "src/a.c:1:21 error unknown-requirement  IEC 62443-4-2 has no requirement CR 9.9. Do you mean CR 3.9, CR 2.9 or CR 1.9?
           1 | int a; // @iec62443 CR 9.9: why
             |                     ^^^^^^

      src/a.c:2:15 error reason-required  partial needs a reason. Behind the last requirement, write a colon and say what is still missing.
           2 |     /* @iec62443 partial CR 1.5 */
             |                  ^^^^^^^

      2 errors. 3 claims in 1 file checked.
      "
    `);
  });

  test("shows the source line once for what is wrong at one place", () => {
    expect(checked("int a; // @iec62443 CR 9.9, CR 9.9")).toMatchInlineSnapshot(`
      "src/a.c:1:21 error unknown-requirement  IEC 62443-4-2 has no requirement CR 9.9. Do you mean CR 3.9, CR 2.9 or CR 1.9?
           1 | int a; // @iec62443 CR 9.9, CR 9.9
             |                     ^^^^^^

      src/a.c:1:29 error unknown-requirement  IEC 62443-4-2 has no requirement CR 9.9. Do you mean CR 3.9, CR 2.9 or CR 1.9?
      src/a.c:1:29 hint duplicate-claim  CR 9.9 is claimed for this code twice on this line. Remove one of the two.
           1 | int a; // @iec62443 CR 9.9, CR 9.9
             |                             ^^^^^^

      2 errors, 1 hint. 3 claims in 1 file checked.
      "
    `);
  });

  test("offers no fix that only leads elsewhere: the message names the place", () => {
    const source = "// @iec62443 CR 1.5\n// @iec62443 not-applicable CR 1.5: why";
    const { findings } = checkOf(snapshotOf({ "a.c": source }), ROOT);
    expect(findings.map((it) => [it.code, it.fixes])).toEqual([
      ["contradiction", []],
      ["contradiction", []],
    ]);
    expect(findings[0]?.message).toContain("a.c:2");
  });

  test("says that all is well", () => {
    expect(checked("// @iec62443 CR 1.5")).toBe("No findings: 3 claims in 1 file.\n");
  });

  test("doubts the folder where there is nothing at all", () => {
    const about: Checked = { claims: 0, files: 0, lineOf: () => undefined };
    expect(
      [...checkText(checkOf(snapshotOf({}), ROOT), about, PLAIN)].join(""),
    ).toMatchInlineSnapshot(`
      "No findings, but no annotation either: is this the right folder?
      "
    `);
  });

  test.each([
    ["a tab", "\t// @iec62443 CR 9.9", "    // @iec62443 CR 9.9"],
    ["wide letters", "/* 日本 */ // @iec62443 CR 9.9", "/* 日本 */ // @iec62443 CR 9.9"],
    [
      "a control character",
      "/* \u001b[31m */ // @iec62443 CR 9.9",
      "/*  [31m */ // @iec62443 CR 9.9",
    ],
  ])("puts the carets below the id behind %s", (_, source, shown) => {
    const [, line = "", carets = ""] = checked(source).split("\n");
    expect(line).toBe(`     1 | ${shown}`);
    expect(widthOf(carets)).toBe(widthOf(line));
    expect(carets.trim()).toBe(`| ${" ".repeat(widthOf(shown) - 6)}^^^^^^`);
  });

  test("shows of a long line the stretch around the finding", () => {
    const [, line = "", carets = ""] = checked(
      `/* ${"a ".repeat(5000)}*/ // @iec62443 CR 9.9, CR 1.5`,
    ).split("\n");
    expect(line.length).toBeLessThanOrEqual(120);
    expect(line.slice(carets.indexOf("^"), carets.lastIndexOf("^") + 1)).toBe("CR 9.9");
  });

  test.each<[string, string, number]>([
    ["wide letters", `/* ${"日本 ".repeat(200)}*/ // @iec62443 CR 9.9, CR 1.5`, 60],
    ["tabs", `int x;${"\t".repeat(200)}// @iec62443 CR 9.9, CR 1.5`, 60],
    ["pictures", `/* ${"😀".repeat(200)} */ // @iec62443 CR 9.9, CR 1.5 // ${"😀".repeat(99)}`, 61],
    ["a screen that is too narrow", `/* ${"a ".repeat(99)}*/ // @iec62443 CR 9.9`, 5],
  ])("fits the line into the columns of the screen: %s", (_, source, width) => {
    const [, line = "", carets = ""] = checked(source, { ...PLAIN, width }).split("\n");
    expect(widthOf(line)).toBeLessThanOrEqual(Math.max(width, 29));
    expect(line).toContain(" | …");
    expect(line).not.toMatch(/\p{Cs}/u);
    const start = line.indexOf("CR 9.9");
    expect(start).toBeGreaterThan(0);
    expect(carets).toBe(`${" ".repeat(7)}| ${" ".repeat(widthOf(line.slice(9, start)))}^^^^^^`);
  });

  test("marks as much as fits of what is longer than the line", () => {
    const source = `// @iec62443 CR 1.5 ${"b ".repeat(300)}`;
    const [, line = "", carets = ""] = checked(source, NARROW).split("\n");
    expect(widthOf(line)).toBeLessThanOrEqual(60);
    expect(line).toMatch(/ \| … ?\S.*…$/);
    expect(widthOf(carets)).toBe(60);
  });

  test("shows a finding without a source line when the file is gone", () => {
    const snapshot = snapshotOf({ "a.c": "// @iec62443 CR 9.9" });
    const about: Checked = { claims: 1, files: 1, lineOf: () => undefined };
    const text = [...checkText(checkOf(snapshot, ROOT), about, PLAIN)].join("");
    expect(text.split("\n")).toHaveLength(3);
  });
});

test("the text of list has columns, cut where the screen ends", () => {
  const snapshot = snapshotOf({
    "src/auth/login.c": "// @iec62443 CR 1.1 RE(1): personal accounts\nint login(void);",
    "test/t.c":
      "// @iec62443 verifies CR 1.5(a)\nvoid test_of_the_first_letter_with_a_long_name(void);",
  });
  expect(listText(listOf(snapshot, { base: ROOT }), NARROW)).toMatchInlineSnapshot(`
    "src/auth/login.c:1:14  implements  CR 1.1 RE(1)  personal accounts ·…
    test/t.c:1:23          verifies    CR 1.5(a)     void test_of_the_fi…
    "
  `);
  expect(listText(listOf(snapshotOf({}), { base: ROOT }), PLAIN)).toBe("");
});

describe("the text of report", () => {
  const source = [
    "// @iec62443 CR 1.1, CR 1.2, CR 1.3",
    "int a;",
    "// @iec62443 partial CR 1.5: no rotation of keys yet",
    "int b;",
    "// @iec62443 verifies CR 1.1",
    "int c;",
  ].join("\n");
  const snapshot = snapshotOf(
    { "a.c": source },
    {
      product: "PLC 300",
      components: ["EDR"],
      target: { 6: 1, 7: 1 },
      parts: ["4-2"],
      statements: [
        statement("CR 6.1", "planned", { reason: "PLC-17" }),
        statement("CR 2.2", "not-applicable", { reason: "No radio." }),
      ],
    },
  );
  const { foundational } = snapshot.catalog;
  const lines = (target: 1 | 2) => {
    const projects = snapshot.projects.map((it) => ({ ...it, target }));
    return reportText(
      reportOf({ ...snapshot, projects }, { base: ROOT }),
      foundational,
      PLAIN,
    ).split("\n");
  };

  test("tells what is met, by FR, and what is open", () => {
    expect(lines(1).slice(0, 19).join("\n")).toMatchInlineSnapshot(`
      "PLC 300
      IEC 62443-4-2, target SL-C 1
      embedded-device

        Reached   SL-C 0, target 1
        Met       2 of 39        5 %  █░░░░░░░░░░░░░░░░░░░░░░░
        Verified  1 of 39        2 %  █░░░░░░░░░░░░░░░░░░░░░░░
        1 not applicable, left out of both counts

        FR 1  Identification and authentication control  2 of 8    ████░░░░░░░░░░░░  SL-C 0, target 1
        FR 2  Use control                                0 of 8    ░░░░░░░░░░░░░░░░  SL-C 0, target 1
        FR 3  System integrity                           0 of 9    ░░░░░░░░░░░░░░░░  SL-C 0, target 1
        FR 4  Data confidentiality                       0 of 2    ░░░░░░░░░░░░░░░░  SL-C 0, target 1
        FR 5  Restricted data flow                       0 of 1    ░░░░░░░░░░░░░░░░  SL-C 0, target 1
        FR 6  Timely response to events                  0 of 1    ░░░░░░░░░░░░░░░░  SL-C 0, target 1
        FR 7  Resource availability                      0 of 6    ░░░░░░░░░░░░░░░░  SL-C 0, target 1
        CCSC  common constraints                         0 of 4    ░░░░░░░░░░░░░░░░

      What blocks the target (37)"
    `);
    expect(
      lines(1)
        .filter((it) => /CR (1\.5|6\.1)|rotation|PLC-17|Finish/.test(it))
        .join("\n"),
    ).toMatchInlineSnapshot(`
      "  CR 1.5    partial  Authenticator management
                           a.c:3 partial: no rotation of keys yet
                           → Finish what is missing there, then take out the word partial.
        CR 6.1    planned  Audit log accessibility
                           project file: planned: PLC-17
                           → When it is done, write @iec62443 CR 6.1 above the code."
    `);
  });

  test("writes a vector as the project file does", () => {
    const text = reportText(reportOf(snapshot, { base: ROOT }), foundational, PLAIN);
    expect(text.split("\n")[1]).toBe("IEC 62443-4-2, target SL-C { FR 6: 1, FR 7: 1 }");
  });

  test("fills a bar, and says 100 %, only where nothing is left", () => {
    const all = snapshot.catalog.requirements
      .filter((it) => it.part === "4-2" && it.redirectsTo === undefined)
      .flatMap(({ id, enhancements }) => [
        id,
        ...enhancements.map((it) => `${id} RE(${it.number})`),
      ]);
    const met = (claims: readonly string[]) => {
      const full = snapshotOf({ "a.c": `// @iec62443 ${claims.join(", ")}` });
      return reportText(reportOf(full, { base: ROOT }), foundational, PLAIN).split("\n")[5];
    };
    expect(met(all)).toBe(`  Met       ${all.length} of ${all.length}   100 %  ${"█".repeat(24)}`);
    expect(met(all.slice(1))).toBe(
      `  Met       ${all.length - 1} of ${all.length}    99 %  ${"█".repeat(23)}░`,
    );
  });

  test("leaves a folder out that only holds products", () => {
    const { projects } = snapshot;
    const [project] = projects;
    if (project === undefined) throw new Error("There is a project.");
    const inner = { ...project, root: `${ROOT}/plc`, file: `${ROOT}/plc/iec62443.yaml` };
    const paths = (files: Record<string, string>) =>
      reportOf({ ...snapshotOf(files), projects: [project, inner] }, { base: ROOT }).projects.map(
        (it) => it.path,
      );
    expect(paths({ "plc/a.c": "// @iec62443 CR 1.5" })).toEqual(["plc"]);
    expect(paths({ "plc/a.c": "// @iec62443 CR 1.5", "b.c": "// @iec62443 CR 1.5" })).toEqual([
      ".",
      "plc",
    ]);
  });
});

describe("the text of explain", () => {
  const { catalog } = snapshotOf({});
  const page = (id: string) => {
    const requirement = catalog.find({ part: "4-2", id });
    if (requirement === undefined) throw new Error(`${id} is missing.`);
    const enhancements = requirement.enhancements.map((it) => ({
      ...it,
      summary: "What it adds.",
    }));
    return explainText(
      catalog,
      [{ ...requirement, enhancements, summary: "What to build." }],
      PLAIN,
    );
  };

  test("reads like a page of a manual", () => {
    expect(page("CR 1.14")).toMatchInlineSnapshot(`
      "CR 1.14  Strength of symmetric key-based authentication
      IEC 62443-4-2:2019 · FR 1 Identification and authentication control · clause 5.16

          What to build.

      SECURITY LEVELS
                   SL-C 1  SL-C 2  SL-C 3  SL-C 4
          CR 1.14    –       yes     yes     yes
          RE(1)      –       –       yes     yes

      COMPONENT TYPES
          every component type

      REQUIREMENT ENHANCEMENTS
          RE(1)  Hardware security for symmetric key-based authentication
              What it adds.

      FOUNDATIONS
          A part of secure communication. This is guidance for a secure design, and not a rule
          of the standard.
          Rests on component authentication: CR 1.2, CR 1.5
          Carries confidentiality: CR 4.1

      SOURCE
          The summary is our own; the document alone is binding. It is sold at
          https://webstore.iec.ch/en/publication/34421.
      "
    `);
  });

  test("sends the reader of a heading on, in its own words where it has none", () => {
    const heading = catalog.find({ part: "4-2", id: "CR 3.11" });
    if (heading === undefined) throw new Error("CR 3.11 is missing.");
    const { summary, ...silent } = heading;
    const read = (it: typeof heading) => explainText(catalog, [it], PLAIN).replace(/\s+/g, " ");
    const own =
      "Each component type has its own: EDR 3.11 (embedded device), HDR 3.11 (host device)";
    expect(read(silent)).toContain(own);
    expect(read(heading)).toContain(summary);
    expect(read(heading)).not.toContain(own);
  });
});

describe("text of unknown origin", () => {
  test.each([
    ["a\u001b[2Jb", "a [2Jb"],
    ["a\r\nb\u0000", "a b"],
    ["\u202egnp.exe", "gnp.exe"],
    ["a\u009b31mb", "a 31mb"],
    ["日本 é", "日本 é"],
  ])("cannot drive a terminal: %j", (text, shown) => {
    expect(safe(text)).toBe(shown);
  });

  test("is cut and wrapped by columns, not by characters", () => {
    expect(cut("日本語", 5)).toBe("日本…");
    expect(cut("abc", 3)).toBe("abc");
    expect(wrap("日本 語 abc", 6, "  ")).toBe("  日本\n  語\n  abc");
  });
});
