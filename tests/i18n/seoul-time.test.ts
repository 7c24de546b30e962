import { expect, test } from "vitest";
import { instantOfSeoulInput, seoulDate, seoulInputValue } from "#app/i18n/seoul-time.ts";

test("an instant and the value of a date-and-time field turn into each other", () => {
  const instant = new Date("2025-12-31T15:00:00.000Z");
  expect(seoulDate(instant)).toBe("2026-01-01");
  expect(seoulInputValue(instant)).toBe("2026-01-01T00:00");
  expect(instantOfSeoulInput("2026-01-01T00:00")).toEqual(instant);
});

test("a day that the calendar does not have is no instant", () => {
  expect(instantOfSeoulInput("2025-02-29T10:00")).toBeUndefined();
  expect(instantOfSeoulInput("tomorrow")).toBeUndefined();
  expect(instantOfSeoulInput("")).toBeUndefined();
});
