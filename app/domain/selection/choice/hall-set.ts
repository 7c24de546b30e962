import type { GuaranteeRule } from "#app/domain/selection/choice/choice-rule.ts";
import { placesOf } from "#app/domain/selection/choice/group-bits.ts";
import type { Pool, Shortage } from "#app/domain/selection/choice/pool.ts";
import type { SeatMatching } from "#app/domain/selection/choice/seat-matching.ts";

/**
 * Why seats or guarantees stay unfilled under B1: fewer people than seats; groups that together have fewer people than
 * guaranteed seats (a Hall set); more guaranteed seats than seats. Source: Hall 1935; SELECTION B1, B6.
 */
export function shortagesOfGuarantee(given: {
  readonly rule: Pick<GuaranteeRule, "seats" | "guaranteed">;
  readonly pool: Pool;
  readonly matching: SeatMatching;
}): readonly Shortage[] {
  const { rule, pool, matching } = given;
  const people = pool.order.length;
  const filled = matching.seated.reduce((sum, sitting) => sum + sitting.length, 0);
  const short = unfilledGroups(matching);
  const tooFew: readonly Shortage[] =
    people < rule.seats ? [{ kind: "too_few_people", seats: rule.seats, people }] : [];
  if (short === 0) return tooFew;
  // Where all seats are filled, it is not people that are missing: the guarantees ask for more seats than there are.
  return [...tooFew, filled < rule.seats ? hallSet(pool, { matching, short }) : moreThanSeats(rule)];
}

function unfilledGroups({ seats, seated }: SeatMatching): number {
  return seats.reduce(
    (bits, count, group) => ((seated[group] as number[]).length < count ? bits | (1 << group) : bits),
    0,
  );
}

/**
 * Everybody of an unfilled group has a guaranteed seat, else they would have been given one. So have those of the
 * groups where these people sit, and so on: all people of the groups so reached sit inside them, and still a seat is
 * empty.
 */
function hallSet(pool: Pool, { matching, short }: { matching: SeatMatching; short: number }): Shortage {
  let groups = short;
  for (let before = 0; before !== groups;) {
    before = groups;
    matching.seated.forEach((sitting, group) => {
      if (sitting.some((person) => ((matching.masks[person] as number) & before) !== 0)) groups |= 1 << group;
    });
  }
  const places = placesOf(groups);
  return {
    kind: "hall",
    groups: places.map((place) => pool.groupNames[place] as string),
    people: places.reduce((sum, place) => sum + (matching.seated[place] as number[]).length, 0),
    seats: places.reduce((sum, place) => sum + (matching.seats[place] as number), 0),
  };
}

/** A minimal set of guarantees that ask for more seats than there are: each is left out that can be. */
function moreThanSeats({ seats, guaranteed }: Pick<GuaranteeRule, "seats" | "guaranteed">): Shortage {
  let sum = guaranteed.reduce((total, each) => total + each.seats, 0);
  const minima = guaranteed.filter((each) => {
    if (sum - each.seats <= seats) return true;
    sum -= each.seats;
    return false;
  });
  return { kind: "conflict", minima: minima.map(({ group }) => group), maxima: [] };
}
