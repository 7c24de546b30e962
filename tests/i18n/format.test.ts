import { describe, expect, test } from "vitest";
import {
  daysLeft,
  formatBytes,
  formatDate,
  formatInstant,
  formatInstantWithSeconds,
  formatNumber,
  formatPeriod,
  formatPlainDate,
} from "#app/i18n/format.ts";

describe("an instant", () => {
  test("is written as a Korean notice writes it", () => {
    expect(formatInstant("2025-04-14T09:00:00.000Z", "ko")).toBe("2025. 4. 14.(월) 18:00");
    expect(formatInstant(new Date("2025-04-14T09:00:00.000Z"), "en")).toBe("Mon 14 Apr 2025, 18:00 (KST)");
  });

  test("shows midnight as 00:00 of the new day and of the new year", () => {
    expect(formatInstant("2025-12-31T14:59:59.999Z", "ko")).toBe("2025. 12. 31.(수) 23:59");
    expect(formatInstant("2025-12-31T15:00:00.000Z", "ko")).toBe("2026. 1. 1.(목) 00:00");
    expect(formatInstant("2025-12-31T15:00:00.000Z", "en")).toBe("Thu 1 Jan 2026, 00:00 (KST)");
  });

  test("is given to the second on a receipt", () => {
    expect(formatInstantWithSeconds("2025-04-14T08:59:59.999Z", "ko")).toBe("2025. 4. 14.(월) 17:59:59");
    expect(formatInstantWithSeconds("2025-04-14T08:59:59.999Z", "en")).toBe("Mon 14 Apr 2025, 17:59:59 (KST)");
  });
});

describe("a calendar day", () => {
  test("never moves with a time zone", () => {
    expect(formatDate("2024-02-29", "ko")).toBe("2024. 2. 29.(목)");
    expect(formatPlainDate("1988-05-08", "ko")).toBe("1988. 5. 8.");
    expect(formatPlainDate("1988-05-08", "en")).toBe("8 May 1988");
  });

  test("of an instant is the day in Seoul", () => {
    expect(formatDate("2025-12-31T15:00:00.000Z", "en")).toBe("Thu 1 Jan 2026");
  });
});

describe("a period", () => {
  test("names the year once, and twice where it changes", () => {
    const start = "2025-03-17T00:00:00.000Z";
    expect(formatPeriod({ start, end: "2025-04-14T09:00:00.000Z" }, "ko")).toBe(
      "2025. 3. 17.(월) 09:00 ~ 4. 14.(월) 18:00",
    );
    expect(formatPeriod({ start: "2025-12-29", end: "2026-01-02" }, "ko")).toBe("2025. 12. 29.(월) ~ 2026. 1. 2.(금)");
    expect(formatPeriod({ start, end: "2025-04-14T09:00:00.000Z" }, "en")).toBe(
      "Mon 17 Mar 2025, 09:00 to Mon 14 Apr 2025, 18:00 (KST)",
    );
  });

  test("of one day names the day once", () => {
    expect(formatPeriod({ start: "2025-03-17T00:00:00Z", end: "2025-03-17T09:00:00Z" }, "ko")).toBe(
      "2025. 3. 17.(월) 09:00 ~ 18:00",
    );
    expect(formatPeriod({ start: "2025-03-17", end: "2025-03-17" }, "ko")).toBe("2025. 3. 17.(월)");
  });
});

describe("the days left", () => {
  const deadline = "2025-04-14T09:00:00.000Z"; // 18:00 in Seoul

  test("count calendar days in Seoul", () => {
    expect(daysLeft(deadline, new Date("2025-04-11T14:59:00Z"))).toBe("D-3");
    expect(daysLeft(deadline, new Date("2025-04-11T15:00:00Z"))).toBe("D-2");
    expect(daysLeft(deadline, new Date("2025-04-14T08:59:59.999Z"))).toBe("D-Day");
  });

  test("end at the deadline's own instant", () => {
    expect(daysLeft(deadline, new Date(deadline))).toBeUndefined();
  });

  test("take a deadline at midnight for the end of the day before", () => {
    expect(daysLeft("2025-12-31T15:00:00Z", new Date("2025-12-31T03:00:00Z"))).toBe("D-Day");
  });
});

test("numbers are grouped and exact decimals kept as written", () => {
  expect(formatNumber(810000)).toBe("810,000");
  expect(formatNumber("1234.50")).toBe("1,234.50");
  expect(formatNumber(-7)).toBe("−7");
  expect(formatNumber(12345678901234567890n)).toBe("12,345,678,901,234,567,890");
});

test("sizes of files are short", () => {
  expect([0, 1023, 1536, 10 * 1024 ** 2, 3 * 1024 ** 3].map(formatBytes)).toEqual([
    "0 B",
    "1023 B",
    "1.5 kB",
    "10 MB",
    "3 GB",
  ]);
});
