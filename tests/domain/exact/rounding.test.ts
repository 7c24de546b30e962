import * as fc from "fast-check";
import { expect, test } from "vitest";
import { compare, parseRational, rational, rationalOf, subtract } from "#app/domain/exact/rational.ts";
import { roundingModes, roundTo, toDecimalString, toExactString } from "#app/domain/exact/rounding.ts";

test("87.335 becomes 87.34 half up, which binary numbers get wrong", () => {
  expect(toDecimalString(rationalOf("87.335"), 2, "half_up")).toBe("87.34");
  expect((87.335).toFixed(2)).toBe("87.33");
});

test.each([
  ["half_up", "3", "-3"],
  ["half_down", "2", "-2"],
  ["half_even", "2", "-2"],
  ["up", "3", "-3"],
  ["down", "2", "-2"],
  ["floor", "2", "-3"],
  ["ceiling", "3", "-2"],
] as const)("%s rounds 2.5 to %s and -2.5 to %s", (mode, positive, negative) => {
  expect(toDecimalString(rationalOf("2.5"), 0, mode)).toBe(positive);
  expect(toDecimalString(rationalOf("-2.5"), 0, mode)).toBe(negative);
});

test("half even goes to the even neighbour", () => {
  expect(toDecimalString(rationalOf("3.5"), 0, "half_even")).toBe("4");
  expect(toDecimalString(rationalOf("0.125"), 2, "half_even")).toBe("0.12");
});

test("places are always written and zero has no sign", () => {
  expect(toDecimalString(rationalOf("82"), 2, "half_up")).toBe("82.00");
  expect(toDecimalString(rationalOf("0.004"), 2, "half_up")).toBe("0.00");
  expect(toDecimalString(rationalOf("-0.004"), 2, "half_up")).toBe("0.00");
});

test("exact text is a short decimal where there is one, else a fraction", () => {
  expect(toExactString(rational(5972n, 100n))).toBe("59.72");
  expect(toExactString(rational(35n, 3n))).toBe("35/3");
});

test("rounding moves a value by less than one unit, by at most half of one in the half modes, and reads back", () => {
  const value = fc.tuple(
    fc.bigInt({ min: -1_000_000_000n, max: 1_000_000_000n }),
    fc.bigInt({ min: 1n, max: 10_000n }),
  );
  fc.assert(
    fc.property(
      value,
      fc.constantFrom(...roundingModes),
      fc.integer({ min: 0, max: 6 }),
      ([top, bottom], mode, scale) => {
        const exact = rational(top, bottom);
        const rounded = roundTo(exact, { scale, mode });
        const distance = subtract(rounded, exact);
        const size = distance.numerator < 0n ? { ...distance, numerator: -distance.numerator } : distance;
        const limit = rational(1n, (mode.startsWith("half") ? 2n : 1n) * 10n ** BigInt(scale));
        expect(compare(size, limit)).toBeLessThanOrEqual(mode.startsWith("half") ? 0 : -1);
        expect(parseRational(toDecimalString(exact, scale, mode))).toEqual({ ok: true, value: rounded });
        expect(parseRational(toExactString(exact))).toEqual({ ok: true, value: exact });
      },
    ),
  );
});
