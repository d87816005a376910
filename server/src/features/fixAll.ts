import { CodeActionKind } from "vscode-languageserver-types";

/** Writes every reference of a file in its canonical way; a user may bind it to saving. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.iec62443`;
