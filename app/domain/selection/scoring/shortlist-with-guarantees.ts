import { ceilingOf, multiply, rational, rationalOf } from "#app/domain/exact/rational.ts";
import type { GuaranteeRule } from "#app/domain/selection/choice/choice-rule.ts";
import type { Choice, Pool } from "#app/domain/selection/choice/pool.ts";

/** `seats` and `guaranteed` are those of the last stage; `multiple` (exact text, above 0) people are shortlisted for each. */
export type GuaranteedShortlist = Omit<GuaranteeRule, "kind"> & { readonly multiple: string };

type ToShortlist = {
  readonly rule: GuaranteedShortlist;
  /** In strict merit order of the stages so far. */
  readonly pool: Pool;
  /** The choice function of guaranteed seats (SELECTION B1). */
  readonly choose: (rule: GuaranteeRule, pool: Pool) => Choice;
};

/**
 * Who goes on, so that the last stage can meet its guarantees: K = ceil(multiple × seats) places, of which
 * ceil(multiple × guaranteed) are guaranteed to each group (SELECTION B8).
 */
export function shortlistWithGuarantees({ rule, pool, choose }: ToShortlist): Choice {
  const { multiple, seats, guaranteed } = rule;
  const times = (count: number) => ceilingOf(multiply(rationalOf(multiple), rational(BigInt(count))));
  const widened = guaranteed.map(({ group, seats: own }) => ({ group, seats: times(own) }));
  // Each ceiling may round up on its own; guarantees never exceed the places, so there are as many places at least.
  const places = Math.max(
    times(seats),
    widened.reduce((all, own) => all + own.seats, 0),
  );
  return choose({ kind: "guarantee", seats: places, guaranteed: widened }, pool);
}
