export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The characters of a cell, in UTF-16 units: Excel takes a longer one for damage. */
export const LONGEST_CELL = 32_767;

/** A text as the content of a cell: all of it that a cell and XML can hold. */
export function cellText(text: string): string {
  // A carriage return does not survive XML, and `_x0041_` would be read as the letter A.
  const lines = cut(allowed(text.replace(/\r\n?/g, "\n"))).replace(
    /_(?=x[0-9a-f]{4}_)/gi,
    "_x005F_",
  );
  return escaped(lines);
}

/** A text as the value of an attribute between double quotes. */
export function attribute(text: string): string {
  return escaped(allowed(text)).replaceAll('"', "&quot;");
}

/** What Excel can follow, written as it wants it; nothing where it cannot. */
export function addressOf(link: string | undefined): string | undefined {
  if (link === undefined || !URL.canParse(link)) return undefined;
  const { protocol, href } = new URL(link);
  const isWeb = protocol === "https:" || protocol === "http:";
  return isWeb && href.length <= LONGEST_ADDRESS ? href : undefined;
}

const LONGEST_ADDRESS = 2079;

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Without what no XML document may hold: https://www.w3.org/TR/xml/#charsets */
function allowed(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "");
}

function cut(text: string): string {
  if (text.length <= LONGEST_CELL) return text;
  const note = (left: number) => `… (${left} characters more than a cell holds)`;
  const room = LONGEST_CELL - note(text.length).length;
  // No half of a character at the end.
  const end = /[\ud800-\udbff]/.test(text.charAt(room - 1)) ? room - 1 : room;
  return text.slice(0, end) + note(text.length - end);
}
