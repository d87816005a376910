import { type Document, isAlias, isMap, isNode, isScalar, isSeq, parseDocument } from "yaml";
import type { MapEntry, ProjectNode } from "../core/projectFile/node.ts";
import type { Finding } from "../core/rules/rule.ts";
import { type Range, TextLines } from "../core/text.ts";
import { type Refusal, refusalOf, type YamlBounds } from "./yamlGuard.ts";

/** The parser's complaints beyond these would only repeat the first ones. */
const MOST_SYNTAX_PROBLEMS = 20;

/** What a YAML text is: for messages, and for the code of findings. */
export interface YamlKind extends YamlBounds {
  readonly code: string;
}

/** A YAML text as a plain tree with places; what is wrong with its syntax is a finding. */
export interface ReadYaml {
  readonly node: ProjectNode;
  readonly syntax: readonly Finding[];
  /** Present where every place in it is known for certain. */
  readonly lines?: TextLines;
}

/** Reads a YAML text, within bounds of its size and depth. */
export function readYaml(text: string, kind: YamlKind): ReadYaml {
  return new YamlReader(text, kind).read();
}

class YamlReader {
  readonly #text: string;
  readonly #lines: TextLines;
  readonly #kind: YamlKind;

  constructor(text: string, kind: YamlKind) {
    this.#text = text;
    this.#lines = new TextLines(text);
    this.#kind = kind;
  }

  read(): ReadYaml {
    const lines = this.#lines;
    // The parser takes a lone CR for a letter; here it ends a line, as everywhere.
    const unified = this.#text.replaceAll(/\r(?!\n)/g, "\n");
    const refusal = refusalOf(unified, this.#kind);
    const whole = refusal === undefined ? unified : unified.slice(0, refusal.readable);
    const document = parse(whole);
    if (document === undefined) return this.#unread({ ...this.#tooDeep(), readable: 0 });
    if (refusal !== undefined && refusal.readable === 0) return this.#unread(refusal);
    const problems = [...document.errors, ...document.warnings].slice(0, MOST_SYNTAX_PROBLEMS);
    const syntax = problems.map(({ message, pos: [start, end] }) =>
      this.#error(lines.range(start, Math.max(start, end)), this.#asSentence(message)),
    );
    const tree = new TreeReader(lines, this.#kind);
    const node = tree.read(document.contents);
    const isSound = problems.length === 0 && refusal === undefined && !tree.hasAliases;
    return {
      node,
      syntax: [...syntax, ...tree.problems, ...(refusal ? [this.#cut(refusal)] : [])],
      ...(isSound && { lines }),
    };
  }

  #unread(refusal: Refusal): ReadYaml {
    const found = this.#error(this.#lineOf(refusal), refusal.message);
    return { node: nothing(found.range), syntax: [found] };
  }

  /** What is behind the refused place is not read; what stands before it counts. */
  #cut(refusal: Refusal): Finding {
    const { line } = this.#lines.positionAt(refusal.readable);
    const message = `${refusal.message} Nothing is read from line ${line + 1} on.`;
    return this.#error(this.#lineOf(refusal), message);
  }

  /** From the refused place to the end of its line. */
  #lineOf({ offset }: Refusal): Range {
    const place = this.#lines.positionAt(offset);
    return this.#lines.range(offset, this.#lines.offsetAt({ ...place, character: Infinity }));
  }

  #tooDeep() {
    return { offset: 0, message: `This is nested too deep for a ${this.#kind.name}. Flatten it.` };
  }

  #error(range: Range, message: string): Finding {
    return { code: this.#kind.code, level: "error", range, message, fixes: [] };
  }

  #asSentence(message: string): string {
    const first = message.split("\n", 1)[0]?.trim() ?? "";
    // The parser speaks to programmers here.
    if (first.includes("parseAllDocuments"))
      return `A ${this.#kind.name} is one document. Take out the --- and write the keys of all in one.`;
    if (first.startsWith("Unresolved tag"))
      return `A tag, such as !!binary, is not used in a ${this.#kind.name}. Write the value alone.`;
    return `${first.replace(/[.!?]$/, "")}. Correct the YAML here.`;
  }
}

/** Keys that are written twice are found by us: the parser takes too long for that with many keys. */
function parse(text: string): Document | undefined {
  try {
    return parseDocument(text, { prettyErrors: false, uniqueKeys: false });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
}

/** Makes a plain tree with places of a parsed document. */
class TreeReader {
  readonly problems: Finding[] = [];
  /** An alias reads as nothing: an edit would write over what it stands for. */
  hasAliases = false;
  readonly #lines: TextLines;
  readonly #kind: YamlKind;

  constructor(lines: TextLines, kind: YamlKind) {
    this.#lines = lines;
    this.#kind = kind;
  }

  read(node: unknown): ProjectNode {
    const range = this.#rangeOf(node);
    if (isAlias(node)) {
      this.hasAliases = true;
      this.#problem(range, `An alias is not used in a ${this.#kind.name}. Write the value out.`);
      return nothing(range);
    }
    if (isSeq(node)) {
      const items = node.items.map((it) => this.read(it));
      return { kind: "sequence", items, range: withoutTail(range, node.flow, items.at(-1)) };
    }
    if (isMap(node)) {
      const { entries, last } = this.#entries(node.items);
      return { kind: "map", entries, range: withoutTail(range, node.flow, last) };
    }
    return { kind: "scalar", value: isScalar(node) ? scalarOf(node.value) : null, range };
  }

  #entries(pairs: readonly { key: unknown; value: unknown }[]): {
    readonly entries: readonly MapEntry[];
    readonly last: ProjectNode | undefined;
  } {
    const entries = new Map<string, MapEntry>();
    let last: ProjectNode | undefined;
    for (const { key, value } of pairs) {
      const keyRange = this.#rangeOf(key);
      const name = isScalar(key) ? String(key.value) : "";
      const node = value === null ? nothing(keyRange) : this.read(value);
      last = node;
      if (entries.has(name)) {
        this.#problem(keyRange, `The key ${name} is written twice. Take one of them out.`);
        continue;
      }
      entries.set(name, { key: name, keyRange, value: node });
    }
    return { entries: [...entries.values()], last };
  }

  #problem(range: Range, message: string): void {
    this.problems.push({ code: this.#kind.code, level: "error", range, message, fixes: [] });
  }

  #rangeOf(node: unknown): Range {
    const range = isNode(node) ? node.range : undefined;
    return range ? this.#lines.range(range[0], range[1]) : this.#lines.range(0, 0);
  }
}

/** Without the blank lines and comments that the parser gives to a list or map on lines of its own. */
function withoutTail(
  range: Range,
  flow: boolean | undefined,
  last: ProjectNode | undefined,
): Range {
  return flow === true || last === undefined ? range : { ...range, end: last.range.end };
}

/** Dates, big numbers and the like count as their text. */
function scalarOf(value: unknown): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    return value;
  }
  return String(value);
}

function nothing(range: Range): ProjectNode {
  return { kind: "scalar", value: null, range };
}
