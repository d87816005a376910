import { type CodeAction, CodeActionKind, type TextEdit } from "vscode-languageserver-types";
import { check } from "../core/rules/check.ts";
import type { Edit, Finding, Fix } from "../core/rules/rule.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { comparePositions, type Range, touches } from "../core/text.ts";
import { type DiagnosticOptions, toDiagnostic } from "./diagnostics.ts";
import { FIX_ALL } from "./fixAll.ts";

export interface CodeActionRequest {
  readonly range: Range;
  /** The kinds that the client asks for; absent for all that fit a light bulb. */
  readonly only?: readonly string[];
}

/** What our own client does when an action leads to a place: its arguments are a uri and a range. */
const OPEN_PLACE = "iec62443.openPlace";

export interface CodeActionOptions extends DiagnosticOptions {
  /** Whether the client knows the command OPEN_PLACE. */
  readonly opensPlaces: boolean;
}

/** The repairs of the findings that touch a range, worked out afresh from the snapshot. */
export function codeActions(
  snapshot: Snapshot,
  uri: string,
  { range, only }: CodeActionRequest,
  options: CodeActionOptions,
): CodeAction[] {
  const findings = check(snapshot, uri);
  return [
    ...(isAsked(CodeActionKind.QuickFix, only) ? quickFixes(uri, findings, range, options) : []),
    ...(only !== undefined && isAsked(FIX_ALL, only) ? fixAll(uri, findings) : []),
  ];
}

/** Nobody reads more; thousands of them, for a selection of a whole file, would stop the editor. */
const MOST_ACTIONS = 200;

/** Kinds are hierarchical: who asks for `source` also asks for `source.fixAll.iec62443`. */
export function isAsked(kind: string, only: readonly string[] | undefined): boolean {
  return (
    only === undefined || only.some((it) => it === "" || it === kind || kind.startsWith(`${it}.`))
  );
}

function quickFixes(
  uri: string,
  findings: readonly Finding[],
  range: Range,
  options: CodeActionOptions,
): readonly CodeAction[] {
  const touched = findings.filter((it) => touches(it.range, range));
  const fixes = touched.flatMap((finding) =>
    finding.fixes
      .filter((fix) => fix.goTo === undefined || options.opensPlaces)
      .map((fix) => ({ finding, fix })),
  );
  const actions = fixes.slice(0, MOST_ACTIONS).map(({ finding, fix }) => ({
    ...toAction(uri, fix),
    diagnostics: [toDiagnostic(finding, options)],
  }));
  const all = normalisingEdits(findings);
  if (!touched.some(isNoncanonical) || all.length < 2) return actions;
  return [
    ...actions,
    {
      title: "Write every reference in this file in the canonical way",
      kind: CodeActionKind.QuickFix,
      edit: { changes: { [uri]: [...all] } },
    },
  ];
}

function toAction(uri: string, { title, edits, goTo, isPreferred }: Fix): CodeAction {
  return {
    title,
    kind: CodeActionKind.QuickFix,
    ...(goTo === undefined
      ? { edit: { changes: changesOf(uri, edits) } }
      : { command: { title, command: OPEN_PLACE, arguments: [goTo.uri, goTo.range] } }),
    ...(isPreferred === true ? { isPreferred } : {}),
  };
}

/** The edits by the file that each of them changes: that of the finding, or the one it names. */
function changesOf(own: string, edits: readonly Edit[]): Record<string, TextEdit[]> {
  const changes: Record<string, TextEdit[]> = {};
  for (const { uri = own, range, newText } of edits) {
    const ofFile = changes[uri] ?? [];
    ofFile.push({ range, newText });
    changes[uri] = ofFile;
  }
  return changes;
}

function fixAll(uri: string, findings: readonly Finding[]): readonly CodeAction[] {
  const edits = normalisingEdits(findings);
  if (edits.length === 0) return [];
  return [
    {
      title: "Write every IEC 62443 reference in the canonical way",
      kind: FIX_ALL,
      edit: { changes: { [uri]: [...edits] } },
    },
  ];
}

function isNoncanonical({ code }: Finding): boolean {
  return code === "noncanonical-reference";
}

/** The first fix of each non-canonical annotation, in the order of the text and without overlap. */
function normalisingEdits(findings: readonly Finding[]): readonly TextEdit[] {
  const edits = findings
    .filter(isNoncanonical)
    .flatMap((it) => it.fixes[0]?.edits ?? [])
    .sort((a, b) => comparePositions(a.range.start, b.range.start));
  return edits.filter((it, i) => {
    const before = edits[i - 1];
    return before === undefined || comparePositions(before.range.end, it.range.start) <= 0;
  });
}
