import type { Annotation, Malformed } from "./annotation.ts";
import type { Range } from "./text.ts";

/** All that one file says about requirements. */
export interface FileScan {
  /** In the order of the text. */
  readonly annotations: readonly Annotation[];
  /** Lines, or parts of lines, that begin as an annotation and could not be read. */
  readonly malformed: readonly Malformed[];
  /** The first `@iec62443` of a file whose language is not known, so whose comments cannot be found. */
  readonly unknownFileType?: Range;
}

/** A file without annotations. */
export const EMPTY_SCAN: FileScan = { annotations: [], malformed: [] };

/** Whether there is anything to keep of a scan. */
export function isEmpty(scan: FileScan): boolean {
  return (
    scan.annotations.length === 0 &&
    scan.malformed.length === 0 &&
    scan.unknownFileType === undefined
  );
}
