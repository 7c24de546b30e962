import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { beaconText, firstValueAt, isRandomnessOf, randomnessOf, timeOfValue } from "#app/domain/draw/beacon.ts";
import { instances } from "#tests/support/instances.ts";

const chain = { hash: "AB".repeat(32), genesisTime: 1_600_000_000, period: 30 };

test("values follow from the genesis in steps of the period", () => {
  expect(timeOfValue(chain, 1)).toBe(1_600_000_000);
  expect(timeOfValue(chain, 2)).toBe(1_600_000_030);
  for (const number of [0, -1, 1.5, Number.NaN]) expect(() => timeOfValue(chain, number)).toThrow("drand has no value");
});

test("the first value at an instant is not before it, and the one before is", () => {
  const times = fc.integer({ min: 0, max: 4_000_000_000 });
  fc.assert(
    fc.property(times, fc.integer({ min: 1, max: 100 }), times, (genesisTime, period, time) => {
      const own = { ...chain, genesisTime, period };
      const number = firstValueAt(own, time);
      expect(timeOfValue(own, number)).toBeGreaterThanOrEqual(time);
      if (number > 1) expect(timeOfValue(own, number - 1)).toBeLessThan(time);
    }),
    { numRuns: instances },
  );
  expect([1_599_999_999, 1_600_000_000, 1_600_000_001].map((time) => firstValueAt(chain, time))).toEqual([1, 1, 2]);
});

test("randomness is the hash of the signature's bytes", () => {
  const signature = "0a".repeat(48);
  const expected = createHash("sha256").update(Buffer.from(signature, "hex")).digest("hex");
  expect(randomnessOf(signature)).toBe(expected);
  expect(isRandomnessOf(expected.toUpperCase(), signature)).toBe(true);
  expect(isRandomnessOf(expected, `0b${signature.slice(2)}`)).toBe(false);
  for (const wrong of ["", "0", "xy"]) expect(randomnessOf(wrong)).toBeUndefined();
});

test("the text that decides a draw is the same however its hex is written", () => {
  const value = { number: 7, randomness: "CD".repeat(32) };
  expect(beaconText(chain, value)).toBe(`drand:${"ab".repeat(32)}:7:${"cd".repeat(32)}`);
});
