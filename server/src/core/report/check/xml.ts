// What XML 1.0 can hold in no writing; half a surrogate pair is a character of its own here.
const IMPOSSIBLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  // Else a parser makes blanks of them in an attribute, and one line end of two in a text.
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** Between tags: read back it is the same, but for characters that XML has no place for. */
export function xmlText(text: string): string {
  return text.replace(IMPOSSIBLE, "\uFFFD").replace(/[&<>\r]/g, (it) => ESCAPES[it] ?? it);
}

/** An attribute with its name, a blank before it. */
export function xmlAttribute(name: string, value: string | number): string {
  const escaped = String(value)
    .replace(IMPOSSIBLE, "\uFFFD")
    .replace(/[&<>"\t\n\r]/g, (it) => ESCAPES[it] ?? it);
  return ` ${name}="${escaped}"`;
}
