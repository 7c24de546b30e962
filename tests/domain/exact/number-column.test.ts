import * as fc from "fast-check";
import { expect, test } from "vitest";
import { exactTexts, fixedTexts } from "#app/domain/exact/column-text.ts";
import {
  leastNumerator,
  orderKeys,
  readColumn,
  roundedColumn,
  sumOfColumns,
  withNumerator,
  type NumberColumn,
} from "#app/domain/exact/number-column.ts";
import { add, compare, multiply, rational, rationalOf, type Rational } from "#app/domain/exact/rational.ts";
import { roundingModes, roundTo, toDecimalString, toExactString } from "#app/domain/exact/rounding.ts";
import { instances } from "#tests/support/instances.ts";

const runs = { numRuns: instances };

/** Of every kind: whole, decimal, a fraction, below zero, beyond what a double holds. */
const number = fc.oneof(
  fc.integer({ min: -300, max: 300 }).map(String),
  fc.integer({ min: 0, max: 999_999 }).map((all) => `${Math.floor(all / 1000)}.${String(all % 1000).padStart(3, "0")}`),
  fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: 1, max: 21 })).map(([p, q]) => `${p}/${q}`),
);
const large = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }).map((whole) => `${whole}.000001`);
const numbers = fc.array(fc.oneof({ arbitrary: number, weight: 9 }, { arbitrary: large, weight: 1 }), {
  minLength: 1,
  maxLength: 8,
});

function valueAt({ numerators, denominator }: NumberColumn, person: number): Rational {
  return rational(BigInt(numerators[person] ?? 0), denominator);
}

test("a column holds exactly the numbers that its texts say, in doubles while the bound allows", () => {
  fc.assert(
    fc.property(numbers, (texts) => {
      const column = readColumn(texts);
      expect(texts.map((_, person) => valueAt(column, person))).toEqual(texts.map(rationalOf));
      expect(column.numerators instanceof Float64Array).toBe(column.bound <= BigInt(Number.MAX_SAFE_INTEGER));
    }),
    runs,
  );
  expect(readColumn(["9007199254740991"]).numerators).toEqual(Float64Array.of(9007199254740991));
  expect(readColumn(["-9007199254740992"]).numerators).toEqual([-9007199254740992n]);
  expect(readColumn(["0.5", "1/3", "0.50"])).toEqual({
    numerators: Float64Array.of(3, 2, 3),
    denominator: 6n,
    bound: 3n,
  });
});

test("sums, rounding and smallest passing numerators are those of exact fractions", () => {
  const terms = fc.tuple(numbers, numbers, number, number, fc.constantFrom(...roundingModes), fc.nat({ max: 3 }));
  fc.assert(
    fc.property(terms, ([one, other, times, otherTimes, mode, scale]) => {
      const people = Math.min(one.length, other.length);
      const columns = [one, other].map((texts) => readColumn(texts.slice(0, people)));
      const factors = [times, otherTimes].map(rationalOf);
      const sums = sumOfColumns(
        columns.map((column, at) => ({ column, factor: factors[at]! })),
        { people, divisibleBy: 10n ** BigInt(scale) },
      );
      expect(sums.denominator % 10n ** BigInt(scale)).toBe(0n);
      const rounded = roundedColumn(sums, { scale, mode });
      for (let person = 0; person < people; person += 1) {
        const products = columns.map((column, at) => multiply(valueAt(column, person), factors[at]!));
        const value = products.reduce(add);
        expect(valueAt(sums, person)).toEqual(value);
        expect(valueAt(rounded, person)).toEqual(roundTo(value, { scale, mode }));
        expect(exactTexts(sums)(person)).toBe(toExactString(value));
        expect(fixedTexts(rounded, scale)(person)).toBe(toDecimalString(value, scale, mode));
        const minimum = rationalOf(one[0]!);
        expect((sums.numerators[person] ?? 0) >= leastNumerator(sums, minimum)).toBe(compare(value, minimum) >= 0);
      }
    }),
    runs,
  );
});

test("no terms sum to zero for everybody", () => {
  expect(sumOfColumns([], { people: 2, divisibleBy: 100n })).toEqual({
    numerators: Float64Array.of(0, 0),
    denominator: 100n,
    bound: 0n,
  });
});

test("keys stand in the order of the numbers, and one number can be another without changing the rest", () => {
  fc.assert(
    fc.property(numbers, fc.nat(), fc.bigInt(), (texts, which, numerator) => {
      const column = readColumn(texts);
      const person = which % texts.length;
      const changed = withNumerator(column, person, numerator);
      for (const [at] of texts.entries()) {
        const expected = at === person ? rational(numerator, column.denominator) : valueAt(column, at);
        expect(valueAt(changed, at)).toEqual(expected);
      }
      const keys = orderKeys(changed);
      for (const [one] of texts.entries()) {
        for (const [other] of texts.entries()) {
          const sign = compare(valueAt(changed, one), valueAt(changed, other));
          expect(Math.sign((keys[one] ?? 0) - (keys[other] ?? 0))).toBe(sign);
        }
      }
      expect(Math.max(...keys) - Math.min(...keys)).toBeLessThanOrEqual(Number.MAX_SAFE_INTEGER);
    }),
    runs,
  );
});

test.each([
  ["-0.5", "-0.5"],
  ["82.340", "82.34"],
  ["1/3", "1/3"],
  ["-7", "-7"],
  ["0.000001", "0.000001"],
  ["9007199254740991", "9007199254740991"],
])("%s is told as %s", (text, told) => {
  expect(exactTexts(readColumn([text]))(0)).toBe(told);
});

test("the smallest numerator that passes a minimum is the minimum itself, or the next above it", () => {
  const thirds = readColumn(["1/3"]);
  expect(leastNumerator(thirds, rationalOf("60"))).toBe(180n);
  expect(leastNumerator(thirds, rationalOf("59.5"))).toBe(179n);
  expect(leastNumerator(thirds, rationalOf("59.9"))).toBe(180n);
  expect(leastNumerator(thirds, rationalOf("0"))).toBe(0n);
  expect(leastNumerator(thirds, rationalOf("-0.5"))).toBe(-1n);
  expect(leastNumerator(thirds, rationalOf("-1"))).toBe(-3n);
});

test("giving one person another number leaves the column as it was", () => {
  const column = readColumn(["1", "2", "3"]);
  const other = withNumerator(column, 1, 9n);
  expect([...other.numerators]).toEqual([1, 9, 3]);
  expect([...column.numerators]).toEqual([1, 2, 3]);
  expect(other.bound).toBe(9n);
});

test("order keys are the numbers while their differences fit a double, else their ranks", () => {
  const small = readColumn(["5", "-7", "5"]);
  expect(orderKeys(small)).toBe(small.numerators);
  const half = (2n ** 53n - 1n) / 2n;
  expect([...orderKeys(readColumn([`${half}`, "1"]))]).toEqual([Number(half), 1]);
  expect([...orderKeys(readColumn([`${half + 1n}`, "1", "2", "1"]))]).toEqual([2, 0, 1, 0]);
});
