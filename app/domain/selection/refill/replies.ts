/** One entry of the log. `at` is an instant as a number, in any unit that the whole log and the batch times share. */
export type SeatEvent = {
  readonly ref: string;
  readonly kind: "decline" | "accept" | "no_show";
  readonly at: number;
  /** Who entered it; for the record only. */
  readonly actor: string;
};

/** A seat offered at `offeredAt`, to be accepted before `replyBy`. */
export type SeatOffered = { readonly offeredAt: number; readonly replyBy: number };

export type Leaving = "declined" | "no_show" | "silent";

type ToRead = {
  /** The person's own events, in any order. */
  readonly events: readonly SeatEvent[];
  /** The seat they hold; null for people who wait. */
  readonly offer: SeatOffered | null;
  /** The batch's time: later events do not exist yet. */
  readonly at: number;
};

/**
 * Whether a person has left when a batch runs, and how; null while they have not. The last word until the batch counts; of two
 * at the same instant, the one that leaves. An acceptance counts for the seat held now, from its offer until before its
 * deadline (what arrives at the deadline is late); a deadline that has passed without one is a decline. Source: SELECTION C5.
 */
export function leavingBy({ events, offer, at }: ToRead): Leaving | null {
  const counted = events.filter((event) => event.at <= at && (event.kind !== "accept" || isInTime(event, offer)));
  const last = Math.max(...counted.map((event) => event.at));
  const kinds = new Set(counted.filter((event) => event.at === last).map(({ kind }) => kind));
  if (kinds.has("no_show")) return "no_show";
  if (kinds.has("decline")) return "declined";
  if (kinds.has("accept") || !offer) return null;
  return offer.replyBy <= at ? "silent" : null;
}

function isInTime({ at }: SeatEvent, offer: SeatOffered | null): boolean {
  return offer !== null && offer.offeredAt <= at && at < offer.replyBy;
}
