import { seesId } from "./heads.ts";
import { readItem } from "./item.ts";
import type { Fault, ParsedClaim, ParsedText, WrittenPart } from "./parsed.ts";
import { readPrefix } from "./prefix.ts";
import type { Reader } from "./reader.ts";
import { skipToSeparator, takeListSeparator, takeTextSeparator } from "./separators.ts";
import { trailingWords } from "./trailing.ts";
import { NO_CONTEXT, understand } from "./understand.ts";
import { noId } from "./words.ts";

/** All that stands behind the marker and the relation. */
export interface ClaimList {
  readonly claims: readonly ParsedClaim[];
  readonly faults: readonly Fault[];
  readonly text: ParsedText | undefined;
}

/** Reads the claims and the text behind them up to the line's end. */
export function readClaimList(
  reader: Reader,
  line: string,
  marker: WrittenPart | undefined,
  hasRelation: boolean,
): ClaimList {
  const claims: ParsedClaim[] = [];
  const faults: Fault[] = [];
  const claimsStart = reader.position;
  let context = NO_CONTEXT;
  let opened = false;
  while (!reader.atEnd) {
    opened = takeOpeners(reader) || opened;
    const item = readItem(reader, line);
    const understood = item && understand(reader.forms, item, context, marker, line);
    const fault = item === undefined ? noId(reader) : understood?.fault;
    context = understood?.context ?? NO_CONTEXT;
    for (const claim of understood?.claims ?? []) claims.push(claim);
    if (fault !== undefined) {
      faults.push(fault);
      skipToSeparator(reader);
    }
    if (opened) reader.take(CLOSERS);
    const text = readBetween(reader, line);
    if (text === "claim") continue;
    if (text === "words") {
      const { fault: words, spoilsClaims } = trailingWords(reader, {
        claimsStart,
        hasRelation,
      });
      return { claims: spoilsClaims ? [] : claims, faults: [...faults, words], text: undefined };
    }
    return { claims, faults, text };
  }
  return { claims, faults, text: undefined };
}

const OPENERS = /["'`<{[]+ *(?=[a-z0-9])/iy;
const ROUND = /\( *(?=[a-z]{2})/iy;
const CLOSERS = / *[)\]}>"'`]+/y;
const FULL_STOP = / *\.+ *$/y;

/** Brackets or quotation marks around the claims say nothing. */
function takeOpeners(reader: Reader): boolean {
  if (reader.take(OPENERS)) return true;
  const round = reader.attempt(() => (reader.take(ROUND) && seesId(reader) ? true : undefined));
  return round === true;
}

/** What follows an item: another one, the text, words that belong to neither, or nothing. */
function readBetween(reader: Reader, line: string): "claim" | "words" | ParsedText | undefined {
  reader.take(FULL_STOP);
  const comma = takeListSeparator(reader);
  reader.skipBlanks();
  if (reader.atEnd) return undefined;
  const separator = takeTextSeparator(reader, line);
  if (separator !== undefined) {
    reader.skipBlanks();
    const start = reader.position;
    reader.position = reader.text.length;
    return { separator, start, end: reader.text.length };
  }
  if (comma) return "claim";
  const before = reader.position;
  const another = seesId(reader) || readPrefix(reader) !== undefined;
  reader.position = before;
  return another ? "claim" : "words";
}
