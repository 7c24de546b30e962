import * as fc from "fast-check";
import { expect, test } from "vitest";
import { instances } from "#tests/support/instances.ts";
import { scaleCsvSha256 } from "./scale-csv.ts";
import { generateScale, scaleRef } from "./scale-data.ts";
import { restOf, splitMix64 } from "./split-mix-64.ts";

const mask = 2n ** 64n - 1n;
const gamma = 0x9e3779b97f4a7c15n;

/** The published algorithm in integers of any size. */
function mixed(state: bigint): bigint {
  let z = state;
  z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & mask;
  z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & mask;
  return z ^ (z >> 31n);
}

function numberOf({ high, low }: { readonly high: number; readonly low: number }): bigint {
  return (BigInt(high) << 32n) | BigInt(low);
}

test("the generator draws the numbers that are published for SplitMix64 (Rosetta Code, seed 1234567)", () => {
  const random = splitMix64();
  random.restart(0, 1_234_567);
  const drawn = Array.from({ length: 5 }, () => {
    random.draw();
    return numberOf(random.drawn);
  });
  expect(drawn).toEqual([
    6457827717110365317n,
    3203168211198807973n,
    9817491932198370423n,
    4593380528125082431n,
    16408922859458223821n,
  ]);
});

test("pairs of 32-bit words give what integers of any size give, rests included", () => {
  const random = splitMix64();
  const given = fc.tuple(fc.nat({ max: 2 ** 40 }), fc.nat({ max: 2 ** 31 - 1 }), fc.nat({ max: 31 }), fc.integer({ min: 1, max: 2 ** 20 - 1 })); // prettier-ignore
  const property = fc.property(given, ([index, start, dropped, divisor]) => {
    random.restart(index, start);
    random.draw();
    const expected = mixed((gamma * BigInt(index) + BigInt(start) + gamma) & mask);
    expect(numberOf(random.drawn)).toBe(expected);
    expect(BigInt(restOf(random.drawn, dropped, divisor))).toBe((expected >> BigInt(dropped)) % BigInt(divisor));
  });
  fc.assert(property, { numRuns: instances });
});

test("an instance has scores in range, differing reviewers, and rows that are the same for the same size", () => {
  const data = generateScale(500);
  expect(data.scores.map((column) => column.length)).toEqual(Array.from({ length: 5 }, () => 1500));
  expect(Math.max(...data.scores.map((column) => Math.max(...column)))).toBeLessThanOrEqual(100);
  expect(new Set(data.groups)).toEqual(new Set([0, 1, 2, 3]));
  for (let at = 0; at < 1500; at += 3) expect(new Set(data.reviewerOf.subarray(at, at + 3)).size).toBe(3);
  expect(scaleRef(42)).toBe("T0000042");
  expect(scaleCsvSha256(data)).toBe(scaleCsvSha256(generateScale(500)));
  expect(scaleCsvSha256(data)).not.toBe(scaleCsvSha256(generateScale(501)));
});
