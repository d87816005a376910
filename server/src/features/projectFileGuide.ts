import { partsThatAsk } from "../core/catalog/documents.ts";
import {
  type Catalog,
  COMPONENT_TYPES,
  componentWord,
  SECURITY_LEVELS,
  type SecurityLevel,
} from "../core/catalog.ts";
import { coverageOf } from "../core/coverage.ts";
import { LANGUAGES } from "../core/languages.ts";
import { type Project, STATUSES } from "../core/project.ts";
import { afterYears } from "../core/projectFile/days.ts";
import {
  COMPONENT_TEXTS,
  PROJECT_TEXTS,
  RULE_LEVEL_TEXTS,
  SCAN_TEXTS,
  STATEMENT_TEXTS,
  STATUS_TEXTS,
} from "../core/projectFile/meanings.ts";
import { SCAN_KEYS } from "../core/projectFile/scanSettings.ts";
import { STATEMENT_KEYS } from "../core/projectFile/statements.ts";
import { PROJECT_KEYS } from "../core/projectFile.ts";
import { RULES } from "../core/rules/all.ts";
import { FINDING_LEVELS } from "../core/rules/rule.ts";
import { catalogOf, type Snapshot } from "../core/snapshot.ts";

/** A word that can stand somewhere in a project file, and what it means there. */
export interface Term {
  readonly word: string;
  readonly text: string;
  /** Whether it is written in quotation marks. */
  readonly isQuoted?: boolean;
  /** Whether a list or map of its own follows it on the next lines. */
  readonly opensLines?: boolean;
}

/** What can stand at a place. */
export interface Guide {
  /** Keys, where a map can stand. */
  readonly keys: readonly Term[];
  readonly values: readonly Term[];
  /** Whether a list can stand here, the items of which the path with `[]` tells. */
  readonly isList: boolean;
  readonly isRequirement: boolean;
}

const NOTHING: Guide = { keys: [], values: [], isList: false, isRequirement: false };

/** What the keys and values at a path of a project file can be; `[]` is an item of a list. */
export function guideAt(snapshot: Snapshot, project: Project, path: readonly string[]): Guide {
  const [top, ...rest] = path;
  const [second] = rest;
  switch (top) {
    case undefined:
      return { ...NOTHING, keys: PROJECT_TERMS };
    case "component":
      return listOf(COMPONENT_TERMS, rest);
    case "parts":
      return listOf(partTerms(catalogOf(snapshot, project)), rest);
    case "target":
      if (rest.length > 1) return NOTHING;
      if (second !== undefined)
        return { ...NOTHING, values: levelTerms(snapshot, project, second) };
      return { ...NOTHING, keys: frTerms(snapshot), values: levelTerms(snapshot, project) };
    case "statements":
      return statementGuide(snapshot, rest);
    case "scan":
      return scanGuide(rest);
    case "rules":
      if (rest.length > 1) return NOTHING;
      return second === undefined
        ? { ...NOTHING, keys: RULE_TERMS }
        : { ...NOTHING, values: RULE_LEVEL_TERMS };
    default:
      return NOTHING;
  }
}

function termsOf<K extends string>(
  words: readonly K[],
  texts: Readonly<Record<K, string>>,
  opening: readonly K[] = [],
): readonly Term[] {
  return words.map((word) => ({
    word,
    text: texts[word],
    ...(opening.includes(word) && { opensLines: true }),
  }));
}

const PROJECT_TERMS = termsOf(PROJECT_KEYS, PROJECT_TEXTS, ["statements", "scan", "rules"]);
const STATEMENT_TERMS = termsOf(STATEMENT_KEYS, STATEMENT_TEXTS);
const SCAN_TERMS = termsOf(SCAN_KEYS, SCAN_TEXTS, ["languages"]);
const STATUS_TERMS = termsOf(STATUSES, STATUS_TEXTS);
const RULE_LEVEL_TERMS = termsOf([...FINDING_LEVELS, "off"] as const, RULE_LEVEL_TEXTS);
const COMPONENT_TERMS = COMPONENT_TYPES.map((type) => ({
  word: componentWord(type),
  text: COMPONENT_TEXTS[type],
}));
const LANGUAGE_TERMS = LANGUAGES.map(({ id, name }) => ({ word: id, text: name }));
const RULE_TERMS = RULES.map(({ code, level, description }) => ({
  word: code,
  text: `${description} Its own level is ${level}.`,
}));

/** One value, or several in a list. */
function listOf(values: readonly Term[], rest: readonly string[]): Guide {
  if (rest.length === 0) return { ...NOTHING, values, isList: true };
  return rest.join() === "[]" ? { ...NOTHING, values } : NOTHING;
}

function partTerms(catalog: Catalog): readonly Term[] {
  const parts = new Map(partsThatAsk(catalog).map((it) => [it.part, it.document.title]));
  return [...parts].map(([word, text]) => ({ word, text, isQuoted: true }));
}

function frTerms({ catalog }: Snapshot): readonly Term[] {
  return catalog.foundational.map(({ number, title }) => ({ word: `FR ${number}`, text: title }));
}

/** The levels, each with how much of the product's it asks for, of all or of one FR. */
function levelTerms(snapshot: Snapshot, project: Project, key?: string): readonly Term[] {
  const wanted = key === undefined ? undefined : Number(/^FR\s*([1-7])$/i.exec(key)?.[1]);
  const frs = coverageOf(snapshot, project).levels.filter(
    ({ fr }) => wanted === undefined || fr === wanted,
  );
  return SECURITY_LEVELS.map((level) => ({ word: String(level), text: levelText(level, frs) }));
}

function levelText(level: SecurityLevel, frs: ReturnType<typeof coverageOf>["levels"]): string {
  const cells = frs.flatMap(({ cells }) => cells.filter((it) => it.level === level));
  const sum = (of: "applicable" | "met") => cells.reduce((total, it) => total + it[of], 0);
  return `SL-C ${level}: asks for ${sum("applicable")} requirements and enhancements here, of which ${sum("met")} are met.`;
}

function statementGuide({ today }: Snapshot, rest: readonly string[]): Guide {
  const [item, key, inList] = rest;
  if (item === undefined) return { ...NOTHING, isList: true };
  if (item !== "[]" || rest.length > 3) return NOTHING;
  if (key === undefined) return { ...NOTHING, keys: STATEMENT_TERMS };
  if (key === "requirement" && (inList ?? "[]") === "[]") {
    return { ...NOTHING, isRequirement: true, isList: inList === undefined };
  }
  if (inList !== undefined) return NOTHING;
  if (key === "status") return { ...NOTHING, values: STATUS_TERMS };
  if (key === "reviewed") return { ...NOTHING, values: [{ word: today, text: "Today." }] };
  if (key !== "expires") return NOTHING;
  return { ...NOTHING, values: [{ word: afterYears(today, 1), text: "In a year." }] };
}

function scanGuide([key, glob, ...more]: readonly string[]): Guide {
  if (key === undefined) return { ...NOTHING, keys: SCAN_TERMS };
  const isLanguage = key === "languages" && glob !== undefined && more.length === 0;
  return isLanguage ? { ...NOTHING, values: LANGUAGE_TERMS } : NOTHING;
}
