/** Two words of 32 bits: the number is high × 2^32 + low. */
type Words = { high: number; low: number };

export type SplitMix64 = {
  /** The number last drawn. */
  readonly drawn: Readonly<Words>;
  readonly draw: () => void;
  /** Begins anew from gamma × index + start (mod 2^64), the start below 2^32. */
  readonly restart: (index: number, start: number) => void;
};

const gamma = { high: 0x9e3779b9, low: 0x7f4a7c15 };

/**
 * SplitMix64 (Steele, Lea & Flood 2014) on pairs of 32-bit words: BigInt would take fifty times as long for the millions of
 * numbers of a large instance.
 */
export function splitMix64(): SplitMix64 {
  const state: Words = { high: 0, low: 0 };
  const drawn: Words = { high: 0, low: 0 };
  return {
    drawn,
    draw() {
      add(state, gamma);
      drawn.high = state.high;
      drawn.low = state.low;
      shiftXor(drawn, 30);
      multiply(drawn, 0xbf58476d, 0x1ce4e5b9);
      shiftXor(drawn, 27);
      multiply(drawn, 0x94d049bb, 0x133111eb);
      shiftXor(drawn, 31);
    },
    restart(index, start) {
      state.high = Math.floor(index / 2 ** 32);
      state.low = index >>> 0;
      multiply(state, gamma.high, gamma.low);
      add(state, { high: 0, low: start });
    },
  };
}

/** The rest of division by a number below 2^20, after dropping the lowest bits (0 to 31) of the number. */
export function restOf({ high, low }: Readonly<Words>, dropped: number, divisor: number): number {
  const lowLeft = dropped === 0 ? low : ((high << (32 - dropped)) | (low >>> dropped)) >>> 0;
  return (((high >>> dropped) % divisor) * (2 ** 32 % divisor) + (lowLeft % divisor)) % divisor;
}

function add(words: Words, { high, low }: Readonly<Words>): void {
  const sum = words.low + low;
  words.low = sum >>> 0;
  words.high = (words.high + high + (sum >= 2 ** 32 ? 1 : 0)) >>> 0;
}

/** By 1 to 31 places. */
function shiftXor(words: Words, places: number): void {
  words.low = (words.low ^ ((words.high << (32 - places)) | (words.low >>> places))) >>> 0;
  words.high = (words.high ^ (words.high >>> places)) >>> 0;
}

function multiply(words: Words, high: number, low: number): void {
  const one = words.low & 0xffff;
  const two = words.low >>> 16;
  const carried = two * (low & 0xffff) + Math.floor((one * (low & 0xffff)) / 2 ** 16);
  const middle = one * (low >>> 16) + (carried % 2 ** 16);
  const upper = two * (low >>> 16) + Math.floor(carried / 2 ** 16) + Math.floor(middle / 2 ** 16);
  words.high = (upper + Math.imul(words.high, low) + Math.imul(words.low, high)) >>> 0;
  words.low = Math.imul(words.low, low) >>> 0;
}
