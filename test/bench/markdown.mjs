// Tables, and the places of a document that a program writes.
import { readFileSync, writeFileSync } from "node:fs";

export function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Names of programs as code; other words as they are. */
export function mark(name) {
  return /^(?:rg|grep|leasot|iec62443)\b/.test(name) ? name.replace(/^[^,]+/, "`$&`") : name;
}

/** Puts a text between the two comments of its name, in the place of what is there. */
export function writeBetween(file, name, text) {
  const [begin, end] = [`<!-- ${name}: written by`, `<!-- end of ${name} -->`];
  const before = readFileSync(file, "utf8");
  const from = before.indexOf("\n", before.indexOf(begin));
  const to = before.indexOf(end);
  if (!before.includes(begin) || to < from) throw new Error(`${file} has no place for ${name}.`);
  writeFileSync(file, `${before.slice(0, from + 1)}\n${text.trim()}\n\n${before.slice(to)}`);
}
