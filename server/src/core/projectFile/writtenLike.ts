import type { Range } from "../text.ts";

/** What YAML reads as it stands, wherever it stands. */
const PLAIN = /^[\p{L}_](?:[\p{L}\p{N} _./()-]*[\p{L}\p{N}_/)])?$/u;
const OTHERWISE = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** A text in the place of another: without quotation marks where that had none and none are needed. */
export function writtenLike(
  { start, end }: Range,
  before: string,
  after: string,
  isJson: boolean,
): string {
  const isBare = start.line === end.line && end.character - start.character === before.length;
  const canBeBare = !isJson && PLAIN.test(after) && !OTHERWISE.test(after);
  return isBare && canBeBare ? after : JSON.stringify(after);
}
