// Reads the fenced blocks of a page of docs/, so that what it shows can be tried.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./root.mjs";

/** The text of a page, by its path in this checkout. */
export function readPage(path) {
  return readFileSync(join(ROOT, path), "utf8");
}

/** The fenced blocks of a page in order, each with its language and the heading it stands under. */
export function blocksOf(page) {
  let heading = "";
  const pieces = page.matchAll(/^```(\S*)\n([\s\S]*?)^```$|^#+ (.*)$/gm);
  return [...pieces].flatMap(([, language = "", text = "", title]) => {
    if (title === undefined) return [{ heading, language, text }];
    heading = title;
    return [];
  });
}

/** The one block in a language under a heading of a page. */
export function blockOf(path, heading, language) {
  const found = blocksOf(readPage(path)).filter(
    (it) => it.heading === heading && it.language === language,
  );
  if (found.length === 1) return found[0].text;
  throw new Error(`${path} has ${found.length} blocks of ${language} under "${heading}", not one.`);
}

/** The tables of a page in order, each with the heading it stands under and its rows below the head, cell by cell. */
export function tablesOf(page) {
  let heading = "";
  const pieces = page.matchAll(
    /^```[\s\S]*?^```$|^(\|.*\|\n)\|[ |-]*\|\n((?:\|.*\|\n)*)|^#+ (.*)$/gm,
  );
  return [...pieces].flatMap(([, head, body = "", title]) => {
    if (title !== undefined) heading = title;
    if (head === undefined) return [];
    const [columns] = cellsOf(head);
    return [{ heading, columns, rows: cellsOf(body) }];
  });
}

function cellsOf(lines) {
  return lines
    .split("\n")
    .filter((it) => it !== "")
    .map((line) =>
      line
        .slice(1, -1)
        .split("|")
        .map((it) => it.trim()),
    );
}

/** What stands in a text between backticks, be it one or several. */
export function codesIn(text) {
  return [...text.matchAll(/(`+)(?!`) ?(.*?[^`]) ?\1(?!`)/g)].map(([, , code]) => code.trimEnd());
}
