import fc from "fast-check";
import { expect, test } from "vitest";
import { advisedReviewsPerReviewer } from "#app/domain/reliability/minimum-sample.ts";
import { reviewerSpreads, standardScores } from "#app/domain/reliability/z-scores.ts";
import { instances } from "#tests/support/instances.ts";

function by(reviewer: string, scores: readonly (number | null)[]) {
  return scores.map((score) => ({ reviewer, score }));
}

test("scores are standardised on their own reviewer, in the order given", () => {
  const mixed = [...by("a", [70]), ...by("b", [2, 4, 6]), ...by("a", [80, 90])];
  expect(standardScores(mixed)).toEqual([
    { z: -1, t: 40 },
    { z: -1, t: 40 },
    { z: 0, t: 50 },
    { z: 1, t: 60 },
    { z: 0, t: 50 },
    { z: 1, t: 60 },
  ]);
});

test("a reviewer with one score, none, or no spread has no standardised score", () => {
  const nothing = { z: null, t: null };
  expect(standardScores(by("a", [7]))).toEqual([nothing]);
  expect(standardScores(by("a", [null]))).toEqual([nothing]);
  expect(standardScores(by("a", [0.1, 0.1, 0.1]))).toEqual([nothing, nothing, nothing]);
  expect(standardScores(by("a", [1, null, 3]))[1]).toEqual(nothing);
  expect(standardScores([])).toEqual([]);
});

test("below a minimum that the caller sets there is no standardised score either", () => {
  expect(standardScores(by("a", [1, 2, 3]), 4)).toEqual([1, 2, 3].map(() => ({ z: null, t: null })));
  const fourteen = by(
    "a",
    Array.from({ length: 14 }, (_, at) => at),
  );
  expect(standardScores(fourteen, advisedReviewsPerReviewer).every(({ z }) => z === null)).toBe(true);
  expect(standardScores(by("a", [1, 2, 3]), 3)[2]).toEqual({ z: 1, t: 60 });
});

test("the spread of a reviewer is null where there are too few scores and exactly 0 where all are equal", () => {
  const spreads = reviewerSpreads([...by("a", [0.1, 0.1, 0.1]), ...by("b", [5]), ...by("c", [null])]);
  expect([...spreads]).toEqual([
    ["a", { reviews: 3, mean: 0.1, sd: 0 }],
    ["b", { reviews: 1, mean: 5, sd: null }],
    ["c", { reviews: 0, mean: null, sd: null }],
  ]);
});

test("standardised scores of a reviewer have mean 0, variance 1, and forget severity and scale", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 12 }), (scores) => {
      fc.pre(new Set(scores).size > 1);
      const z = standardScores(by("a", scores)).map((score) => score.z!);
      const moved = standardScores(
        by(
          "a",
          scores.map((score) => score / 4 - 9),
        ),
      ).map((score) => score.z!);
      expect(z.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 9);
      expect(z.reduce((sum, value) => sum + value * value, 0) / (scores.length - 1)).toBeCloseTo(1, 9);
      for (const [at, value] of z.entries()) expect(moved[at]).toBeCloseTo(value, 9);
    }),
    { numRuns: instances },
  );
});
