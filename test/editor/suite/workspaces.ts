import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, before, describe, it } from "mocha";
import * as vscode from "vscode";
import { countBelow, untilCodes } from "./findings.ts";
import { put, remove, scratch } from "./support.ts";
import { untilEqual } from "./until.ts";

const WRONG = "// @iec62443 CR 9.9\nint a;\n";
const FOUND = ["unknown-requirement"];

/** As many as a checkout of another branch touches. */
const MANY = 400;

export function workspaces(): void {
  describe("a workspace", () => {
    let second: vscode.Uri;

    before(async () => {
      second = vscode.Uri.file(await mkdtemp(join(tmpdir(), "iec62443-second-")));
    });

    afterEach(async () => {
      const { workspaceFolders = [] } = vscode.workspace;
      if (workspaceFolders.length > 1) vscode.workspace.updateWorkspaceFolders(1, 1);
      await setting("rules", undefined);
      await setting("scan.exclude", undefined);
      await remove(second);
    });

    it("takes a second folder up and lets it go", async () => {
      const uri = await put(vscode.Uri.joinPath(second, "src/a.c"), WRONG);
      vscode.workspace.updateWorkspaceFolders(1, 0, { uri: second, name: "second" });
      await untilCodes(uri, FOUND);
      const later = await put(vscode.Uri.joinPath(second, "src/later.c"), WRONG);
      await untilCodes(later, FOUND);
      vscode.workspace.updateWorkspaceFolders(1, 1);
      await untilEqual("the count", () => countBelow(second), 0);
    });

    it("follows its settings at run time", async () => {
      const uri = await put(scratch("a.c"), WRONG);
      await untilCodes(uri, FOUND);
      await setting("rules", { "unknown-requirement": "off" });
      await untilCodes(uri, []);
      await setting("rules", undefined);
      await untilCodes(uri, FOUND);
      await setting("scan.exclude", ["scratch/**"]);
      await untilCodes(uri, []);
      await setting("scan.exclude", undefined);
      await untilCodes(uri, FOUND);
    });

    it("keeps working with settings of the wrong type", async () => {
      await setting("rules", "loud");
      await setting("scan.exclude", 7);
      await untilCodes(await put(scratch("a.c"), WRONG), FOUND);
    });

    it(`follows ${MANY} files that change at once`, async () => {
      const names = Array.from({ length: MANY }, (_, i) => `f${i % 20}/${i}.c`);
      await Promise.all(names.map((name) => put(scratch(`many/${name}`), WRONG)));
      await untilEqual("the count", () => countBelow(scratch("many")), MANY);

      const [kept = [], gone = []] = [names.slice(0, MANY / 2), names.slice(MANY / 2)];
      await Promise.all([
        ...kept.map((name) => put(scratch(`many/${name}`), WRONG + WRONG)),
        ...gone.map((name) => remove(scratch(`many/${name}`))),
      ]);
      await untilEqual("the new count", () => countBelow(scratch("many")), MANY);
      await untilCodes(scratch(`many/${kept[0]}`), [...FOUND, ...FOUND]);
      await untilCodes(scratch(`many/${gone[0]}`), []);

      await remove(scratch("many"));
      await untilEqual("the last count", () => countBelow(scratch("many")), 0);
    });
  });
}

/** In the workspace file; `undefined` takes the setting out again. */
function setting(name: string, value: unknown): Thenable<void> {
  const { Workspace } = vscode.ConfigurationTarget;
  return vscode.workspace.getConfiguration("iec62443").update(name, value, Workspace);
}
