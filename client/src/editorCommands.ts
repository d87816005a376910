import * as vscode from "vscode";
import { type AnnotationWanted, pickAnnotation } from "./annotationPick.ts";
import type { CoverageSource } from "./coverageSource.ts";
import { collectReport, type Machine, type Ours } from "./diagnosticsReport.ts";
import { t } from "./l10n.ts";
import type { Server } from "./server.ts";

export interface EditorCommandContext {
  readonly server: Server;
  readonly source: CoverageSource;
  readonly extension: Ours;
  readonly machine: Machine;
}

type Run = (argument?: unknown) => unknown;

/** The commands that work on the file in the active editor, and what a person sends with a report. */
export function editorCommands({
  server,
  source,
  extension,
  machine,
}: EditorCommandContext): Record<string, Run> {
  return {
    "iec62443.insertAnnotation": async (argument) => insertAnnotation(server, source, argument),
    "iec62443.nextAnnotation": async () => goToAnnotation(server, "next"),
    "iec62443.previousAnnotation": async () => goToAnnotation(server, "previous"),
    "iec62443.showClaims": async (argument) => showClaims(server, argument),
    "iec62443.collectDiagnostics": async () => collectReport(server, extension, machine),
  };
}

function noAnswer({ state }: Server): string {
  return state === "starting"
    ? t("The language server of IEC 62443 Annotations is still starting. Try again in a moment.")
    : t(
        "The language server of IEC 62443 Annotations does not answer. Run “IEC 62443: Restart Server”.",
      );
}

async function insertAnnotation(
  server: Server,
  source: CoverageSource,
  argument: unknown,
): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    say(t("Open a file and put the cursor above the code that the annotation is to stand for."));
    return;
  }
  await server.start();
  if (source.status.kind !== "known") await source.refresh();
  const wanted =
    namedIn(argument) ?? (await pickAnnotation(source.status, String(editor.document.uri)));
  if (wanted !== undefined) await insert(server, editor, wanted);
}

async function insert(
  server: Server,
  editor: vscode.TextEditor,
  wanted: AnnotationWanted,
): Promise<void> {
  const { document, selection } = editor;
  const { version } = document;
  const uri = String(document.uri);
  const position = { line: selection.active.line, character: selection.active.character };
  const answer = await server.ask("iec62443/annotationEdit", { uri, position, ...wanted });
  if (answer === undefined || "problem" in answer) {
    say(answer?.problem ?? noAnswer(server));
    return;
  }
  const { range, newText } = answer.edit;
  const isDone =
    document.version === version &&
    (await editor.edit((it) => it.replace(rangeOf(range), newText)));
  if (!isDone)
    say(t("The file was changed meanwhile, or cannot be changed. Nothing was inserted."));
  else await vscode.window.showTextDocument(document, editor.viewColumn);
}

/** A reference, or a row of the coverage view. */
function namedIn(argument: unknown): AnnotationWanted | undefined {
  if (typeof argument !== "object" || argument === null) return undefined;
  if ("item" in argument) return namedIn(argument.item);
  const { part, reference } = argument as Record<string, unknown>;
  if (typeof reference !== "string") return undefined;
  return { reference, ...(typeof part === "string" ? { part } : {}) };
}

async function goToAnnotation(server: Server, direction: "next" | "previous"): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return;
  const answer = await server.ask("iec62443/annotations", { uri: String(editor.document.uri) });
  const starts = (answer ?? []).map((it) => rangeOf(it).start);
  const { active } = editor.selection;
  const found =
    direction === "next"
      ? (starts.find((it) => it.isAfter(active)) ?? starts[0])
      : (starts.findLast((it) => it.isBefore(active)) ?? starts.at(-1));
  if (found === undefined) {
    say(answer === undefined ? noAnswer(server) : t("This file has no annotation."));
    return;
  }
  editor.selection = new vscode.Selection(found, found);
  editor.revealRange(
    new vscode.Range(found, found),
    vscode.TextEditorRevealType.InCenterIfOutsideViewport,
  );
}

/** What a lens hands over. */
async function showClaims(server: Server, argument: unknown): Promise<void> {
  const named = namedIn(argument);
  const { uri, position } = (argument ?? {}) as { uri?: unknown; position?: unknown };
  if (named === undefined || typeof uri !== "string") return;
  const places = await server.ask("iec62443/claimsOfLens", { uri, reference: named.reference });
  if (places === undefined) {
    say(noAnswer(server));
    return;
  }
  await vscode.commands.executeCommand(
    "editor.action.showReferences",
    vscode.Uri.parse(uri),
    positionOf(position),
    places.map((it) => new vscode.Location(vscode.Uri.parse(it.uri), rangeOf(it.range))),
  );
}

function positionOf(value: unknown): vscode.Position {
  const { line, character } = (value ?? {}) as { line?: unknown; character?: unknown };
  return new vscode.Position(
    typeof line === "number" ? line : 0,
    typeof character === "number" ? character : 0,
  );
}

interface WireRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

function rangeOf({ start, end }: WireRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** A person asked for something that cannot be done: they are told why. */
function say(sentence: string): void {
  void vscode.window.showInformationMessage(sentence);
}
