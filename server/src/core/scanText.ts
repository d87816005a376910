import type { FileScan } from "./scan.ts";
import type { ScanRow } from "./scanText/layout.ts";
import { scanOfRow } from "./scanText/reader.ts";
import { rowOfScan } from "./scanText/writer.ts";

/** What one file says about requirements as a short text, which can be kept and sent. */
export function textOfScan(scan: FileScan): string {
  return JSON.stringify(rowOfScan(scan));
}

/** The scan of such a text, whose strings keep no other text in memory. Throws for a text that is not whole. */
export function scanOfText(text: string): FileScan {
  return scanOfRow(JSON.parse(text) as ScanRow);
}
