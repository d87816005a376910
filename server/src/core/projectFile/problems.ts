import { REASON_TO_COME } from "../annotation.ts";
import type { Finding, FindingLevel } from "../rules/rule.ts";
import { nearest } from "../similarity.ts";
import type { Range } from "../text.ts";
import { fill } from "./fill.ts";
import { isNothing, type MapEntry, type MapNode, type ProjectNode, shown } from "./node.ts";
import { behindLast } from "./slots.ts";
import type { WrittenFile } from "./writtenFile.ts";

/** The code of every finding about the project file itself. */
export const INVALID_PROJECT_FILE = "invalid-project-file";

/** Says at the beginning of a project file that others stand beside it, which are not read. */
export function othersBeside(names: readonly string[]): Finding {
  const start = { line: 0, character: 0 };
  const are = names.length === 1 ? "is" : "are";
  return {
    code: INVALID_PROJECT_FILE,
    level: "warning",
    range: { start, end: start },
    message: `${names.join(" and ")} beside this file ${are} not read. Keep one project file in a folder.`,
    fixes: [],
  };
}

interface MissingKey {
  readonly node: MapNode;
  readonly key: string;
  readonly title: string;
}

/** Collects what is wrong in a project file or catalog while it is read; what is right still counts. */
export class Problems {
  readonly all: Finding[] = [];
  readonly #file: WrittenFile | undefined;
  readonly #code: string;

  /** Without the file as it is written, nothing can be added to it. */
  constructor(file?: WrittenFile, code = INVALID_PROJECT_FILE) {
    this.#file = file;
    this.#code = code;
  }

  /** `message` names the key and says what to write instead. */
  add(range: Range, message: string, instead: readonly string[] = []): void {
    this.#report("error", range, message, instead);
  }

  /** A key is missing in a map: the fix writes it, with a place for what only a person knows. */
  addMissing(range: Range, message: string, { node, key, title }: MissingKey): void {
    const slot = this.#file && behindLast(this.#file, node, [key]);
    const edits = slot && fill(slot, REASON_TO_COME);
    const fixes = edits === undefined ? [] : [{ title, edits, isPreferred: true }];
    this.all.push({ code: this.#code, level: "error", range, message, fixes });
  }

  /** A key should not be there: the fix takes it out, where it stands on lines of its own. */
  addNeedless({ key, keyRange, value }: MapEntry, message: string): void {
    const lines = this.#file?.lines;
    const { line } = keyRange.start;
    const end = value.range.end.line + 1;
    const isAlone =
      lines !== undefined &&
      lines.lineText(line).slice(0, keyRange.start.character).trim() === "" &&
      end < lines.count &&
      !this.#file?.isJson;
    const range = { start: { line, character: 0 }, end: { line: end, character: 0 } };
    const fix = { title: `Take out ${key}`, edits: [{ range, newText: "" }], isPreferred: true };
    const fixes = isAlone ? [fix] : [];
    this.all.push({ code: this.#code, level: "error", range: keyRange, message, fixes });
  }

  /** What may be right and yet has no effect. */
  warn(range: Range, message: string, instead: readonly string[] = []): void {
    this.#report("warning", range, message, instead);
  }

  #report(level: FindingLevel, range: Range, message: string, instead: readonly string[]): void {
    const fixes = instead.map((text) => ({
      title: `Change to ${text}`,
      edits: [{ range, newText: /[,:#[\]{}]/.test(text) ? JSON.stringify(text) : text }],
      isPreferred: instead.length === 1,
    }));
    this.all.push({ code: this.#code, level, range, message, fixes });
  }

  /** The entries of a map by key; a key that is not among `keys` is a finding. */
  entriesOf<K extends string>(
    node: ProjectNode,
    name: string,
    keys: readonly K[],
  ): Partial<Record<K, MapEntry>> {
    const map = this.mapOf(node, name, `with the keys ${keys.join(", ")}`);
    const found: Partial<Record<K, MapEntry>> = {};
    for (const entry of map?.entries ?? []) {
      const key = keys.find((it) => it === entry.key);
      if (key !== undefined) found[key] = entry;
      else this.unknownKey(entry, name, keys);
    }
    return found;
  }

  mapOf(node: ProjectNode, name: string, meaning: string): MapNode | undefined {
    if (node.kind === "map") return node;
    if (!isNothing(node))
      this.add(node.range, `${name} cannot be ${shown(node)}. Write a map ${meaning}.`);
    return undefined;
  }

  unknownKey({ key, keyRange }: MapEntry, name: string, keys: readonly string[]): void {
    const near = nearest(key, keys, 1);
    const advice =
      near.length > 0 ? `Do you mean ${near[0]}?` : `The keys here are ${keys.join(", ")}.`;
    this.add(keyRange, `${name} has no key ${key}. ${advice}`, near);
  }

  /** A list, or one value in place of a list of one. */
  itemsOf(node: ProjectNode, name: string, meaning: string): readonly ProjectNode[] {
    if (isNothing(node)) return [];
    if (node.kind === "sequence") return node.items;
    if (node.kind === "scalar") return [node];
    this.add(node.range, `${name} is a map. Write a list of ${meaning}.`);
    return [];
  }

  /** Text, trimmed; a finding when something else or nothing is there. */
  textOf(node: ProjectNode, name: string): string | undefined {
    if (node.kind === "scalar" && node.value !== null) {
      const text = String(node.value).trim();
      if (text !== "") return text;
    }
    this.add(node.range, `${name} holds no text. Write some, or take the key out.`);
    return undefined;
  }

  /** One of a closed list of words. */
  wordOf<W extends string>(node: ProjectNode, name: string, words: readonly W[]): W | undefined {
    const word = node.kind === "scalar" ? words.find((it) => it === node.value) : undefined;
    if (word !== undefined) return word;
    const near = node.kind === "scalar" ? meant(String(node.value), words) : [];
    this.add(node.range, `${name} is ${shown(node)}. Write one of ${words.join(", ")}.`, near);
    return undefined;
  }
}

/** The nearest word, or the one that is written short or with something behind it: `warn`. */
function meant(written: string, words: readonly string[]): readonly string[] {
  const near = nearest(written, words, 1);
  if (near.length > 0 || written.length < 3) return near;
  const folded = written.toLowerCase();
  return words.filter((it) => it.startsWith(folded) || folded.startsWith(it)).slice(0, 1);
}
