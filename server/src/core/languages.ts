import { C_FAMILY } from "./languages/cFamily.ts";
import { HASH } from "./languages/hash.ts";
import type { Language } from "./languages/language.ts";
import { PLANT } from "./languages/plant.ts";

export type { Language } from "./languages/language.ts";

/** Every language whose comments are understood. */
export const LANGUAGES: readonly Language[] = [...C_FAMILY, ...HASH, ...PLANT];

const BY_ID = tableOf((it) => [it.id, ...it.aliases]);
const BY_EXTENSION = tableOf((it) => it.extensions);
const BY_NAME = tableOf((it) => it.fileNames);
const BY_SHEBANG = tableOf((it) => it.shebangs);

function tableOf(keys: (language: Language) => readonly string[]): ReadonlyMap<string, Language> {
  const table = new Map<string, Language>();
  for (const language of LANGUAGES) {
    for (const key of keys(language)) if (!table.has(key)) table.set(key, language);
  }
  return table;
}

/** The language of an id, ours or another that is known for it. */
export function languageById(id: string): Language | undefined {
  return BY_ID.get(id) ?? BY_ID.get(id.toLowerCase());
}

/** The language of a file, by its name, its extension or the shebang of its first line. */
export function languageOf(path: string, firstLine: string): Language | undefined {
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
  const dot = name.lastIndexOf(".");
  const extension = dot === -1 ? "" : name.slice(dot).toLowerCase();
  return BY_NAME.get(name) ?? BY_EXTENSION.get(extension) ?? ofShebang(firstLine);
}

function ofShebang(firstLine: string): Language | undefined {
  const [, program] =
    /^\uFEFF?#!\s*(?:\S*\/)?(?:env\s+(?:-\S+\s+)*(?:\S*\/)?)?([A-Za-z+-]+)/.exec(firstLine) ?? [];
  return program === undefined ? undefined : BY_SHEBANG.get(program);
}
