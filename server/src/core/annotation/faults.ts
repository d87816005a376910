import type { Form, Forms } from "../reference/forms.ts";
import { formatReference, type Reference } from "../reference.ts";
import { nearest } from "../similarity.ts";
import { identify, idOf, isReference, type Unclear, type WrittenId } from "./identify.ts";
import type { Fault, ParsedRepair, WrittenPart } from "./parsed.ts";
import type { Span } from "./reader.ts";

/** A piece of the line in quotation marks, short enough for a message. */
export function quote(text: string): string {
  const trimmed = text.replace(/^[\s"]+/, "").replace(/(?<![\s"])[\s"]+$/, "");
  return trimmed.length <= 40 ? `"${trimmed}"` : `"${trimmed.slice(0, 39).trimEnd()}…"`;
}

/** The repair that writes references in the place of what was read. */
export function changeTo({ start, end }: Span, ...references: Reference[]): ParsedRepair {
  const newText = references.map(formatReference).join(", ");
  return { start, end, title: `Change to ${newText}`, newText };
}

/** Nothing is named at all. */
export function nothingNamed({ start, end }: Span, behind: string): Fault {
  const message = `${behind} names no requirement. Write one behind it, such as CR 1.5.`;
  return { start, end, message, repairs: [] };
}

/** `CR 6.2.1`, `CR 1`, `SR 1`: the kind is known, the number does not fit it. */
export function unclearId(
  { start, end }: Span,
  line: string,
  id: WrittenId,
  unclear: Unclear,
  foreign: ForeignPart,
): Fault {
  const span = { start, end };
  switch (unclear.why) {
    case "numbers":
      return wrongNumber(span, quoted(span, line), id, unclear.forms);
    case "practice-or-system":
      return practiceOrSystem(span, quoted(span, line), id);
    case "no-kind":
      return noKind(span, quoted(span, line), id);
    case "part":
      return wrongPart(span, id, unclear, foreign);
  }
}

function wrongNumber(span: Span, written: string, id: WrittenId, forms: readonly Form[]): Fault {
  const { kind, numbers } = id;
  const [form] = forms;
  const example = form?.example ?? "CR 1.5";
  const message = `${written} is no id of a requirement. Write one such as ${example}.`;
  const [a = "", b = "", c] = numbers;
  if (kind === undefined || c === undefined || form?.numbers[1] !== 2) {
    return { ...span, message, repairs: [] };
  }
  const base = identify(idOf(id.forms, kind, [a, b]));
  if (!isReference(base) || numbers.length > 3) return { ...span, message, repairs: [] };
  const enhancement = Number(c);
  const repairs = [changeTo(span, base)];
  if (enhancement > 0 && enhancement < 10) repairs.push(changeTo(span, { ...base, enhancement }));
  return { ...span, message, repairs };
}

function practiceOrSystem(span: Span, written: string, id: WrittenId): Fault {
  const { forms, kind = "", numbers } = id;
  const practice = identify(idOf(forms, kind, numbers, true));
  const repairs = isReference(practice) ? [changeTo(span, practice)] : [];
  const message = `${written} can be ${kind}-${numbers[0]} of part 4-1 or the beginning of a system requirement of part 3-3, such as ${kind} ${numbers[0]}.1. Write the one that is meant.`;
  return { ...span, message, repairs };
}

function noKind(span: Span, written: string, { forms, part, numbers }: WrittenId): Fault {
  const kinds = part === undefined ? ["CR", "SR"] : part === "4-2" ? ["CR"] : ["SR"];
  const guesses = kinds.map((kind) => identify(idOf(forms, kind, numbers)));
  const repairs = guesses
    .filter(isReference)
    .filter((it) => part === undefined || it.part === part)
    .map((it) => changeTo(span, it));
  const message = `${written} does not say what kind of requirement it is. Write its letters as well, such as CR 1.5.`;
  return { ...span, message, repairs };
}

/** A part that the id does not belong to, and where it is written. */
export interface ForeignPart {
  /** Behind the marker; absent when it is written in front of the id. */
  readonly marker: WrittenPart | undefined;
  /** Whether other ids of the line do belong to it. */
  readonly fitsOthers: boolean;
}

function wrongPart(
  span: Span,
  id: WrittenId,
  { form, reference }: Extract<Unclear, { why: "part" }>,
  { marker, fitsOthers }: ForeignPart,
): Fault {
  const message = `${reference.id} belongs to part ${form.part}, not to part ${id.part}. Leave the part out or correct the id.`;
  const repairs: ParsedRepair[] = [];
  if (marker === undefined) repairs.push(changeTo(span, reference));
  else if (!fitsOthers) repairs.push(changePart(marker, form.part));
  const kind = id.part === "3-3" ? "SR" : "CR";
  const sameNumber = identify(idOf(id.forms, kind, id.numbers));
  if (isReference(sameNumber) && sameNumber.part === id.part) {
    repairs.push(changeTo(span, sameNumber));
  }
  if (marker !== undefined) {
    const newText = `${form.part} ${reference.id}`;
    repairs.push({ ...span, title: `Change to ${newText}`, newText });
  }
  return { ...span, message, repairs };
}

function changePart({ start, end }: Span, part: string): ParsedRepair {
  return { start, end, title: `Change the part to ${part}`, newText: `-${part}` };
}

/** `JCR 1.14`: letters that no part of the series uses. */
export function unknownKind(
  forms: Forms,
  span: Span,
  kind: string,
  numbers: readonly string[],
): Fault {
  const written = `${kind} ${numbers.join(".")}`;
  const usesDot = (near: string) => forms.of(near).some((it) => it.numbers[1] === 2);
  const repairs = nearest(kind, forms.kinds, 3)
    .map((near) => identify(idOf(forms, near, numbers, !usesDot(near))))
    .filter(isReference)
    .map((it) => changeTo(span, it));
  const message =
    kind.toUpperCase() === "FR"
      ? `${quote(written)} is a foundational requirement. Name one of its requirements, such as CR 1.1.`
      : `${quote(written)} is no id of a requirement: the series has none that begin with ${kind}. Write one such as CR 1.5.`;
  return { ...span, message, repairs };
}

/** `CR` without a number, or a part without an id. */
export function noNumber({ start, end }: Span, line: string, id: WrittenId | undefined): Fault {
  if (id?.kind === undefined) return nothingNamed({ start, end }, quoted({ start, end }, line));
  const example = id.forms.of(id.kind)[0]?.example ?? "CR 1.5";
  const message = `${quoted({ start, end }, line)} names no requirement. Write its number as well, such as ${example}.`;
  return { start, end, message, repairs: [] };
}

/** `RE(1)` without a requirement in front of it. */
export function needsBase(span: Span, line: string): Fault {
  const message = `${quoted(span, line)} does not say which requirement it enhances. Write that in front of it, such as CR 1.1 RE(1).`;
  return { start: span.start, end: span.end, message, repairs: [] };
}

/** `CR 1.3–1.5`: each requirement has to be named, so that a reader can search for it. */
export function writtenRange(span: Span, line: string, references: readonly Reference[]): Fault {
  const { start, end } = span;
  const message = `${quoted(span, line)} is a range. Name each requirement, with commas between them.`;
  const newText = references.map(formatReference).join(", ");
  const repairs = newText === "" ? [] : [{ start, end, title: "Write the range out", newText }];
  return { start, end, message, repairs };
}

/** An id with something glued to it: `CR 1.5a`, `SR 4.x`, `CR 1.1-RE`. */
export function unreadableId(
  { start, end }: Span,
  line: string,
  id: WrittenId,
  glued: string,
  unnumbered: Span | undefined,
): Fault {
  const span = { start, end };
  const written = quoted(span, line);
  const reference = identify(id);
  const repair = (suffix: Partial<Reference>) =>
    isReference(reference) ? [changeTo(span, { ...reference, ...suffix })] : [];
  if (unnumbered !== undefined) {
    const message = `${written} does not say which enhancement is meant. Write its number, such as RE(1).`;
    return {
      ...span,
      message,
      repairs: glued === "" ? [...repair({}), ...repair({ enhancement: 1 })] : [],
    };
  }
  if (/^\.[xn*]$/i.test(glued)) {
    const message = `${written} stands for several requirements. Name each of them, such as ${id.kind ?? "CR"} ${id.numbers[0]}.1.`;
    return { ...span, message, repairs: [] };
  }
  if (glued.startsWith(",")) {
    const decimal = identify({ ...id, numbers: [...id.numbers, glued.slice(1)] });
    const message = `${written} has a comma in its number. Write a full stop there.`;
    return { ...span, message, repairs: isReference(decimal) ? [changeTo(span, decimal)] : [] };
  }
  const item = /^\.?([a-z])$/.exec(glued)?.[1];
  const message = `${written} is no id of a requirement. Put a comma or a colon behind the id, or correct it.`;
  return { ...span, message, repairs: item === undefined ? [] : repair({ item }) };
}

function quoted({ start, end }: Span, line: string): string {
  return quote(line.slice(start, end));
}
