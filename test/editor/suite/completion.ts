import assert from "node:assert/strict";
import { describe, it } from "mocha";
import * as vscode from "vscode";
import { showMarked } from "./support.ts";
import { until } from "./until.ts";

const RELATIONS = [
  "implements",
  "partial",
  "verifies",
  "planned",
  "compensating",
  "not-applicable",
] as const;

export function completion(): void {
  describe("completion", () => {
    it("offers relations and requirements behind the word", async () => {
      const labels = (await offeredAt("// @iec62443 |\n")).map(labelOf);
      for (const wanted of [...RELATIONS, "CR 1.5", "CR 7.8", "EDR 3.12"]) {
        assert.ok(labels.includes(wanted), `${wanted} is not among ${labels.length} labels`);
      }
    });

    it("lets the words of a title find the id", async () => {
      const found = (await offeredAt("// @iec62443 passw|\n")).filter((it) =>
        /password/i.test(it.filterText ?? ""),
      );
      assert.ok(found.some((it) => labelOf(it) === "CR 1.7"));
    });

    it("offers the enhancements of the id before the cursor", async () => {
      const labels = (await offeredAt("// @iec62443 CR 1.1 |\n")).map(labelOf);
      assert.ok(labels.includes("RE(1)") && labels.includes("RE(2)"), labels.join());
      assert.ok(!labels.includes("RE(3)"), "CR 1.1 has two");
    });

    it("replaces the whole id in the middle of it", async () => {
      const { document, item } = await pick("// @iec62443 CR 1|.5 and\n", "CR 1.7");
      const range = item.range instanceof vscode.Range ? item.range : item.range?.replacing;
      assert.ok(range !== undefined);
      assert.equal(document.getText(range), "CR 1.5");
    });

    it("says what the requirement asks for", async () => {
      const { item } = await pick("// @iec62443 |\n", "CR 1.5");
      const text = item.documentation;
      assert.ok(text instanceof vscode.MarkdownString);
      assert.match(text.value, /CR 1\.5/);
    });

    it("is silent outside of annotations", async () => {
      await offeredAt("// @iec62443 |\n");
      const { document, cursor } = await showMarked("b.c", "int main(void) { return CR |; }\n");
      const { items } = await ask(document, cursor);
      assert.deepEqual(
        items.map(labelOf).filter((it) => /^CR \d/.test(it)),
        [],
      );
    });
  });
}

async function offeredAt(source: string): Promise<readonly vscode.CompletionItem[]> {
  const { document, cursor } = await showMarked("a.c", source);
  const { items } = await until(
    "something is offered",
    () => ask(document, cursor),
    (it) => it.items.some((item) => /CR |RE\(/.test(labelOf(item))),
  );
  return items;
}

async function pick(
  source: string,
  label: string,
): Promise<{ document: vscode.TextDocument; item: vscode.CompletionItem }> {
  const { document, cursor } = await showMarked("a.c", source);
  const { items } = await until(
    `${label} is offered`,
    () => ask(document, cursor),
    (it) => it.items.some((item) => labelOf(item) === label),
  );
  const item = items.find((it) => labelOf(it) === label);
  assert.ok(item !== undefined);
  return { document, item };
}

/** Resolves every item, as the list does for the one that is looked at. */
const RESOLVED = 1000;

function ask(
  document: vscode.TextDocument,
  position: vscode.Position,
): Thenable<vscode.CompletionList> {
  const command = "vscode.executeCompletionItemProvider";
  return vscode.commands.executeCommand(command, document.uri, position, undefined, RESOLVED);
}

function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === "string" ? label : label.label;
}
