/** What the bytes of a file turn out to be. `nothing`: a text without a word of ours. */
export type FileText =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "nothing" }
  | { readonly kind: "binary" };

const WORD = "62443";
const LETTERS = [...new TextEncoder().encode(WORD)];
const NEEDLES = {
  "utf-8": Uint8Array.from(LETTERS),
  "utf-16le": Uint8Array.from(LETTERS.flatMap((it) => [it, 0])),
  "utf-16be": Uint8Array.from(LETTERS.flatMap((it) => [0, it])),
} as const;
type Encoding = keyof typeof NEEDLES;

/** How far a NUL tells a binary file. */
const EARLY = 8 * 1024;
const NOTHING: FileText = { kind: "nothing" };
const BINARY: FileText = { kind: "binary" };

/** Decodes a file only when its bytes hold the word that every annotation has. */
export function textOfBytes(bytes: Buffer): FileText {
  const encoding = encodingOf(bytes);
  if (isBinary(bytes)) return BINARY;
  if (bytes.indexOf(NEEDLES[encoding]) < 0) return NOTHING;
  return { kind: "text", text: decode(bytes) };
}

/** Whether a NUL shows early that this is no text; UTF-16 says by its mark that it is one. */
export function isBinary(bytes: Buffer): boolean {
  if (encodingOf(bytes) !== "utf-8") return false;
  return bytes.subarray(0, EARLY).includes(0);
}

/** Whether the word stands in the bytes, in any encoding: then they are hardly a binary's. */
export function holdsWordInBytes(bytes: Buffer): boolean {
  return Object.values(NEEDLES).some((it) => bytes.indexOf(it) >= 0);
}

/** Whether a text holds the word that every annotation has. */
export function holdsWord(text: string): boolean {
  return text.includes(WORD);
}

/** The text without its byte order mark, as editors have it; faulty bytes become U+FFFD. */
export function decode(bytes: Buffer): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

function encodingOf(bytes: Buffer): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return "utf-8";
}
