import { expect, test } from "vitest";
import {
  commonDenominator,
  leastCommonMultiple,
  representationOf,
  type ScoreGrid,
} from "#app/domain/exact/common-denominator.ts";

const plain: ScoreGrid = {
  criteria: [{ max: 1000, weight: 100 }],
  mostReviews: 7,
  usesMedian: true,
  adjustmentDecimals: 0,
  largestBonus: "0",
};

function gridOf(changed: Partial<ScoreGrid>) {
  const grid = commonDenominator({ ...plain, ...changed });
  if (!grid.ok) throw new Error(grid.refusal.reason);
  return grid.value;
}

test("one decimal on 100 points, weights of 100, up to 7 reviews and medians need 84 million", () => {
  expect(gridOf({})).toEqual({ denominator: 840_000n, bound: 84_000_000n, representation: "float64" });
});

test("20 reviews in basis points still fit a double: lcm(1..20) is 232 792 560", () => {
  const grid = gridOf({ criteria: [{ max: 1000, weight: 10_000 }], mostReviews: 20 });
  expect(grid.denominator).toBe(1000n * 232_792_560n * 2n);
  expect(grid).toMatchObject({ bound: 4_655_851_200_000_000n, representation: "float64" });
});

test("different maxima share their least common multiple, and adjustments add their decimals", () => {
  const criteria = [
    { max: 20, weight: 49 },
    { max: 15, weight: 30 },
    { max: 6, weight: 21 },
  ];
  const grid = gridOf({ criteria, mostReviews: 1, usesMedian: false, adjustmentDecimals: 2, largestBonus: "2.5" });
  expect(grid).toMatchObject({ denominator: 6000n, bound: 615_000n });
});

test("a bonus that is no whole numerator is rounded up in the bound", () => {
  const criteria = [{ max: 1, weight: 1 }];
  expect(gridOf({ criteria, mostReviews: 1, usesMedian: false, largestBonus: "0.1" }).bound).toBe(2n);
  expect(gridOf({ criteria, mostReviews: 1, usesMedian: false, largestBonus: "2" }).bound).toBe(3n);
});

test("the representation changes exactly above 2^53 − 1 and 2^63 − 1", () => {
  expect([2n ** 53n - 1n, 2n ** 53n, 2n ** 63n - 1n, 2n ** 63n].map(representationOf)).toEqual([
    "float64",
    "bigint64",
    "bigint64",
    "bigint",
  ]);
});

test("where BigInt is not allowed, a grid that needs it is refused with its bound", () => {
  const large: ScoreGrid = { ...plain, mostReviews: 40 };
  expect(commonDenominator(large)).toMatchObject({ ok: true, value: { representation: "bigint" } });
  const refused = commonDenominator(large, { allowsBigInt: false });
  expect(refused).toEqual({
    ok: false,
    refusal: { reason: "needs_bigint", bound: gridOf({ mostReviews: 40 }).bound.toString() },
  });
  expect(commonDenominator(plain, { allowsBigInt: false })).toMatchObject({ ok: true });
});

test.each<Partial<ScoreGrid>>([
  { criteria: [{ max: 0, weight: 1 }] },
  { criteria: [{ max: 1.5, weight: 1 }] },
  { criteria: [{ max: 1, weight: -1 }] },
  { mostReviews: 0 },
  { adjustmentDecimals: -1 },
  { largestBonus: "-0.1" },
])("a grid of %o is a fault", (changed) => {
  expect(() => gridOf(changed)).toThrow(RangeError);
});

test("a criterion may weigh nothing", () => {
  expect(gridOf({ criteria: [{ max: 1000, weight: 0 }] }).bound).toBe(0n);
});

test("the least common multiple of nothing is 1", () => {
  expect(leastCommonMultiple([])).toBe(1n);
  expect(leastCommonMultiple([4n, 6n, 10n])).toBe(60n);
});
