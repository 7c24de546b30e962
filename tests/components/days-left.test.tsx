import { expect, test } from "vitest";
import { DaysInBrackets, DaysLeft } from "#app/components/clock/days-left.tsx";
import { daysUntil } from "#app/components/clock/days-until.ts";
import { render } from "./render.tsx";

const now = new Date("2025-04-11T09:00:00Z");

test("days to a deadline are D-3 in Korean and said in words in English", () => {
  const days = daysUntil("2025-04-14T09:00:00Z", now);
  expect(render(<DaysLeft days={days} />)).toBe("D-3");
  expect(render(<DaysLeft days={days} />, "en")).toBe("3 days left");
  expect(render(<DaysLeft days={1} />, "en")).toBe("1 day left");
  expect(render(<DaysInBrackets days={days} />, "en")).toBe("<strong>(3 days left)</strong>");
});

test("the last day is named, and nothing is left once it is over", () => {
  expect(render(<DaysLeft days={daysUntil("2025-04-11T10:00:00Z", now)} />)).toBe("오늘 마감");
  expect(render(<DaysLeft days={daysUntil("2025-04-11T10:00:00Z", now)} />, "en")).toBe("last day today");
  expect(render(<DaysInBrackets days={daysUntil("2025-04-11T09:00:00Z", now)} />)).toBe("");
});
