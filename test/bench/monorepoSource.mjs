// One source file of the generated monorepo.
import { DECOY_TEXTS } from "../kernel/kinds.mjs";
import { note } from "../kernel/plant.mjs";
import { pickOne } from "../kernel/random.mjs";
import { plainComment } from "./monorepoLanguages.mjs";

const MARK = "@iec62443";
/** One annotated file in so many holds the word where it is none of ours. */
const DECOYED = 10;
const BLOCKS = new Map();

/** The text of a file of about `aim` bytes with these annotations in it; what must be found of it goes to `expected`. */
export function sourceOf({ random, language, path, planted, aim, expected, decoys }) {
  const lines = [];
  const filler = fillerOf(language);
  const each = Math.max(1, Math.round(aim / filler.average / (planted.length + 1)));
  const more = () => fill(lines, filler, random, each);
  more();
  for (const annotation of planted) {
    plant({ random, language, path, lines, expected }, annotation);
    more();
  }
  if (decoys && planted.length > 0 && random() < 1 / DECOYED) {
    plant({ random, language, path, lines, expected }, decoy(random));
    if (language.isInString) string(path, lines, expected);
  }
  return `${lines.join("\n")}\n`;
}

/** Lines of a language that files take their pieces from. */
function fillerOf(language) {
  let filler = BLOCKS.get(language);
  if (filler === undefined) {
    const lines = Array.from({ length: 4000 }, (_, it) =>
      it % 9 === 4 ? plainComment(language, it) : language.code(it),
    );
    const size = lines.reduce((sum, it) => sum + Buffer.byteLength(it) + 1, 0);
    filler = { lines, average: size / lines.length };
    BLOCKS.set(language, filler);
  }
  return filler;
}

function fill(lines, filler, random, count) {
  for (let left = count; left > 0; ) {
    const from = Math.floor(random() * filler.lines.length);
    const piece = filler.lines.slice(from, from + left);
    lines.push(...piece);
    left -= piece.length;
  }
}

function decoy(random) {
  return { bare: pickOne(random, DECOY_TEXTS), claims: [], codes: [] };
}

/** A comment of its own above a line of code, or one behind it. */
function plant({ random, language, path, lines, expected }, annotation) {
  const style = pickOne(random, language.comments);
  const atEnd = !style.open.includes("\n") && random() < 0.2;
  const code = language.code(lines.length);
  const text = `${style.open}${annotation.bare ?? `${MARK} ${annotation.text}`}${style.close}`;
  const written = atEnd ? [`${code} ${text}`] : [...text.split("\n"), code];
  const row = written.findIndex((it) => it.includes(MARK));
  const column = written[row].indexOf(MARK) + MARK.length + 2;
  note(expected, path, { line: lines.length + row + 1, column, annotation, atEnd, style });
  lines.push(...written);
}

function string(path, lines, expected) {
  lines.push(`x = "${MARK} CR 1.1";`);
  expected.words.push({ path, line: lines.length, what: "string", shape: "string" });
}
