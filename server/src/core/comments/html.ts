import { isBlank, isLineEnd, isWord } from "./characters.ts";
import { blockComment } from "./commentRules.ts";
import { CSS, SCSS } from "./css.ts";
import { JSONC, JSX, TYPESCRIPT } from "./javascript.ts";
import type { Scanner, Syntax } from "./scanner.ts";
import { NONE, type Rule, Tokens } from "./tokens.ts";

/** `<!-- … -->`; `<!-->` and `<!--->` are whole. */
export const htmlComment: Rule = {
  first: "<",
  match(scanner, at) {
    const { text } = scanner;
    if (!text.startsWith("<!--", at)) return NONE;
    for (const whole of ["<!-->", "<!--->"]) {
      if (!text.startsWith(whole, at)) continue;
      scanner.comment(at, at + 4, at + 4, at + whole.length);
      return at + whole.length;
    }
    return xmlComment.match(scanner, at);
  },
};

export const xmlComment = blockComment("<!--", "-->");

const WITH_SLASHES = new Set(["scss", "sass", "less", "stylus"]);

/** Which syntax the text of an element has, by its `lang` or `type`. */
function syntaxOf(element: string, tag: string): Syntax | undefined {
  const kind = attribute(tag, "lang") ?? attribute(tag, "type") ?? "";
  if (element === "style") return WITH_SLASHES.has(kind) ? SCSS : CSS;
  if (kind.includes("json")) return JSONC;
  if (kind.endsWith("sx") || kind.includes("babel")) return JSX;
  const isScript = kind === "" || kind === "module" || kind === "ts" || kind.includes("script");
  return isScript ? TYPESCRIPT : undefined;
}

/** The value of an attribute, in lower case. */
function attribute(tag: string, name: string): string | undefined {
  const at = tag.indexOf(` ${name}=`);
  if (at === -1) return undefined;
  const value = tag.slice(at + name.length + 2, at + name.length + 52);
  const quote = value.charAt(0);
  const isQuoted = quote === '"' || quote === "'";
  const end = isQuoted ? value.indexOf(quote, 1) : value.search(/[\s>]/);
  return value.slice(isQuoted ? 1 : 0, end === -1 ? undefined : end).toLowerCase();
}

/** Offset behind the `>` that closes the tag, which quotes may hide. */
export function behindTag(scanner: Scanner, from: number): number {
  const { text, length } = scanner;
  let at = from;
  while (at < length) {
    const mark = text.charAt(at);
    if (mark === ">") return at + 1;
    if (mark === '"' || mark === "'") {
      const close = text.indexOf(mark, at + 1);
      if (close === -1) return length;
      at = close;
    }
    at++;
  }
  return length;
}

/** Where `</name` stands, in any case; the text's end where it does not. */
function closingTag(scanner: Scanner, from: number, name: string): number {
  let at = scanner.text.indexOf("</", from);
  while (at !== -1) {
    const word = scanner.text.slice(at + 2, at + 2 + name.length);
    if (word.toLowerCase() === name) return at;
    at = scanner.text.indexOf("</", at + 2);
  }
  return scanner.length;
}

/** `<script>` and `<style>`: their text is of another language. */
const embedded: Rule = {
  first: "<",
  match(scanner, at) {
    const name = ["script", "style"].find((it) => startsElement(scanner, at + 1, it));
    if (name === undefined) return NONE;
    const from = behindTag(scanner, at + 1);
    const tag = scanner.text.slice(at, Math.min(from, at + 500));
    if (tag.endsWith("/>")) return from;
    const to = closingTag(scanner, from, name);
    const syntax = syntaxOf(name, tag.replace(/\s/g, " "));
    if (syntax !== undefined) scanner.embed(syntax, from, to);
    return to;
  },
};

function startsElement(scanner: Scanner, at: number, name: string): boolean {
  const behind = scanner.unit(at + name.length);
  if (isWord(behind)) return false;
  if (!(isBlank(behind) || isLineEnd(behind) || behind === 62 || behind === 47)) return false;
  return scanner.text.slice(at, at + name.length).toLowerCase() === name;
}

export const HTML = new Tokens([htmlComment, embedded]);

/** HTML with the comments of a template language. */
export function template(...rules: readonly Rule[]): Tokens {
  return new Tokens([...rules, htmlComment, embedded]);
}
