import { type Forms, SERIES_FORMS } from "../reference/forms.ts";
import type { Reference } from "../reference.ts";
import { quote } from "./faults.ts";
import { parseLine } from "./parseLine.ts";

/** What a text of nothing but references names, or the sentence that says why it is none. */
export interface ReadReferences {
  readonly references: readonly Reference[];
  /** Absent when all of the text was read. */
  readonly problem?: string;
  /** What to write instead of the whole text, where that is known. */
  readonly instead: readonly string[];
}

/** With a relation in place no word of the text is taken for one. */
const MARKER = "@iec62443 implements ";
const WORD = /^[a-z-]+(?![a-z0-9.]| *[-_.]? *\d)/i;

/** Reads references in every writing that annotations may use, without relation and text. */
export function readReferences(written: string, forms: Forms = SERIES_FORMS): ReadReferences {
  if (written.trim() === "") {
    return {
      references: [],
      problem: "No requirement is named. Write one such as CR 1.5.",
      instead: [],
    };
  }
  const line = MARKER + written.trim();
  const { claims, faults, text } = parseLine(line, forms);
  const references = claims.map((it) => it.reference);
  const [fault] = faults;
  if (fault !== undefined) {
    const repaired = fault.repairs.map(
      ({ start, end, newText }) => line.slice(0, start) + newText + line.slice(end),
    );
    const instead = repaired
      .filter((it) => isReferences(it, forms))
      .map((it) => it.slice(MARKER.length));
    const read = line.slice(fault.start, fault.end);
    const problem = WORD.test(read)
      ? `${quote(read)} is no id of a requirement. Write one such as CR 1.5.`
      : fault.message;
    return { references, problem, instead };
  }
  if (text === undefined || text.start === text.end) return { references, instead: [] };
  const rest = quote(line.slice(text.start, text.end));
  const problem = `${rest} is more than the id of a requirement. Leave it out.`;
  return { references: [], problem, instead: [] };
}

function isReferences(line: string, forms: Forms): boolean {
  const { claims, faults, text } = parseLine(line, forms);
  return claims.length > 0 && faults.length === 0 && text === undefined;
}
