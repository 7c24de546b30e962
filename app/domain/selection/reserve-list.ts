import { ceilingOf, divide, hundred, multiply, rational, rationalOf } from "#app/domain/exact/rational.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import type { RankedPerson } from "#app/domain/selection/order-people.ts";
import { numbersOf, tieBlocks, type Seating } from "#app/domain/selection/seats.ts";
import type { MatteringTie, TrackSeats } from "#app/domain/selection/selection.ts";

type ToReserve = {
  readonly tracks: readonly TrackSeats[];
  readonly percentOfSeats: string;
  readonly people: readonly RankedPerson[];
  readonly seating: Seating;
};

/** One track's list, number 1 first. */
export type ReserveList = { readonly track: string; readonly people: readonly RankedPerson[] };

/**
 * Every qualified person without a seat stands once, on the list of the first choice, in the order of merit;
 * each list is ceil(percent × seats / 100) long. Refuses with a tie over a number or over the end of a list.
 */
export function reserveLists({
  tracks,
  percentOfSeats,
  people,
  seating,
}: ToReserve): Result<readonly ReserveList[], MatteringTie> {
  const lists: ReserveList[] = [];
  for (const { id, seats } of tracks) {
    const length = reserveLength(percentOfSeats, seats);
    const standing = people.filter(({ person }) => person.choices[0] === id && !seating.has(person.applicationNo));
    const tie = tieOnList(standing, length);
    if (tie) {
      const group = numbersOf(people.filter((ranked) => ranked.tie === tie.contenders[0]?.tie));
      return refuse({ group, contenders: numbersOf(tie.contenders), where: tie.where, track: id });
    }
    lists.push({ track: id, people: standing.slice(0, length) });
  }
  return done(lists);
}

/** The places on the list of a track with so many seats: ceil(percent × seats / 100). */
export function reserveLength(percentOfSeats: string, seats: number): number {
  return ceilingOf(divide(multiply(rationalOf(percentOfSeats), rational(BigInt(seats))), hundred));
}

type ListTie = {
  readonly contenders: readonly RankedPerson[];
  readonly where: "reserve_number" | "end_of_reserve_list";
};

function tieOnList(standing: readonly RankedPerson[], length: number): ListTie | null {
  let before = 0;
  for (const contenders of tieBlocks(standing)) {
    if (before >= length) return null;
    const beyond = before + contenders.length > length;
    if (contenders.length > 1) return { contenders, where: beyond ? "end_of_reserve_list" : "reserve_number" };
    before += contenders.length;
  }
  return null;
}
