import type { Choice, Pool } from "#app/domain/selection/choice/pool.ts";

/** Person numbers, best first; as many enter as leave. */
export type Displacement = {
  /** Chosen, though not among the best. */
  readonly enter: Uint32Array;
  /** Among the best, though not chosen. */
  readonly leave: Uint32Array;
};

/**
 * What the rule changed against merit alone: the people chosen beside the first of the order, as many as were chosen.
 * Seats that the rule leaves empty displace nobody, so both lists have the same length. Source: SELECTION B9.
 */
export function displacement({ chosen }: Pick<Choice, "chosen">, { order }: Pool): Displacement {
  const best = order.subarray(0, chosen.length);
  const isBest = new Set(best);
  const isChosen = new Set(chosen);
  return {
    enter: chosen.filter((person) => !isBest.has(person)),
    leave: best.filter((person) => !isChosen.has(person)),
  };
}
