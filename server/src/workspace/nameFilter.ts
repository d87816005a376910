/** Tells of most names that no pattern fits them, at a fraction of the price of asking the patterns. */
export type NameFilter = (name: string) => boolean;

interface Shape {
  readonly prefix: string;
  readonly inner: string;
  readonly suffix: string;
}

/**
 * A test that a name passes when any pattern might fit it, by the literal characters of the
 * pattern's last part. A source tree's patterns are many and hit few names, and the full answer
 * costs a regular expression each. Nothing where there are no patterns.
 */
export function nameFilter(patterns: string, ignoreCase: boolean): NameFilter | undefined {
  if (patterns === "") return undefined;
  const fold = (text: string) => (ignoreCase ? text.toLowerCase() : text);
  const lasts = patterns
    .split(/\r?\n/)
    .map((line) => fold(lastPart(line)))
    .filter((it) => it !== "");
  if (lasts.length === 0) return undefined;

  const literal = new Set(lasts.filter((it) => !WILD.test(it)));
  const fits = shapeFilter(lasts.filter((it) => WILD.test(it)).map(shapeOf));
  return (name) => {
    const folded = fold(name);
    return literal.has(folded) || fits(folded);
  };
}

const WILD = /[*?]/;

/** Of `!/a/*.[ab]/` the `*.*`: what is not a plain character is a star. Empty for comments. */
function lastPart(line: string): string {
  if (line.startsWith("#")) return "";
  const pattern = line.trim().replace(/^!/, "").replace(/\/+$/, "");
  return pattern
    .slice(pattern.lastIndexOf("/") + 1)
    .replaceAll(/\\.?|\[[!^]?\]?[^\]]*\]|[[\]]/g, "*");
}

function shapeOf(part: string): Shape {
  const runs = part.split(/[*?]+/);
  const inner = runs.reduce((longest, it) => (it.length > longest.length ? it : longest), "");
  return { prefix: runs[0] ?? "", inner, suffix: runs.at(-1) ?? "" };
}

/** Of tens of shapes, a name is held against those that end, or else begin, with the same character. */
function shapeFilter(shapes: readonly Shape[]): NameFilter {
  const byEnd = new Map<number, Shape[]>();
  const byStart = new Map<number, Shape[]>();
  const others: Shape[] = [];
  for (const shape of shapes) {
    const { prefix, suffix } = shape;
    if (suffix !== "") put(byEnd, suffix.charCodeAt(suffix.length - 1), shape);
    else if (prefix !== "") put(byStart, prefix.charCodeAt(0), shape);
    else others.push(shape);
  }
  return (name) =>
    fitsAny(name, byEnd.get(name.charCodeAt(name.length - 1))) ||
    fitsAny(name, byStart.get(name.charCodeAt(0))) ||
    fitsAny(name, others);
}

function put(shapes: Map<number, Shape[]>, key: number, shape: Shape): void {
  const alike = shapes.get(key);
  if (alike === undefined) shapes.set(key, [shape]);
  else alike.push(shape);
}

function fitsAny(name: string, shapes: readonly Shape[] | undefined): boolean {
  if (shapes === undefined) return false;
  for (const { prefix, inner, suffix } of shapes) {
    if (name.endsWith(suffix) && name.startsWith(prefix) && name.includes(inner)) return true;
  }
  return false;
}
