import { compareText } from "#app/domain/exact/compare-text.ts";
import type { PassedOver } from "#app/domain/offer/next-reserve.ts";
import { windowOf } from "#app/domain/programme/calendar.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { text, type Language } from "#app/domain/programme/text.ts";
import { firstCall } from "#app/use-cases/open-held-offers.ts";
import { planRefill } from "#app/use-cases/promote-reserves.ts";
import { trackTitle } from "#app/use-cases/programme-message.ts";
import { needsApproval } from "#app/use-cases/seat-context.ts";
import { reads } from "#app/runtime.server.ts";
import type { Cohort } from "#db/queries/cohorts.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { listOffersOfStatus, type Offer } from "#db/queries/offers.ts";
import type { ReservePlaceRow } from "#db/queries/reserve-places.ts";
import { sumSeatAdditions } from "#db/queries/seat-additions.ts";
import { countOffers, listHoldings } from "#db/queries/seat-ledger.ts";

type ToView = { readonly cohort: Cohort; readonly language: Language; readonly now: Date };
type Known = ToView & {
  readonly definition: ProgrammeDefinition;
  readonly places: readonly ReservePlaceRow[];
};

/** Seats by track, who comes next, who is to be told, and the reserve list: for staff only. */
export async function seatsView({ cohort, language, now }: ToView) {
  const definition = await getDefinition(reads, cohort.definitionId);
  const { refill, places } = await planRefill(reads, { cohort, definition, now });
  const known = { cohort, language, now, definition, places };
  const open = await listOffersOfStatus(reads, { cohortId: cohort.id, status: "open" });
  const ends = open.flatMap(({ respondBy }) => (respondBy === null ? [] : [respondBy.getTime()]));
  const { reserve, acceptance } = definition;
  return {
    tracks: await trackViews(known),
    held: await heldViews(known),
    needsApproval: needsApproval(definition),
    tellAt: firstCall(definition, now)?.toISOString() ?? null,
    now: now.toISOString(),
    tie: refill.stillFree.find(({ reason }) => reason === "tie")?.tie ?? [],
    calendar: {
      confirmBy: acceptance.confirmBy,
      fillFrom: windowOf(definition, "reserveFill").start.toISOString(),
      validUntil: reserve.validUntil,
      replyHours: reserve.promotion.replyHours,
      notBefore: reserve.promotion.notBefore,
      nextLapse: ends.length > 0 ? new Date(Math.min(...ends)).toISOString() : null,
    },
    cancelReasons: acceptance.cancelReasons.map((reason, index) => ({
      value: String(index),
      label: text(reason, language),
    })),
    reserves: definition.tracks.map(({ id, title }) => ({
      id,
      title: text(title, language),
      places: places
        .filter(({ trackKey }) => trackKey === id)
        .map(({ applicationId, applicationNumber, name, number, status, acceptOther }) => ({
          applicationId,
          applicationNumber,
          name,
          number,
          status,
          acceptOther: acceptOther === "yes",
        })),
    })),
  };
}
export type SeatsView = Awaited<ReturnType<typeof seatsView>>;
export type TrackView = SeatsView["tracks"][number];
export type HeldView = SeatsView["held"][number];

async function trackViews({ cohort, definition, language, now, places }: Known) {
  const counts = await countOffers(reads, cohort.id);
  const added = await sumSeatAdditions(reads, cohort.id);
  const numberOf = (track: string, status: Offer["status"]) =>
    counts.find((count) => count.trackKey === track && count.status === status)?.offers ?? 0;
  const views = [];
  for (const { id, title, capacity } of definition.tracks) {
    const seats = capacity + (added[id] ?? 0);
    const [accepted, open, held] = [numberOf(id, "accepted"), numberOf(id, "open"), numberOf(id, "held")];
    const free = Math.max(0, seats - accepted - open - held);
    // Where a seat is free already, that one is asked about: a second free seat would hide a tie over the first.
    const { refill } = await planRefill(reads, { cohort, definition, now, ...(free > 0 ? {} : { ifFreeIn: id }) });
    const next = refill.fills.find(({ track }) => track === id);
    views.push({
      id,
      title: text(title, language),
      seats,
      added: added[id] ?? 0,
      accepted,
      open,
      held,
      free,
      waiting: places.filter(({ trackKey, status }) => trackKey === id && status === "waiting").length,
      next: next
        ? { number: next.applicationNo, reserve: next.number, track: trackTitle(definition, next.fromTrack, language) }
        : null,
    });
  }
  return views;
}

type Holding = {
  readonly track: string;
  readonly fromTrack: string;
  readonly number: number;
  readonly how: "own_track" | "other_track";
  readonly passedOver: readonly PassedOver[];
};

async function heldViews({ cohort, definition, language, places }: Known) {
  const held = await listOffersOfStatus(reads, { cohortId: cohort.id, status: "held" });
  const holdings = await listHoldings(reads, { cohortId: cohort.id, offerIds: held.map(({ id }) => id) });
  const views = held.map(({ id, applicationId, trackKey, approvedBy, heldAt }) => {
    const place = places.find((each) => each.applicationId === applicationId);
    const written = holdings.get(id);
    const holding = written === undefined ? null : (JSON.parse(written) as Holding);
    return {
      id,
      applicationId,
      number: place?.applicationNumber ?? "",
      name: place?.name ?? "",
      reserve: place?.number ?? 0,
      track: trackTitle(definition, trackKey, language),
      heldAt: heldAt.toISOString(),
      isApproved: approvedBy !== null,
      why: holding && {
        how: holding.how,
        from: trackTitle(definition, holding.fromTrack, language),
        passedOver: holding.passedOver,
      },
    };
  });
  return views.toSorted((left, right) => compareText(left.track, right.track) || left.reserve - right.reserve);
}
