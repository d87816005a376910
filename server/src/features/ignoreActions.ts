import { type CodeAction, CodeActionKind } from "vscode-languageserver-types";
import { ignoringEdit } from "../core/annotation/ignoring.ts";
import { formsOf } from "../core/project.ts";
import { check } from "../core/rules/check.ts";
import type { Finding } from "../core/rules/rule.ts";
import { projectOf, type Snapshot } from "../core/snapshot.ts";
import { touches } from "../core/text.ts";
import { type CodeActionRequest, isAsked } from "./codeActions.ts";
import { type DiagnosticOptions, toDiagnostic } from "./diagnostics.ts";
import type { OpenText } from "./insertActions.ts";

/** Each is tried out on the text. */
const MOST_LINES = 5;

/**
 * For each annotation with an error or a warning that touches a range: a line above it by which it counts for nothing,
 * with a place for the reason. A hint is no reason to ignore what somebody claims.
 */
export function ignoreActions(
  snapshot: Snapshot,
  { uri, text, language }: OpenText,
  { range, only }: CodeActionRequest,
  options: DiagnosticOptions,
): readonly CodeAction[] {
  if (!isAsked(CodeActionKind.QuickFix, only)) return [];
  const findings = check(snapshot, uri).filter((it) => isWorse(it) && touches(it.range, range));
  const found = new Set(findings.map((it) => it.range.start.line));
  const forms = formsOf(projectOf(snapshot, uri));
  return linesOf(snapshot, uri)
    .filter((it) => found.has(it))
    .slice(0, MOST_LINES)
    .flatMap((line) => {
      const edit = ignoringEdit(text, language, line, forms);
      if (edit === undefined) return [];
      const onLine = findings.filter((it) => it.range.start.line === line);
      return [
        {
          title: `Ignore the annotation in line ${line + 1}, with a reason: it counts for nothing then`,
          kind: CodeActionKind.QuickFix,
          diagnostics: onLine.map((it) => toDiagnostic(it, options)),
          edit: { changes: { [uri]: [edit] } },
        },
      ];
    });
}

function isWorse({ level }: Finding): boolean {
  return level === "error" || level === "warning";
}

/** The lines that say something, or try to. */
function linesOf({ index }: Snapshot, uri: string): readonly number[] {
  const { annotations = [], malformed = [] } = index.inFile(uri) ?? {};
  return [...new Set([...annotations, ...malformed].map((it) => it.range.start.line))].sort(
    (a, b) => a - b,
  );
}
