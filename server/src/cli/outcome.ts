import type { Output } from "../reports/output.ts";

/** 0 clean, 1 a gate failed, 2 wrong use or unreadable input, 3 a fault of ours. */
export type ExitCode = 0 | 1 | 2 | 3;

/** What a command leaves to print. */
export interface Outcome {
  readonly exitCode: ExitCode;
  /** For stdout: the result alone. */
  readonly output: Output;
  /** For stderr: sentences about what was read and what was not. */
  readonly messages: readonly string[];
  /** For stderr, even where it is to be quiet: why the exit status is not 0. */
  readonly errors: readonly string[];
}

/** Wrong use or unreadable input: nothing but a sentence that says so. */
export interface Refusal {
  readonly refusal: string;
}

export function refused(refusal: string): Outcome {
  return { exitCode: 2, output: "", messages: [], errors: [`error: ${refusal}`] };
}

export function isRefusal(value: object): value is Refusal {
  return "refusal" in value;
}
