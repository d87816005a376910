import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { eachMidnight } from "../../server/src/lsp/eachMidnight.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse("2026-11-24T22:00:00Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

test("midnight in UTC is told of once a day, until it is let go", () => {
  const days: string[] = [];
  const midnights = eachMidnight(() => days.push(new Date().toISOString().slice(0, 10)));
  const hours = (count: number) => vi.advanceTimersByTime(count * 3_600_000);
  hours(1.9);
  expect(days).toEqual([]);
  hours(0.2);
  expect(days).toEqual(["2026-11-25"]);
  hours(24);
  expect(days).toEqual(["2026-11-25", "2026-11-26"]);
  expect(vi.getTimerCount()).toBe(1);
  midnights.dispose();
  expect(vi.getTimerCount()).toBe(0);
});
