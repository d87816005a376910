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
  readonly #inFront: CodeFinder;
  readonly #behind: CodeFinder;

  constructor(lines: TextLines, comments: Comments) {
    this.#lines = lines;
    this.#comments = comments;
    this.#inFront = new CodeFinder(lines.text, comments);
    this.#behind = new CodeFinder(lines.text, comments);
  }

  /** The code in front of the annotation on its line, else the first line with code behind it. */
  of(offset: number, comment: Comment): Subject | undefined {
    const lineStart = this.#lines.startOf(this.#lines.lineAt(offset));
    const inFront = this.#inFront.after(lineStart);
    if (inFront < comment.start) return this.#subject(inFront, comment.start);
    const behind = this.#behind.after(comment.end);
    return behind < this.#lines.text.length
      ? this.#subject(behind, this.#lines.text.length)
      : undefined;
  }

  #subject(start: number, limit: number): Subject | undefined {
    const line = this.#lines.lineAt(start);
    const text = this.#code(start, Math.min(limit, this.#lines.endOf(line)));
    return { text, line };
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

function shorten(code: string): string {
  if (code.length <= LONGEST_SUBJECT) return code;
  const isInsidePair = /[\uD800-\uDBFF]/.test(code.charAt(LONGEST_SUBJECT - 1));
  return code.slice(0, LONGEST_SUBJECT - (isInsidePair ? 1 : 0)).trimEnd();
}

/** So far ahead comments are read at a time; code is mostly found within. */
const AHEAD = 200;

/** Finds the next code behind an offset; remembers the last answer, which serves a run of comments. */
class CodeFinder {
  readonly #text: string;
  readonly #comments: Comments;
  #from = 0;
  #found = -1;

  constructor(text: string, comments: Comments) {
    this.#text = text;
    this.#comments = comments;
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
      } else if (isBlank(this.#text.charCodeAt(at))) at++;
      else return at;
    }
    return this.#text.length;
  }
}

function isBlank(unit: number): boolean {
  return unit <= 32 || unit === 0xa0 || unit === 0xfeff;
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
