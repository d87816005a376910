import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
} from "vscode-languageserver-types";
import { sameReference } from "../core/reference.ts";
import { check } from "../core/rules/check.ts";
import type { Finding, FindingLevel } from "../core/rules/rule.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { Range } from "../core/text.ts";

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
): Diagnostic[] {
  return check(snapshot, uri).map((it) => toDiagnostic(snapshot, uri, it, options));
}

/** One finding as an editor shows it. */
export function toDiagnostic(
  snapshot: Snapshot,
  uri: string,
  finding: Finding,
  { relatedInformation, diagnosticTags }: DiagnosticOptions,
): Diagnostic {
  const { range, message, code, level } = finding;
  const isDuplicate = code === "duplicate-claim";
  return {
    range,
    message,
    code,
    severity: SEVERITIES[level],
    source: SOURCE,
    ...(diagnosticTags && isDuplicate ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(relatedInformation && isDuplicate
      ? { relatedInformation: otherClaims(snapshot, uri, range) }
      : {}),
  };
}

/** The other claims that say the same of the same code. */
function otherClaims(
  { index }: Snapshot,
  uri: string,
  range: Range,
): DiagnosticRelatedInformation[] {
  const claims = (index.inFile(uri)?.annotations ?? []).flatMap((annotation) =>
    annotation.claims.map((claim) => ({ annotation, claim })),
  );
  const duplicate = claims.find(({ claim }) => sameRange(claim.range, range));
  if (duplicate === undefined) return [];
  return claims
    .filter(
      (it) =>
        it !== duplicate &&
        sameReference(it.claim.reference, duplicate.claim.reference) &&
        it.annotation.relation === duplicate.annotation.relation &&
        it.annotation.subject?.line === duplicate.annotation.subject?.line,
    )
    .map(({ claim }) => ({
      location: { uri, range: claim.range },
      message: "The same claim for the same code.",
    }));
}

function sameRange(a: Range, b: Range): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}
