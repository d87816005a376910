import { type Language, languageById, languageOf } from "../../core/languages.ts";
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
  const mapped = rules?.languageOf(path);
  return (
    (mapped === undefined ? undefined : languageById(mapped)) ??
    languageOf(path, firstLine(text)) ??
    (languageId === undefined ? undefined : languageById(languageId))
  );
}

function firstLine(text: string): string {
  return text.slice(0, 256).split(/[\r\n]/, 1)[0] ?? "";
}
