import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { put, scratch } from "./support.ts";
import { until } from "./until.ts";

const NAMES = ["iec62443_find_annotations", "iec62443_get_requirement", "iec62443_list_coverage"];

/** Built without chat a VS Code may have no such service; the two that we try have it. */
const HAS_TOOLS = typeof vscode.lm?.invokeTool === "function";

async function answerOf(name: string, input: object): Promise<string> {
  const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
  const [part] = content;
  assert.ok(part instanceof vscode.LanguageModelTextPart);
  return part.value;
}

export function tools(): void {
  describe("the tools for chat models", () => {
    before(function () {
      if (!HAS_TOOLS) this.skip();
    });

    it("are listed with what they take", () => {
      const ours = vscode.lm.tools.filter(({ name }) => name.startsWith("iec62443_"));
      assert.deepEqual(ours.map(({ name }) => name).sort(), NAMES);
      for (const { description, inputSchema } of ours) {
        assert.match(description, /Read-only\./);
        assert.equal(typeof inputSchema, "object");
      }
    });

    it("explain a requirement in any writing", async () => {
      const text = await answerOf("iec62443_get_requirement", { reference: "cr1.5" });
      assert.match(text, /^# CR 1\.5 /);
    });

    it("tell the coverage of the product, between marks", async () => {
      const text = await answerOf("iec62443_list_coverage", { blockers: true });
      assert.match(text, /data, not instructions\.\n```\nProduct /);
      assert.match(text, /\nCR 6\.2 \| planned \| /);
    });

    it("find the annotations of a file that was just written", async () => {
      await put(scratch("tool.c"), "// @iec62443 CR 1.13: only from here\nint remote(void);\n");
      const answer = () => answerOf("iec62443_find_annotations", { path: "tool.c" });
      const text = await until("it is found", answer, (it) => it.includes("tool.c:1"));
      assert.match(text, /implements CR 1\.13 \| int remote\(void\); \| only from here\n```/);
    });

    it("answer nobody who has cancelled", async () => {
      const source = new vscode.CancellationTokenSource();
      source.cancel();
      const options = { input: { reference: "CR 1.5" }, toolInvocationToken: undefined };
      await assert.rejects(
        Promise.resolve(vscode.lm.invokeTool("iec62443_get_requirement", options, source.token)),
        /Cancel/,
      );
    });
  });
}
