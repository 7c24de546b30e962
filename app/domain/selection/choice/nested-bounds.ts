import type { NestedBoundsRule } from "#app/domain/selection/choice/choice-rule.ts";
import { nodeBounds, outlook } from "#app/domain/selection/choice/least-shortfall.ts";
import { conflictOfBounds } from "#app/domain/selection/choice/nested-conflict.ts";
import { nestingOf, type Nesting } from "#app/domain/selection/choice/nesting.ts";
import type { Choice, Pool, SeatGiven, Shortage } from "#app/domain/selection/choice/pool.ts";

/**
 * B2: minima and maxima on groups of which every two are nested or disjoint, a person counting for every own group. The
 * best set by merit among those that keep all bounds and fill the seats. Where there is none: maxima are kept, then as
 * many seats as possible are filled, then the sum of what the minima lack is least, then merit; the report names the
 * bounds that conflict. People are taken in merit order, each if the rest can still be completed as well; once one of a
 * type is refused, all later ones are. Refuses groups that overlap otherwise, or that the pool does not know
 * (RangeError). Source: Murota 2003; Kojima, Tamura & Yokoo 2018; SELECTION B2, B6.
 */
export function chooseWithinNestedBounds(rule: NestedBoundsRule, pool: Pool): Choice {
  const read = nestingOf(
    rule.bounds.map(({ group }) => group),
    pool,
  );
  if (!read.ok) {
    throw new RangeError(`the groups "${read.refusal.group}" and "${read.refusal.other}" overlap without being nested`);
  }
  const nesting = read.value;
  const { chosen, inside } = chooseGreedily({ rule, nesting, pool });
  const members = insideCounts(nesting, nesting.people);
  const people = pool.order.length;
  const tooFew: readonly Shortage[] =
    people < rule.seats ? [{ kind: "too_few_people", seats: rule.seats, people }] : [];
  return {
    chosen,
    seats: Array.from(chosen, (): SeatGiven => ({ kind: "open" })),
    report: {
      seats: rule.seats,
      filled: chosen.length,
      groups: rule.bounds.map(({ group, min }, node) => {
        const filled = inside[node] as number;
        return { group, guaranteed: min, available: members[node] as number, filled, short: Math.max(0, min - filled) };
      }),
      shortages: [...tooFew, ...conflictOfBounds({ rule, nesting, people })],
    },
  };
}

function chooseGreedily(given: { readonly rule: NestedBoundsRule; readonly nesting: Nesting; readonly pool: Pool }) {
  const { rule, nesting, pool } = given;
  const bounds = nodeBounds(rule.bounds);
  const inside = nesting.people.map(() => 0);
  const coming = [...nesting.people];
  const start = outlook(nesting, bounds, { chosen: inside, coming });
  const target = Math.min(rule.seats, start.room);
  const least = start.shortfallAfter(target);

  const chosen = new Uint32Array(target);
  let filled = 0;
  for (let place = 0; filled < target; place++) {
    const person = pool.order[place] as number;
    const node = nesting.nodeOfType.get(pool.masks[person] as number) as number;
    if (coming[node] === 0) continue;
    coming[node] = (coming[node] as number) - 1;
    count(nesting, { from: node, by: 1, counts: inside });
    const ahead = outlook(nesting, bounds, { chosen: inside, coming });
    // There is always room for the rest: under nested maxima, any set that keeps them grows to one of the largest.
    if (ahead.shortfallAfter(target - filled - 1) === least) {
      chosen[filled++] = person;
    } else {
      count(nesting, { from: node, by: -1, counts: inside });
      coming[node] = 0;
    }
  }
  return { chosen, inside };
}

/** Adds to a node and to all around it, the root included. */
function count(
  nesting: Nesting,
  step: { readonly from: number; readonly by: 1 | -1; readonly counts: number[] },
): void {
  for (let node: number | undefined = step.from; node !== undefined; node = nesting.parents[node]) {
    step.counts[node] = (step.counts[node] as number) + step.by;
  }
}

/** From people by smallest group to people inside each group. */
function insideCounts(nesting: Nesting, people: readonly number[]): readonly number[] {
  const inside = [...people];
  for (const node of nesting.inwardFirst) {
    const around = nesting.parents[node] as number;
    inside[around] = (inside[around] as number) + (inside[node] as number);
  }
  return inside;
}
