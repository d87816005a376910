import {
  type Annotation,
  type Claim,
  type Malformed,
  RELATIONS,
  type Repair,
  type TextEdit,
} from "./annotation.ts";
import type { Reference } from "./reference.ts";
import type { FileScan } from "./scan.ts";
import type { Range } from "./text.ts";

/*
 * One JSON array of numbers and strings, in the order of the functions below: it is several times shorter than the
 * objects as JSON and read in a fraction of the time. Every range lies in one line, which is written once: an
 * annotation is one line, and what of it could not be read is a part of it. Lines count from the line before.
 */
type Value = number | string;

/** A number says which optional fields follow; an annotation's holds its relation in the lower bits. */
const HAS_RELATION_RANGE = 8;
const HAS_TEXT = 16;
const HAS_SUBJECT = 32;
const HAS_NORMALISED = 64;
const RELATION = HAS_RELATION_RANGE - 1;
const HAS_ENHANCEMENT = 1;
const HAS_ITEM = 2;
const HAS_EDITION = 4;

/** What a file says about requirements as a short text, to be sent and kept. */
export function textOfScan(scan: FileScan): string {
  return new ScanWriter().write(scan);
}

/** The scan of such a text; shares nothing with it. Throws for any other text. */
export function scanOfText(text: string): FileScan {
  return new ScanReader(JSON.parse(text)).read();
}

class ScanWriter {
  readonly #values: Value[] = [];
  /** The places of references by what they name: each is written where it is first named. */
  readonly #references = new Map<string, number>();
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
    const { range, relation, relationRange, claims, text, textRange } = annotation;
    const { subject, normalised } = annotation;
    const hasText = text !== undefined && textRange !== undefined;
    this.#lineAndSpan(range);
    this.#values.push(
      RELATIONS.indexOf(relation) |
        (relationRange ? HAS_RELATION_RANGE : 0) |
        (hasText ? HAS_TEXT : 0) |
        (subject ? HAS_SUBJECT : 0) |
        (normalised ? HAS_NORMALISED : 0),
    );
    if (relationRange) this.#span(relationRange);
    this.#values.push(claims.length);
    for (const it of claims) this.#claim(it);
    if (hasText) this.#edit({ range: textRange, newText: text });
    if (subject) this.#values.push(subject.line - this.#line, subject.text);
    if (normalised) this.#edit(normalised);
  }

  #claim({ reference, range }: Claim): void {
    const { part, id, edition, enhancement, item } = reference;
    const key = `${part}\n${id}\n${edition}\n${enhancement}\n${item}`;
    const known = this.#references.get(key);
    this.#span(range);
    this.#values.push(known ?? this.#references.size);
    if (known !== undefined) return;
    this.#references.set(key, this.#references.size);
    this.#reference(reference);
  }

  #reference({ part, id, edition, enhancement, item }: Reference): void {
    const has =
      (enhancement === undefined ? 0 : HAS_ENHANCEMENT) |
      (item === undefined ? 0 : HAS_ITEM) |
      (edition === undefined ? 0 : HAS_EDITION);
    this.#values.push(part, id, has);
    if (enhancement !== undefined) this.#values.push(enhancement);
    if (item !== undefined) this.#values.push(item);
    if (edition !== undefined) this.#values.push(edition);
  }

  #malformed({ range, message, repairs, words }: Malformed): void {
    this.#lineAndSpan(range);
    this.#values.push(message, words ?? 0, repairs.length);
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

class ScanReader {
  readonly #values: readonly unknown[];
  readonly #references: Reference[] = [];
  #at = 0;
  #line = 0;

  constructor(values: unknown) {
    if (!Array.isArray(values)) throw new Error("This is not the text of a scan.");
    this.#values = values;
  }

  read(): FileScan {
    const annotations = this.#many(() => this.#annotation());
    const malformed = this.#many(() => this.#malformed());
    if (this.#at === this.#values.length) return { annotations, malformed };
    const unknownFileType = this.#lineAndRange();
    if (this.#at !== this.#values.length) throw new Error("This is more than the text of a scan.");
    return { annotations, malformed, unknownFileType };
  }

  #many<T>(one: () => T): T[] {
    const many: T[] = [];
    for (let left = this.#number(); left > 0; left--) many.push(one());
    return many;
  }

  #annotation(): Annotation {
    const range = this.#lineAndRange();
    const has = this.#number();
    const relation = RELATIONS[has & RELATION] ?? unreadable();
    const relationRange = (has & HAS_RELATION_RANGE) !== 0 ? this.#range() : undefined;
    const claims = this.#many(() => this.#claim());
    const claimsRange = rangeOf(claims);
    const annotation: Writable<Annotation> =
      relationRange === undefined
        ? { range, relation, claims, claimsRange }
        : { range, relation, relationRange, claims, claimsRange };
    if ((has & HAS_TEXT) !== 0) {
      const textRange = this.#range();
      annotation.text = this.#string();
      annotation.textRange = textRange;
    }
    if ((has & HAS_SUBJECT) !== 0) {
      const line = this.#line + this.#number();
      annotation.subject = { text: this.#string(), line };
    }
    if ((has & HAS_NORMALISED) !== 0) {
      annotation.normalised = { range: this.#range(), newText: this.#string() };
    }
    return annotation;
  }

  #claim(): Claim {
    const range = this.#range();
    const at = this.#number();
    if (at === this.#references.length) this.#references.push(this.#reference());
    return { reference: this.#references[at] ?? unreadable(), range };
  }

  #reference(): Reference {
    const part = this.#string();
    const id = this.#string();
    const has = this.#number();
    const reference: Writable<Reference> = { part, id };
    if ((has & HAS_ENHANCEMENT) !== 0) reference.enhancement = this.#number();
    if ((has & HAS_ITEM) !== 0) reference.item = this.#string();
    if ((has & HAS_EDITION) !== 0) reference.edition = this.#string();
    return reference;
  }

  #malformed(): Malformed {
    const range = this.#lineAndRange();
    const message = this.#string();
    const words = this.#values[this.#at] === 0 ? this.#number() : this.#string();
    const repairs = this.#many(() => this.#repair());
    return words === 0 || typeof words === "number"
      ? { range, message, repairs }
      : { range, message, repairs, words };
  }

  #repair(): Repair {
    const range = this.#range();
    const newText = this.#string();
    return { title: this.#string(), range, newText };
  }

  #lineAndRange(): Range {
    this.#line += this.#number();
    return this.#range();
  }

  #range(): Range {
    const line = this.#line;
    return {
      start: { line, character: this.#number() },
      end: { line, character: this.#number() },
    };
  }

  #number(): number {
    const value = this.#values[this.#at++];
    return typeof value === "number" ? value : unreadable();
  }

  #string(): string {
    const value = this.#values[this.#at++];
    return typeof value === "string" ? value : unreadable();
  }
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

function rangeOf(claims: readonly Claim[]): Range {
  const first = claims[0]?.range ?? unreadable();
  const last = claims[claims.length - 1]?.range ?? first;
  return first === last ? first : { start: first.start, end: last.end };
}

function unreadable(): never {
  throw new Error("This is not the text of a scan.");
}
