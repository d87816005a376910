import { CST, Lexer } from "yaml";

/** Larger than any project file that people write. */
const MOST_CHARACTERS = 128 * 1024;
/** Deeper than any project file needs. */
const MOST_DEPTH = 20;
/** More than any list on one line needs. */
const MOST_TOKENS_OF_LINE = 2000;

/** Why a text is not parsed at all, and where. */
export interface Refusal {
  readonly offset: number;
  readonly message: string;
}

/**
 * Looks at a YAML text's tokens before it is parsed. The parser goes down with the nesting, and some
 * texts of a few kilobytes end the whole process with it, which nothing could catch.
 */
export function refusalOf(text: string): Refusal | undefined {
  if (text.length > MOST_CHARACTERS) {
    return { offset: 0, message: "This file is too large for a project file. Shorten it." };
  }
  const nesting = new Nesting();
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
      return "This line is too long for a project file. Break it.";
    const depth = this.#indents.length + this.#dashes + Math.max(this.#brackets, 0);
    return depth > MOST_DEPTH
      ? "This is nested too deep for a project file. Flatten it."
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
