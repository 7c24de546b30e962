import { placesOf } from "#app/domain/selection/choice/group-bits.ts";

/** Guaranteed seats and the people on them, one seat a person. Groups are places in the pool's `groupNames`. */
export type SeatMatching = {
  readonly masks: Uint32Array;
  /** Guaranteed seats by group. */
  readonly seats: readonly number[];
  /** Person numbers by group; never more than its seats. */
  readonly seated: readonly number[][];
  /**
   * The groups, as bits, that can never take anybody more: their seats, if any, are full, and whoever sits there belongs
   * to no group outside them. No later move touches these groups, which is why a type that fails once fails for ever.
   */
  closed: number;
};

/** A matching with nobody in it. `seats` are whole numbers of 0 or more, by the group's place. SELECTION B1. */
export function emptyMatching(masks: Uint32Array, seats: readonly number[]): SeatMatching {
  return { masks, seats, seated: seats.map(() => []), closed: 0 };
}

/**
 * Gives a person a guaranteed seat, moving people already seated to other seats of theirs where that makes room; nobody
 * loses a seat. False, and nothing has moved, where no seat can be made. The search is breadth first over groups, not
 * over people. Source: augmenting paths, SELECTION B1.
 */
export function takeSeat(matching: SeatMatching, person: number): boolean {
  const { masks, seats, seated } = matching;
  const own = (masks[person] as number) & ~matching.closed;
  if (own === 0) return false;

  const reached = placesOf(own).map((group): Reached => ({ group, from: undefined, place: -1 }));
  let known = matching.closed | own;
  for (const step of reached) {
    const sitting = seated[step.group] as number[];
    if (sitting.length < (seats[step.group] as number)) {
      moveAlong(step, { seated, person });
      return true;
    }
    for (const [place, other] of sitting.entries()) {
      const fresh = (masks[other] as number) & ~known;
      known |= fresh;
      for (const group of placesOf(fresh)) reached.push({ group, from: step, place });
    }
  }
  matching.closed = known;
  return false;
}

/** `place` = where the person sits, in the group we came `from`, who would move on to this group. */
type Reached = { readonly group: number; readonly from: Reached | undefined; readonly place: number };

/** From the free seat backwards: each person on the path moves on by one, and the newcomer takes the first seat. */
function moveAlong(last: Reached, { seated, person }: { seated: SeatMatching["seated"]; person: number }): void {
  let free = (seated[last.group] as number[]).length;
  let step = last;
  while (step.from) {
    (seated[step.group] as number[])[free] = (seated[step.from.group] as number[])[step.place] as number;
    free = step.place;
    step = step.from;
  }
  (seated[step.group] as number[])[free] = person;
}
