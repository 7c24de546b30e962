import type { OverlappingBoundsRule } from "#app/domain/selection/choice/choice-rule.ts";
import { countMembers } from "#app/domain/selection/choice/count-types.ts";
import { groupBit, lowestBit } from "#app/domain/selection/choice/group-bits.ts";
import type { BoundsConflict } from "#app/domain/selection/choice/overlapping-bounds-conflict.ts";
import type { Choice, GroupReport, Pool, SeatGiven, Shortage } from "#app/domain/selection/choice/pool.ts";

/** A choice within overlapping bounds; everybody holds an open seat, since a person counts for every own group. */
export type OverlappingChoice = Choice & {
  /** Whether min(seats, people) were chosen and all bounds kept. Else `chosen` is the fallback, `report.filled` the most seats. */
  readonly feasible: boolean;
  /** Over all groups, how many people are missing for their minima. */
  readonly totalShortfall: number;
  /** Bounds that cannot hold together, none superfluous; null when feasible. */
  readonly conflict: BoundsConflict | null;
};

type Chosen = {
  readonly rule: OverlappingBoundsRule;
  readonly pool: Pool;
  readonly chosen: ReadonlySet<number>;
  readonly conflict: BoundsConflict | null;
};

/** The people chosen, best first, and what came of each group (SELECTION B6). */
export function choiceWithinBounds({ rule, pool, chosen, conflict }: Chosen): OverlappingChoice {
  const inOrder = pool.order.filter((person) => chosen.has(person));
  const groups = groupReports(rule, pool, inOrder);
  return {
    chosen: inOrder,
    seats: Array.from(inOrder, (): SeatGiven => ({ kind: "open" })),
    report: {
      seats: rule.seats,
      filled: inOrder.length,
      groups,
      shortages: [...tooFewPeople(rule.seats, pool.order.length), ...asShortage(conflict)],
    },
    feasible: conflict === null,
    totalShortfall: groups.reduce((sum, { short }) => sum + short, 0),
    conflict,
  };
}

function groupReports({ bounds }: OverlappingBoundsRule, pool: Pool, chosen: Uint32Array): readonly GroupReport[] {
  const available = countMembers(pool);
  const filled = countMembers({ ...pool, order: chosen });
  return bounds.map(({ group, min }) => {
    const place = lowestBit(groupBit(pool, group));
    const inside = filled[place] as number;
    return {
      group,
      guaranteed: min,
      available: available[place] as number,
      filled: inside,
      short: Math.max(0, min - inside),
    };
  });
}

function tooFewPeople(seats: number, people: number): readonly Shortage[] {
  return people < seats ? [{ kind: "too_few_people", seats, people }] : [];
}

function asShortage(conflict: BoundsConflict | null): readonly Shortage[] {
  return conflict ? [{ kind: "conflict", minima: conflict.minima, maxima: conflict.maxima }] : [];
}
