import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare, multiply, rational, sum, toFractionString, type Rational } from "#app/domain/exact/rational.ts";
import { cutMidpoint, cutSide, modelProbability } from "#app/domain/reliability/cut-line.ts";
import { leaveOneReviewerOut } from "#app/domain/reliability/leave-one-out.ts";
import { selectByMean } from "#app/domain/reliability/selection-rule.ts";
import { varyWeights } from "#app/domain/reliability/weight-variation.ts";
import { instances } from "#tests/support/instances.ts";

function whole(...scores: readonly number[]): readonly Rational[] {
  return scores.map((score) => rational(BigInt(score)));
}

describe("leaving one reviewer out", () => {
  const reviews = [whole(90, 60), whole(70, 72), whole(71), whole(40, 50)];
  const reviewersOf = [["kim", "lee"], ["lee", "park"], ["park"], ["kim", "lee"]];

  test("says who enters and who leaves without each, and who is sensitive at all", () => {
    const rule = selectByMean({ reviews, select: 2, higherIsBetter: true });
    const result = leaveOneReviewerOut({ reviewersOf, rule });
    expect(result.selected).toEqual([0, 1]);
    expect([...result.without]).toEqual([
      ["kim", { enter: [2], leave: [0] }],
      ["lee", { enter: [], leave: [] }],
      // Park read the third application alone: it drops out instead of moving up.
      ["park", { enter: [], leave: [] }],
    ]);
    expect(result.sensitive).toEqual([0, 2]);
  });

  test("equals striking the reviewer's scores and selecting again, with higher or lower scores better", () => {
    const review = fc.record({ reviewer: fc.constantFrom("a", "b", "c"), score: fc.integer({ min: 0, max: 6 }) });
    const given = fc.array(fc.uniqueArray(review, { selector: (each) => each.reviewer, maxLength: 3 }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(given, fc.integer({ min: 0, max: 4 }), fc.boolean(), (lists, select, higherIsBetter) => {
        const rule = selectByMean({ reviews: lists.map((list) => whole(...list.map(({ score }) => score))), select, higherIsBetter }); // prettier-ignore
        const result = leaveOneReviewerOut({ reviewersOf: lists.map((list) => list.map(({ reviewer }) => reviewer)), rule }); // prettier-ignore
        const base = bestMeans(lists, select, higherIsBetter);
        expect(result.selected).toEqual(base);
        for (const [reviewer, { enter, leave }] of result.without) {
          const kept = lists.map((list) => list.filter((each) => each.reviewer !== reviewer));
          const without = bestMeans(kept, select, higherIsBetter);
          expect(enter).toEqual(without.filter((at) => !base.includes(at)));
          expect(leave).toEqual(base.filter((at) => !without.includes(at)));
        }
      }),
      { numRuns: instances },
    );
  });
});

describe("varying one weight at a time", () => {
  /** Three applications with two criteria each; the best weighted sum is selected. */
  const scores = [whole(80, 60), whole(70, 71), whole(10, 10)];
  const rule = (weights: readonly Rational[]): ReadonlySet<number> => {
    const totals = scores.map((list) => sum(list.map((score, at) => multiply(score, weights[at]!))));
    const best = totals.map((_, at) => at).toSorted((left, right) => compare(totals[right]!, totals[left]!))[0];
    return new Set([best!]);
  };

  test("runs every weight at 90 % and 110 %, the others as they are", () => {
    const found = varyWeights(whole(54, 46), rule);
    expect(found.map(({ weight, factor, enter, leave }) => [weight, toFractionString(factor), enter, leave])).toEqual([
      [0, "9/10", [1], [0]],
      [0, "11/10", [], []],
      [1, "9/10", [], []],
      [1, "11/10", [1], [0]],
    ]);
  });

  test("changes nobody where all weights matter alike, and takes another share", () => {
    expect(varyWeights(whole(99, 1), rule).every(({ enter }) => enter.length === 0)).toBe(true);
    expect(varyWeights(whole(54, 46), rule, rational(1n, 1000n)).every(({ enter }) => enter.length === 0)).toBe(true);
    expect(varyWeights([], () => new Set())).toEqual([]);
  });
});

describe("the model-based probability at the cut", () => {
  test("is Φ of the distance in standard errors, on whichever side is better", () => {
    const cut = cutMidpoint(71, 69);
    expect(cut).toBe(70);
    const at = { estimate: 73.92, standardError: 2, cut };
    expect(modelProbability({ ...at, higherIsBetter: true })).toBeCloseTo(0.975, 4);
    expect(modelProbability({ ...at, higherIsBetter: false })).toBeCloseTo(0.025, 4);
  });

  test("is certain without an error, and undefined exactly on the cut", () => {
    const sure = { standardError: 0, cut: 70, higherIsBetter: true };
    expect(modelProbability({ ...sure, estimate: 71 })).toBe(1);
    expect(modelProbability({ ...sure, estimate: 69 })).toBe(0);
    expect(modelProbability({ ...sure, estimate: 70 })).toBeNull();
  });

  test("is grey strictly between 0.05 and 0.95", () => {
    const sides = [0, 0.05, 0.0501, 0.5, 0.949, 0.95, 1].map(cutSide);
    expect(sides).toEqual(["outside", "outside", "grey", "grey", "grey", "inside", "inside"]);
  });
});

type Given = readonly (readonly { readonly score: number }[])[];

function bestMeans(lists: Given, select: number, higherIsBetter: boolean): readonly number[] {
  const mean = (at: number): number => lists[at]!.reduce((total, { score }) => total + score, 0) / lists[at]!.length;
  return lists
    .flatMap((list, at) => (list.length > 0 ? [at] : []))
    .toSorted((left, right) => (higherIsBetter ? mean(right) - mean(left) : mean(left) - mean(right)) || left - right)
    .slice(0, select)
    .toSorted((left, right) => left - right);
}
