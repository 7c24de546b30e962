import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chiSquareUpperTail } from "#app/domain/reliability/distribution/chi-square.ts";
import { fCdf, fQuantile } from "#app/domain/reliability/distribution/f.ts";
import { logGamma, lowerGamma, upperGamma } from "#app/domain/reliability/distribution/gamma.ts";
import { normalCdf, normalQuantile } from "#app/domain/reliability/distribution/normal.ts";
import { instances } from "#tests/support/instances.ts";

const anyValue = fc.double({ min: 0.001, max: 60, noNaN: true });
const anyDegrees = fc.double({ min: 0.2, max: 300, noNaN: true });

describe("the normal distribution", () => {
  test("has the values of the tables (Abramowitz & Stegun 1964, table 26.1)", () => {
    expect(normalCdf(0)).toBe(0.5);
    expect(normalCdf(1)).toBeCloseTo(0.841344746068543, 14);
    expect(normalCdf(1.96)).toBeCloseTo(0.9750021048517795, 14);
    expect(normalCdf(Infinity)).toBe(1);
    expect(normalCdf(-Infinity)).toBe(0);
    expect(normalCdf(Number.NaN)).toBeNaN();
  });

  test("keeps its digits far out in the lower tail", () => {
    expect(normalCdf(-8) / 6.220960574271785e-16).toBeCloseTo(1, 11);
    expect(normalCdf(-30) / 4.906713927148187e-198).toBeCloseTo(1, 11);
  });

  test("is symmetric, and its quantile is its inverse", () => {
    fc.assert(
      fc.property(fc.double({ min: -6, max: 6, noNaN: true }), (z) => {
        expect(normalCdf(z) + normalCdf(-z)).toBeCloseTo(1, 13);
        expect(normalQuantile(normalCdf(z))).toBeCloseTo(z, 6);
      }),
      { numRuns: instances },
    );
  });

  test("has the usual quantiles, infinite ends, and none outside 0 and 1", () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167813, 12);
    expect(normalQuantile(0.5)).toBeCloseTo(0, 14);
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
    expect(normalQuantile(1.1)).toBeNaN();
  });
});

describe("the gamma functions", () => {
  test("are factorials at whole numbers and √π at one half", () => {
    expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 12);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 13);
    expect(logGamma(0.25)).toBeCloseTo(Math.log(3.625609908221908), 12);
    expect(logGamma(0)).toBeNaN();
  });

  test("split one between the lower and the upper part", () => {
    fc.assert(
      fc.property(anyDegrees, anyValue, (a, x) => {
        expect(lowerGamma(a, x) + upperGamma(a, x)).toBeCloseTo(1, 11);
      }),
      { numRuns: instances },
    );
    expect([upperGamma(2, 0), lowerGamma(2, 0), upperGamma(2, Infinity)]).toEqual([1, 0, 0]);
    expect([upperGamma(0, 1), upperGamma(1, -1), lowerGamma(-1, 1)]).toEqual([NaN, NaN, NaN]);
  });
});

describe("the chi-square distribution", () => {
  test("has the usual critical values", () => {
    expect(chiSquareUpperTail(3.841458820694124, 1)).toBeCloseTo(0.05, 12);
    expect(chiSquareUpperTail(18.307038053275146, 10)).toBeCloseTo(0.05, 12);
    expect(chiSquareUpperTail(0, 4)).toBe(1);
  });

  test("is e^(−x/2)(1 + x/2) with four degrees of freedom", () => {
    fc.assert(
      fc.property(anyValue, (x) => {
        expect(chiSquareUpperTail(x, 4)).toBeCloseTo(Math.exp(-x / 2) * (1 + x / 2), 12);
      }),
      { numRuns: instances },
    );
  });
});

describe("the F distribution", () => {
  test("has the usual critical values", () => {
    expect(fQuantile(0.95, { numerator: 3, denominator: 10 })).toBeCloseTo(3.708264819231, 6);
    // The square of Student's t with one degree of freedom, tan(0.475 π) = 12.7062.
    expect(fQuantile(0.95, { numerator: 1, denominator: 1 })).toBeCloseTo(Math.tan(0.475 * Math.PI) ** 2, 8);
  });

  test("has closed forms with two degrees of freedom on either side, whole or not on the other", () => {
    fc.assert(
      fc.property(anyValue, anyDegrees, (x, v) => {
        const ahead = (1 + (2 * x) / v) ** (-v / 2);
        expect(fCdf(x, { numerator: 2, denominator: v })).toBeCloseTo(1 - ahead, 11);
        expect(fCdf(x, { numerator: v, denominator: 2 })).toBeCloseTo(((v * x) / (v * x + 2)) ** (v / 2), 11);
      }),
      { numRuns: instances },
    );
  });

  test("has a quantile that is its inverse", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        anyDegrees,
        anyDegrees,
        (p, numerator, denominator) => {
          const degrees = { numerator, denominator };
          expect(fCdf(fQuantile(p, degrees), degrees)).toBeCloseTo(p, 9);
        },
      ),
      { numRuns: Math.min(instances, 300) },
    );
  });

  test("is undefined without degrees of freedom and outside its range", () => {
    expect(fCdf(1, { numerator: 0, denominator: 3 })).toBeNaN();
    expect(fCdf(-1, { numerator: 2, denominator: 3 })).toBeNaN();
    expect(fQuantile(1, { numerator: 2, denominator: 3 })).toBeNaN();
    expect(fQuantile(0.5, { numerator: 2, denominator: Number.NaN })).toBeNaN();
    expect(fCdf(Infinity, { numerator: 2, denominator: 3 })).toBe(1);
    expect(fCdf(0, { numerator: 2, denominator: 3 })).toBe(0);
  });
});
