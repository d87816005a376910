import { formsOfKey } from "../../core/ownCatalog/ownForms.ts";
import type { Forms } from "../../core/reference/forms.ts";
import { compileGlob } from "../globs.ts";

/** How the texts of files are read, as plain data that another thread can be given. */
export interface ReadSettings {
  /** In bytes. */
  readonly maxFileSize: number;
  /** The key of the forms of ids. */
  readonly forms: string;
  /** The first glob that fits a file names its language. Each is relative to the folder at `base`. */
  readonly languages: readonly LanguageGlob[];
}

interface LanguageGlob {
  readonly base: string;
  readonly glob: string;
  readonly id: string;
}

/** The same, compiled. */
export interface ReadRules {
  readonly settings: ReadSettings;
  /** In bytes. */
  readonly maxFileSize: number;
  /** How the ids are written that can be named in a file. */
  readonly forms: Forms;
  /** The id of the language that settings give to a file. */
  languageOf(path: string): string | undefined;
}

/** Compiles settings; `forms` spares reading them from their key where they are at hand. */
export function compileReadRules(settings: ReadSettings, forms?: Forms): ReadRules {
  const languages = settings.languages.map(
    ({ base, glob, id }) => [base.length + 1, compileGlob(glob), id] as const,
  );
  return {
    settings,
    maxFileSize: settings.maxFileSize,
    forms: forms ?? formsOfKey(settings.forms),
    languageOf: (path) => languages.find(([from, matches]) => matches(path.slice(from)))?.[2],
  };
}
