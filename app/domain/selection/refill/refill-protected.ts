import type { IntegerSolver } from "#app/domain/exact/integer-program.ts";
import { done, type Result } from "#app/domain/result.ts";
import type { OverlappingBoundsRule } from "#app/domain/selection/choice/choice-rule.ts";
import type { OverlappingRefusal } from "#app/domain/selection/choice/overlapping-bounds.ts";
import type { Pool } from "#app/domain/selection/choice/pool.ts";
import { completeWithIncumbents, type Completion } from "#app/domain/selection/choice/protect-incumbents.ts";
import { noTrack } from "#app/domain/selection/matching/matching.ts";
import type { GiveSeats } from "#app/domain/selection/refill/give-seats.ts";
import { poolWithout } from "#app/domain/selection/refill/refill.ts";

export type ToRefillProtected = {
  readonly rule: OverlappingBoundsRule;
  readonly pool: Pool;
  /** Everybody who held a seat before. */
  readonly holders: Iterable<number>;
  /** Everybody who left, earlier or now. */
  readonly leavers: ReadonlySet<number>;
  readonly solver: IntegerSolver;
};

/**
 * `protect_incumbents`, for overlapping bounds (B5), where a clean rerun could push a holder out: the best completion that
 * contains every holder who has not left, and whether it differs from a clean rerun. Holders whom a correction took out of the
 * pool stay too, as its last. Refuses what `completeWithIncumbents` refuses. Source: SELECTION C3.
 */
export function refillProtected({
  rule,
  pool,
  holders,
  leavers,
  solver,
}: ToRefillProtected): Result<Completion, OverlappingRefusal> {
  const incumbents = [...holders].filter((person) => !leavers.has(person));
  const known = new Set(pool.order);
  const order = Uint32Array.from([...pool.order, ...incumbents.filter((person) => !known.has(person))]);
  return completeWithIncumbents({ rule, pool: poolWithout({ ...pool, order }, leavers), incumbents, solver });
}

/** `protect_incumbents` as the policy of published batches, for a cohort without tracks: its seats are track 0. */
export function protectIncumbents(
  asked: Pick<ToRefillProtected, "rule" | "pool" | "solver">,
): GiveSeats<OverlappingRefusal> {
  return ({ holdings, leavers }) => {
    const holders = [...holdings.keys()].filter((person) => holdings[person] !== noTrack);
    const completion = refillProtected({ ...asked, holders, leavers });
    if (!completion.ok) return completion;
    const chosen = new Set(completion.value.choice.chosen);
    return done(holdings.map((_, person) => (chosen.has(person) ? 0 : noTrack)));
  };
}
