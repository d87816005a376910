import type { Output } from "../reports/output.ts";
import type { TableOptions } from "./request.ts";

/** A result as the options of tables want it: with the mark by which Excel knows UTF-8, or as it is. */
export function asTable(output: Output, { bom }: TableOptions): Output {
  return bom && !(output instanceof Uint8Array) ? withByteOrderMark(output) : output;
}

function* withByteOrderMark(output: Exclude<Output, Uint8Array>): Iterable<string> {
  yield "\ufeff";
  yield* typeof output === "string" ? [output] : output;
}
