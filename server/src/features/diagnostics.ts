import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
} from "vscode-languageserver-types";
import { RULES } from "../core/rules/all.ts";
import { check } from "../core/rules/check.ts";
import type { Finding, FindingLevel, Rule } from "../core/rules/rule.ts";
import type { Snapshot } from "../core/snapshot.ts";

export interface DiagnosticOptions {
  readonly relatedInformation: boolean;
  readonly diagnosticTags: boolean;
}

/** The name under which editors show our findings. */
export const SOURCE = "iec62443";

const SEVERITIES: Readonly<Record<FindingLevel, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Everything that is wrong in one file, as an editor shows it. */
export function diagnostics(
  snapshot: Snapshot,
  uri: string,
  options: DiagnosticOptions,
  rules: readonly Rule[] = RULES,
): Diagnostic[] {
  return check(snapshot, uri, rules).map((it) => toDiagnostic(it, options));
}

/** One finding as an editor shows it. */
export function toDiagnostic(
  { range, message, code, level, related = [] }: Finding,
  { relatedInformation, diagnosticTags }: DiagnosticOptions,
): Diagnostic {
  return {
    range,
    message,
    code,
    severity: SEVERITIES[level],
    source: SOURCE,
    ...(diagnosticTags && code === "duplicate-claim" ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(relatedInformation && related.length > 0
      ? { relatedInformation: related.map(toRelated) }
      : {}),
  };
}

type Related = NonNullable<Finding["related"]>[number];

function toRelated({ uri, range, message }: Related): DiagnosticRelatedInformation {
  return { location: { uri, range }, message };
}
