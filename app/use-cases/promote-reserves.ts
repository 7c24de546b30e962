import type { Actor } from "#app/domain/access/actor.ts";
import { nextReserves, type Fill, type Refill, type ReservePlace } from "#app/domain/offer/next-reserve.ts";
import { seatsOf } from "#app/domain/selection/rule-from-definition.ts";
import type { Db, Trx } from "#db/connect.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { savePhase } from "#db/queries/cohorts.ts";
import { insertOffers, listUnreplacedOffers } from "#db/queries/offers.ts";
import { listReservePlaces, savePlaceStatus, type ReservePlaceRow } from "#db/queries/reserve-places.ts";
import { sumSeatAdditions } from "#db/queries/seat-additions.ts";
import { countOffers, liveOffersByTrack } from "#db/queries/seat-ledger.ts";
import { listTieDecisions } from "#db/queries/tie-decisions.ts";
import { reportRefillShare } from "./report-refill-share.ts";
import { seatsMove, type SeatCohort } from "./seat-context.ts";

export type RefillPlan = { readonly refill: Refill; readonly places: readonly ReservePlaceRow[] };

type ToPlan = SeatCohort & {
  readonly now: Date;
  /** Pretends that one more seat of this track were free: who would be next? */
  readonly ifFreeIn?: string;
};

/** Who gets the seats that are free now; reads only. Nobody once the list has ended. */
export async function planRefill(db: Db, { cohort, definition, now, ifFreeIn }: ToPlan): Promise<RefillPlan> {
  const places = await listReservePlaces(db, cohort.id);
  const tracks = seatsOf(definition, await sumSeatAdditions(db, cohort.id));
  if (!tracks.ok) throw new Error(`seats of cohort ${cohort.id}: ${tracks.refusal.reason}`);
  const live = liveOffersByTrack(await countOffers(db, cohort.id));
  const ended = now >= new Date(definition.reserve.validUntil) || !seatsMove(cohort);
  const refill = nextReserves({
    tracks: tracks.value,
    liveOffers: ifFreeIn ? { ...live, [ifFreeIn]: (live[ifFreeIn] ?? 0) - 1 } : live,
    places: ended ? [] : places.map(toPlace),
    crossTrack: definition.reserve.crossTrack.allowed,
    tieDecisions: (await listTieDecisions(db, cohort.id)).map(({ numbers }) => numbers),
  });
  return { refill, places };
}

type ToPromote = SeatCohort & {
  readonly now: Date;
  /** Tracks in which a seat fell free just now: if it stays empty, the record says why. */
  readonly freedIn: readonly string[];
};

/** Holds every free seat for whom the refill rule names, inside the transaction that freed it and holds the lock. */
export async function promoteReserves(trx: Trx, actor: Actor, { freedIn, ...seats }: ToPromote): Promise<Refill> {
  const { cohort, now } = seats;
  const { refill, places } = await planRefill(trx, seats);
  const freed = refill.fills.length > 0 ? [...(await listUnreplacedOffers(trx, cohort.id))] : [];
  for (const fill of refill.fills) {
    const place = places.find(({ applicationNumber }) => applicationNumber === fill.applicationNo);
    if (!place) throw new Error(`no reserve place of ${fill.applicationNo}`);
    const index = freed.findIndex(({ trackKey }) => trackKey === fill.track);
    const [replaced] = index < 0 ? [] : freed.splice(index, 1);
    await holdSeat(trx, actor, { cohortId: cohort.id, fill, place, replacesOfferId: replaced?.id ?? null, now });
  }
  if (refill.fills.length > 0 && cohort.phase === "published") {
    await savePhase(trx, { cohortId: cohort.id, phase: "filling", now });
  }
  if (refill.fills.length > 0) await reportRefillShare(trx, actor, { ...seats, now });
  const ended = now >= new Date(seats.definition.reserve.validUntil);
  for (const { track, seats: free, reason } of refill.stillFree.filter(({ track: id }) => freedIn.includes(id))) {
    await recordEvent(trx, {
      event: "seat-unfilled",
      actor,
      cohortId: cohort.id,
      subjectKind: "track",
      subjectId: track,
      payload: { seats: free, reason: ended ? "reserve_list_ended" : reason },
      now,
    });
  }
  return refill;
}

type ToHold = {
  readonly cohortId: string;
  readonly fill: Fill;
  readonly place: ReservePlaceRow;
  readonly replacesOfferId: string | null;
  readonly now: Date;
};

async function holdSeat(trx: Trx, actor: Actor, { cohortId, fill, place, replacesOfferId, now }: ToHold) {
  const choice = choicesOf(place).indexOf(fill.track);
  const [offerId = ""] = await insertOffers(trx, [
    {
      cohortId,
      applicationId: place.applicationId,
      trackKey: fill.track,
      choiceOrder: choice < 0 ? null : choice + 1,
      status: "held",
      origin: "reserve",
      replacesOfferId,
      heldAt: now,
      approvedBy: null,
      openedAt: null,
      respondBy: null,
    },
  ]);
  await savePlaceStatus(trx, { id: place.id, status: "promoted", endedAt: now });
  const { track, fromTrack, number, how } = fill;
  await recordEvent(trx, {
    event: "reserve-held",
    actor,
    cohortId,
    subjectKind: "offer",
    subjectId: offerId,
    payload: {
      track,
      fromTrack,
      number,
      how,
      passedOver: fill.passedOver.map((each) => ({ ...each })),
      replacesOfferId,
    },
    now,
  });
}

function toPlace(row: ReservePlaceRow): ReservePlace {
  const { applicationNumber: applicationNo, trackKey: track, number, meritRank, acceptOther } = row;
  return {
    applicationNo,
    track,
    number,
    meritRank,
    choices: choicesOf(row),
    acceptOther: acceptOther === "yes",
    status: statusOf(row),
  };
}

/** Who withdrew or was excluded has left the list, whatever the place itself says. */
function statusOf({ status, applicationStatus }: ReservePlaceRow): ReservePlace["status"] {
  if (status === "promoted") return "called";
  return status === "waiting" && applicationStatus === "reserved" ? "waiting" : "left";
}

function choicesOf({ firstChoice, secondChoice }: Pick<ReservePlaceRow, "firstChoice" | "secondChoice">) {
  return [firstChoice, secondChoice].filter((choice): choice is string => choice !== null && choice !== "");
}
