import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CheckResult } from "../../../../server/src/core/report/check/check.ts";
import { githubCommands } from "../../../../server/src/core/report/check/github.ts";
import { safe } from "../../../../server/src/core/report/terminal.ts";
import { readWorkflowCommand } from "../../../support/workflowCommand.ts";
import { anyResult, compared, finding, HOSTILE, lost } from "./findings.ts";

const textOf = (result: CheckResult) => [...githubCommands(result, "base.json")].join("");
const linesOf = (result: CheckResult) => textOf(result).split("\n").slice(0, -1);
const commandsOf = (result: CheckResult) =>
  linesOf(result)
    .slice(0, -1)
    .map((it) => readWorkflowCommand(it) ?? it);

describe("workflow commands", () => {
  test("stand at the place of each finding, the loudest first, and a line sums up", () => {
    const findings = [
      finding({ level: "info", path: "a.c" }),
      finding({ level: "error", path: "b.c" }),
      finding({ level: "hint", path: "c.c" }),
      finding({ level: "warning", path: "d.c" }),
    ];
    expect(textOf({ findings })).toMatchInlineSnapshot(`
      "::error file=b.c,line=3,col=4,endLine=3,endColumn=10,title=iec62443 unknown-requirement::IEC 62443-4-2 has no requirement CR 9.9.
      ::warning file=d.c,line=3,col=4,endLine=3,endColumn=10,title=iec62443 unknown-requirement::IEC 62443-4-2 has no requirement CR 9.9.
      ::notice file=a.c,line=3,col=4,endLine=3,endColumn=10,title=iec62443 unknown-requirement::IEC 62443-4-2 has no requirement CR 9.9.
      1 error, 1 warning, 1 notice. 1 hint left out: see them in an editor.
      "
    `);
  });

  test("name no columns of what goes over several lines: the runner drops them", () => {
    const [command] = commandsOf({ findings: [finding({ line: 2, endLine: 4 })] });
    expect(command).toMatchObject({ properties: { line: "2", endLine: "4" } });
    expect(command).not.toHaveProperty("properties.col");
  });

  test("say that GitHub shows a part of many", () => {
    const findings = Array.from({ length: 11 }, (_, i) => finding({ line: i + 1 }));
    expect(linesOf({ findings })).toHaveLength(12);
    expect(linesOf({ findings }).at(-1)).toBe(
      "11 errors, 0 warnings, 0 notices. GitHub shows the first 10 of each kind for a step; this log has all of them.",
    );
    expect(linesOf({ findings: findings.slice(1) }).at(-1)).not.toContain("GitHub");
  });

  test("are none where there are no findings", () => {
    expect(textOf({ findings: [] })).toBe("No findings.\n");
  });

  test("tell as errors what is worse than in the baseline, where it stood or else at the baseline", () => {
    const changes = [
      lost({ path: "old.c" }),
      lost({ about: "CR 1.2" }),
      lost({ kind: "claim-new", isWorse: false }),
    ];
    expect(commandsOf(compared(changes, [finding({ level: "info" })]))).toMatchObject([
      {
        command: "error",
        properties: { file: "old.c", line: "1", title: "iec62443 claim-lost" },
        data: expect.stringContaining("implements CR 1.1"),
      },
      { command: "error", properties: { file: "base.json", line: "1" } },
      { command: "notice" },
    ]);
  });

  test.each(HOSTILE)("lead the runner back to a path such as %j", (path) => {
    const lines = linesOf({ findings: [finding({ path, message: path })] });
    expect(lines).toHaveLength(2);
    const command = readWorkflowCommand(lines[0] ?? "");
    expect(command?.data).toBe(safe(path));
    const file = path.replace(/[^\P{Cc}\r\n]|\u202e/gu, " ");
    expect(command?.properties["file"]).toBe(file.startsWith("=") ? `./${file}` : file);
  });

  test("are read by the runner as they were meant, whatever they are about", () => {
    fc.assert(
      fc.property(anyResult, (result) => {
        const text = textOf(result);
        expect(text.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
        const told = result.findings.filter((it) => it.level !== "hint");
        const commands = commandsOf(result);
        expect(commands).toHaveLength(told.length);
        const levels = ["error", "warning", "notice"];
        const order = commands.map((it) =>
          typeof it === "string" ? -1 : levels.indexOf(it.command),
        );
        expect(order).toEqual([...order].sort());
        expect(order).not.toContain(-1);
        const messages = commands.map((it) => (typeof it === "string" ? it : it.data));
        expect(messages.sort()).toEqual(told.map((it) => safe(it.message)).sort());
        for (const it of commands) {
          expect(it).toHaveProperty("properties.title");
          expect(it).toHaveProperty("properties.line");
        }
      }),
      { numRuns: 200 },
    );
  });
});
