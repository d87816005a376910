import {
  type Annotation,
  type Claim,
  type Malformed,
  RELATIONS,
  type TextEdit,
} from "../annotation.ts";
import type { Reference } from "../reference.ts";
import type { FileScan } from "../scan.ts";
import type { Range } from "../text.ts";
import * as layout from "./layout.ts";

/** So many references are looked at before one is written again: no text with many costs too much. */
const LOOKED_AT = 32;

/** Writes one scan. */
export class ScanWriter {
  readonly #values: layout.Value[] = [];
  /** Those written. */
  readonly #references: Reference[] = [];
  #line = 0;

  write({ annotations, malformed, unknownFileType }: FileScan): string {
    this.#values.push(annotations.length);
    for (const it of annotations) this.#annotation(it);
    this.#values.push(malformed.length);
    for (const it of malformed) this.#malformed(it);
    if (unknownFileType !== undefined) this.#lineAndSpan(unknownFileType);
    return JSON.stringify(this.#values);
  }

  #annotation(annotation: Annotation): void {
    const { range, relationRange, claims, text, textRange, subject, normalised } = annotation;
    this.#lineAndSpan(range);
    this.#values.push(fieldsOf(annotation));
    if (relationRange !== undefined) this.#span(relationRange);
    this.#values.push(claims.length);
    for (const it of claims) this.#claim(it);
    if (text !== undefined && textRange !== undefined) {
      this.#edit({ range: textRange, newText: text });
    }
    if (subject !== undefined) this.#values.push(subject.line - this.#line, subject.text);
    if (normalised !== undefined) this.#edit(normalised);
  }

  #claim({ reference, range }: Claim): void {
    const at = this.#placeOf(reference);
    this.#span(range);
    this.#values.push(at);
    if (at < this.#references.length) return;
    this.#references.push(reference);
    this.#reference(reference);
  }

  #placeOf(reference: Reference): number {
    const { length } = this.#references;
    for (let at = length - 1; at >= Math.max(length - LOOKED_AT, 0); at--) {
      if (isSame(this.#references[at], reference)) return at;
    }
    return length;
  }

  #reference({ part, id, edition, enhancement, item }: Reference): void {
    const fields =
      (enhancement === undefined ? 0 : layout.HAS_ENHANCEMENT) |
      (item === undefined ? 0 : layout.HAS_ITEM) |
      (edition === undefined ? 0 : layout.HAS_EDITION);
    this.#values.push(part, id, fields);
    if (edition !== undefined) this.#values.push(edition);
    if (enhancement !== undefined) this.#values.push(enhancement);
    if (item !== undefined) this.#values.push(item);
  }

  #malformed({ range, message, repairs, words }: Malformed): void {
    this.#lineAndSpan(range);
    if (words === undefined) this.#values.push(message, 0);
    else this.#values.push(message, layout.HAS_WORDS, words);
    this.#values.push(repairs.length);
    for (const it of repairs) {
      this.#edit(it);
      this.#values.push(it.title);
    }
  }

  #edit({ range, newText }: TextEdit): void {
    this.#span(range);
    this.#values.push(newText);
  }

  #lineAndSpan(range: Range): void {
    const { line } = range.start;
    this.#values.push(line - this.#line);
    this.#line = line;
    this.#span(range);
  }

  #span({ start, end }: Range): void {
    this.#values.push(start.character, end.character);
  }
}

function fieldsOf({ relation, relationRange, text, subject, normalised }: Annotation): number {
  return (
    RELATIONS.indexOf(relation) |
    (relationRange === undefined ? 0 : layout.HAS_RELATION_RANGE) |
    (text === undefined ? 0 : layout.HAS_TEXT) |
    (subject === undefined ? 0 : layout.HAS_SUBJECT) |
    (normalised === undefined ? 0 : layout.HAS_NORMALISED)
  );
}

/** Whether both are written alike; `sameReference` lets an edition that is left out fit any. */
function isSame(a: Reference | undefined, b: Reference): boolean {
  return (
    a?.id === b.id &&
    a.part === b.part &&
    a.enhancement === b.enhancement &&
    a.item === b.item &&
    a.edition === b.edition
  );
}
