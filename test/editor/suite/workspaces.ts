import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, before, describe, it } from "mocha";
import * as vscode from "vscode";
import { codesIn, countBelow, untilCodes } from "./findings.ts";
import { put, remove, SPARE_FOLDERS, scratch, spare } from "./support.ts";
import { untilEqual } from "./until.ts";

const WRONG = "// @iec62443 CR 9.9\nint a;\n";
const FOUND: readonly string[] = ["unknown-requirement"];

/** As many as a checkout of another branch touches. */
const MANY = 400;

export function workspaces(): void {
  describe("a workspace", () => {
    let second: vscode.Uri;

    before(async () => {
      second = vscode.Uri.file(await mkdtemp(join(tmpdir(), "iec62443-second-")));
    });

    afterEach(async () => {
      await dropSecond();
      await setting("rules", undefined);
      await setting("scan.exclude", undefined);
      await remove(second);
    });

    it("takes a second folder up and lets it go", async () => {
      const uri = await put(vscode.Uri.joinPath(second, "src/a.c"), WRONG);
      vscode.workspace.updateWorkspaceFolders(1, 0, { uri: second, name: "second" });
      await untilCodes(uri, FOUND);
      await untilFollowed(vscode.Uri.joinPath(second, "src/later.c"));
      await dropSecond();
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
      const files = Array.from({ length: MANY }, (_, i) =>
        vscode.Uri.joinPath(spare(i % SPARE_FOLDERS), `${i}.c`),
      );
      await Promise.all(files.map((uri) => put(uri, WRONG)));
      await untilEqual("the count", () => countIn(files), MANY);

      const kept = files.slice(0, MANY / 4);
      const gone = files.slice(MANY / 4);
      await Promise.all([
        ...kept.map((uri) => put(uri, WRONG + WRONG)),
        ...gone.map((uri) => remove(uri)),
      ]);
      await untilEqual("the count of the kept", () => countIn(kept), 2 * kept.length);
      await untilEqual("the count of the gone", () => countIn(gone), 0);

      await Promise.all(kept.map((uri) => remove(uri)));
      await untilEqual("the last count", () => countIn(files), 0);
    });
  });
}

function countIn(files: readonly vscode.Uri[]): number {
  return files.reduce((sum, uri) => sum + codesIn(uri).length, 0);
}

async function dropSecond(): Promise<void> {
  const count = (): number => vscode.workspace.workspaceFolders?.length ?? 0;
  if (count() > 1) vscode.workspace.updateWorkspaceFolders(1, 1);
  await untilEqual("the count of folders", count, 1);
}

/**
 * Writes a file again and again until its finding is there: VS Code does not tell from when on it watches a folder that
 * was added, and what happens before is not told at all.
 */
async function untilFollowed(uri: vscode.Uri): Promise<void> {
  let asked = 0;
  const seen = async (): Promise<readonly string[]> => {
    if (asked++ % 40 === 0) await put(uri, WRONG);
    return codesIn(uri);
  };
  await untilEqual("the findings of the later file", seen, FOUND);
}

/**
 * In the workspace file; `undefined` takes the setting out again. VS Code refuses while it writes the file itself, for a
 * change of folders.
 */
async function setting(name: string, value: unknown): Promise<void> {
  const { Workspace } = vscode.ConfigurationTarget;
  const update = (): Thenable<string> =>
    vscode.workspace
      .getConfiguration("iec62443")
      .update(name, value, Workspace)
      .then(() => "written", String);
  await untilEqual(`writing ${name}`, update, "written");
}
