import { expect, test } from "vitest";
import { today } from "../../server/src/workspace/today.ts";

test("today is a day of the calendar", () => {
  expect(today({})).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});

test.each([
  ["0", "1970-01-01"],
  ["1792886399", "2026-10-24"],
  ["1792886400", "2026-10-25"],
])("SOURCE_DATE_EPOCH %s is %s in UTC", (SOURCE_DATE_EPOCH, day) => {
  expect(today({ SOURCE_DATE_EPOCH })).toBe(day);
});

test.each(["", "tomorrow", "1e99"])("a SOURCE_DATE_EPOCH of %j is left aside", (it) => {
  expect(today({ SOURCE_DATE_EPOCH: it })).toBe(today({}));
});
