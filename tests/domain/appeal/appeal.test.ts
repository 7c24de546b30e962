import { expect, test } from "vitest";
import { appealDoor, appealWindows, FINAL_RESULT } from "#app/domain/appeal/appeal-windows.ts";
import { appealNumberText, appealStatuses, moveAppeal } from "#app/domain/appeal/appeal.ts";
import { businessDaysLeft, lastBusinessDay } from "#app/domain/appeal/business-days.ts";

const appeals = {
  window: { start: "2025-05-23T14:00:00+09:00", end: "2025-05-30T18:00:00+09:00" },
  alsoFor: ["document"],
  alsoForDays: 3,
};
const at = (text: string) => new Date(`${text}+09:00`);
const none = () => false;

test("only an appeal that waits can be upheld, dismissed or withdrawn; an answer is final", () => {
  expect(moveAppeal("received", "uphold")).toEqual({ ok: true, value: "upheld" });
  expect(moveAppeal("received", "dismiss")).toEqual({ ok: true, value: "dismissed" });
  expect(moveAppeal("received", "withdraw")).toEqual({ ok: true, value: "withdrawn" });
  for (const status of appealStatuses.filter((each) => each !== "received")) {
    expect(moveAppeal(status, "uphold")).toEqual({ ok: false, refusal: "move-not-allowed" });
  }
});

test("the final result can be appealed in the definition's window, the end instant being late", () => {
  const windows = appealWindows({ appeals, finalAt: at("2025-05-23T14:00:00"), stages: [] });

  expect(appealDoor(windows, FINAL_RESULT, at("2025-05-23T13:59:59.999"))).toBe("not_yet");
  expect(appealDoor(windows, FINAL_RESULT, at("2025-05-23T14:00:00"))).toBe("open");
  expect(appealDoor(windows, FINAL_RESULT, at("2025-05-30T17:59:59.999"))).toBe("open");
  expect(appealDoor(windows, FINAL_RESULT, at("2025-05-30T18:00:00"))).toBe("over");
});

test("nothing can be appealed before it was published, whatever the calendar says", () => {
  expect(appealWindows({ appeals, finalAt: null, stages: [] })).toEqual([]);
  const late = appealWindows({ appeals, finalAt: at("2025-05-24T09:00:00"), stages: [] });
  expect(appealDoor(late, FINAL_RESULT, at("2025-05-23T15:00:00"))).toBe("not_yet");
  expect(appealDoor([], FINAL_RESULT, at("2025-05-23T15:00:00"))).toBe("unpublished");
});

test("a stage that the definition names has its days from its own publication, others have none", () => {
  const publishedAt = at("2025-04-24T14:00:00");
  const stages = [
    { stageKey: "document", publishedAt },
    { stageKey: "interview", publishedAt },
  ];
  const windows = appealWindows({ appeals, finalAt: null, stages });

  expect(windows).toEqual([{ about: "document", start: publishedAt, end: at("2025-04-27T14:00:00") }]);
  expect(appealDoor(windows, "interview", publishedAt)).toBe("unpublished");
  expect(appealWindows({ appeals: { ...appeals, alsoForDays: 0 }, finalAt: null, stages })).toEqual([]);
});

test("business days leave out the first day, weekends and holidays", () => {
  const holidays = new Set(["2025-06-03", "2025-06-06"]);
  const isHoliday = (day: string) => holidays.has(day);

  expect(lastBusinessDay({ from: "2025-05-23", days: 10, isHoliday: none })).toBe("2025-06-06");
  expect(lastBusinessDay({ from: "2025-05-23", days: 10, isHoliday })).toBe("2025-06-10");
  expect(lastBusinessDay({ from: "2025-05-24", days: 1, isHoliday })).toBe("2025-05-26");
  expect(() => lastBusinessDay({ from: "2025-05-24", days: 0, isHoliday })).toThrow(RangeError);
});

test("days left count down to 0 on the last day and go on below it", () => {
  const until = "2025-06-10";
  const left = (from: string) => businessDaysLeft({ from, until, isHoliday: none });

  expect([left("2025-06-06"), left("2025-06-08"), left("2025-06-10"), left("2025-06-11"), left("2025-06-13")]).toEqual([
    2, 2, 0, -1, -3,
  ]);
});

test("numbers read alike at every length", () => {
  expect([1, 42, 1234].map(appealNumberText)).toEqual(["A-001", "A-042", "A-1234"]);
});
