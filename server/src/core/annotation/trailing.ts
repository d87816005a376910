import { RELATIONS } from "../annotation.ts";
import { quote } from "./faults.ts";
import { seesId } from "./heads.ts";
import type { Fault } from "./parsed.ts";
import { Reader, type Span } from "./reader.ts";

const FULL_STOP = /[./ ]*/y;
const CLOSERS = /[\])}]/y;
const MARKER = /@iec62443(?:-\d-\d)?[ :]*/iy;
const RELATION = new RegExp(`[[({]?(${RELATIONS.join("|").replace("-", "[-_ ]?")})(?![a-z])`, "iy");

/** Words stand behind the claims and nothing says that they are the text. */
export interface Trailing {
  readonly fault: Fault;
  /** The words change what the claims say, so these must not count. */
  readonly spoilsClaims: boolean;
}

/** Says what is wrong with the words that begin here and go to the line's end. */
export function trailingWords(
  { text, forms, position }: Reader,
  { claimsStart, hasRelation }: { claimsStart: number; hasRelation: boolean },
): Trailing {
  const reader = new Reader(text, forms, position);
  reader.take(FULL_STOP);
  const gap = { start: text.slice(0, position).trimEnd().length, end: reader.position };
  const span = { start: reader.position, end: text.length };
  const relation = reader.take(RELATION)?.[1];
  if (relation !== undefined) {
    reader.take(CLOSERS);
    const moved = { start: claimsStart, end: reader.position };
    const newText = `${relation.toLowerCase()} ${text.slice(claimsStart, gap.start)}`;
    const repair = { ...moved, title: `Put ${relation.toLowerCase()} in front`, newText };
    return { fault: lateRelation(span, relation, hasRelation ? [] : [repair]), spoilsClaims: true };
  }
  return { fault: second(reader, span, gap) ?? words(text, span, gap), spoilsClaims: false };
}

function lateRelation(span: Span, relation: string, repairs: Fault["repairs"]): Fault {
  const message = `${quote(relation)} stands behind the requirement. Put it in front, directly behind @iec62443.`;
  return { ...span, message, repairs };
}

function second(reader: Reader, span: Span, gap: Span): Fault | undefined {
  if (!reader.take(MARKER)) return undefined;
  const message =
    "One line holds one annotation. Join the requirements with commas or write a second line.";
  const { start } = gap;
  const repair = { start, end: reader.position, title: "Join with a comma", newText: ", " };
  return { ...span, message, repairs: seesId(reader) ? [repair] : [] };
}

function words(text: string, span: Span, gap: Span): Fault {
  const message = `${quote(text.slice(span.start))} stands behind the requirement without a separator. Put a colon before the text.`;
  return {
    ...span,
    message,
    repairs: [{ ...gap, title: "Put a colon before the text", newText: ": " }],
    isWords: true,
  };
}
