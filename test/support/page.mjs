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
