import { writeFile } from "node:fs/promises";
import Mocha from "mocha";
import * as vscode from "vscode";
import { activation } from "./activation.ts";
import { completion } from "./completion.ts";
import { contributions } from "./contributions.ts";
import { diagnostics } from "./diagnostics.ts";
import { files } from "./files.ts";
import { hover } from "./hover.ts";
import { inCode } from "./inCode.ts";
import { languageFeatures } from "./languageFeatures.ts";
import { menus } from "./menus.ts";
import { navigation } from "./navigation.ts";
import { quickFixes } from "./quickFixes.ts";
import { cleanUp } from "./support.ts";
import { tools } from "./tools.ts";
import { until } from "./until.ts";
import { workspaces } from "./workspaces.ts";

const PARTS = [
  activation,
  contributions,
  hover,
  completion,
  diagnostics,
  quickFixes,
  navigation,
  inCode,
  languageFeatures,
  files,
  menus,
  tools,
  workspaces,
];

interface Outcome {
  passed: number;
  skipped: number;
  readonly failures: { readonly title: string; readonly detail: string }[];
}

/** VS Code calls this inside the extension host, in a browser and on a desktop alike. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ timeout: 60_000, slow: 10_000 });
  // Gives `describe` and `it` their meaning, as loading a file of tests would.
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  // Of a workspace file the folders are read after the window has begun.
  mocha.suite.beforeAll(() =>
    until(
      "the folders are open",
      () => vscode.workspace.workspaceFolders ?? [],
      (it) => it.length > 0,
    ),
  );
  mocha.suite.afterEach(cleanUp);
  for (const part of PARTS) part();

  const outcome = await outcomeOf(mocha);
  const file = process.env["TEST_RESULTS"];
  if (file !== undefined) await writeFile(file, JSON.stringify(outcome));
  if (outcome.failures.length > 0) throw new Error(`${outcome.failures.length} tests failed`);
}

function outcomeOf(mocha: Mocha): Promise<Outcome> {
  const outcome: Outcome = { passed: 0, skipped: 0, failures: [] };
  return new Promise((resolve) => {
    mocha
      .run(() => resolve(outcome))
      .on("pass", () => outcome.passed++)
      .on("pending", () => outcome.skipped++)
      .on("fail", (test, error: Error) => {
        outcome.failures.push({ title: test.fullTitle(), detail: error.stack ?? error.message });
      });
  });
}
