import { formatByteSize } from "../../core/byteSize.ts";
import type { Language } from "../../core/languages.ts";
import { EMPTY_SCAN, type FileScan, scan } from "../../core/scan.ts";
import type { FileSystem } from "../fileSystem.ts";
import type { Stamps } from "../stamps.ts";
import { holdsWord, holdsWordInBytes, isBinary, textOfBytes } from "./fileText.ts";
import { languageFor } from "./languageFor.ts";
import type { ReadRules } from "./readRules.ts";

/** What became of one file on disk. */
export type ScannedFile =
  | { readonly kind: "scanned"; readonly scan: FileScan }
  | { readonly kind: "binary" }
  | { readonly kind: "gone" }
  | { readonly kind: "skipped"; readonly why: string };

const EMPTY: ScannedFile = { kind: "scanned", scan: EMPTY_SCAN };
const BINARY: ScannedFile = { kind: "binary" };

/** Reads one file and finds its annotations. With `stamps`, the file's stamp is written there. */
export function scanFile(
  files: FileSystem,
  path: string,
  rules: ReadRules,
  stamps?: Stamps,
  at?: number,
): ScannedFile {
  const read = files.read(path, rules.maxFileSize, stamps, at);
  if (read.kind === "gone") return path.includes("\uFFFD") ? UNNAMEABLE : read;
  if (read.kind === "unreadable") return { kind: "skipped", why: read.why };
  if (read.kind === "too-large") return tooLarge(path, read.head, rules);

  const found = textOfBytes(read.bytes);
  if (found.kind === "binary") return binary(path, read.bytes, rules);
  if (found.kind === "nothing") return EMPTY;
  const language = languageFor(path, found.text, rules);
  return { kind: "scanned", scan: scan(found.text, language, rules.forms) };
}

/** Node gives bytes of a name that are no UTF-8 as U+FFFD, and no longer finds the file by it. */
const UNNAMEABLE: ScannedFile = { kind: "skipped", why: "its name is not valid UTF-8" };

/**
 * UTF-16 without its mark, or a stray NUL: what would be an annotation to a person is not lost in
 * silence. A binary of no known language, such as a document or an object file, is left alone.
 */
function binary(path: string, bytes: Buffer, rules: ReadRules): ScannedFile {
  const isSource = languageFor(path, "", rules) !== undefined;
  return isSource && holdsWordInBytes(bytes) ? LIKE_BINARY : BINARY;
}

const LIKE_BINARY: ScannedFile = {
  kind: "skipped",
  why: "has NUL bytes like a binary file; save it as UTF-8, or as UTF-16 with a byte order mark",
};

/** A large binary holds no annotations, unless its name says that it is a source. */
function tooLarge(path: string, head: Buffer, rules: ReadRules): ScannedFile {
  if (isBinary(head) && languageFor(path, "", rules) === undefined) return BINARY;
  return { kind: "skipped", why: whyTooLarge(rules) };
}

export function whyTooLarge({ maxFileSize }: ReadRules): string {
  return `larger than ${formatByteSize(maxFileSize)}`;
}

/** Finds the annotations of a text that is in memory already. */
export function scanText(
  text: string,
  language: Language | undefined,
  { forms }: ReadRules,
): FileScan {
  return holdsWord(text) ? scan(text, language, forms) : EMPTY_SCAN;
}
