import { CST, Lexer } from "yaml";
import { formatByteSize } from "../core/byteSize.ts";

/** What a text is and how large it may be. */
export interface YamlBounds {
  /** As in `a project file`. */
  readonly name: string;
  /** Up to one mebibyte a whole number of kibibytes. */
  readonly mostCharacters: number;
  /** What to do about a larger one. */
  readonly whenTooLarge: string;
}

/** Deeper than any file of ours needs. */
const MOST_DEPTH = 20;
/** More than any list on one line needs. */
const MOST_TOKENS_OF_LINE = 2000;

/** Why a text is not parsed from some place on. */
export interface Refusal {
  /** What is wrong. */
  readonly offset: number;
  readonly message: string;
  /** How much of the text can be parsed: up to the item or key that holds what is wrong. */
  readonly readable: number;
}

/**
 * Looks at a YAML text's tokens before it is parsed. The parser goes down with the nesting, and some
 * texts of a few kilobytes end the whole process with it, which nothing could catch.
 */
export function refusalOf(text: string, bounds: YamlBounds): Refusal | undefined {
  const { name, mostCharacters, whenTooLarge } = bounds;
  const head = text.slice(0, mostCharacters);
  const found = nestingProblem(head, name);
  if (found !== undefined) return { ...found, readable: startOfEntry(head, found.offset) };
  if (text.length <= mostCharacters) return undefined;
  const readable = startOfEntry(head, mostCharacters);
  const most = formatByteSize(mostCharacters);
  const message = `This file is too large for a ${name}: more than ${most}. ${whenTooLarge}`;
  return { offset: readable, message, readable };
}

/**
 * Where the last item of a list or key at the top begins before an offset: half an item could say
 * something else than the whole. Zero where there is none.
 */
function startOfEntry(text: string, offset: number): number {
  const lines = text.slice(0, offset).matchAll(/^(?! *(?:#|\r?$))( *)(-(?=[ \r\n]|$)|[^\s\]}])/gm);
  let entry = 0;
  let dashes: number | undefined;
  for (const { index, 1: space = "", 2: mark } of lines) {
    if (mark === "-") {
      dashes ??= space.length;
      if (space.length === dashes) entry = index;
    } else if (space === "") {
      dashes = undefined;
      entry = index;
    }
  }
  return entry;
}

function nestingProblem(
  text: string,
  name: string,
): Pick<Refusal, "offset" | "message"> | undefined {
  const nesting = new Nesting(name);
  let offset = 0;
  for (const token of new Lexer().lex(text)) {
    const isMark = token === CST.DOCUMENT || token === CST.FLOW_END || token === CST.SCALAR;
    const problem = nesting.take(token);
    if (problem !== undefined) return { offset: Math.min(offset, text.length), message: problem };
    if (!isMark) offset += token.length;
  }
  return undefined;
}

/** How deep the tokens so far are nested at most: by indentation, by dashes of a line, by brackets. */
class Nesting {
  readonly #indents: number[] = [];
  #brackets = 0;
  #dashes = 0;
  #column = 0;
  #tokens = 0;
  #atIndent = true;
  readonly #name: string;

  constructor(name: string) {
    this.#name = name;
  }

  take(token: string): string | undefined {
    const type = CST.tokenType(token);
    if (type === "newline" || token.includes("\n")) this.#newLine(token);
    else if (type === "flow-map-start" || type === "flow-seq-start") this.#brackets++;
    else if (type === "flow-map-end" || type === "flow-seq-end") this.#brackets--;
    else if (type === "seq-item-ind" || type === "explicit-key-ind") this.#dashes++;
    if (this.#atIndent && type !== "newline" && type !== "space") this.#indent();
    if (type === "space") this.#column += token.length;
    this.#tokens++;
    if (this.#tokens > MOST_TOKENS_OF_LINE)
      return `This line is too long for a ${this.#name}. Break it.`;
    const depth = this.#indents.length + this.#dashes + Math.max(this.#brackets, 0);
    return depth > MOST_DEPTH
      ? `This is nested too deep for a ${this.#name}. Flatten it.`
      : undefined;
  }

  #newLine(token: string): void {
    this.#dashes = 0;
    this.#tokens = 0;
    this.#atIndent = true;
    this.#column = token.length - token.lastIndexOf("\n") - 1;
  }

  #indent(): void {
    while ((this.#indents.at(-1) ?? -1) >= this.#column) this.#indents.pop();
    this.#indents.push(this.#column);
    this.#atIndent = false;
  }
}
