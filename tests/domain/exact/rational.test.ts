import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  add,
  ceilingOf,
  compare,
  divide,
  mean,
  multiply,
  parseDecimal,
  parseRational,
  rational,
  rationalFromNumber,
  rationalOf,
  subtract,
  sum,
  toFractionString,
} from "#app/domain/exact/rational.ts";

const anyRational = fc
  .tuple(fc.bigInt({ min: -10_000n, max: 10_000n }), fc.bigInt({ min: 1n, max: 500n }))
  .map(([numerator, denominator]) => rational(numerator, denominator));

test("a decimal string is read without loss", () => {
  expect(toFractionString(rationalOf("87.335"))).toBe("17467/200");
  expect(toFractionString(rationalOf("-0.5"))).toBe("-1/2");
  expect(toFractionString(rationalOf("60"))).toBe("60/1");
  expect(toFractionString(rationalOf("22/4"))).toBe("11/2");
});

test.each(["1e3", "NaN", "1,000", "+1", "1.", ".5", " 1", "1.1234567", "", "1/0", "Infinity", "0x1", "１"])(
  "“%s” is refused as a number",
  (text) => {
    expect(parseRational(text)).toEqual({ ok: false, refusal: "not_a_number" });
    expect(() => rationalOf(text)).toThrow(RangeError);
  },
);

test("a binary float is refused by its type and when the program runs, for it has lost digits", () => {
  // @ts-expect-error a number is no exact text
  expect(parseRational(0.1)).toEqual({ ok: false, refusal: "not_a_number" });
  // @ts-expect-error a number is no exact text
  expect(parseDecimal(7)).toEqual({ ok: false, refusal: "not_a_number" });
  // @ts-expect-error a number is no exact text
  expect(() => rationalOf(87.335)).toThrow("not an exact number: 87.335");
});

test("six decimals are the most that a score may have, but any plain decimal can be rounded", () => {
  expect(toFractionString(rationalOf("0.000001"))).toBe("1/1000000");
  expect(parseDecimal("-0.00000025")).toEqual({ ok: true, value: rational(-1n, 4_000_000n) });
  expect(parseDecimal("1/2")).toEqual({ ok: false, refusal: "not_a_number" });
  expect(parseRational("1/1000000000")).toEqual({ ok: true, value: rational(1n, 1_000_000_000n) });
});

test("a fault names at most forty characters of the text", () => {
  expect(() => rationalOf("x".repeat(60))).toThrow(new RangeError(`not an exact number: ${"x".repeat(40)}`));
});

test("a JSON number is the decimal it was written as", () => {
  expect(toFractionString(rationalFromNumber(0.1))).toBe("1/10");
  expect(toFractionString(rationalFromNumber(1.5))).toBe("3/2");
  expect(() => rationalFromNumber(1e21)).toThrow(RangeError);
});

test("one tenth added ten times is one", () => {
  const tenths = Array.from({ length: 10 }, () => rationalOf("0.1"));
  expect(sum(tenths)).toEqual(rational(1n));
  expect(mean(tenths)).toEqual(rational(1n, 10n));
});

test("a whole number is never below its value", () => {
  expect(ceilingOf(rational(7n, 2n))).toBe(4);
  expect(ceilingOf(rational(8n, 2n))).toBe(4);
  expect(ceilingOf(rational(-7n, 2n))).toBe(-3);
});

test("fractions obey the laws of arithmetic and stay in lowest terms", () => {
  fc.assert(
    fc.property(anyRational, anyRational, anyRational, (a, b, c) => {
      expect(add(a, b)).toEqual(add(b, a));
      expect(subtract(add(a, b), b)).toEqual(a);
      expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
      if (b.numerator !== 0n) expect(multiply(divide(a, b), b)).toEqual(a);
      expect(compare(a, b)).toBe(-compare(b, a) + 0);
      expect(parseRational(toFractionString(a))).toEqual({ ok: true, value: a });
    }),
  );
});

test("dividing by zero is a fault", () => {
  expect(() => divide(rational(1n), rational(0n))).toThrow(RangeError);
});
