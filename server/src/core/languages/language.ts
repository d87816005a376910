import type { Syntax } from "../comments/scanner.ts";

/** A language: which files are written in it and where their comments are. */
export interface Language {
  /** VS Code's id where it has one. Never changes: project files name it. */
  readonly id: string;
  /** For people. */
  readonly name: string;
  /** Other ids that mean this language. */
  readonly aliases: readonly string[];
  /** With their dot, in lower case. */
  readonly extensions: readonly string[];
  /** Whole names; one that ends in `*` is the beginning of a name. */
  readonly fileNames: readonly string[];
  /** Names of interpreters, without path and version. */
  readonly shebangs: readonly string[];
  /** How to begin a comment that is inserted; absent where the language has none to the line end. */
  readonly lineComment?: string;
  /** How to begin and end a comment that is inserted where the one to the line end does not do. */
  readonly blockComments: readonly (readonly [open: string, close: string])[];
  /** Whether programs stand in elements of it: what is around them is no code. */
  readonly isPlantXml?: true;
  readonly syntax: Syntax;
  /** Of a notebook: the language of its code where it does not tell one that is known. */
  readonly ofCells?: Language;
}

/** A language of the table: lists that are empty may be left out, and are written as words. */
export interface LanguageEntry {
  readonly id: string;
  readonly name: string;
  readonly aliases?: string;
  readonly extensions?: string;
  readonly fileNames?: string;
  readonly shebangs?: string;
  readonly lineComment?: string;
  /** Each opener with its closer behind it. */
  readonly blockComments?: string;
  readonly isPlantXml?: true;
  readonly syntax: Syntax;
}

/** Reads an entry of the table; the words of a list are parted by blanks. */
export function language(entry: LanguageEntry): Language {
  const { id, name, lineComment, isPlantXml, syntax } = entry;
  return {
    id,
    name,
    aliases: words(entry.aliases),
    extensions: words(entry.extensions),
    fileNames: words(entry.fileNames),
    shebangs: words(entry.shebangs),
    ...(lineComment === undefined ? {} : { lineComment }),
    blockComments: pairs(words(entry.blockComments)),
    ...(isPlantXml && { isPlantXml }),
    syntax,
  };
}

function words(list = ""): readonly string[] {
  return list.split(" ").filter((it) => it !== "");
}

function pairs(marks: readonly string[]): readonly (readonly [string, string])[] {
  return marks.flatMap((open, index) => {
    const close = marks[index + 1];
    return index % 2 === 0 && close !== undefined ? [[open, close] as const] : [];
  });
}
