import type { CutOffRule } from "#app/domain/selection/choice/choice-rule.ts";
import type { Choice, Pool, SeatGiven } from "#app/domain/selection/choice/pool.ts";

/** B0: the first `seats` people of the order, or all of them where there are fewer. SELECTION B0. */
export function chooseByCutOff({ seats }: CutOffRule, { order }: Pool): Choice {
  const chosen = order.slice(0, seats);
  const people = order.length;
  return {
    chosen,
    seats: Array.from(chosen, (): SeatGiven => ({ kind: "open" })),
    report: {
      seats,
      filled: chosen.length,
      groups: [],
      shortages: people < seats ? [{ kind: "too_few_people", seats, people }] : [],
    },
  };
}
