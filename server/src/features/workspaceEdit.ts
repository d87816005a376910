import type { TextEdit, WorkspaceEdit } from "vscode-languageserver-types";
import type { Edit } from "../core/rules/rule.ts";

/** A change of a file that it names. */
export type EditOfFile = Edit & { readonly uri: string };

export interface EditOptions {
  /** Whether the client takes changes of documents in the version that they were made for. */
  readonly versions: boolean;
  /** Whether the client can show changes to a person before they are made. */
  readonly confirms: boolean;
}

/** What a change is called, where a person is asked about it. */
const ANNOTATION = "iec62443";

/** Changes of several files as a client takes them; those of more than one file are to be confirmed where it can. */
export function workspaceEdit(
  edits: readonly EditOfFile[],
  label: string,
  versionOf: (uri: string) => number | undefined,
  { versions, confirms }: EditOptions,
): WorkspaceEdit {
  const byFile = new Map<string, TextEdit[]>();
  for (const { uri, range, newText } of edits) {
    const ofFile = byFile.get(uri) ?? [];
    byFile.set(uri, ofFile);
    ofFile.push({ range, newText });
  }
  if (!versions) return { changes: Object.fromEntries(byFile) };
  const asks = confirms && byFile.size > 1;
  const documentChanges = [...byFile].map(([uri, ofFile]) => ({
    textDocument: { uri, version: versionOf(uri) ?? null },
    edits: asks ? ofFile.map((it) => ({ ...it, annotationId: ANNOTATION })) : ofFile,
  }));
  if (!asks) return { documentChanges };
  return {
    documentChanges,
    changeAnnotations: { [ANNOTATION]: { label, needsConfirmation: true } },
  };
}
