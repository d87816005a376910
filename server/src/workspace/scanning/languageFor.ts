import { type Language, languageById, languageOf } from "../../core/languages.ts";
import { NOTEBOOK } from "../../core/notebook.ts";
import type { ReadRules } from "./readRules.ts";

/**
 * The language of a text: as the settings say, else by its name or shebang. What the editor takes it
 * for comes last: the command line does not know it, and both are to find the same.
 */
export function languageFor(
  path: string,
  text: string,
  rules: ReadRules | undefined,
  languageId?: string,
): Language | undefined {
  const mapped = languageMapped(path, rules);
  const named = languageOf(path, firstLine(text));
  // The file of a notebook is what it is: its code may be of a language that only the settings know.
  if (named?.id === NOTEBOOK && mapped !== undefined) return { ...named, ofCells: mapped };
  return mapped ?? named ?? (languageId === undefined ? undefined : languageById(languageId));
}

/** The language that the settings give to a path. */
export function languageMapped(path: string, rules: ReadRules | undefined): Language | undefined {
  const mapped = rules?.languageOf(path);
  return mapped === undefined ? undefined : languageById(mapped);
}

function firstLine(text: string): string {
  return text.slice(0, 256).split(/[\r\n]/, 1)[0] ?? "";
}
