import { cut, pad, type Screen, safe, widthOf } from "../terminal.ts";
import type { ListedClaim, ListResult } from "./list.ts";

/** One line a claim: where, what it says, of which requirement, and for which code. */
export function listText({ annotations }: ListResult, { style, width }: Screen): string {
  const rows = annotations.map(cellsOf);
  const [places, relations] = [0, 1].map((column) => widest(rows, column));
  const references = widest(rows, 2);
  return rows
    .map(([place = "", relation = "", reference = "", about = ""]) => {
      const head = [
        style.dim(pad(place, places ?? 0)),
        pad(relation, relations ?? 0),
        style.bold(pad(reference, references)),
      ].join("  ");
      const used = (places ?? 0) + (relations ?? 0) + references + 6;
      return `${head}  ${cut(about, Math.max(width - used, 20))}`.trimEnd();
    })
    .map((line) => `${line}\n`)
    .join("");
}

function cellsOf({ path, line, column, relation, reference, subject, text }: ListedClaim) {
  const about = [text, subject].filter((it) => it !== undefined).map(safe);
  return [`${safe(path)}:${line}:${column}`, relation, reference, about.join(" · ")] as const;
}

function widest(rows: readonly (readonly string[])[], column: number): number {
  return rows.reduce((most, row) => Math.max(most, widthOf(row[column] ?? "")), 0);
}
