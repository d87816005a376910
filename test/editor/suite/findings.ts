import * as vscode from "vscode";
import { untilEqual } from "./until.ts";

/** Our findings in a file, as `code at line:character-character`, from 0, in the order of the text. */
export function findingsIn(uri: vscode.Uri): readonly string[] {
  return ours(uri)
    .sort((a, b) => a.range.start.compareTo(b.range.start))
    .map(({ code, range: { start, end } }) => {
      const last = end.line === start.line ? `${end.character}` : `${end.line}:${end.character}`;
      return `${codeOf(code)} at ${start.line}:${start.character}-${last}`;
    });
}

/** The codes of our findings in a file, in the order of the text. */
export function codesIn(uri: vscode.Uri): readonly string[] {
  return findingsIn(uri).map((it) => it.replace(/ at .*/, ""));
}

/** Waits until a file has exactly these findings, by code. */
export async function untilCodes(uri: vscode.Uri, codes: readonly string[]): Promise<void> {
  await untilEqual(`the findings in ${uri.path}`, () => codesIn(uri), codes);
}

/** How many findings all files below a folder have. */
export function countBelow(folder: vscode.Uri): number {
  return vscode.languages
    .getDiagnostics()
    .filter(([uri]) => uri.path.startsWith(`${folder.path}/`))
    .reduce((sum, [uri]) => sum + ours(uri).length, 0);
}

function ours(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter((it) => it.source === "iec62443");
}

function codeOf(code: vscode.Diagnostic["code"]): string {
  return String(typeof code === "object" ? code.value : code);
}
