import { expect, test } from "vitest";
import { counterGenerator, philox } from "#app/domain/reliability/counter-generator.ts";

function hex(words: readonly number[]): string {
  return words.map((word) => word.toString(16).padStart(8, "0")).join(" ");
}

test("gives the published answers of Philox 4x32-10 (Random123, known-answer tests)", () => {
  const ones = 0xffffffff;
  expect(hex(philox([0, 0, 0, 0], [0, 0]))).toBe("6627e8d5 e169c58d bc57ac4c 9b00dbd8");
  expect(hex(philox([ones, ones, ones, ones], [ones, ones]))).toBe("408f276d 41c83b0e a20bc7c6 6d5451fd");
  expect(hex(philox([0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0]))).toBe(
    "d16cfe09 94fdcceb 5001e420 24126ea1",
  );
});

test("is keyed by the first 64 bits of the root and counted by run, item and block", () => {
  const root = "a4093822299f31d0" + "0".repeat(48);
  expect(counterGenerator(root)({ run: 1, item: 2, block: 3 })).toEqual(philox([1, 2, 3, 0], [0xa4093822, 0x299f31d0]));
  expect(() => counterGenerator("a4093822")).toThrow(RangeError);
  expect(() => counterGenerator("not hexadecimal!")).toThrow(RangeError);
});

test("fills the range evenly", () => {
  const generator = counterGenerator("0123456789abcdef");
  const counts = Array.from({ length: 8 }, () => 0);
  for (let run = 0; run < 4_000; run += 1) {
    for (const word of generator({ run, item: 0, block: 0 })) counts[Math.floor(word / 2 ** 29)]! += 1;
  }
  for (const count of counts) expect(Math.abs(count - 2_000)).toBeLessThan(200);
});
