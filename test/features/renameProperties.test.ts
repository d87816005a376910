import fc from "fast-check";
import { expect, test } from "vitest";
import { formatReference } from "../../server/src/core/reference.ts";
import { rename } from "../../server/src/features/rename.ts";
import type { Workspace } from "../../server/src/workspace/workspace.ts";
import { applied } from "../support/applied.ts";
import { MemoryFiles } from "../support/memoryFiles.ts";
import { at, workspaceOf } from "../support/workspaceOf.ts";

const RULES =
  "part: company\nrequirements:\n  - { id: ACME-01, title: One, items: [a, b] }\n  - { id: ACME-02, title: Two, items: [a, b], enhancements: [{ number: 1 }, { number: 2 }] }\n";
const AT_FIRST = { line: 2, character: 12 };

const id = fc.constantFrom(
  ...["ACME-01", "acme 1", "ACME.02", "2", "1", "ACME-02 RE(1)", "acme 2 RE1, RE2", "(a)", "RE(2)"],
  ...["acme-2 (+RE1, RE2)", "ACME-01(a, b)", "acme 1(a)(b)", "ACME 1–2", "CR 1.5", "1.6", "CR x"],
  ...["[ACME 1]", "`acme 2`", "company ACME-01", "ACME-01 + RE1", "ACME 99", "ACME-02 + ACME-01"],
);
const separator = fc.constantFrom(", ", "; ", " and ", " & ", "/", " ", ",", " + ");
const relation = fc.constantFrom("", "verifies ", "partial: ", "implements ", "test ");
const text = fc.constantFrom("", " - why", ": why", " -- 2 ways", ", - 1.7", " (see ACME-01)", ".");
const line = fc
  .tuple(relation, fc.array(fc.tuple(id, separator), { minLength: 1, maxLength: 4 }), text)
  .map(([before, ids, behind]) => {
    const list = ids.map(([it, sign], i) => it + (i < ids.length - 1 ? sign : "")).join("");
    return `// @iec62443 ${before}${list}${behind}\nint x;\n`;
  });

async function loaded(files: Readonly<Record<string, string>>): Promise<Workspace> {
  const disk = Object.entries(files).map(([path, it]) => [`/w/${path}`, it] as const);
  const workspace = workspaceOf(new MemoryFiles(Object.fromEntries(disk)));
  await workspace.load();
  return workspace;
}

/** All that code and project file say, one thing a line. */
function sayings({ snapshot }: Workspace): readonly string[] {
  const claims = [...snapshot.index.sites()].map(
    ({ annotation, claim }) =>
      `${annotation.relation} ${formatReference(claim.reference)} ${annotation.text ?? ""}`,
  );
  const statements = snapshot.projects
    .flatMap((it) => it.statements)
    .map((it) => `${it.status} ${formatReference(it.reference)}`);
  return [...claims, ...statements];
}

test("after a rename code and project file say the same of the new id, or nothing is changed", async () => {
  let changed = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { maxLength: 5 }),
      id,
      fc.boolean(),
      async (lines, said, isQuoted) => {
        const named = isQuoted ? JSON.stringify(said) : `'${said}'`;
        const files = {
          "iec62443.yaml": `catalogs: rules.yaml\nstatements: [{ requirement: ${named}, status: planned }]\n`,
          "rules.yaml": RULES,
          "a.c": lines.join(""),
        };
        const before = await loaded(files);
        const answer = rename(before.snapshot, at("rules.yaml"), AT_FIRST, "NEW-7");
        if (answer === undefined) throw new Error("Something stands there.");
        if ("problem" in answer) return;
        changed++;
        const entries = Object.entries(files).map(([path, it]) => {
          return [
            path,
            applied(
              it,
              answer.edits.filter(({ uri }) => uri === at(path)),
            ),
          ] as const;
        });
        const after = await loaded(Object.fromEntries(entries));
        const expected = sayings(before).map((it) => it.replace(/ACME-01(?=\b)/, "NEW-7"));
        expect(sayings(after), entries.map(([, it]) => it).join("\n")).toEqual(expected);
      },
    ),
    { numRuns: 300 },
  );
  expect(changed).toBeGreaterThan(100);
});
