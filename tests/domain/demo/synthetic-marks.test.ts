import { describe, expect, test } from "vitest";
import { syntheticEssay } from "#app/domain/demo/synthetic-essay.ts";
import { syntheticMarks } from "#app/domain/demo/synthetic-marks.ts";
import { createSeededRandom } from "#app/domain/draw/seeded-random.ts";

const criteria = [
  { id: "motivation", max: 25 },
  { id: "plan", max: 25 },
  { id: "readiness", max: 30 },
  { id: "career", max: 20 },
];
const of = { seed: "test", stageId: "document", criteria };

function marksOf(number: number, slot = 0) {
  return syntheticMarks({ ...of, applicationNumber: `A-${number}`, slot });
}

describe("made-up marks", () => {
  test("are whole points from 0 to the largest, one a criterion", () => {
    for (let number = 0; number < 500; number += 1) {
      const marks = marksOf(number);
      expect(Object.keys(marks)).toEqual(criteria.map(({ id }) => id));
      for (const { id, max } of criteria) {
        expect(Number.isInteger(marks[id])).toBe(true);
        expect(marks[id]! >= 0 && marks[id]! <= max).toBe(true);
      }
    }
  });

  test("hang on the application, the stage and which review it is, and on nothing else", () => {
    expect(marksOf(1)).toEqual(marksOf(1));
    expect(marksOf(1, 1)).not.toEqual(marksOf(1, 0));
    expect(syntheticMarks({ ...of, stageId: "interview", applicationNumber: "A-1", slot: 0 })).not.toEqual(marksOf(1));
  });

  test("spread: most people are above 60 of 100, some are below", () => {
    const totals = Array.from({ length: 500 }, (_, number) =>
      Object.values(marksOf(number)).reduce((sum, points) => sum + points, 0),
    );
    const below = totals.filter((total) => total < 60).length;

    expect(below).toBeGreaterThan(0);
    expect(below).toBeLessThan(100);
    expect(new Set(totals).size).toBeGreaterThan(25);
  });
});

describe("a made-up text", () => {
  test.each([
    [{}, 0, 1000],
    [{ minLength: 300, maxLength: 500 }, 300, 500],
    [{ minLength: 700, maxLength: 1500 }, 700, 1500],
    [{ minLength: 1, maxLength: 60 }, 1, 60],
  ])("of %j has a length that the form takes", (lengths, least, most) => {
    for (let index = 0; index < 100; index += 1) {
      const essay = syntheticEssay(createSeededRandom({ seed: "test", label: `essay|${index}` }), lengths);
      expect(essay.length).toBeGreaterThanOrEqual(least);
      expect(essay.length).toBeLessThanOrEqual(most);
    }
  });
});
