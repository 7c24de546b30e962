import { ceilingOf, divide, hundred, multiply, rational, rationalOf } from "#app/domain/exact/rational.ts";
import type { RankedPerson } from "#app/domain/selection/order-people.ts";
import type { Seat, Seating } from "#app/domain/selection/seats.ts";
import type { RegionShare, Swap } from "#app/domain/selection/selection.ts";

export type ToSwap = {
  readonly share: RegionShare;
  readonly people: readonly RankedPerson[];
  readonly seating: Seating;
};

/** The swaps in the order in which they happen. */
export function swapsOf({ share, people, seating }: ToSwap): readonly Swap[] {
  const isResident = ({ person }: RankedPerson) => person.tags.includes(share.tag);
  const takeResident = residentQueues(people.filter((ranked) => isResident(ranked) && !seatOf(seating, ranked)));
  const needed = residentsNeeded(share, seating.size);
  let residents = people.filter((ranked) => isResident(ranked) && seatOf(seating, ranked)).length;

  const swaps: Swap[] = [];
  for (const ranked of people.toReversed()) {
    const seat = seatOf(seating, ranked);
    if (residents >= needed) break;
    if (!seat || isResident(ranked)) continue;
    const resident = takeResident(seat.track);
    if (!resident) continue;
    swaps.push({ quota: share.id, track: seat.track, out: ranked.person.applicationNo, in: resident });
    residents += 1;
  }
  return swaps;
}

/** The smallest number of residents among so many selected that satisfies the share. */
export function residentsNeeded({ percent }: RegionShare, selected: number): number {
  return ceilingOf(divide(multiply(rationalOf(percent), rational(BigInt(selected))), hundred));
}

function seatOf(seating: Seating, { person }: RankedPerson): Seat | undefined {
  return seating.get(person.applicationNo);
}

/** Gives the best resident not yet taken who names a track, earlier choices before later ones. */
function residentQueues(residents: readonly RankedPerson[]): (track: string) => string | undefined {
  const longest = residents.reduce((most, { person }) => Math.max(most, person.choices.length), 0);
  const taken = new Set<string>();
  const queues = new Map<string, string[]>();
  // Best last, so that taking the best is a pop.
  for (const { person } of residents.toReversed()) {
    for (const [index, track] of person.choices.entries()) {
      const key = `${index}|${track}`;
      const queue = queues.get(key);
      if (queue) queue.push(person.applicationNo);
      else queues.set(key, [person.applicationNo]);
    }
  }
  return (track) => {
    for (let index = 0; index < longest; index += 1) {
      const queue = queues.get(`${index}|${track}`) ?? [];
      let best = queue.pop();
      while (best !== undefined && taken.has(best)) best = queue.pop();
      if (best !== undefined) {
        taken.add(best);
        return best;
      }
    }
    return undefined;
  };
}
