import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { derivedHash, drawnPositions, keyString, type RandomnessSource } from "#app/domain/draw/rfc3797.ts";
import { instances } from "#tests/support/instances.ts";

const key = "9319./2.5.8.10.12./9.18.26.34.41.45./";

test("the worked example of RFC 3797, section 6, comes out as published", () => {
  expect(keyString([9319, [2, 5, 12, 8, 10], [9, 18, 26, 34, 41, 45]])).toBe(key);
  expect([0, 1, 2].map((counter) => derivedHash(key, counter).toUpperCase())).toEqual([
    "990DD0A5692A029A98B5E01AA28F3459",
    "3691E55CB63FCC37914430B2F70B5EC6",
    "FE814EDF564C190AC1D25753979990FA",
  ]);
  expect(drawnPositions({ key, poolSize: 25, draws: 11 })).toEqual([17, 7, 2, 16, 25, 23, 8, 24, 19, 13, 22]);
});

describe("sources are written in one way only", () => {
  test.each<readonly [RandomnessSource, string]>([
    [[45, 2, 10], "2.10.45./"],
    [["9", "10", "009.50", "9.5000", "9.25"], "9.9.259.59.510./"],
    [[0.5, 0], "0.0.5/"],
    ["000", "0./"],
    ["0012.3400", "12.34/"],
    ["12.", "12./"],
    [1234567, "1234567./"],
    [9_007_199_254_740_991, "9007199254740991./"],
    [["123456789012345678901234567890", 7], "7.123456789012345678901234567890./"],
    [[100, 20, 3], "3.20.100./"],
    ["W 4-1", "W41./"],
    ["Élan vital, no. 7!", "ELANVITALNO7./"],
  ])("%j is %s", (source, expected) => {
    expect(keyString([source])).toBe(expected);
  });

  test("one behind the other", () => {
    expect(keyString([])).toBe("");
    expect(keyString([[2, 1], "ab", 3])).toBe("1.2./AB./3./");
  });

  test.each<readonly [RandomnessSource, string]>([
    [-1, "not a plain number: -1"],
    [1e21, "not a plain number: 1e+21"],
    [9_007_199_254_740_992, "not a plain number"],
    [Number.NaN, "not a plain number"],
    [["a"], "not a plain number: a"],
    [["1.2.3"], "not a plain number"],
    [["x".repeat(99)], "x".repeat(40)],
    [[], "without a value"],
    ["", "without letters or digits"],
    ["선발 ", "without letters or digits"],
  ])("%j is refused", (source, message) => {
    expect(() => keyString([source])).toThrow(message);
  });

  test("a refusal does not repeat a long text", () => {
    expect(() => keyString([["x".repeat(41)]])).toThrow(/: x{40}$/);
  });
});

test("the order of a source's numbers makes no difference", () => {
  const numbers = fc.array(fc.nat({ max: 10_000 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(numbers, (drawn) => {
      const sorted = drawn.toSorted((left, right) => left - right);
      expect(keyString([drawn])).toBe(`${sorted.join(".")}./`);
    }),
    { numRuns: instances },
  );
});

test("positions are the MD5 of counter, key and counter, modulo those who remain", () => {
  fc.assert(
    fc.property(fc.string(), fc.nat({ max: 30 }), fc.nat({ max: 40 }), (text, poolSize, draws) => {
      const pool = Array.from({ length: poolSize }, (_, index) => index + 1);
      const expected: number[] = [];
      for (let counter = 0; counter < draws && pool.length > 0; counter += 1) {
        const count = Buffer.from([0, counter]);
        const hash = createHash("md5")
          .update(Buffer.concat([count, Buffer.from(text), count]))
          .digest("hex");
        expected.push(...pool.splice(Number(BigInt(`0x${hash}`) % BigInt(pool.length)), 1));
      }
      expect(drawnPositions({ key: text, poolSize, draws })).toEqual(expected);
    }),
    { numRuns: instances },
  );
});

test("the counter has two bytes, the higher first", () => {
  const count = Buffer.from([2, 88]);
  const expected = createHash("md5")
    .update(Buffer.concat([count, Buffer.from("k"), count]))
    .digest("hex");
  expect(derivedHash("k", 600)).toBe(expected);
});

test("more people than a counter tells apart are refused, and counts that are none", () => {
  for (const count of [65_537, -1, 1.5, Number.NaN]) {
    expect(() => drawnPositions({ key, poolSize: count, draws: 1 })).toThrow("at most 65,536");
    expect(() => drawnPositions({ key, poolSize: 1, draws: count })).toThrow("at most 65,536");
  }
  expect(drawnPositions({ key, poolSize: 65_536, draws: 1 })).toHaveLength(1);
  expect(drawnPositions({ key, poolSize: 1, draws: 65_536 })).toEqual([1]);
  expect(drawnPositions({ key, poolSize: 0, draws: 3 })).toEqual([]);
  expect(drawnPositions({ key, poolSize: 3, draws: 0 })).toEqual([]);
});
