import { getHolidayPreset } from "@hyunbinseo/holidays-kr";
import { describe, expect, test } from "vitest";
import { findEvent, windowOf } from "#app/domain/programme/calendar.ts";
import { checkDefinition } from "#app/domain/programme/check-definition.ts";
import { shiftDefinition } from "#app/domain/programme/shift-calendar.ts";
import { weeksToShift } from "#app/domain/programme/weeks-to-shift.ts";
import { sampleDefinition } from "./broken-copy.ts";

const ai = sampleDefinition("ai");
const gcc = sampleDefinition("gcc");
const nows = [
  "2023-01-01T00:00:00+09:00",
  "2024-02-29T23:59:59+09:00",
  "2025-05-23T14:00:00+09:00",
  "2026-06-30T18:00:00+09:00",
  "2026-11-23T07:24:54+09:00",
  "2028-02-29T12:00:00+09:00",
].map((now) => new Date(now));
const newYearAndMarch = (year: number) => [`${year}-03-01`, `${year}-01-01`, `${year}-12-25`];

describe("shifting", () => {
  test.each(nows)("both samples stay valid at %s", (now) => {
    for (const definition of [ai, gcc]) {
      for (const wish of [{ next: "finalResult" }, { lastPast: "application.end" }, { inside: "application" }]) {
        const shifted = shiftDefinition(definition, weeksToShift(definition, now, wish), newYearAndMarch);
        expect(checkDefinition(JSON.parse(JSON.stringify(shifted)))).toEqual([]);
      }
    }
  });

  test("every date moves by whole weeks, and back again", () => {
    const later = shiftDefinition(ai, 87);

    expect(findEvent(later, "application")).toMatchObject({
      start: "2026-11-16T10:00:00+09:00",
      end: "2026-12-14T18:00:00+09:00",
    });
    expect(later.course).toMatchObject({ start: "2027-02-01", end: "2027-09-01" });
    expect(later.acceptance.confirmBy).toBe(findEvent(later, "confirm")?.end);
    expect(later.acceptance.afterStartReplacementUntil).toBe("2027-02-12T18:00:00+09:00");
    expect(later.reserve.validUntil).toBe("2027-02-12T18:00:00+09:00");
    expect(later.appeals.window.end).toBe("2027-01-29T18:00:00+09:00");
    expect(shiftDefinition(later, -87)).toEqual(ai);
    expect(shiftDefinition(ai, 0)).toEqual(ai);
  });

  test("birth dates follow the reference date, also in the words of the rule", () => {
    const [age, unemployed] = shiftDefinition(gcc, 61).eligibility;

    expect(age).toMatchObject({ referenceDate: "2026-03-17", bornFrom: "1986-03-18", bornTo: "2008-03-17" });
    expect(age?.text.ko).toContain("공고일(2026-03-17)");
    expect(age?.text.en).toContain("(2026-03-17)");
    expect(unemployed?.referenceDate).toBe("2026-03-17");
  });

  test("days written the Korean way move too; a day that does not exist stays", () => {
    const [rule] = ai.eligibility;
    const quoting = { ...ai, eligibility: [{ ...rule!, text: { ko: "2025. 3. 17. 현재", en: "on 2025-13-45" } }] };

    expect(shiftDefinition(quoting, 1).eligibility[0]?.text).toEqual({ ko: "2025. 3. 24. 현재", en: "on 2025-13-45" });
  });

  test("names of regions keep their dates of law, and the numbers, texts and facts stay", () => {
    const shifted = shiftDefinition(ai, 100, newYearAndMarch);

    expect(shifted.regions).toEqual(ai.regions);
    expect(shifted.numbering).toEqual(ai.numbering);
    expect(shifted.facts).toEqual(ai.facts);
  });

  test("holidays are those of the days the cohort now covers", async () => {
    const days = new Map(
      await Promise.all(
        [2026, 2027].map(async (year) => [year, Object.keys(await getHolidayPreset(String(year)))] as const),
      ),
    );
    const { holidays } = shiftDefinition(ai, 87, (year) => days.get(year) ?? []).calendar;

    expect(holidays).toContain("2026-12-25");
    expect(holidays).toContain("2027-03-01");
    expect(holidays).not.toContain("2026-10-09");
    expect(holidays).not.toContain("2025-06-06");
    expect(shiftDefinition(ai, 87).calendar.holidays).toEqual(ai.calendar.holidays);
  });
});

describe("how many weeks", () => {
  test.each(nows)("the final result of the AI Academy is next to come at %s", (now) => {
    const shifted = shiftDefinition(ai, weeksToShift(ai, now, { next: "finalResult" }));
    const starts = shifted.calendar.events.map((event) => new Date(event.start)).filter((start) => start > now);

    expect(Math.min(...starts.map((start) => start.getTime()))).toBe(windowOf(shifted, "finalResult").start.getTime());
    expect(windowOf(shifted, "interview").start.getTime()).toBeLessThanOrEqual(now.getTime());
  });

  test.each(nows)("the applications of GCC closed less than a week ago at %s", (now) => {
    const shifted = shiftDefinition(gcc, weeksToShift(gcc, now, { lastPast: "application.end" }));
    const closedFor = now.getTime() - windowOf(shifted, "application").end.getTime();

    expect(closedFor).toBeGreaterThanOrEqual(0);
    expect(closedFor).toBeLessThan(7 * 86_400_000);
  });

  test.each(nows)("applications are open at %s", (now) => {
    const shifted = shiftDefinition(ai, weeksToShift(ai, now, { inside: "application" }));
    const { start, end } = windowOf(shifted, "application");

    expect(start.getTime()).toBeLessThan(now.getTime() - 7 * 86_400_000);
    expect(end.getTime()).toBeGreaterThan(now.getTime() + 7 * 86_400_000);
  });

  test("at the moment itself it is past, not next", () => {
    const { start } = windowOf(ai, "finalResult");

    expect(weeksToShift(ai, start, { next: "finalResult" })).toBe(1);
    expect(weeksToShift(ai, start, { lastPast: "finalResult" })).toBe(0);
    expect(weeksToShift(ai, new Date(start.getTime() - 1), { next: "finalResult" })).toBe(0);
  });

  test("an event shorter than a week that cannot hold today is still to end", () => {
    const { end } = windowOf(ai, "test");

    expect(weeksToShift(ai, end, { inside: "test" })).toBe(1);
    expect(weeksToShift(ai, windowOf(ai, "test").start, { inside: "test" })).toBe(0);
  });
});
