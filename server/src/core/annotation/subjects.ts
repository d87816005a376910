import type { Subject } from "../annotation.ts";
import type { Comment, Comments } from "../comments.ts";
import { detached, type TextLines } from "../text.ts";

const LONGEST_SUBJECT = 120;
/** No more comments than these are cut out of one line, so that no line costs too much. */
const MOST_PIECES = 200;

/** Finds the code that annotations stand for. */
export class Subjects {
  readonly #lines: TextLines;
  readonly #comments: Comments;
  readonly #plain: Finders;
  readonly #inMarkup: Finders;

  constructor(lines: TextLines, comments: Comments) {
    this.#lines = lines;
    this.#comments = comments;
    this.#plain = findersIn(lines.text, comments, endOfBlank);
    this.#inMarkup = findersIn(lines.text, comments, endOfMarkup);
  }

  /** The code in front of the annotation on its line, else the first line with code behind it. */
  of(offset: number, comment: Comment): Subject | undefined {
    const { text } = this.#lines;
    const isPlant = this.#isInPlantXml(comment);
    const finders = isPlant ? this.#inMarkup : this.#plain;
    const lineStart = this.#lines.startOf(this.#lines.lineAt(offset));
    const inFront = finders.inFront.after(lineStart);
    const [start, limit] =
      inFront < comment.start
        ? [inFront, comment.start]
        : [finders.behind.after(comment.end), text.length];
    if (start >= text.length) return undefined;
    const line = this.#lines.lineAt(start);
    const code = this.#code(start, Math.min(limit, this.#lines.endOf(line)));
    return { text: isPlant ? withoutMarkup(code) : code, line };
  }

  /** Whether a comment is one of a language inside of XML: the markup around it is no code. */
  #isInPlantXml({ start, end }: Comment): boolean {
    if (!this.#comments.language.isPlantXml) return false;
    return end > start && !this.#lines.text.startsWith("<!--", start);
  }

  #code(start: number, end: number): string {
    let code = "";
    let from = start;
    this.#comments.readTo(start + 1);
    let index = indexAt(this.#comments.found, start);
    for (
      let pieces = 0;
      pieces < MOST_PIECES && from < end && code.length <= LONGEST_SUBJECT;
      pieces++
    ) {
      this.#comments.readTo(Math.min(end, from + LONGEST_SUBJECT + 1));
      const comment = this.#comments.found[index++];
      const to = Math.min(comment?.start ?? end, end, from + LONGEST_SUBJECT + 1);
      code += this.#lines.text.slice(from, to);
      from = Math.max(to, comment?.end ?? end);
    }
    return detached(shorten(code.trim()));
  }
}

/** What a line of code is followed by in an element: `]]></Line>`. */
function withoutMarkup(code: string): string {
  const [text = ""] = code.split(/\]\]>|<\//, 1);
  return text.trimEnd();
}

function shorten(code: string): string {
  if (code.length <= LONGEST_SUBJECT) return code;
  const isInsidePair = /[\uD800-\uDBFF]/.test(code.charAt(LONGEST_SUBJECT - 1));
  return code.slice(0, LONGEST_SUBJECT - (isInsidePair ? 1 : 0)).trimEnd();
}

/** So far ahead comments are read at a time; code is mostly found within. */
const AHEAD = 200;

interface Finders {
  readonly inFront: CodeFinder;
  readonly behind: CodeFinder;
}

/** Where something ends that is no code; the offset itself where code begins. */
type EndOfNoCode = (text: string, at: number) => number;

function findersIn(text: string, comments: Comments, endOf: EndOfNoCode): Finders {
  return {
    inFront: new CodeFinder(text, comments, endOf),
    behind: new CodeFinder(text, comments, endOf),
  };
}

/** Finds the next code behind an offset; remembers the last answer, which serves a run of comments. */
class CodeFinder {
  readonly #text: string;
  readonly #comments: Comments;
  readonly #endOf: EndOfNoCode;
  #from = 0;
  #found = -1;

  constructor(text: string, comments: Comments, endOf: EndOfNoCode) {
    this.#text = text;
    this.#comments = comments;
    this.#endOf = endOf;
  }

  /** Offset of the first unit that is neither blank nor in a comment; the text's length for none. */
  after(offset: number): number {
    if (offset < this.#from || offset > this.#found) {
      this.#from = offset;
      this.#found = this.#find(offset);
    }
    return this.#found;
  }

  #find(offset: number): number {
    const { found } = this.#comments;
    let known = this.#comments.readTo(offset + AHEAD);
    let index = indexAt(found, offset);
    for (let at = offset; at < this.#text.length; ) {
      if (at >= known) known = this.#comments.readTo(at + AHEAD);
      const comment = found[index];
      if (comment !== undefined && comment.start <= at) {
        at = Math.max(at, comment.end);
        index++;
        continue;
      }
      const end = this.#endOf(this.#text, at);
      if (end === at) return at;
      at = end;
    }
    return this.#text.length;
  }
}

function endOfBlank(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit <= 32 || unit === 0xa0 || unit === 0xfeff ? at + 1 : at;
}

const CDATA = "<![CDATA[";
const END_OF_CDATA = "]]>";

/** Tags and the marks of CDATA are no code either. No line of code begins with an angle bracket. */
function endOfMarkup(text: string, at: number): number {
  if (text.startsWith(CDATA, at)) return at + CDATA.length;
  if (text.startsWith(END_OF_CDATA, at)) return at + END_OF_CDATA.length;
  if (text.charAt(at) !== "<") return endOfBlank(text, at);
  const end = text.indexOf(">", at);
  return end === -1 ? text.length : end + 1;
}

/** Index of the first comment that ends behind an offset. */
function indexAt(comments: readonly Comment[], offset: number): number {
  let low = 0;
  let high = comments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((comments[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
