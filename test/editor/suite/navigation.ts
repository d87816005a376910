import assert from "node:assert/strict";
import { describe, it } from "mocha";
import * as vscode from "vscode";
import { put, scratch, showMarked } from "./support.ts";
import { until, untilEqual } from "./until.ts";

/** The sample product does not claim it: every hit is one of ours. */
const RARE = "NDR 5.3";

export function navigation(): void {
  describe("navigation", () => {
    it("leads from an id to a page of the requirement", async () => {
      const { document, cursor } = await showMarked("a.c", "// @iec62443 CR |1.5\n");
      const [link] = await until(
        "there is a definition",
        () => definitions(document, cursor),
        (it) => it.length > 0,
      );
      const uri = link instanceof vscode.Location ? link.uri : link?.targetUri;
      assert.equal(uri?.scheme, "iec62443");
      const page = await vscode.workspace.openTextDocument(uri);
      assert.match(page.getText(), /CR 1\.5/);
      assert.match(page.getText(), /Authenticator management/);
    });

    it("lists every claim of a requirement, in open and closed files", async () => {
      await put(scratch("closed.py"), `# @iec62443 ${RARE}\n# @iec62443 verifies ${RARE} RE(1)\n`);
      const { document, cursor } = await showMarked("a.c", `// @iec62443 ${RARE}|: here\n`);
      await untilEqual<readonly string[]>("the places", () => places(document, cursor), [
        "a.c:0",
        "closed.py:0",
        "closed.py:1",
      ]);
    });
  });
}

function definitions(
  { uri }: vscode.TextDocument,
  position: vscode.Position,
): Thenable<readonly (vscode.Location | vscode.LocationLink)[]> {
  return vscode.commands.executeCommand("vscode.executeDefinitionProvider", uri, position);
}

async function places(
  { uri }: vscode.TextDocument,
  position: vscode.Position,
): Promise<readonly string[]> {
  const found: readonly vscode.Location[] = await vscode.commands.executeCommand(
    "vscode.executeReferenceProvider",
    uri,
    position,
  );
  return found
    .map((it) => `${it.uri.path.slice(it.uri.path.lastIndexOf("/") + 1)}:${it.range.start.line}`)
    .sort();
}
