import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type * as TreeSitter from "@vscode/tree-sitter-wasm";

const require = createRequire(import.meta.url);
const { Language, Parser } = require("@vscode/tree-sitter-wasm") as typeof TreeSitter;
const FOLDER = dirname(require.resolve("@vscode/tree-sitter-wasm"));

const COMMENT_TYPES = ["comment", "line_comment", "block_comment", "js_comment", "html_comment"];

/** A stretch of a text in UTF-16 offsets, its end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What a grammar says about a text. */
export interface Opinion {
  /** In the order of the text. */
  readonly comments: readonly Stretch[];
  /** Whether the grammar could not read all of it. */
  readonly gaveUp: boolean;
}

/** A grammar of `@vscode/tree-sitter-wasm`, asked for comments. */
export class Grammar {
  readonly #parser: InstanceType<typeof Parser>;

  private constructor(parser: InstanceType<typeof Parser>) {
    this.#parser = parser;
  }

  static async load(name: string): Promise<Grammar> {
    await Parser.init({ locateFile: (file) => join(FOLDER, file) });
    const parser = new Parser();
    parser.setLanguage(await Language.load(join(FOLDER, `tree-sitter-${name}.wasm`)));
    return new Grammar(parser);
  }

  opinionOn(text: string): Opinion {
    const tree = this.#parser.parse(text);
    if (tree === null) throw new Error("The grammar gave no tree.");
    const nodes = tree.rootNode.descendantsOfType(COMMENT_TYPES);
    const comments = nodes.flatMap((it) =>
      it === null ? [] : [trimmed(text, it.startIndex, it.endIndex)],
    );
    const gaveUp = tree.rootNode.hasError;
    tree.delete();
    return { comments, gaveUp };
  }
}

/** Without blanks and line ends at the end: some grammars count them in. */
export function trimmed(text: string, start: number, end: number): Stretch {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}
