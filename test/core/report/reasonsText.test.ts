import { describe, expect, test } from "vitest";
import type { Project } from "../../../server/src/core/project.ts";
import { reportOf } from "../../../server/src/core/report/coverage/report.ts";
import { reportText } from "../../../server/src/core/report/coverage/reportText.ts";
import { PLAIN, type Screen } from "../../../server/src/core/report/terminal.ts";
import { ROOT, snapshotOf } from "../../support/snapshotOf.ts";
import { statement } from "../../support/statement.ts";
import { TINY } from "../coverage/tinyCatalog.ts";

/** What stands below the bars, for a product with the tiny catalog. */
function below(source: string, project: Partial<Project>, screen: Screen = PLAIN): string {
  const told = snapshotOf({ "a.c": source }, { components: ["EDR"], product: "P", ...project });
  const text = reportText(reportOf({ ...told, catalog: TINY }, { base: ROOT }), [], screen);
  return text.split("\n\n").slice(3).join("\n\n");
}

describe("the text of report", () => {
  test("tells what blocks the level above the one reached, where the target is met", () => {
    const source = "// @iec62443 CCSC 1, CR 1.1, CR 1.5, EDR 3.2";
    expect(below(source, { target: 1 })).toMatchInlineSnapshot(`
      "Nothing is open.

      What blocks SL-C 2 (1)
        CR 1.1 RE(1)
      "
    `);
  });

  test("does not say twice what blocks the target", () => {
    expect(below("", { target: 1 })).not.toContain("What blocks SL-C");
  });

  test("tells what does not apply, what has expired, and what contradicts", () => {
    const file = `${ROOT}/iec62443.yaml`;
    const statements = [
      statement("CR 1.1", "not-applicable", {
        reason: "No users.",
        owner: "security@example.com",
        reviewed: "2026-10-01",
        expires: "2027-10-01",
      }),
      statement("CR 1.5", "compensating", { reason: "The host.", expires: "2026-11-23" }),
    ];
    const source = [
      "// @iec62443 CCSC 1, CR 1.1\nint a;",
      "// @iec62443 not-applicable EDR 3.2: no \u001b[31mstorage\nint b;",
    ].join("\n");
    expect(below(source, { target: 1, file, statements })).toMatchInlineSnapshot(`
      "What blocks the target (1)
        CR 1.5  missing
                         project file: compensating, expired on 2026-11-23: The host.
                         → The statement that CR 1.5 is compensated expired on 2026-11-23 and counts no more. Review it and write a later day, or write @iec62443 CR 1.5 above the code that meets it.

      Not applicable (2)
        CR 1.1   No users. (owner security@example.com, reviewed 2026-10-01, expires 2027-10-01)
        EDR 3.2  no  [31mstorage (a.c:3)

      Expired statements, which count no more (1)
        CR 1.5  compensating, expired on 2026-11-23: The host. (expires 2026-11-23)

      Contradictions, of which one side is wrong (1)
        CR 1.1  project file: not-applicable
                a.c:1 implements
      "
    `);
  });

  test("names two that contradict each other, not the first of each kind", () => {
    const source = [
      "// @iec62443 not-applicable CR 1.5",
      "// @iec62443 not-applicable CR 1.5(a): none",
      "// @iec62443 CR 1.5(b)",
      "// @iec62443 not-applicable CR 1.5(b): none",
    ].join("\nint a;\n");
    expect(below(source, { target: 1 })).toContain(
      "  CR 1.5  a.c:7 not-applicable\n          a.c:5 implements",
    );
  });

  test("leaves the next step out where the line does not fit", () => {
    const source = "// @iec62443 partial CR 1.1: no lockout yet";
    expect(below(source, { target: 1 })).toContain("→ Finish what is missing there");
    expect(below(source, { target: 1 }, { ...PLAIN, width: 60 })).not.toContain("→");
  });

  test("doubts its numbers where the project file has problems", () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const problem = { code: "a", level: "error", range, message: "", fixes: [] } as const;
    const told = snapshotOf({}, { problems: [problem, problem, problem] });
    const [head = ""] = reportText(reportOf(told, { base: ROOT }), [], PLAIN).split("\n\n");
    expect(head).toContain(
      "The project file and its catalogs have 3 problems: numbers may be wrong. 'iec62443 check' names them.",
    );
  });

  test("tells no level where the parts know none", () => {
    const told = { ...snapshotOf({}, { parts: ["4-1"] }), catalog: TINY };
    const text = reportText(reportOf(told, { base: ROOT }), [], PLAIN);
    expect(text).toContain("Met       0 of 1");
    expect(text).not.toContain("SL-C 0");
  });
});
