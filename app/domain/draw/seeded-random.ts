import type { DrawOf } from "#app/domain/draw/seeded-order.ts";
import { sha256Bytes } from "#app/domain/proof/sha256.ts";

/** A repeatable source of chance: the same seed, label and order of questions give the same answers everywhere. */
export type SeededRandom = {
  /** A whole number from 0 to limit - 1, each equally likely; `limit` from 1 to 2^53 - 1. */
  readonly integerBelow: (limit: number) => number;
  /** A new list in a uniform order (Fisher-Yates). */
  readonly shuffle: <Item>(items: readonly Item[]) => Item[];
};

const blockRange = 2n ** 64n;

/**
 * Block number i is SHA-256 of the UTF-8 text `seed|label|i`, i from 0, read as four big-endian 64-bit numbers.
 * A number is taken modulo the limit; those of the incomplete last stretch are thrown away, so nothing is favoured.
 */
export function createSeededRandom({ seed, label }: DrawOf): SeededRandom {
  let counter = 0;
  let pool: bigint[] = [];

  function nextBlock(): bigint {
    if (pool.length === 0) {
      const bytes = sha256Bytes(new TextEncoder().encode(`${seed}|${label}|${counter}`));
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      pool = [24, 16, 8, 0].map((offset) => view.getBigUint64(offset));
      counter += 1;
    }
    return pool.pop() ?? 0n;
  }

  function integerBelow(limit: number): number {
    if (!Number.isSafeInteger(limit) || limit < 1) throw new RangeError(`no whole numbers below ${limit}`);
    const range = BigInt(limit);
    const complete = blockRange - (blockRange % range);
    let block = nextBlock();
    while (block >= complete) block = nextBlock();
    return Number(block % range);
  }

  function shuffle<Item>(items: readonly Item[]): Item[] {
    const rest = [...items];
    const shuffled: Item[] = [];
    while (rest.length > 0) {
      const place = integerBelow(rest.length);
      const last = rest.length - 1;
      shuffled.push(rest[place] as Item);
      rest[place] = rest[last] as Item;
      rest.length = last;
    }
    return shuffled;
  }

  return { integerBelow, shuffle };
}
