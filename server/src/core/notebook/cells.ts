import { type Language, languageById, languageOf } from "../languages.ts";
import { JsonReader, type JsonSpan } from "./jsonReader.ts";

/** The source of a code cell: the strings of which it is made, and its language. */
export interface CodeCell {
  readonly source: readonly JsonSpan[];
  readonly language: Language | undefined;
}

/** What a notebook, or a cell of it, says of itself; the first word counts. */
interface Said {
  name?: string;
  kernel?: string;
  extension?: string;
}

interface WrittenCell {
  isCode: boolean;
  source: JsonSpan[];
  languageId: string | undefined;
}

/** Notebooks that do not tell their language are older than other kernels. */
const DEFAULT = "python";

/**
 * The code cells of a notebook, in the format of Jupyter (nbformat 4): text in Markdown is no code. Where a language
 * is not known, or is not told, it is `otherwise`.
 */
export function codeCellsOf(text: string, otherwise: Language | undefined): readonly CodeCell[] {
  const reader = new JsonReader(text);
  const said: Said = {};
  const cells: WrittenCell[] = [];
  reader.members((key) => {
    if (key === "metadata") readMetadata(reader, said);
    else if (key === "cells") reader.items(() => cells.push(readCell(reader)));
  });
  const language = languageSaid(said, otherwise);
  return cells
    .filter((it) => it.isCode)
    .map(({ source, languageId }) => ({
      source,
      language: languageId === undefined ? language : (languageById(languageId) ?? otherwise),
    }));
}

function readMetadata(reader: JsonReader, said: Said): void {
  reader.members((key) => {
    if (key === "kernelspec") {
      readStrings(reader, { language: (it) => (said.kernel = it) });
    } else if (key === "language_info") {
      readStrings(reader, {
        name: (it) => (said.name = it),
        file_extension: (it) => (said.extension = it),
      });
    }
  });
}

function languageSaid(
  { name, kernel, extension }: Said,
  otherwise: Language | undefined,
): Language | undefined {
  const said = [name, kernel].filter((it) => it !== undefined);
  const byName = said.map(languageById).find((it) => it !== undefined);
  if (byName !== undefined) return byName;
  if (extension !== undefined) return languageOf(`x${extension}`, "") ?? otherwise;
  return otherwise ?? (said.length === 0 ? languageById(DEFAULT) : undefined);
}

function readCell(reader: JsonReader): WrittenCell {
  const cell: WrittenCell = { isCode: false, source: [], languageId: undefined };
  const { text } = reader;
  reader.members((key) => {
    if (key === "cell_type") {
      const type = reader.string();
      cell.isCode = type !== undefined && text.slice(type.start, type.end) === "code";
    } else if (key === "source") cell.source = readSource(reader);
    else if (key === "metadata") {
      reader.members((of) => {
        if (of === "vscode") readStrings(reader, { languageId: (it) => (cell.languageId = it) });
      });
    }
  });
  return cell;
}

/** A string, or a list of its lines. */
function readSource(reader: JsonReader): JsonSpan[] {
  const whole = reader.string();
  const lines = whole === undefined ? [] : [whole];
  if (whole !== undefined) return lines;
  reader.items(() => {
    const line = reader.string();
    if (line !== undefined) lines.push(line);
  });
  return lines;
}

function readStrings(
  reader: JsonReader,
  take: Readonly<Partial<Record<string, (value: string) => void>>>,
): void {
  reader.members((key) => {
    const value = Object.hasOwn(take, key) ? reader.string() : undefined;
    if (value !== undefined) take[key]?.(reader.text.slice(value.start, value.end));
  });
}
