import { describe, expect, test } from "vitest";
import { exponent, line, median, quantile, spread } from "./statistics.mjs";

test.each([
  [[3, 1, 2], 0.5, 2],
  [[1, 2, 3, 4], 0.5, 2.5],
  [[10, 20, 30, 40, 50], 0.25, 20],
  [[1, 3], 0.75, 2.5],
  [[7], 0.99, 7],
])("of %j the quantile at %d is %d", (numbers, share, wanted) => {
  expect(quantile(numbers, share)).toBe(wanted);
});

test("numbers are wild by their middle half: one that is far off changes nothing", () => {
  expect(median([10, 10, 10, 10, 900])).toBe(10);
  expect(spread([10, 10, 10, 10, 900])).toBe(0);
  expect(spread([10, 20, 30, 40, 50])).toBeCloseTo(2 / 3);
});

describe("what is fitted", () => {
  const sizes = [1000, 2000, 4000, 8000, 16_000];

  test.each([
    [1, (it: number) => 3 * it],
    [2, (it: number) => it * it],
    [0.5, (it: number) => 7 * Math.sqrt(it)],
    [0, () => 42],
  ])("has the exponent %d", (wanted, cost) => {
    expect(exponent(sizes.map((it) => [it, cost(it)]))).toBeCloseTo(wanted);
  });

  test("has what is paid once, and what each more costs", () => {
    const { base, slope } = line(sizes.map((it) => [it, 500 + it / 4]));
    expect([base, slope]).toEqual([expect.closeTo(500), expect.closeTo(0.25)]);
  });
});
