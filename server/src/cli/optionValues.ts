import { InvalidArgumentError } from "commander";
import {
  COMPONENT_TYPES,
  type ComponentType,
  componentWord,
  type SecurityLevel,
} from "../core/catalog.ts";
import { whyNoTemplate } from "../core/report/permalink.ts";

/** `2` as an SL-C value. */
export function readLevel(value: string): SecurityLevel {
  const level = ([1, 2, 3, 4] as const).find((it) => String(it) === value);
  if (level === undefined) throw new InvalidArgumentError("An SL-C is a number from 1 to 4.");
  return level;
}

/** A component type as the project file names it, or by its letters; each option adds one. */
export function readComponent(
  value: string,
  before: readonly ComponentType[] = [],
): readonly ComponentType[] {
  const wanted = value.toLowerCase().replace(/[\s_]+/g, "-");
  const type = COMPONENT_TYPES.find((it) => [it.toLowerCase(), componentWord(it)].includes(wanted));
  if (type === undefined) {
    const names = COMPONENT_TYPES.map((it) => `${componentWord(it)} (${it})`).join(", ");
    throw new InvalidArgumentError(`The component types are ${names}.`);
  }
  return before.includes(type) ? before : [...before, type];
}

/** `80` or `80%` as a number. */
export function readPercent(value: string): number {
  const [, digits] = /^(\d+(?:\.\d+)?)\s*%?$/.exec(value) ?? [];
  const percent = Number(digits);
  if (digits === undefined || percent > 100) {
    throw new InvalidArgumentError("A percentage is a number from 0 to 100.");
  }
  return percent;
}

/** One value more of an option that may be given several times. */
export function readAnother(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** A template that makes a link to a line of code. */
export function readTemplate(value: string): string {
  const why = whyNoTemplate(value);
  if (why !== undefined) throw new InvalidArgumentError(`As a template of links, ${why}.`);
  return value;
}

/** The name of a revision: of any kind, but one word. */
export function readRevision(value: string): string {
  if (!/^[^\s\p{C}]+$/u.test(value)) throw new InvalidArgumentError("A revision is one word.");
  return value;
}
