import type { RefillBatch, RefilledSeat } from "#app/domain/proof/record/record.ts";

/**
 * Somebody gave up a seat or a place on the reserve list, a seat was added, or one was held for somebody from the list. Oldest
 * first; where people leave and seats are held at one instant, leaving stands first.
 */
export type SeatEvent = { readonly at: string } & (
  | { readonly kind: "left"; readonly applicationNo: string }
  | { readonly kind: "seats_added"; readonly track: string; readonly seats: number }
  | {
      readonly kind: "held";
      readonly applicationNo: string;
      readonly track: string;
      readonly fromTrack: string;
      readonly number: number;
    }
);

/**
 * The events as batches: who had left and which seats had been added when, at one instant, seats were held for others. Who
 * left after the last refill makes a last batch that adds nobody. Refs are application numbers. Source: SELECTION C5, F.
 */
export function refillBatches(events: readonly SeatEvent[]): readonly RefillBatch[] {
  const batches: RefillBatch[] = [];
  let open = emptyBatch();
  let heldAt: string | null = null;
  for (const event of events) {
    if (heldAt !== null && (event.kind !== "held" || event.at !== heldAt)) {
      batches.push(open);
      open = emptyBatch();
      heldAt = null;
    }
    if (event.kind === "left") open.leavers.push(event.applicationNo);
    else if (event.kind === "seats_added") open.seatsAdded.push({ track: event.track, seats: event.seats });
    else {
      const { applicationNo: ref, track, fromTrack, number } = event;
      open.added.push({ ref, track, fromTrack, number });
      heldAt = event.at;
    }
  }
  const isEmpty = open.leavers.length + open.seatsAdded.length + open.added.length === 0;
  return isEmpty ? batches : [...batches, open];
}

type OpenBatch = { leavers: string[]; seatsAdded: { track: string; seats: number }[]; added: RefilledSeat[] };

function emptyBatch(): OpenBatch {
  return { leavers: [], seatsAdded: [], added: [] };
}
