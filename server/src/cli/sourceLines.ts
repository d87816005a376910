import { displayPath } from "../core/report/displayPath.ts";
import { filesToCheck } from "../core/rules/check.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { TextLines } from "../core/text.ts";
import type { FileSystem } from "../workspace/fileSystem.ts";
import { decode } from "../workspace/scanning/fileText.ts";
import { pathOfUri } from "../workspace/uris.ts";

const MOST_BYTES = 64 * 1024 * 1024;

/** Lines of the files that can have findings, by path and number from 1; read when asked for. */
export function sourceLines(
  files: FileSystem,
  snapshot: Snapshot,
  base: string,
): (path: string, line: number) => string | undefined {
  const uris = new Map(filesToCheck(snapshot).map((uri) => [displayPath(uri, base), uri]));
  // Findings come file by file: one is enough to remember.
  let last: { path: string; lines: TextLines | undefined } | undefined;
  return (path, line) => {
    if (last?.path !== path) last = { path, lines: linesOf(files, uris.get(path)) };
    return last.lines?.lineText(line - 1);
  };
}

function linesOf(files: FileSystem, uri: string | undefined): TextLines | undefined {
  const path = uri === undefined ? undefined : pathOfUri(uri);
  const read = path === undefined ? undefined : files.read(path, MOST_BYTES);
  return read?.kind === "bytes" ? new TextLines(decode(read.bytes)) : undefined;
}
