import type { GuaranteedSeats, GuaranteeRule } from "#app/domain/selection/choice/choice-rule.ts";
import { countMembers } from "#app/domain/selection/choice/count-types.ts";
import { groupBit, lowestBit } from "#app/domain/selection/choice/group-bits.ts";
import { shortagesOfGuarantee } from "#app/domain/selection/choice/hall-set.ts";
import type { Choice, ChoiceReport, Pool, SeatGiven } from "#app/domain/selection/choice/pool.ts";
import { emptyMatching, takeSeat, type SeatMatching } from "#app/domain/selection/choice/seat-matching.ts";

/**
 * B1, the meritorious choice with guaranteed seats counted one-to-one: of all sets of `seats` people that fill as many
 * guaranteed seats as can be filled, the best by merit. It is better place by place than any other such set, so nobody
 * left out has a better claim than somebody chosen. `Choice.seats` is the certificate: who sits on which guaranteed
 * seat. Refuses groups that the pool does not know (RangeError). Source: Sönmez & Yenmez 2022; SELECTION B1.
 */
export function chooseGuarantee(rule: GuaranteeRule, pool: Pool): Choice {
  const { matching, taken } = matchGuaranteed(rule, pool);
  const places = fillByMerit({ taken, seats: rule.seats, people: pool.order.length });
  const seatOf = seatsOf(matching, pool.groupNames);
  const chosen = places.map((place) => pool.order[place] as number);
  const seats = Array.from(chosen, (person): SeatGiven => seatOf.get(person) ?? { kind: "open" });
  return { chosen, seats, report: reportOf({ rule, pool, matching, filled: chosen.length }) };
}

/**
 * The matching that B1 builds, best people first, and the places in the order of those matched. It stops when every
 * guaranteed seat is filled, or as many as there are seats, or when nobody is left.
 */
export function matchGuaranteed(
  { seats, guaranteed }: Pick<GuaranteeRule, "seats" | "guaranteed">,
  pool: Pool,
): { readonly matching: SeatMatching; readonly taken: readonly number[] } {
  const matching = emptyMatching(pool.masks, seatsByGroup(guaranteed, pool));
  const target = Math.min(
    seats,
    guaranteed.reduce((sum, each) => sum + each.seats, 0),
  );
  const taken: number[] = [];
  for (let place = 0; place < pool.order.length && taken.length < target; place++) {
    if (takeSeat(matching, pool.order[place] as number)) taken.push(place);
  }
  return { matching, taken };
}

function seatsByGroup(guaranteed: readonly GuaranteedSeats[], pool: Pool): readonly number[] {
  const bits = guaranteed.map(({ group }) => groupBit(pool, group));
  return pool.groupNames.map((_, place) =>
    guaranteed.reduce((sum, { seats }, index) => (bits[index] === 1 << place ? sum + seats : sum), 0),
  );
}

/** The places taken, and the best others up to `seats` people; ascending. */
function fillByMerit(given: {
  readonly taken: readonly number[];
  readonly seats: number;
  readonly people: number;
}): Uint32Array {
  const filled = new Uint32Array(Math.min(given.seats, given.people));
  const open = filled.length - given.taken.length;
  let next = 0;
  let others = 0;
  for (let place = 0; next < filled.length; place++) {
    if (place === given.taken[next - others]) filled[next++] = place;
    else if (others < open) {
      filled[next++] = place;
      others++;
    }
  }
  return filled;
}

function seatsOf({ seated }: SeatMatching, groupNames: readonly string[]): ReadonlyMap<number, SeatGiven> {
  return new Map(
    groupNames.flatMap((group, place) =>
      (seated[place] as number[]).map((person) => [person, { kind: "guaranteed", group }] as const),
    ),
  );
}

function reportOf(given: {
  readonly rule: GuaranteeRule;
  readonly pool: Pool;
  readonly matching: SeatMatching;
  readonly filled: number;
}): ChoiceReport {
  const { rule, pool, matching, filled } = given;
  const members = countMembers(pool);
  const groups = rule.guaranteed.map(({ group, seats }) => {
    const place = lowestBit(groupBit(pool, group));
    const met = (matching.seated[place] as number[]).length;
    return { group, guaranteed: seats, available: members[place] as number, filled: met, short: seats - met };
  });
  const shortages = shortagesOfGuarantee({ rule, pool, matching });
  return { seats: rule.seats, filled, groups, shortages };
}
