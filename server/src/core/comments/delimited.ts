import type { Scanner } from "./scanner.ts";
import { type Interpolation, StringMode } from "./stringRules.ts";
import { NONE } from "./tokens.ts";

const CLOSERS: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}", "<": ">" };

function delimitedMode(open: string, interpolations: readonly Interpolation[]): StringMode {
  const close = CLOSERS[open] ?? open;
  const inner: Interpolation[] = [...interpolations];
  const mode = new StringMode(close, { escape: "\\", lines: "many", interpolations: inner });
  if (close !== open) inner.push({ open, enter: (scanner) => scanner.enter(mode) });
  return mode;
}

/**
 * A string with a delimiter of the writer's choice, which stands at `at`: `q{…}`, `%w[…]`.
 * Brackets nest.
 */
export function delimited(
  scanner: Scanner,
  at: number,
  interpolations: readonly Interpolation[] = [],
): number {
  const open = scanner.text.charAt(at);
  if (open === "") return NONE;
  const mode = delimitedMode(open, interpolations);
  scanner.enter(mode);
  return mode.run(scanner, at + 1);
}
