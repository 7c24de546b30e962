import { done, refuse, type Result } from "#app/domain/result.ts";
import { holdersOf, noTrack, type Holdings } from "#app/domain/selection/matching/matching.ts";
import { groupBy } from "#app/domain/selection/refill/group-by.ts";
import { changesBetween, withoutLeavers, type Change } from "#app/domain/selection/refill/changes.ts";
import type { GiveSeats } from "#app/domain/selection/refill/give-seats.ts";
import { leavingBy, type Leaving, type SeatEvent, type SeatOffered } from "#app/domain/selection/refill/replies.ts";

/** A published time at which free seats are given again, and until when those who get one must accept. */
export type RefillBatch = { readonly at: number; readonly replyBy: number };

export type ToRefillInBatches<Refusal> = {
  /** Beside person numbers: the name of each person in the log. */
  readonly refs: readonly string[];
  /** The first result and its offers. */
  readonly first: RefillBatch & { readonly holdings: Holdings };
  /** By track number. */
  readonly seats: readonly number[];
  /** Strictly ascending, after the first. */
  readonly batches: readonly RefillBatch[];
  readonly events: readonly SeatEvent[];
  /** From this instant on no seat is given again; null = never. */
  readonly replacementEnds: number | null;
  readonly giveSeats: GiveSeats<Refusal>;
};

export type BatchOutcome = {
  readonly at: number;
  /** Who left since the batch before, by person number. */
  readonly left: readonly { readonly person: number; readonly why: Leaving }[];
  /** Everybody who has left so far. */
  readonly leavers: ReadonlySet<number>;
  readonly holdings: Holdings;
  readonly changes: readonly Change[];
  /** By track number: seats that nobody holds after the batch. */
  readonly vacant: readonly number[];
};

export type BatchRefusal =
  | { readonly reason: "unknown_ref"; readonly ref: string }
  | { readonly reason: "batches_out_of_order"; readonly at: number };

/**
 * The seats after each published batch, from the log of replies alone: its entries count as a set, whatever their order. A
 * decline is final once a batch has run; silence at the deadline is one. Whoever got or changed a seat in a batch has that
 * batch's deadline, also when an earlier seat was accepted. Refuses people whom `refs` does not name, batch times that do not
 * rise, and what `giveSeats` refuses. Source: SELECTION C5.
 */
export function refillInBatches<Refusal>(
  asked: ToRefillInBatches<Refusal>,
): Result<readonly BatchOutcome[], BatchRefusal | Refusal> {
  const refusal = refusalOf(asked);
  if (refusal) return refuse(refusal);
  const events = eventsByPerson(asked);
  const outcomes: BatchOutcome[] = [];
  let { holdings } = asked.first;
  let leavers: ReadonlySet<number> = new Set();
  const offers = new Map<number, SeatOffered>();
  noteOffers({ offers, changes: changesBetween(new Int32Array(0), holdings), batch: asked.first });

  for (const batch of asked.batches) {
    const left = asked.refs.flatMap((_, person) => {
      if (leavers.has(person)) return [];
      const why = leavingBy({ events: events[person] ?? [], offer: offers.get(person) ?? null, at: batch.at });
      return why === null ? [] : [{ person, why }];
    });
    leavers = new Set([...leavers, ...left.map(({ person }) => person)]);
    const ended = asked.replacementEnds !== null && batch.at >= asked.replacementEnds;
    const filled = ended
      ? done(withoutLeavers(holdings, leavers))
      : asked.giveSeats({ at: batch.at, holdings, leavers });
    if (!filled.ok) return filled;
    const changes = changesBetween(holdings, filled.value);
    holdings = filled.value;
    noteOffers({ offers, changes, batch });
    outcomes.push({ at: batch.at, left, leavers, holdings, changes, vacant: vacantIn(asked.seats, holdings) });
  }
  return done(outcomes);
}

function refusalOf({
  refs,
  events,
  first,
  batches,
}: Omit<ToRefillInBatches<unknown>, "giveSeats">): BatchRefusal | null {
  const known = new Set(refs);
  const stranger = events.find(({ ref }) => !known.has(ref));
  if (stranger) return { reason: "unknown_ref", ref: stranger.ref };
  let before = first.at;
  for (const { at } of batches) {
    if (at <= before) return { reason: "batches_out_of_order", at };
    before = at;
  }
  return null;
}

function eventsByPerson({
  refs,
  events,
}: Pick<ToRefillInBatches<unknown>, "refs" | "events">): readonly (readonly SeatEvent[])[] {
  const byRef = groupBy(events, ({ ref }) => ref);
  return refs.map((ref) => byRef.get(ref) ?? []);
}

type Note = {
  readonly offers: Map<number, SeatOffered>;
  readonly changes: readonly Change[];
  readonly batch: RefillBatch;
};

function noteOffers({ offers, changes, batch }: Note): void {
  for (const { person, to } of changes) {
    if (to === noTrack) offers.delete(person);
    else offers.set(person, { offeredAt: batch.at, replyBy: batch.replyBy });
  }
}

function vacantIn(seats: readonly number[], holdings: Holdings): readonly number[] {
  return seats.map((number, track) => Math.max(0, number - holdersOf(holdings, track).length));
}
