import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { add, rational, toFractionString, zero, type Rational } from "#app/domain/exact/rational.ts";
import { exactSelectionProbabilities } from "#app/domain/reliability/cut-line-exact.ts";
import { enumerateSelections, simulateSelections } from "#app/domain/reliability/flip-probability.ts";
import { probabilityNumber } from "#app/domain/reliability/probability-number.ts";
import { allReviews, selectByMean, type MeanCut } from "#app/domain/reliability/selection-rule.ts";
import { instances } from "#tests/support/instances.ts";

const root = "8f3a61c0de4b7755".repeat(4);

function cutOf(scores: readonly (readonly number[])[], select: number, higherIsBetter = true): MeanCut {
  return { reviews: scores.map((list) => list.map((score) => rational(BigInt(score)))), select, higherIsBetter };
}

function enumerated(cut: MeanCut): readonly Rational[] {
  const reviewCounts = cut.reviews.map(({ length }) => length);
  const result = enumerateSelections({ reviewCounts, rule: selectByMean(cut) });
  if (result.kind !== "enumerated") throw new Error("too many");
  return result.probabilities;
}

const smallCut = fc
  .record({
    scores: fc.array(fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }), { minLength: 1, maxLength: 4 }),
    select: fc.integer({ min: 0, max: 5 }),
    higherIsBetter: fc.boolean(),
  })
  .map(({ scores, select, higherIsBetter }) => cutOf(scores, select, higherIsBetter));

describe("the exact probability of being selected", () => {
  test("of two applications is counted by hand: (1, 3) against (2, 2) for one seat, ties to the first", () => {
    // Means 1, 2, 2, 3 against 2: the first stays ahead in three of four ways, as second it wins in one.
    expect(exactSelectionProbabilities(cutOf([[1, 3], [2, 2]], 1))?.map(toFractionString)).toEqual(["3/4", "1/4"]); // prettier-ignore
    expect(exactSelectionProbabilities(cutOf([[2, 2], [1, 3]], 1))?.map(toFractionString)).toEqual(["3/4", "1/4"]); // prettier-ignore
    const lower = exactSelectionProbabilities(cutOf([[1, 3, 3], [2]], 1, false)); // prettier-ignore
    // The mean of (1, 3, 3) is at most 2 in 1 + 6 of 27 ways: 1, or 5/3 = (1, 1, 3).
    expect(lower?.map(toFractionString)).toEqual(["7/27", "20/27"]);
  });

  test("is the same by counting rivals, by enumerating with weights, and by enumerating every single draw", () => {
    fc.assert(
      fc.property(smallCut, (cut) => {
        const counted = exactSelectionProbabilities(cut);
        expect(counted).toEqual(enumerated(cut));
        if (cut.reviews.reduce((ways, { length }) => ways * Math.max(1, length ** length), 1) <= 1_000) {
          expect(counted).toEqual(drawnOneByOne(cut));
        }
      }),
      { numRuns: instances },
    );
  });

  test("adds up to the seats, or to the applications that have a review where these are fewer", () => {
    fc.assert(
      fc.property(smallCut, (cut) => {
        const reviewed = cut.reviews.filter(({ length }) => length > 0).length;
        const total = (exactSelectionProbabilities(cut) ?? []).reduce(add, zero);
        expect(total).toEqual(rational(BigInt(Math.min(cut.select, reviewed))));
      }),
      { numRuns: instances },
    );
  });

  test("of a hundred applications is still exact, and of thousands is left to a simulation", () => {
    const hundred = Array.from({ length: 100 }, (_, at) => [50 + (at % 40), 60 + (at % 17), 45 + (at % 31)]);
    const probabilities = exactSelectionProbabilities(cutOf(hundred, 30)) ?? [];
    expect(probabilities.reduce(add, zero)).toEqual(rational(30n));
    const thousands = Array.from({ length: 3_000 }, (_, at) => [at % 40, at % 17, at % 31]);
    expect(exactSelectionProbabilities(cutOf(thousands, 300))).toBeNull();
  });

  test("is not enumerated where there are too many combinations", () => {
    const reviewCounts = Array.from({ length: 8 }, () => 4);
    const rule = (): ReadonlySet<number> => new Set([0]);
    expect(enumerateSelections({ reviewCounts, rule })).toEqual({
      kind: "too_many",
      combinations: 35n ** 8n,
      most: 2_000_000,
    });
  });
});

describe("the simulated probability of being selected", () => {
  const cut = cutOf([[5, 3, 4], [4, 4], [3, 5, 2, 4], [1, 4, 3], [2]], 2); // prettier-ignore
  const reviewCounts = cut.reviews.map(({ length }) => length);
  const rule = selectByMean(cut);

  test("is near the exact one, within four standard errors of 2,000 runs", () => {
    const exact = (exactSelectionProbabilities(cut) ?? []).map(probabilityNumber);
    const simulated = simulateSelections({ reviewCounts, rule, root });
    expect(simulated.runs).toBe(2_000);
    for (const [at, probability] of simulated.probabilities.entries()) {
      expect(Math.abs(probability - exact[at]!)).toBeLessThan(4 * (0.5 / Math.sqrt(2_000)));
    }
  });

  test("repeats with its root and differs with another", () => {
    const once = simulateSelections({ reviewCounts, rule, root, runs: 500 });
    expect(simulateSelections({ reviewCounts, rule, root, runs: 500 })).toEqual(once);
    expect(simulateSelections({ reviewCounts, rule, root: "0".repeat(64), runs: 500 })).not.toEqual(once);
  });

  test("names the applications that resampling makes too sure", () => {
    expect(simulateSelections({ reviewCounts, rule, root, runs: 1 }).notResampled).toEqual([4]);
  });

  test("re-runs whatever rule it is handed, on as many reviews as there are, each one of the own", () => {
    const counts = [3, 1, 0, 6];
    const seen = new Set<string>();
    const quotaRule = (reviewsOf: readonly (readonly number[])[]): ReadonlySet<number> => {
      expect(reviewsOf.map(({ length }) => length)).toEqual(counts);
      for (const [at, reviews] of reviewsOf.entries()) for (const review of reviews) seen.add(`${at}:${review}`);
      return new Set([1, 3]);
    };
    const { probabilities } = simulateSelections({ reviewCounts: counts, rule: quotaRule, root, runs: 200 });
    expect(probabilities).toEqual([0, 1, 0, 1]);
    expect([...seen].toSorted()).toEqual(["0:0", "0:1", "0:2", "1:0", "3:0", "3:1", "3:2", "3:3", "3:4", "3:5"]);
  });
});

describe("the plain rule", () => {
  test("takes the best means, ties by the given order, and drops who has no review", () => {
    const { rule, reviewCounts } = {
      rule: selectByMean(cutOf([[2, 2], [1, 3], [], [9]], 2)), // prettier-ignore
      reviewCounts: [2, 2, 0, 1],
    };
    expect([...rule(allReviews(reviewCounts))]).toEqual([3, 0]);
    expect([...rule([[], [1], [], [0]])]).toEqual([3, 1]);
    expect([...rule([[], [], [], []])]).toEqual([]);
  });

  test("takes the lowest means where lower is better, and nobody for no seats", () => {
    expect([...selectByMean(cutOf([[5], [1, 2], [1]], 2, false))(allReviews([1, 2, 1]))]).toEqual([2, 1]);
    expect([...selectByMean(cutOf([[5], [1]], 0))(allReviews([1, 1]))]).toEqual([]);
  });
});

/** Every draw of every application, the slow and obvious way. */
function drawnOneByOne({ reviews, select, higherIsBetter }: MeanCut): readonly Rational[] {
  const scores = reviews.map((list) => list.map(({ numerator }) => Number(numerator)));
  const draws = scores.map((list) =>
    list.length === 0
      ? [[]]
      : list.reduce<number[][]>((all) => all.flatMap((drawn) => list.map((s) => [...drawn, s])), [[]]),
  );
  const combinations = draws.reduce<number[][][]>((all, own) => all.flatMap((c) => own.map((d) => [...c, d])), [[]]);
  const times = reviews.map(() => 0);
  for (const combination of combinations) {
    const mean = (at: number): number =>
      combination[at]!.reduce((sum, score) => sum + score, 0) / combination[at]!.length;
    combination
      .flatMap((drawn, at) => (drawn.length > 0 ? [at] : []))
      .toSorted((left, right) => (higherIsBetter ? mean(right) - mean(left) : mean(left) - mean(right)) || left - right)
      .slice(0, select)
      .forEach((at) => (times[at]! += 1));
  }
  return times.map((count) => rational(BigInt(count), BigInt(combinations.length)));
}
