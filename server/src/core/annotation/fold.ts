const BLANKS =
  "\\t\\n\\v\\f\\r\\u00a0\\u00ad\\u1680\\u2000-\\u200d\\u202f\\u205f\\u2060\\u3000\\ufeff";
const DASHES = "\\u2010-\\u2015\\u2212\\ufe58\\ufe63\\uff0d";
const FULL_WIDTH: Readonly<Record<string, string>> = {
  "：": ":",
  "，": ",",
  "、": ",",
  "；": ";",
  "／": "/",
  "（": "(",
  "）": ")",
};

const FOLDED = new RegExp(`[${BLANKS}${DASHES}${Object.keys(FULL_WIDTH).join("")}]`, "g");
const DASH = new RegExp(`[${DASHES}]`);

/**
 * The same line with every blank as a space and every typographic dash as a hyphen. Each unit stands
 * for one unit, so that offsets stay.
 */
export function fold(line: string): string {
  return line.replace(FOLDED, (unit) => FULL_WIDTH[unit] ?? (DASH.test(unit) ? "-" : " "));
}
