/** Numbers that look random and are the same on every run. */
export type Seeded = {
  /** A whole number from 0 to below `limit`. */
  readonly below: (limit: number) => number;
  readonly pick: <Value>(values: readonly Value[]) => Value;
  readonly shuffled: <Value>(values: readonly Value[]) => Value[];
  /** Each of the values with chance 1 in 2. */
  readonly some: <Value>(values: readonly Value[]) => Value[];
};

/** Mulberry32, by Tommy Ettinger (public domain): good enough to draw test data. */
export function seeded(seed: number): Seeded {
  let state = seed >>> 0;
  const below = (limit: number) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
  const pick = <Value>(values: readonly Value[]) => values[below(values.length)] as Value;
  const some = <Value>(values: readonly Value[]) => values.filter(() => below(2) === 0);
  const shuffled = <Value>(values: readonly Value[]) => {
    const rest = [...values];
    return values.map(() => rest.splice(below(rest.length), 1)[0] as Value);
  };
  return { below, pick, some, shuffled };
}
