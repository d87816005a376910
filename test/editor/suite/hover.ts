import assert from "node:assert/strict";
import { describe, it } from "mocha";
import * as vscode from "vscode";
import { showMarked } from "./support.ts";
import { until } from "./until.ts";

const IN_MANY_LANGUAGES = [
  ["a.c", "/* @iec62443 CR |1.5 */\nint main(void);"],
  ["a.cpp", "// @iec62443 verifies CR 1.|5\nint main();"],
  ["a.py", "# @iec62443 C|R 1.5\npass"],
  ["a.st", "(* @iec62443 CR 1.|5 *)\nx := 1;"],
  ["a.yaml", "# @iec62443 CR 1.|5\na: 1"],
  ["a.TcPOU", "<T><ST><![CDATA[\n// @iec62443 CR 1.|5\n]]></ST></T>"],
] as const;

const SILENT = [
  ["in a string", 'char *a = "@iec62443 CR |1.5";'],
  ["in a sentence", "// see @iec62443 CR |1.5"],
  ["on code", "int ma|in(void);"],
  ["on an npm scope", "// @iec62443/CR |1.5"],
] as const;

export function hover(): void {
  describe("hover", () => {
    for (const [path, source] of IN_MANY_LANGUAGES) {
      it(`tells of the requirement in ${path}`, async () => {
        const { document, cursor } = await showMarked(path, source);
        const [text = ""] = await until(
          "there is a hover",
          () => hovers(document, cursor),
          (it) => it.length > 0,
        );
        assert.match(text, /CR 1\.5/);
        assert.match(text, /Authenticator management/);
      });
    }

    for (const [where, source] of SILENT) {
      it(`is silent ${where}`, async () => {
        const { document, cursor } = await showMarked("a.c", `${source}\n// @iec62443 CR 1.5\n`);
        const annotation = new vscode.Position(document.lineCount - 2, 14);
        await until(
          "the server answers",
          () => hovers(document, annotation),
          (it) => it.length > 0,
        );
        assert.deepEqual(await hovers(document, cursor), []);
      });
    }

    it("marks the id alone", async () => {
      const { document, cursor } = await showMarked("a.c", "// @iec62443 CR 1.1, CR |1.5: text");
      const [found] = await until(
        "there is a hover",
        () => rawHovers(document, cursor),
        (it) => it.length > 0,
      );
      assert.equal(document.getText(found?.range), "CR 1.5");
    });
  });
}

async function hovers(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<readonly string[]> {
  const found = await rawHovers(document, position);
  return found.flatMap(({ contents }) =>
    contents.map((it) => (typeof it === "string" ? it : it.value)).filter((it) => it !== ""),
  );
}

function rawHovers(
  document: vscode.TextDocument,
  position: vscode.Position,
): Thenable<readonly vscode.Hover[]> {
  return vscode.commands.executeCommand("vscode.executeHoverProvider", document.uri, position);
}
