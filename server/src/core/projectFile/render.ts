/** What is written into a project file. */
export type Plain = string | number | readonly Plain[] | { readonly [key: string]: Plain };

/** A value over lines of its own, without a line end behind the last. */
export function blockLines(value: Plain, indent: string): readonly string[] {
  if (isList(value)) return value.flatMap((it) => itemLines(it, indent));
  if (typeof value !== "object") return [`${indent}${scalar(value, "block")}`];
  return Object.entries(value).flatMap(([key, it]) => entryLines(key, it, indent));
}

function itemLines(item: Plain, indent: string): readonly string[] {
  const inner = `${indent}  `;
  const [first = "", ...others] = blockLines(item, inner);
  return [`${indent}- ${first.slice(inner.length)}`, ...others];
}

function entryLines(key: string, value: Plain, indent: string): readonly string[] {
  const name = `${indent}${scalar(key, "block")}:`;
  const isShort = typeof value !== "object" || (isList(value) && value.every(isScalar));
  if (isShort) return [`${name} ${flowText(value, "flow")}`];
  return [name, ...blockLines(value, `${indent}  `)];
}

/** How strings stand between brackets: as in YAML, or in quotation marks as JSON asks. */
export type FlowStyle = "flow" | "json";

/** A value on one line. */
export function flowText(value: Plain, style: FlowStyle): string {
  if (isList(value)) return `[${inFlow(value, style)}]`;
  if (typeof value === "object") return `{ ${inFlow(value, style)} }`;
  return scalar(value, style);
}

/** A value as JSON over several lines; those behind the first are set in by units. */
export function prettyLines(value: Plain, unit: string): readonly string[] {
  return JSON.stringify(value, null, unit).split("\n");
}

/** What stands between the brackets of a list or map on one line. */
export function inFlow(value: Plain, style: FlowStyle): string {
  if (isList(value)) return value.map((it) => flowText(it, style)).join(", ");
  if (typeof value !== "object") return scalar(value, style);
  const entries = Object.entries(value);
  return entries.map(([key, it]) => `${scalar(key, style)}: ${flowText(it, style)}`).join(", ");
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}

function isScalar(value: Plain): value is string | number {
  return typeof value !== "object";
}

function scalar(value: string | number, style: "block" | FlowStyle): string {
  if (typeof value === "number") return String(value);
  return style !== "json" && isPlain(value) ? value : quoted(value);
}

/**
 * Whether a text means itself without quotation marks, by a narrow choice of characters: letters to
 * begin with, and nothing that YAML, an older YAML or a bracket around it could take for its own. A day is one.
 */
function isPlain(text: string): boolean {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return true;
  return (
    /^[\p{L}…][\p{L}\p{M}\p{N} ….,;:/@'()+*?!<>=_–—-]*$/u.test(text) &&
    !/[:,](?: |$)|^ | $|,\S/.test(text) &&
    !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(text)
  );
}

/** JSON's strings are YAML's, but for characters that YAML wants escaped as well. */
function quoted(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
