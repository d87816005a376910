/** Version of the shape of every JSON result; raised when a reader would break. */
export const SCHEMA_VERSION = 1;

/** A result as JSON text, the same for the same result, in pieces: in one it may be longer than a string can be. */
export function* toJson(result: object): Iterable<string> {
  yield* piecesOf(result, "");
  yield "\n";
}

/** A list comes entry by entry, an object that holds one key by key, and anything else in one piece. */
function* piecesOf(value: unknown, indent: string): Iterable<string> {
  const inner = `${indent}  `;
  if (isFilledList(value)) {
    let before = "[\n";
    for (const entry of value) {
      yield before + inner;
      yield* piecesOf(entry, inner);
      before = ",\n";
    }
    yield `\n${indent}]`;
  } else if (holdsList(value)) {
    let before = "{\n";
    for (const [key, entry] of Object.entries(value)) {
      if (entry === undefined) continue;
      yield `${before}${inner}${JSON.stringify(key)}: `;
      yield* piecesOf(entry, inner);
      before = ",\n";
    }
    yield `\n${indent}}`;
  } else {
    // No string in JSON holds a line end: those that are there are of the layout.
    yield JSON.stringify(value ?? null, undefined, 2).replaceAll("\n", `\n${indent}`);
  }
}

function isFilledList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > 0;
}

function holdsList(value: unknown): value is object {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.values(value).some((it) => isFilledList(it) || holdsList(it));
}

/** Rows as JSON, a line each (https://github.com/ndjson/ndjson-spec), in pieces. */
export function* toJsonLines(rows: Iterable<object>): Iterable<string> {
  for (const row of rows) yield `${JSON.stringify(row)}\n`;
}
