import { describe, expect, test } from "vitest";
import { missingCriteria, parseScores, pointsText, rubricOf, totalOf } from "#app/domain/review/rubric.ts";

const label = { ko: "항목", en: "Criterion" };
const anchors = [
  { level: 2, label: { ko: "우수", en: "Good" }, percent: 80 },
  { level: 1, label: { ko: "미흡", en: "Weak" }, percent: 30 },
];
const stage = {
  rubric: {
    anchors,
    criteria: [
      { id: "will", label, max: 25, anchors: "default5" as const },
      { id: "plan", label, max: 30 },
    ],
  },
};

describe("a rubric", () => {
  test("turns anchors into points that can be given", () => {
    const [will] = rubricOf(stage).criteria;
    // 30 % of 25 is 7.5, which whole points round half up.
    expect(will?.anchors.map(({ hundredths }) => hundredths)).toEqual([2000, 800]);
    const [fine] = rubricOf({ ...stage, scoreStep: 0.5 }).criteria;
    expect(fine?.anchors.map(({ hundredths }) => hundredths)).toEqual([2000, 750]);
  });

  test("takes scores from nought to the maximum in its steps", () => {
    const rubric = rubricOf(stage);
    expect(parseScores(rubric, { will: "25", plan: " ０ " })).toEqual({ ok: true, value: { will: 2500, plan: 0 } });
    expect(parseScores(rubric, { will: "20.0", plan: "" })).toEqual({ ok: true, value: { will: 2000 } });
    expect(parseScores(rubricOf({ ...stage, scoreStep: 0.25 }), { will: "24.75" })).toEqual({
      ok: true,
      value: { will: 2475 },
    });
  });

  test("says what is wrong with every score that is no score", () => {
    const rubric = rubricOf(stage);
    const mistake = (typed: string) => {
      const read = parseScores(rubric, { will: typed });
      return read.ok ? undefined : read.refusal[0]?.message;
    };
    expect(mistake("26")).toBe("reviewer:score.outOfRange?max=25");
    expect(mistake("12.5")).toBe("reviewer:score.notAStep?step=1");
    for (const typed of ["-1", "1e1", "스물", "1,0", "NaN", "0x10", "1 2"]) {
      expect(mistake(typed), typed).toBe("reviewer:score.notANumber");
    }
  });

  test("adds up, and knows what is missing", () => {
    const rubric = rubricOf(stage);
    expect(totalOf(rubric, { will: 2050, plan: 125 })).toBe(2175);
    expect(missingCriteria(rubric, { will: 0 })).toEqual(["plan"]);
    expect([2175, 2170, 2100, 5, 0].map(pointsText)).toEqual(["21.75", "21.7", "21", "0.05", "0"]);
  });

  test("refuses a step that hundredths of a point cannot hold", () => {
    expect(() => rubricOf({ ...stage, scoreStep: 0.005 })).toThrow(RangeError);
  });
});
