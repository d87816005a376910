import { isWord } from "./characters.ts";
import { behindTag, xmlComment } from "./html.ts";
import { Scanner, type Syntax } from "./scanner.ts";
import { STRUCTURED_TEXT } from "./structuredText.ts";
import { NONE, type Rule, Tokens } from "./tokens.ts";

const CDATA = "<![CDATA[";
const CDATA_END = "]]>";

/** A stretch of text inside an element; the outer offsets include the marks of CDATA. */
interface Piece {
  readonly outerStart: number;
  readonly start: number;
  readonly end: number;
  readonly outerEnd: number;
}

function cdataAt(scanner: Scanner, at: number): Piece {
  const start = at + CDATA.length;
  const found = scanner.text.indexOf(CDATA_END, start);
  const end = found === -1 ? scanner.length : found;
  return { outerStart: at, start, end, outerEnd: Math.min(end + CDATA_END.length, scanner.length) };
}

/** The texts of an element: its CDATA sections and what stands between its tags. */
function piecesOf(scanner: Scanner, from: number, to: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  while (at < to) {
    if (scanner.text.startsWith(CDATA, at)) {
      const piece = cdataAt(scanner, at);
      pieces.push(piece);
      at = piece.outerEnd;
    } else if (scanner.text.charAt(at) === "<") at = behindTag(scanner, at + 1);
    else {
      const found = scanner.text.indexOf("<", at);
      const end = found === -1 || found > to ? to : found;
      pieces.push({ outerStart: at, start: at, end, outerEnd: end });
      at = end;
    }
  }
  return pieces;
}

/**
 * Reads texts that are parts of one program, each the continuation of the one before. A comment
 * that goes over several becomes one comment in each.
 */
function embedPieces(scanner: Scanner, syntax: Syntax, pieces: readonly Piece[]): void {
  const program = new Scanner(
    pieces.map(({ start, end }) => scanner.text.slice(start, end)).join("\n"),
  );
  syntax.lex(program);
  let index = 0;
  let offset = 0;
  for (const comment of program.comments) {
    for (;;) {
      const piece = pieces[index];
      if (piece === undefined) return;
      const shift = piece.start - offset;
      const inPiece = (at: number) => Math.min(Math.max(at + shift, piece.start), piece.end);
      const start = inPiece(comment.start);
      const end = inPiece(comment.end);
      if (start < end) {
        const contentStart = inPiece(comment.contentStart);
        const contentEnd = Math.max(contentStart, inPiece(comment.contentEnd));
        scanner.comment(start, contentStart, contentEnd, end);
      }
      if (comment.end + shift <= piece.end) break;
      offset += piece.end - piece.start + 1;
      index++;
    }
  }
}

/** The tag that begins at `at`, when its local name is one of those asked for. */
interface Tag {
  readonly name: string;
  /** Offset behind the tag. */
  readonly end: number;
}

const LONGEST_NAME = 64;

function tagAt(scanner: Scanner, at: number, names: ReadonlySet<string>): Tag | undefined {
  let end = at + 1;
  let local = end;
  while (end < at + LONGEST_NAME && isNamePart(scanner, end)) {
    if (scanner.text.charAt(end) === ":") local = end + 1;
    end++;
  }
  if (!names.has(scanner.text.slice(local, end))) return undefined;
  return { name: scanner.text.slice(at + 1, end), end: behindTag(scanner, end) };
}

function isNamePart(scanner: Scanner, at: number): boolean {
  return isWord(scanner.unit(at)) || ":-.".includes(scanner.text.charAt(at) || " ");
}

/** Where the element of a tag ends; at the tag itself when it is empty. */
function endOfElement(scanner: Scanner, { name, end }: Tag): number {
  if (scanner.text.startsWith("/>", end - 2)) return end;
  const found = scanner.text.indexOf(`</${name}`, end);
  return found === -1 ? scanner.length : found;
}

/** Elements whose texts are Structured Text. */
function program(names: string, where: (scanner: Scanner, from: number) => boolean): Rule {
  const elements = new Set(names.split(" "));
  return {
    first: "<",
    match(scanner, at) {
      const tag = tagAt(scanner, at, elements);
      if (tag === undefined) return NONE;
      if (!where(scanner, tag.end)) return tag.end;
      const end = endOfElement(scanner, tag);
      embedPieces(scanner, STRUCTURED_TEXT, piecesOf(scanner, tag.end, end));
      return end;
    },
  };
}

/** Elements whose texts are remarks of the programmer: all of each is a comment. */
function remark(names: string): Rule {
  const elements = new Set(names.split(" "));
  return {
    first: "<",
    match(scanner, at) {
      const tag = tagAt(scanner, at, elements);
      if (tag === undefined) return NONE;
      const end = endOfElement(scanner, tag);
      for (const piece of piecesOf(scanner, tag.end, end)) {
        if (scanner.text.slice(piece.start, piece.end).trim() === "") continue;
        scanner.comment(piece.outerStart, piece.start, piece.end, piece.outerEnd);
      }
      return end;
    },
  };
}

/** CDATA hides what looks like a comment. */
const cdata: Rule = {
  first: "<",
  match: (scanner, at) =>
    scanner.text.startsWith(CDATA, at) ? cdataAt(scanner, at).outerEnd : NONE,
};

/** CDATA that is Structured Text. */
const cdataProgram: Rule = {
  first: "<",
  match(scanner, at) {
    if (!scanner.text.startsWith(CDATA, at)) return NONE;
    const { start, end, outerEnd } = cdataAt(scanner, at);
    scanner.embed(STRUCTURED_TEXT, start, end);
    return outerEnd;
  },
};

const always = () => true;

/** How far into a file its name spaces are looked for. */
const HEAD = 4000;

/** Whether an XML text is a project as PLCopen exchanges it. */
export function isPlcopen(text: string): boolean {
  const head = text.slice(0, HEAD);
  return head.includes("plcopen") || head.includes("61131");
}

/** Whether the text of `<ST>` is marked up as a program's is, whatever file it stands in. */
function isMarkedUp(scanner: Scanner, from: number): boolean {
  const inner = scanner.text.slice(from, from + 200).trimStart();
  return inner.startsWith(CDATA) || /^<(?:\w+:)?xhtml/.test(inner);
}

const OTHER_XML = new Tokens([xmlComment, cdata, program("ST IL", isMarkedUp)]);

const PLCOPEN = new Tokens([xmlComment, cdata, program("ST IL", always), remark("documentation")]);

/** XML; in PLCopen's, Structured Text and the documentation of elements. */
export const XML: Syntax = {
  lex: (scanner) => (isPlcopen(scanner.text) ? PLCOPEN : OTHER_XML).lex(scanner),
};

/** TwinCAT: every CDATA section is Structured Text. */
export const TWINCAT: Syntax = new Tokens([xmlComment, cdataProgram]);

/** Rockwell's L5X: each line of Structured Text is a CDATA section; rungs have remarks. */
export const L5X: Syntax = new Tokens([
  xmlComment,
  program("STContent", always),
  remark("Comment Description LocalizedComment LocalizedDescription"),
  cdata,
]);
