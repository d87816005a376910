import type { FileScan } from "./scan.ts";
import { readScan } from "./scanText/reader.ts";
import { ScanWriter } from "./scanText/writer.ts";

/** What one file says about requirements as a short text, which can be kept and sent. */
export function textOfScan(scan: FileScan): string {
  return new ScanWriter().write(scan);
}

/** The scan of such a text, whose strings keep no other text in memory. Throws for any other text. */
export function scanOfText(text: string): FileScan {
  return readScan(JSON.parse(text));
}
