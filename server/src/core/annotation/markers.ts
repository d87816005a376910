import type { Comment, Comments } from "../comments.ts";

/** A place where a line of a comment begins with the word. */
export interface Marker {
  readonly kind: "annotation" | "ignore-file" | "ignore-next-line";
  /** Offset of the `@`, or of the directive's first letter. */
  readonly start: number;
  /** Offset behind the last character of the comment's line. */
  readonly end: number;
  readonly comment: Comment;
}

const NUMBER = "62443";
const NAME = "iec62443";
const SPACE = 32;
const DASH = 45;
const DIRECTIVE = /iec62443-ignore-(file|next-line)(?![\w-])/iy;

/** Every marker and directive that begins a line of a comment, in order. Reads no further than the last. */
export function* markersIn(text: string, comments: Comments): Iterable<Marker> {
  const { found } = comments;
  let index = 0;
  for (const name of namesIn(text)) {
    const directive = directiveAt(text, name);
    if (directive === undefined && !isMarked(text, name)) continue;
    comments.readTo(name + 1);
    while ((found[index]?.contentEnd ?? Number.POSITIVE_INFINITY) <= name) index++;
    const comment = found[index];
    if (comment === undefined || comment.contentStart > name) continue;
    const marker = markerAt(text, name, comment, directive);
    if (marker !== undefined) yield marker;
  }
}

/** Offset of every `iec62443`, in any case. */
function* namesIn(text: string): Iterable<number> {
  for (let at = nextName(text, 0); at !== -1; at = nextName(text, at + NAME.length)) yield at;
}

function markerAt(
  text: string,
  name: number,
  comment: Comment,
  directive: string | undefined,
): Marker | undefined {
  const hasSign = name > comment.contentStart && text.charAt(name - 1) === "@";
  const start = hasSign ? name - 1 : name;
  if (directive === undefined && !hasSign) return undefined;
  if (!beginsLine(text, start, comment.contentStart)) return undefined;
  const kind = directive === undefined ? "annotation" : (`ignore-${directive}` as Marker["kind"]);
  return { kind, start, end: lineEnd(text, start, comment.contentEnd), comment };
}

/** What a directive asks to be ignored, in small letters; nothing where none is. */
function directiveAt(text: string, name: number): string | undefined {
  if (text.charAt(name + NAME.length) !== "-") return undefined;
  DIRECTIVE.lastIndex = name;
  return DIRECTIVE.exec(text)?.[1]?.toLowerCase();
}

function isMarked(text: string, name: number): boolean {
  return name > 0 && text.charAt(name - 1) === "@" && endsName(text, name + NAME.length);
}

/** `@iec62443/x`, `@iec62443.x` and `@iec62443x` are names of something else. */
function endsName(text: string, end: number): boolean {
  const unit = text.charCodeAt(end);
  if (unit === SPACE || unit === DASH) return true;
  return !/[\p{L}\p{N}_/.]/u.test(String.fromCodePoint(text.codePointAt(end) ?? SPACE));
}

function nextName(text: string, from: number): number {
  const letters = NAME.length - NUMBER.length;
  let at = text.indexOf(NUMBER, from);
  for (; at !== -1; at = text.indexOf(NUMBER, at + NUMBER.length)) {
    const start = at - letters;
    if (start >= 0 && text.slice(start, at).toLowerCase() === "iec") return start;
  }
  return -1;
}

/** Whether the text holds the word at all, so that it is worth to find its comments. */
export function holdsMarker(text: string): boolean {
  for (const name of namesIn(text)) {
    if (name > 0 && text.charAt(name - 1) === "@") return true;
  }
  return false;
}

/** Offset of the first `@iec62443` that stands as a word, wherever it stands. */
export function firstWord(text: string): number | undefined {
  for (const name of namesIn(text)) {
    const isMarked = name > 0 && text.charAt(name - 1) === "@";
    const isWord = isMarked && !/[\p{L}\p{N}_]/u.test(text.charAt(name - 2));
    DIRECTIVE.lastIndex = name;
    if (isWord && endsName(text, name + NAME.length) && !DIRECTIVE.test(text)) return name - 1;
  }
  return undefined;
}

/** Whether a file of no known language asks to be left alone. */
export function asksToBeIgnored(text: string): boolean {
  return /iec62443-ignore-file(?![\w-])/i.test(text);
}

const MARKS = "*!/#-;%<|+>:=~&^\\";
const QUOTES = "\"'";

/**
 * Whether nothing but the comment's own marks stands before an offset on its line. A quotation mark
 * is a mark only with a blank behind it: glued to the word it quotes the word.
 */
export function beginsLine(text: string, offset: number, contentStart: number): boolean {
  for (let i = offset - 1; i >= contentStart; i--) {
    const unit = text.charAt(i);
    if (unit === "\n" || unit === "\r") return true;
    if (/\s/.test(unit) || unit === "\ufeff") continue;
    if (QUOTES.includes(unit)) {
      if (i === offset - 1) return false;
    } else if (!MARKS.includes(unit)) return false;
  }
  return true;
}

/** Offset behind the last character of the comment's line that holds an offset. */
export function lineEnd(text: string, offset: number, contentEnd: number): number {
  let end = offset;
  while (end < contentEnd && text.charAt(end) !== "\n" && text.charAt(end) !== "\r") end++;
  return withoutFrame(text, offset, end);
}

const FRAME = "*#|;=%+-/";

/** Leaves out blanks, and the right side of a frame drawn around a comment. */
function withoutFrame(text: string, start: number, end: number): number {
  const trimmed = trimEnd(text, start, end);
  const mark = text.charAt(trimmed - 1);
  let inner = trimmed;
  while (inner > start && text.charAt(inner - 1) === mark) inner--;
  const isFrame = FRAME.includes(mark) && inner < trimmed && /\s/.test(text.charAt(inner - 1));
  return isFrame ? trimEnd(text, start, inner) : trimmed;
}

function trimEnd(text: string, start: number, end: number): number {
  let trimmed = end;
  while (trimmed > start && /\s/.test(text.charAt(trimmed - 1))) trimmed--;
  return trimmed;
}
