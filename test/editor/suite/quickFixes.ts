import assert from "node:assert/strict";
import { describe, it } from "mocha";
import * as vscode from "vscode";
import { codesIn, untilCodes } from "./findings.ts";
import { showMarked } from "./support.ts";
import { until } from "./until.ts";

const FIXES = [
  ["// @iec62443 CR 1.1|5\nint a;\n", /CR 1\.14/, "// @iec62443 CR 1.14\nint a;\n"],
  ["// @iec62443 CR|1.5\nint a;\n", /CR 1\.5/, "// @iec62443 CR 1.5\nint a;\n"],
  ["// @iec62443 CR 3.|11\nint a;\n", /EDR 3\.11/, "// @iec62443 EDR 3.11\nint a;\n"],
  ["// @iec62443 CR 1.3|–1.5\nint a;\n", /range/i, "// @iec62443 CR 1.3, CR 1.4, CR 1.5\nint a;\n"],
  [
    "// @iec62443 CR 1.9|9\nint a;\n",
    /^Ignore/,
    "// iec62443-ignore-next-line: …\n// @iec62443 CR 1.99\nint a;\n",
  ],
] as const;

export function quickFixes(): void {
  describe("a quick fix", () => {
    for (const [source, title, wanted] of FIXES) {
      it(`mends ${JSON.stringify(source)}`, async () => {
        const { document, cursor } = await showMarked("a.c", source);
        await until(
          "there is a finding",
          () => codesIn(document.uri),
          (it) => it.length > 0,
        );
        await apply(document, cursor, title);
        assert.equal(document.getText(), wanted);
        await untilCodes(document.uri, []);
      });
    }

    it("removes the second of two equal claims", async () => {
      const source = "// @iec62443 CR 1.1\n// @iec62443 CR |1.1\nint a;\n";
      const { document, cursor } = await showMarked("a.c", source);
      await untilCodes(document.uri, ["duplicate-claim"]);
      await apply(document, cursor, /remove/i);
      assert.equal(document.getText().match(/@iec62443/g)?.length, 1);
      await untilCodes(document.uri, []);
    });
  });
}

async function apply(
  document: vscode.TextDocument,
  position: vscode.Position,
  title: RegExp,
): Promise<void> {
  const actions = await until(
    `a fix for ${title} is offered`,
    () => actionsAt(document, position),
    (it) => it.some((action) => title.test(action.title)),
  );
  const edit = actions.find((it) => title.test(it.title))?.edit;
  assert.ok(edit !== undefined);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

function actionsAt(
  { uri }: vscode.TextDocument,
  position: vscode.Position,
): Thenable<readonly vscode.CodeAction[]> {
  const range = new vscode.Range(position, position);
  return vscode.commands.executeCommand(
    "vscode.executeCodeActionProvider",
    uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
  );
}
