import { type Document, isAlias, isMap, isScalar, isSeq, parseDocument } from "yaml";
import type { Catalog } from "../core/catalog.ts";
import type { Project } from "../core/project.ts";
import type { ProjectNode } from "../core/projectFile/node.ts";
import { INVALID_PROJECT_FILE } from "../core/projectFile/problems.ts";
import { projectOfFile } from "../core/projectFile.ts";
import type { Finding } from "../core/rules/rule.ts";
import { type Range, TextLines } from "../core/text.ts";

/** Deeper than any project file needs; a stack is not to be had by nesting brackets. */
const MOST_DEPTH = 20;
/** Larger than any project file written by people. */
const MOST_CHARACTERS = 1_000_000;

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
  const { node, syntax } = readYaml(text, lines);
  return projectOfFile(node, { file, root, ruleCodes, catalog, syntax });
}

function readYaml(text: string, lines: TextLines): { node: ProjectNode; syntax: Finding[] } {
  const refused = refusal(text);
  if (refused !== undefined) {
    return { node: nothing(lines), syntax: [syntaxError(lines.range(0, 0), refused)] };
  }
  const document = parseDocument(text, { prettyErrors: false });
  const syntax = [...document.errors, ...document.warnings].map(({ message, pos: [start, end] }) =>
    syntaxError(
      lines.range(start, Math.max(start, end)),
      `${asSentence(message)} Correct the YAML here.`,
    ),
  );
  return { node: nodeOf(document, document.contents, lines, syntax, 0), syntax };
}

/** Looked at before anything is parsed, because the parser itself goes down with the nesting. */
function refusal(text: string): string | undefined {
  if (text.length > MOST_CHARACTERS)
    return "This file is too large for a project file: shorten it.";
  let depth = 0;
  for (const character of text) {
    if (character === "[" || character === "{") depth++;
    if (character === "]" || character === "}") depth = Math.max(0, depth - 1);
    if (depth > MOST_DEPTH) return "Brackets are nested too deep for a project file: flatten them.";
  }
  return undefined;
}

function nodeOf(
  document: Document,
  node: unknown,
  lines: TextLines,
  syntax: Finding[],
  depth: number,
): ProjectNode {
  const range = rangeOf(node, lines);
  if (depth > MOST_DEPTH || isAlias(node)) {
    const what = isAlias(node) ? "An alias is" : "Nesting this deep is";
    syntax.push(syntaxError(range, `${what} not used in a project file. Write the value out.`));
    return { kind: "scalar", value: null, range };
  }
  const below = (child: unknown) => nodeOf(document, child, lines, syntax, depth + 1);
  if (isSeq(node)) return { kind: "sequence", items: node.items.map(below), range };
  if (isMap(node)) {
    const entries = node.items.map(({ key, value }) => ({
      key: isScalar(key) ? String(key.value) : "",
      keyRange: rangeOf(key, lines),
      value: value === null ? { ...nothing(lines), range: rangeOf(key, lines) } : below(value),
    }));
    return { kind: "map", entries, range };
  }
  return { kind: "scalar", value: isScalar(node) ? scalarOf(node.value) : null, range };
}

/** Dates, big numbers and the like count as their text. */
function scalarOf(value: unknown): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    return value;
  }
  return String(value);
}

function rangeOf(node: unknown, lines: TextLines): Range {
  const range =
    isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : undefined;
  return range ? lines.range(range[0], range[1]) : lines.range(0, 0);
}

function nothing(lines: TextLines): ProjectNode {
  return { kind: "scalar", value: null, range: lines.range(0, 0) };
}

function syntaxError(range: Range, message: string): Finding {
  return { code: INVALID_PROJECT_FILE, level: "error", range, message, fixes: [] };
}

function asSentence(message: string): string {
  const first = message.split("\n", 1)[0]?.trim() ?? "";
  return /[.!?]$/.test(first) ? first : `${first}.`;
}
