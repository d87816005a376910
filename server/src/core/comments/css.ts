import { isWord } from "./characters.ts";
import { slashes, slashStar } from "./commentRules.ts";
import { doubleQuoted, quoted, singleQuoted } from "./stringRules.ts";
import { Tokens, type Where } from "./tokens.ts";

const isFunction: Where = (scanner, at) => {
  const argument = scanner.text.charAt(scanner.skipBlanks(at + "url(".length));
  return !isWord(scanner.unit(at - 1)) && argument !== '"' && argument !== "'";
};

/** `url(http://a)`: its text is not code, unless it is a string. */
const url = quoted("url(", { close: ")", escape: "\\", lines: "one", where: isFunction });

export const CSS = new Tokens([slashStar, doubleQuoted, singleQuoted, url]);

/** SCSS, Less and Stylus: CSS with comments to the line end. */
export const SCSS = new Tokens([slashes, slashStar, doubleQuoted, singleQuoted, url]);
