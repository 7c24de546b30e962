import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { createSeededRandom } from "#app/domain/draw/seeded-random.ts";

test("numbers are the 64-bit blocks of SHA-256(seed|label|counter) modulo the limit", () => {
  const blocks = [0, 1].flatMap((counter) => {
    const hash = createHash("sha256").update(`s|l|${counter}`).digest();
    return [0, 8, 16, 24].map((offset) => Number(hash.readBigUInt64BE(offset) % 1000n));
  });
  const random = createSeededRandom({ seed: "s", label: "l" });
  expect(blocks.map(() => random.integerBelow(1000))).toEqual(blocks);
});

test("a shuffle keeps everybody, repeats with its seed and differs with another", () => {
  const items = Array.from({ length: 50 }, (_, index) => index);
  const shuffled = createSeededRandom({ seed: "s", label: "l" }).shuffle(items);
  expect(shuffled.toSorted((left, right) => left - right)).toEqual(items);
  expect(createSeededRandom({ seed: "s", label: "l" }).shuffle(items)).toEqual(shuffled);
  expect(createSeededRandom({ seed: "t", label: "l" }).shuffle(items)).not.toEqual(shuffled);
});

test("every order of three comes up about equally often", () => {
  const counts = new Map<string, number>();
  const random = createSeededRandom({ seed: "fair", label: "three" });
  for (let draw = 0; draw < 6000; draw += 1) {
    const order = random.shuffle(["a", "b", "c"]).join("");
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
});

test("there is no whole number below zero, one half or infinity", () => {
  const random = createSeededRandom({ seed: "s", label: "l" });
  for (const limit of [0, -1, 0.5, Number.POSITIVE_INFINITY])
    expect(() => random.integerBelow(limit)).toThrow("no whole numbers below");
  expect(random.integerBelow(1)).toBe(0);
});

test("blocks of the incomplete last stretch are thrown away", () => {
  // 2,048 whole stretches of this length fit into 64 bits; the rest is nearly one more: about one block in 2,049 has to go.
  const limit = Number(2n ** 64n / 2049n) + 2048;
  const complete = 2n ** 64n - (2n ** 64n % BigInt(limit));
  const blocks = Array.from({ length: 3000 }, (_, counter) => {
    const hash = createHash("sha256").update(`s|l|${counter}`).digest();
    return [0, 8, 16, 24].map((offset) => hash.readBigUInt64BE(offset));
  }).flat();
  const kept = blocks.filter((block) => block < complete);
  expect(kept.length).toBeLessThan(blocks.length);
  const random = createSeededRandom({ seed: "s", label: "l" });
  expect(kept.map(() => random.integerBelow(limit))).toEqual(kept.map((block) => Number(block % BigInt(limit))));
});
