import { type Document, isAlias, isMap, isNode, isScalar, isSeq, parseDocument } from "yaml";
import type { Catalog } from "../core/catalog.ts";
import type { Project } from "../core/project.ts";
import type { MapEntry, ProjectNode } from "../core/projectFile/node.ts";
import { INVALID_PROJECT_FILE } from "../core/projectFile/problems.ts";
import { projectOfFile } from "../core/projectFile.ts";
import type { Finding } from "../core/rules/rule.ts";
import { type Range, TextLines } from "../core/text.ts";
import { type Refusal, refusalOf } from "./yamlGuard.ts";

/** The parser's complaints beyond these would only repeat the first ones. */
const MOST_SYNTAX_PROBLEMS = 20;

/**
 * Reads an `iec62443.yaml`. Whatever is wrong in it, down to its syntax, is among the project's
 * problems with its place; the rest still counts.
 */
export function readProjectFile(
  text: string,
  file: string,
  root: string,
  ruleCodes: readonly string[],
  catalog: Catalog,
): Project {
  const lines = new TextLines(text);
  const { node, syntax, isSound } = readYaml(text, lines);
  const context = { file, root, ruleCodes, catalog, syntax };
  return projectOfFile(node, isSound ? { ...context, lines } : context);
}

interface ReadYaml {
  readonly node: ProjectNode;
  readonly syntax: readonly Finding[];
  /** Whether every place in it is known for certain. */
  readonly isSound: boolean;
}

function readYaml(text: string, lines: TextLines): ReadYaml {
  // The parser takes a lone CR for a letter; here it ends a line, as everywhere.
  const unified = text.replaceAll(/\r(?!\n)/g, "\n");
  const refusal = refusalOf(unified);
  const whole = refusal === undefined ? unified : unified.slice(0, refusal.readable);
  const document = parse(whole);
  if (document === undefined) return unread({ ...TOO_DEEP, readable: 0 }, lines);
  if (refusal !== undefined && refusal.readable === 0) return unread(refusal, lines);
  const problems = [...document.errors, ...document.warnings].slice(0, MOST_SYNTAX_PROBLEMS);
  const syntax = problems.map(({ message, pos: [start, end] }) =>
    syntaxError(lines.range(start, Math.max(start, end)), asSentence(message)),
  );
  const reader = new TreeReader(lines);
  const node = reader.read(document.contents);
  return {
    node,
    syntax: [...syntax, ...reader.problems, ...(refusal ? [cut(refusal, lines)] : [])],
    isSound: problems.length === 0 && refusal === undefined && !reader.hasAliases,
  };
}

function unread(refusal: Refusal, lines: TextLines): ReadYaml {
  const found = syntaxError(lineOf(refusal, lines), refusal.message);
  return { node: nothing(found.range), syntax: [found], isSound: false };
}

/** What is behind the refused place is not read; what stands before it counts. */
function cut(refusal: Refusal, lines: TextLines): Finding {
  const { line } = lines.positionAt(refusal.readable);
  const message = `${refusal.message} Nothing is read from line ${line + 1} on.`;
  return syntaxError(lineOf(refusal, lines), message);
}

/** From the refused place to the end of its line. */
function lineOf({ offset }: Refusal, lines: TextLines): Range {
  const place = lines.positionAt(offset);
  return lines.range(offset, lines.offsetAt({ ...place, character: Infinity }));
}

const TOO_DEEP = {
  offset: 0,
  message: "This is nested too deep for a project file. Flatten it.",
};

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

  constructor(lines: TextLines) {
    this.#lines = lines;
  }

  read(node: unknown): ProjectNode {
    const range = this.#rangeOf(node);
    if (isAlias(node)) {
      this.hasAliases = true;
      this.#problem(range, "An alias is not used in a project file. Write the value out.");
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
    this.problems.push(syntaxError(range, message));
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

function syntaxError(range: Range, message: string): Finding {
  return { code: INVALID_PROJECT_FILE, level: "error", range, message, fixes: [] };
}

function asSentence(message: string): string {
  const first = message.split("\n", 1)[0]?.trim() ?? "";
  // The parser speaks to programmers here.
  if (first.includes("parseAllDocuments"))
    return "A project file is one document. Take out the --- and write the keys of all in one.";
  if (first.startsWith("Unresolved tag"))
    return "A tag, such as !!binary, is not used in a project file. Write the value alone.";
  return `${first.replace(/[.!?]$/, "")}. Correct the YAML here.`;
}
