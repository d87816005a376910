export interface Result {
  readonly passed: number;
  readonly skipped?: number;
  readonly failures: readonly { readonly title: string; readonly detail: string }[];
  readonly notes?: readonly string[];
}

export interface Step {
  readonly name: string;
  readonly needs?: string;
  readonly title: string;
  readonly run: () => Promise<Result>;
}

export function selectSteps(
  steps: readonly Step[],
  only: string | undefined,
): { readonly steps?: readonly Step[]; readonly why?: string };

export function runSteps(steps: readonly Step[], print?: (line: string) => void): Promise<number>;
