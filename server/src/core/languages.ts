import { ambiguousId } from "./languages/ambiguous.ts";
import { BUILD } from "./languages/build.ts";
import { C_FAMILY } from "./languages/cFamily.ts";
import { CURLY_LANGUAGES } from "./languages/curly.ts";
import { ENGINEERING } from "./languages/engineering.ts";
import { FUNCTIONAL } from "./languages/functional.ts";
import type { Language } from "./languages/language.ts";
import { PLANT } from "./languages/plant.ts";
import { SCRIPT } from "./languages/script.ts";
import { WEB } from "./languages/web.ts";

export type { Language } from "./languages/language.ts";

/** Every language whose comments are understood. */
export const LANGUAGES: readonly Language[] = [
  ...PLANT,
  ...C_FAMILY,
  ...CURLY_LANGUAGES,
  ...WEB,
  ...SCRIPT,
  ...BUILD,
  ...FUNCTIONAL,
  ...ENGINEERING,
];

const BY_ID = tableOf((it) => [it.id, ...it.aliases]);
const BY_EXTENSION = tableOf((it) => it.extensions);
const BY_SHEBANG = tableOf((it) => it.shebangs);
const BY_NAME = tableOf((it) => it.fileNames.filter((name) => !name.includes("*")));
const PATTERNS = [...tableOf((it) => it.fileNames.filter((name) => name.includes("*")))];

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

/** Endings behind the extension that say what a file is for and not what it is written in. */
const SUFFIXES = /\.(?:in|tmpl|template|tpl|j2|dist|sample|example|orig|bak|default)$/i;

/**
 * The language of a file, by its name, its extension, or the shebang of its first line. The path
 * may be a uri.
 */
export function languageOf(path: string, firstLine: string): Language | undefined {
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
  return (
    ofName(name.includes("%") ? name.replaceAll(/%2b/gi, "+") : name, firstLine) ??
    ofShebang(firstLine)
  );
}

function ofName(name: string, firstLine: string): Language | undefined {
  const known = BY_NAME.get(name) ?? ofExtension(name, firstLine) ?? ofPattern(name);
  if (known !== undefined) return known;
  const stem = name.replace(SUFFIXES, "");
  return stem === name ? undefined : ofName(stem, firstLine);
}

/** Tries `.blade.php` before `.php`. */
function ofExtension(name: string, firstLine: string): Language | undefined {
  const lower = name.toLowerCase();
  for (let dot = lower.indexOf("."); dot !== -1; dot = lower.indexOf(".", dot + 1)) {
    const extension = lower.slice(dot);
    const id = ambiguousId(extension, firstLine);
    const language = id === undefined ? BY_EXTENSION.get(extension) : languageById(id);
    if (language !== undefined) return language;
  }
  return undefined;
}

function ofPattern(name: string): Language | undefined {
  const found = PATTERNS.find(([pattern]) =>
    pattern.startsWith("*")
      ? name.endsWith(pattern.slice(1))
      : name.startsWith(pattern.slice(0, -1)),
  );
  return found?.[1];
}

const SHEBANG = /^\uFEFF?#!\s*(?:\S*\/)?(?:env\s+(?:-\S+\s+)*(?:\S*\/)?)?([A-Za-z][A-Za-z+-]*)/;

/** Longer first lines have no shebang that an operating system would follow. */
const LONGEST_SHEBANG = 256;

function ofShebang(firstLine: string): Language | undefined {
  if (!firstLine.startsWith("#!") && !firstLine.startsWith("\uFEFF#!")) return undefined;
  const [, program] = SHEBANG.exec(firstLine.slice(0, LONGEST_SHEBANG)) ?? [];
  return program === undefined ? undefined : BY_SHEBANG.get(program);
}
