import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rational, toFractionString } from "#app/domain/exact/rational.ts";
import { probabilityOfReaching, resampledMeans, waysOf } from "#app/domain/reliability/bootstrap-mean.ts";
import { probabilityNumber } from "#app/domain/reliability/probability-number.ts";
import { instances } from "#tests/support/instances.ts";

function whole(...scores: readonly number[]) {
  return scores.map((score) => rational(BigInt(score)));
}

describe("the exact bootstrap of one application", () => {
  test("of three reviews has 27 ways, counted by their means", () => {
    const { outcomes, ways } = resampledMeans(whole(1, 2, 4));
    expect(ways).toBe(27n);
    expect(outcomes.map(({ mean, ways: count }) => [toFractionString(mean), Number(count)])).toEqual([
      ["1/1", 1],
      ["4/3", 3],
      ["5/3", 3],
      ["2/1", 4],
      ["7/3", 6],
      ["8/3", 3],
      ["3/1", 3],
      ["10/3", 3],
      ["4/1", 1],
    ]);
  });

  test("has r^r ways: 27, 256, 3,125 and so on", () => {
    expect([1, 2, 3, 4, 5, 6, 7].map((r) => Number(waysOf(r)))).toEqual([1, 4, 27, 256, 3125, 46656, 823543]);
  });

  test("counts a mean on the cut as reaching it, from either side", () => {
    const means = resampledMeans(whole(1, 2, 4));
    const cut = rational(7n, 3n);
    expect(toFractionString(probabilityOfReaching(means, { cut, higherIsBetter: true }))).toBe("16/27");
    expect(toFractionString(probabilityOfReaching(means, { cut, higherIsBetter: false }))).toBe("17/27");
  });

  test("equals drawing every resample one by one", () => {
    const reviews = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(reviews, fc.integer({ min: -12, max: 12 }), (scores, thirds) => {
        const sums = everyDraw(scores);
        const reached = sums.filter((sum) => 3 * sum >= thirds * scores.length).length;
        const cut = rational(BigInt(thirds), 3n);
        const probability = probabilityOfReaching(resampledMeans(whole(...scores)), { cut, higherIsBetter: true });
        expect(probability).toEqual(rational(BigInt(reached), BigInt(sums.length)));
      }),
      { numRuns: instances },
    );
  });

  test("refuses an application without reviews", () => {
    expect(() => resampledMeans([])).toThrow(RangeError);
  });
});

test("an exact probability becomes a number also where its parts are beyond all numbers", () => {
  expect(probabilityNumber(rational(1n, 3n))).toBe(1 / 3);
  expect(probabilityNumber(rational(0n))).toBe(0);
  expect(probabilityNumber(rational(1n))).toBe(1);
  expect(probabilityNumber(rational(10n ** 400n + 1n, 4n * 10n ** 400n))).toBe(0.25);
});

/** The sums of all r^r draws with replacement. */
function everyDraw(scores: readonly number[]): readonly number[] {
  return scores.reduce<readonly number[]>((sums) => sums.flatMap((sum) => scores.map((score) => sum + score)), [0]);
}
