export function quantile(numbers: readonly number[], share: number): number;

export function median(numbers: readonly number[]): number;

export function spread(numbers: readonly number[]): number;

export function line(points: readonly (readonly [x: number, y: number])[]): {
  readonly slope: number;
  readonly base: number;
};

export function exponent(points: readonly (readonly [x: number, y: number])[]): number;
