import { parseByteSize } from "./byteSize.ts";
import {
  COMPONENT_NAMES,
  COMPONENT_TYPES,
  type ComponentType,
  componentWord,
  SECURITY_LEVELS,
  type SecurityLevel,
} from "./catalog.ts";
import { type Config, DEFAULT_CONFIG } from "./config.ts";
import { languageById } from "./languages.ts";
import { FINDING_LEVELS, type RuleLevel } from "./rules/rule.ts";

/**
 * Reads settings from outside, in the shape of the project file. What it does not understand falls
 * back to the default and is reported in a sentence. Rule codes are checked when they are given.
 */
export function parseConfig(
  raw: unknown,
  ruleCodes?: readonly string[],
): { config: Config; problems: readonly string[] } {
  const problems: string[] = [];
  const report = (sentence: string) => problems.push(sentence);
  const settings = objectOf(raw, "iec62443", report);
  const scan = objectOf(settings["scan"], "iec62443.scan", report);
  const target = targetOf(settings["target"], report);
  const config: Config = {
    exclude: globsOf(scan["exclude"], report),
    maxFileSize: sizeOf(scan["maxFileSize"], report),
    languages: languagesOf(scan["languages"], report),
    rules: rulesOf(settings["rules"], ruleCodes, report),
    components: componentsOf(settings["component"], report),
    codeLens: switchOf(settings, "codeLens", report),
    inlayHints: switchOf(settings, "inlayHints", report),
    documentSymbols: switchOf(settings, "documentSymbols", report),
    ...(target === undefined ? {} : { target }),
  };
  return { config, problems };
}

type Report = (sentence: string) => void;

function objectOf(
  value: unknown,
  name: string,
  report: Report,
): Readonly<Partial<Record<string, unknown>>> {
  if (value === undefined || value === null) return {};
  if (typeof value === "object" && !Array.isArray(value)) return { ...value };
  report(`The setting ${name} is ${shown(value)}, not an object of settings. It is left aside.`);
  return {};
}

function globsOf(value: unknown, report: Report): readonly string[] {
  const name = "iec62443.scan.exclude";
  return stringsOf(value, name, "globs such as `third_party/**`", report);
}

function stringsOf(
  value: unknown,
  name: string,
  meaning: string,
  report: Report,
): readonly string[] {
  if (value === undefined || value === null) return [];
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((it): it is string => {
    const isUsable = typeof it === "string" && it.trim() !== "";
    if (!isUsable) report(`The setting ${name} holds ${shown(it)}. Write a list of ${meaning}.`);
    return isUsable;
  });
}

function sizeOf(value: unknown, report: Report): number {
  if (value === undefined || value === null) return DEFAULT_CONFIG.maxFileSize;
  const size = parseByteSize(value);
  if (size !== undefined && size >= 1) return size;
  const advice = "Write a size such as 512KiB or 2MiB, or a number of bytes.";
  report(`The setting iec62443.scan.maxFileSize is ${shown(value)}. ${advice}`);
  return DEFAULT_CONFIG.maxFileSize;
}

function languagesOf(value: unknown, report: Report): Readonly<Record<string, string>> {
  const name = "iec62443.scan.languages";
  const entries = Object.entries(objectOf(value, name, report)).flatMap(([glob, id]) => {
    if (typeof id === "string" && languageById(id) !== undefined) return [[glob, id] as const];
    const advice = "Write the id of a language, such as `c` or `python`.";
    report(`The setting ${name} gives ${shown(id)} to ${shown(glob)}. ${advice}`);
    return [];
  });
  return Object.fromEntries(entries);
}

function rulesOf(
  value: unknown,
  codes: readonly string[] | undefined,
  report: Report,
): Readonly<Record<string, RuleLevel>> {
  const name = "iec62443.rules";
  const entries = Object.entries(objectOf(value, name, report)).flatMap(([code, level]) => {
    if (codes !== undefined && !codes.includes(code)) {
      report(`The setting ${name} names ${shown(code)}. The rules are ${codes.join(", ")}.`);
    } else if (isRuleLevel(level)) {
      return [[code, level] as const];
    } else {
      const levels = [...FINDING_LEVELS, "off"].join(", ");
      report(`The setting ${name} gives ${shown(level)} to ${code}. Write one of ${levels}.`);
    }
    return [];
  });
  return Object.fromEntries(entries);
}

function isRuleLevel(value: unknown): value is RuleLevel {
  return value === "off" || FINDING_LEVELS.some((it) => it === value);
}

function componentsOf(value: unknown, report: Report): readonly ComponentType[] {
  const name = "iec62443.component";
  const names = COMPONENT_TYPES.map(componentWord);
  const written = stringsOf(value, name, "component types", report);
  const types = written.flatMap((it) => {
    const type = componentOf(it);
    if (type !== undefined) return [type];
    report(`The setting ${name} holds ${shown(it)}. Write one of ${names.join(", ")}.`);
    return [];
  });
  return [...new Set(types)];
}

/** Of `embedded-device`, `Embedded device` or `EDR`. */
function componentOf(written: string): ComponentType | undefined {
  const name = written
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, " ");
  return COMPONENT_TYPES.find((it) => it.toLowerCase() === name || COMPONENT_NAMES[it] === name);
}

function switchOf(
  settings: Readonly<Partial<Record<string, unknown>>>,
  name: "codeLens" | "documentSymbols" | "inlayHints",
  report: Report,
): boolean {
  const value = settings[name];
  if (typeof value === "boolean") return value;
  if (value !== undefined && value !== null) {
    report(`The setting iec62443.${name} is ${shown(value)}. Write true or false.`);
  }
  return DEFAULT_CONFIG[name];
}

/** Zero, null and nothing aim at nothing. */
function targetOf(value: unknown, report: Report): SecurityLevel | undefined {
  if (value === undefined || value === null || value === 0) return undefined;
  const written =
    typeof value === "string" ? value.trim().replace(/^SL[\s-]*(?:C\s*)?/i, "") : value;
  const level = SECURITY_LEVELS.find((it) => it === written || String(it) === written);
  if (level === undefined) {
    const advice = "Write a security level from 1 to 4, or 0 for none.";
    report(`The setting iec62443.target is ${shown(value)}. ${advice}`);
  }
  return level;
}

/** A value as people would write it, short. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
