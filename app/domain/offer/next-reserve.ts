import { compareText } from "#app/domain/exact/compare-text.ts";
import type { TrackSeats } from "#app/domain/selection/selection.ts";

/** A place on a track's list. `waiting` can be called; everybody else has been called or has left. */
export type ReservePlace = {
  readonly applicationNo: string;
  /** The list's track: the first choice. */
  readonly track: string;
  readonly number: number;
  /** Over all tracks; an undecided tie shares a rank. */
  readonly meritRank: number;
  readonly choices: readonly string[];
  readonly acceptOther: boolean;
  readonly status: "waiting" | "called" | "left";
};

export type PassedOver = {
  readonly applicationNo: string;
  readonly reason: "called_before" | "left_the_list" | "does_not_accept_other_tracks" | "others_named_this_track";
};

export type Fill = {
  readonly applicationNo: string;
  /** The track of the free seat, and the list the person stands on. */
  readonly track: string;
  readonly fromTrack: string;
  readonly number: number;
  readonly how: "own_track" | "other_track";
  /** Who stands before this person in the order that was used, and why not they. */
  readonly passedOver: readonly PassedOver[];
};

export type StillFree = {
  readonly track: string;
  readonly seats: number;
  readonly reason: "reserve_list_exhausted" | "tie";
  /** People of different lists with equal merit: the committee must say who is first. */
  readonly tie: readonly string[];
};

export type RefillInput = {
  readonly tracks: readonly TrackSeats[];
  /** Live offers (held, open, accepted) by track. */
  readonly liveOffers: Readonly<Record<string, number>>;
  readonly places: readonly ReservePlace[];
  /** Whether a track whose list is used up takes people from the other lists. */
  readonly crossTrack: boolean;
  /** Recorded committee orders, best first, of people of different lists with equal merit. */
  readonly tieDecisions?: readonly (readonly string[])[];
};

export type Refill = { readonly fills: readonly Fill[]; readonly stillFree: readonly StillFree[] };

/**
 * Who gets the seats that are free now. First every track calls its own list by number; then, track by track in the rule's
 * order, a track whose list is used up takes the best waiting person elsewhere who accepts other tracks, those who named
 * the track themselves before the rest. The answer depends on the set of live offers and places only, never on the
 * order in which seats fell free; nobody is called beyond the seats.
 */
export function nextReserves({ tracks, liveOffers, places, crossTrack, tieDecisions = [] }: RefillInput): Refill {
  const called = new Set<string>();
  const fills: Fill[] = [];
  const free = new Map(tracks.map(({ id, seats }) => [id, Math.max(0, seats - (liveOffers[id] ?? 0))]));

  for (const { id } of tracks) {
    const list = places.filter(({ track }) => track === id).toSorted((left, right) => left.number - right.number);
    const next = list.filter(({ status }) => status === "waiting").slice(0, free.get(id));
    for (const place of next) {
      const before = list.slice(0, list.indexOf(place)).filter(({ applicationNo }) => !called.has(applicationNo));
      fills.push(fillOf(place, { track: id, passedOver: before.map(gone) }));
      called.add(place.applicationNo);
    }
    free.set(id, (free.get(id) ?? 0) - next.length);
  }

  const stillFree: StillFree[] = [];
  let tie: readonly string[] = [];
  for (const { id } of tracks) {
    const rest = places.filter(({ applicationNo }) => !called.has(applicationNo));
    const seats = free.get(id) ?? 0;
    // A tie that waits for the committee may concern the people whom the next track would take.
    const open = crossTrack && tie.length === 0;
    const filled = open ? fillFromOthers({ track: id, seats, places: rest, tieDecisions }) : nobody;
    fills.push(...filled.fills);
    for (const { applicationNo } of filled.fills) called.add(applicationNo);
    if (filled.tie.length > 0) tie = filled.tie;
    const left = seats - filled.fills.length;
    if (left === 0) continue;
    stillFree.push({ track: id, seats: left, reason: tie.length > 0 ? "tie" : "reserve_list_exhausted", tie });
  }
  return { fills, stillFree };
}

type FromOthers = {
  readonly track: string;
  readonly seats: number;
  readonly places: readonly ReservePlace[];
  readonly tieDecisions: readonly (readonly string[])[];
};
type Others = { readonly fills: readonly Fill[]; readonly tie: readonly string[] };

const nobody: Others = { fills: [], tie: [] };

function fillFromOthers({ track, seats, places, tieDecisions }: FromOthers): Others {
  const elsewhere = places
    .filter((place) => place.track !== track && place.status === "waiting")
    .toSorted((left, right) => left.meritRank - right.meritRank);
  const order = elsewhere
    .filter(({ acceptOther }) => acceptOther)
    .toSorted((left, right) => wish(left, track) - wish(right, track) || left.meritRank - right.meritRank);

  const fills: Fill[] = [];
  const before = new Set<ReservePlace>();
  while (fills.length < seats) {
    const [first] = order.filter((place) => !before.has(place));
    if (!first) break;
    const equals = order.filter((place) => !before.has(place) && isEqual(first, place, track));
    const decided = decidedOrder(equals, tieDecisions);
    if (!decided && fills.length + equals.length > seats) {
      return { fills, tie: equals.map(({ applicationNo }) => applicationNo).toSorted(compareText) };
    }
    for (const place of (decided ?? equals).slice(0, seats - fills.length)) {
      const ahead = elsewhere.filter((other) => other.meritRank < place.meritRank && !before.has(other));
      fills.push(fillOf(place, { track, passedOver: ahead.map(passed) }));
      before.add(place);
    }
  }
  return { fills, tie: [] };
}

function isEqual(one: ReservePlace, other: ReservePlace, track: string): boolean {
  return wish(one, track) === wish(other, track) && one.meritRank === other.meritRank;
}

/** Equals in the recorded order, if one names them all: orders of only some of them could contradict each other. */
function decidedOrder(
  equals: readonly ReservePlace[],
  tieDecisions: readonly (readonly string[])[],
): readonly ReservePlace[] | null {
  if (equals.length === 1) return equals;
  const order = tieDecisions.find((numbers) => equals.every(({ applicationNo }) => numbers.includes(applicationNo)));
  if (!order) return null;
  return equals.toSorted((left, right) => order.indexOf(left.applicationNo) - order.indexOf(right.applicationNo));
}

/** The place a person gave the track among the choices; last for those who did not name it. */
function wish({ choices }: ReservePlace, track: string): number {
  const index = choices.indexOf(track);
  return index < 0 ? Number.MAX_SAFE_INTEGER : index;
}

function passed({ applicationNo, acceptOther }: ReservePlace): PassedOver {
  return { applicationNo, reason: acceptOther ? "others_named_this_track" : "does_not_accept_other_tracks" };
}

function gone({ applicationNo, status }: ReservePlace): PassedOver {
  return { applicationNo, reason: status === "called" ? "called_before" : "left_the_list" };
}

function fillOf(place: ReservePlace, seat: Pick<Fill, "track" | "passedOver">): Fill {
  const how = place.track === seat.track ? "own_track" : "other_track";
  return { applicationNo: place.applicationNo, fromTrack: place.track, number: place.number, how, ...seat };
}
