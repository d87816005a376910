type Table = { [key: string]: unknown };

const HEADER = /^\[(\[)?([\w.-]+)\]?\]$/;
const PAIR = /^([\w-]+) = (.+)$/;

/**
 * Reads the TOML that our pages show: headers, and one key a line with a value that is JSON as well. Whatever else
 * a line says is an error, so that all that is read is TOML.
 */
export function parseToml(text: string): Table {
  const top: Table = {};
  let table = top;
  for (const line of text.split("\n").filter((it) => it !== "")) {
    const [header, isList, path] = HEADER.exec(line) ?? [];
    const [pair, key = "", value = ""] = PAIR.exec(line) ?? [];
    if (header !== undefined && path !== undefined) table = opened(top, path, isList === "[");
    else if (pair === undefined || key in table) throw new Error(`This is no TOML: ${line}`);
    else table[key] = JSON.parse(value);
  }
  return top;
}

function opened(top: Table, path: string, isItem: boolean): Table {
  const steps = path.split(".");
  const last = steps.pop() ?? "";
  let at = top;
  for (const it of steps) {
    at[it] ??= {};
    at = at[it] as Table;
  }
  const table: Table = {};
  if (!isItem && last in at) throw new Error(`Twice in one TOML text: [${path}]`);
  if (isItem) at[last] = [...((at[last] as Table[] | undefined) ?? []), table];
  else at[last] = table;
  return table;
}
