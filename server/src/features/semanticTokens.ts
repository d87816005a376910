import type { SemanticTokensEdit } from "vscode-languageserver-types";
import type { Annotation, Claim } from "../core/annotation.ts";
import type { Catalog } from "../core/catalog.ts";
import { doubtOf } from "../core/rules/doubt.ts";
import { catalogOf, projectOf, type Snapshot } from "../core/snapshot.ts";
import { comparePositions, type Range, touches } from "../core/text.ts";
import { markerRange } from "./namedAt.ts";
import { TOKEN_TYPES, type TokenType } from "./tokenLegend.ts";

/** A word of an annotation and what it is. It stands on one line. */
export interface Token {
  readonly range: Range;
  readonly type: TokenType;
  /** Whether it is an id that names nothing. */
  readonly isUnknown?: boolean;
}

/**
 * The marker, the relation and the ids of each annotation, by place; with a range, of those
 * annotations that touch it. The author's own text has no colour but that of the comment.
 */
export function semanticTokens(snapshot: Snapshot, uri: string, within?: Range): readonly Token[] {
  const catalog = catalogOf(snapshot, projectOf(snapshot, uri));
  return (snapshot.index.inFile(uri)?.annotations ?? [])
    .filter(({ range }) => within === undefined || touches(range, within))
    .flatMap((it) => tokensOf(it, catalog))
    .sort((a, b) => comparePositions(a.range.start, b.range.start));
}

function tokensOf({ range, relationRange, claims }: Annotation, catalog: Catalog): Token[] {
  return [
    { range: markerRange(range), type: "macro" },
    ...(relationRange === undefined ? [] : [{ range: relationRange, type: "keyword" } as const]),
    ...claims.map((it) => tokenOf(it, catalog)),
  ];
}

/** What is only not listed may be right, and is no mistake. */
function tokenOf({ range, reference }: Claim, catalog: Catalog): Token {
  const doubt = doubtOf(catalog, reference);
  const isUnknown = doubt !== undefined && doubt.level !== "info";
  return { range, type: "enumMember", ...(isUnknown && { isUnknown }) };
}

/** Tokens as they are sent: five numbers each, places relative to the token before. */
export function encodeTokens(tokens: readonly Token[]): number[] {
  let line = 0;
  let character = 0;
  return tokens.flatMap(({ range: { start, end }, type, isUnknown }) => {
    const onSameLine = start.line === line;
    const place = [start.line - line, onSameLine ? start.character - character : start.character];
    ({ line, character } = start);
    const length = end.character - start.character;
    return [...place, length, TOKEN_TYPES.indexOf(type), isUnknown ? 1 : 0];
  });
}

/** What changes one list of numbers into another: at most one edit, between what both begin and end with. */
export function tokenEdits(
  before: readonly number[],
  after: readonly number[],
): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const deleteCount = before.length - end - start;
  const data = after.slice(start, after.length - end);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }];
}
