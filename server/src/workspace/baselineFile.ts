import { BASELINE_FILE } from "../core/baseline.ts";
import { formatByteSize } from "../core/byteSize.ts";
import type { BaselineText } from "../core/project.ts";
import type { FileSystem } from "./fileSystem.ts";
import { decode } from "./scanning/fileText.ts";

/** Room for more than 100,000 claims; what is larger would hold everybody up. */
export const MOST_BYTES = 32 * 1024 * 1024;

/** Reads a baseline from the disk; nothing where there is none. */
export function readBaselineFile(
  files: FileSystem,
  path: string,
  uri: string,
): BaselineText | undefined {
  const read = files.read(path, MOST_BYTES);
  if (read.kind === "gone") return undefined;
  if (read.kind === "bytes") return { uri, text: decode(read.bytes) };
  const why = read.kind === "unreadable" ? read.why : `larger than ${formatByteSize(MOST_BYTES)}`;
  return {
    uri,
    problem: `The baseline cannot be read (${why}), so nothing is compared with it. Write ${BASELINE_FILE} anew, or take it away.`,
  };
}
