// Writes a plan into a tree and tells what must be found there.
import { lstatSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const MARK = "@iec62443";
const LARGEST = 1024 * 1024;

/** Reads a file as bytes that look like characters, so that writing it back changes nothing else. */
export function linesOf(root, path) {
  const file = join(root, path);
  const stat = lstatSync(file);
  if (!stat.isFile() || stat.size === 0 || stat.size > LARGEST) return undefined;
  const text = readFileSync(file, "latin1");
  if (/[\0\r]/.test(text) || text.startsWith("\xef\xbb\xbf") || text.includes(MARK))
    return undefined;
  return (text.endsWith("\n") ? text.slice(0, -1) : text).split("\n");
}

/**
 * Plants what the plan says: each file is written anew and put in the place of the old one, which may be shared with
 * the plain tree. Returns the claims, the claims of items, and the findings to expect, one line each, and every
 * line that holds the word.
 */
export function plant(root, plan) {
  const expected = { claims: [], covered: [], findings: [], words: [] };
  for (const [path, places] of plan) {
    const { lines, found } = planted(linesOf(root, path), places);
    writeFileSync(join(root, `${path}.planted`), `${lines.join("\n")}\n`, "latin1");
    renameSync(join(root, `${path}.planted`), join(root, path));
    for (const it of found) note(expected, path, it);
  }
  return expected;
}

/** Notes what must be found of one planted annotation or decoy. */
export function note({ claims, covered, findings, words }, path, { line, column, ...place }) {
  const { annotation } = place;
  const { relation, codes } = annotation;
  words.push({ path, line, what: whatIs(annotation), shape: shapeOf(place) });
  for (const { offset, reference, covers } of annotation.claims) {
    claims.push(`${path}:${line}:${column + offset} ${relation} ${reference}`);
    for (const item of covers) covered.push(`${path}:${line} ${relation} ${item}`);
  }
  for (const code of codes) findings.push(`${path}:${line} ${code}`);
}

function whatIs({ bare, codes }) {
  if (bare !== undefined) return "decoy";
  return codes.includes("unknown-file-type") ? "unknown file type" : "annotation";
}

/** What a simpler tool may stumble over: code on the same line, or a comment of several lines. */
function shapeOf({ atEnd, style }) {
  if (atEnd) return "behind code";
  return style.open.includes("\n") ? "inside of a block" : "alone";
}

function planted(before, places) {
  const lines = [];
  const found = [];
  for (let i = 0; i <= before.length; i++) {
    const here = places.filter((it) => it.line === i);
    for (const place of here.filter((it) => !it.atEnd)) {
      write(lines, found, place, commentOf(place).split("\n"));
    }
    if (i === before.length) break;
    const behind = here.find((it) => it.atEnd);
    if (behind === undefined) lines.push(before[i]);
    else write(lines, found, behind, [`${before[i]} ${commentOf(behind)}`]);
  }
  return { lines, found };
}

function commentOf({ style, annotation }) {
  return `${style.open}${annotation.bare ?? `${MARK} ${annotation.text}`}${style.close}`;
}

/** Lines and columns from 1, as the command line tells them. */
function write(lines, found, place, comment) {
  const row = comment.findIndex((it) => it.includes(MARK));
  const column = comment[row].indexOf(MARK) + MARK.length + 2;
  found.push({ ...place, line: lines.length + row + 1, column });
  lines.push(...comment);
}
