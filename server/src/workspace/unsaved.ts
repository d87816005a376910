import { isProjectFile } from "../core/projectFile/names.ts";
import type { Document } from "./documents.ts";
import type { FileSystem } from "./fileSystem.ts";
import { decode, holdsWord } from "./scanning/fileText.ts";

/** The uris of documents that say something of ours, or said it on the disk, and are otherwise there. */
export function unsavedAmong(
  documents: Iterable<Document>,
  files: FileSystem,
  limit: number,
): readonly string[] {
  return [...documents].filter((it) => isUnsaved(it, files, limit)).map(({ uri }) => uri);
}

function isUnsaved({ uri, path, text }: Document, files: FileSystem, limit: number): boolean {
  if (path === undefined) return false;
  const read = files.read(path, limit);
  const saved = read.kind === "bytes" ? decode(read.bytes) : "";
  const isOurs = isProjectFile(uri) || holdsWord(text) || holdsWord(saved);
  // An editor may write the ends of lines in a way of its own.
  return isOurs && withLineFeeds(text) !== withLineFeeds(saved);
}

function withLineFeeds(text: string): string {
  return text.replaceAll("\r\n", "\n");
}
