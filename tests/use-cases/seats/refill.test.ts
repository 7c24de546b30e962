import { expect, test } from "vitest";
import { systemActor } from "#app/domain/access/actor.ts";
import { windowOf } from "#app/domain/programme/calendar.ts";
import { acceptOffer } from "#app/use-cases/accept-offer.ts";
import { approveOffer } from "#app/use-cases/approve-offer.ts";
import { declineOffer } from "#app/use-cases/decline-offer.ts";
import { endReserveList } from "#app/use-cases/end-reserve-list.ts";
import { lapseOffers } from "#app/use-cases/lapse-offers.ts";
import { openHeldOffers } from "#app/use-cases/open-held-offers.ts";
import { settleReplyDeadlines } from "#app/use-cases/settle-reply-deadlines.ts";
import { workOnSeats } from "#app/use-cases/work-on-seats.ts";
import { insertSeatAddition } from "#db/queries/seat-additions.ts";
import { aPublishedCohort, type PersonWish } from "#tests/factories/published-cohort.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { events, hours, markOfferSent, messages, offerOf, offers, statuses } from "./seats.ts";

const chain: readonly PersonWish[] = [
  { standing: "selected", track: "game" },
  { standing: "reserve", track: "game" },
  { standing: "reserve", track: "game" },
];

/** One seat in games that its holder has declined; the first reserve's is held. */
async function aHeldSeat() {
  const db = await freshDatabase();
  const cohort = await aPublishedCohort(db, { seats: { game: 1 }, people: chain });
  const [ada, grace, mary] = cohort.people;
  const now = hours(cohort.publishedAt, 1);
  await declineOffer(db, ada!.applicant, { offerId: ada!.offerId!, arrivedAt: now, now });
  const fillStart = windowOf(cohort.definition, "reserveFill").start;
  return { db, cohort, grace: grace!, mary: mary!, now, fillStart };
}

test("approved before the time of filling, the seat is told when that begins, and not twice", async () => {
  const { db, cohort, now, fillStart } = await aHeldSeat();
  const { cohortId, administrator } = cohort;

  expect(await approveOffer(db, administrator, { cohortId, offerId: null, now })).toEqual({
    ok: true,
    value: { approved: 1, opened: 0 },
  });
  await openHeldOffers(db, systemActor, { cohortId, now: new Date(fillStart.getTime() - 1) });
  expect(await messages(db)).toEqual(["declined"]);

  await openHeldOffers(db, systemActor, { cohortId, now: fillStart });
  await openHeldOffers(db, systemActor, { cohortId, now: fillStart });
  expect(await messages(db)).toEqual(["declined", "reserve_promoted"]);
  expect(await statuses(db, cohort)).toEqual(["declined", "offered", "reserved"]);
});

test("nobody is told before the morning hour of a later day either", async () => {
  const { db, cohort, fillStart } = await aHeldSeat();
  const { cohortId, administrator } = cohort;
  const night = hours(fillStart, 23);
  const answer = await approveOffer(db, administrator, { cohortId, offerId: null, now: night });
  expect(answer).toEqual({ ok: true, value: { approved: 1, opened: 0 } });
});

test("without approval the worker tells nobody, and it cannot approve by itself", async () => {
  const { db, cohort, fillStart } = await aHeldSeat();
  const { cohortId } = cohort;
  expect(await openHeldOffers(db, systemActor, { cohortId, now: fillStart })).toEqual({
    ok: true,
    value: { opened: 0 },
  });
  expect(await approveOffer(db, systemActor, { cohortId, offerId: null, now: fillStart })).toEqual({
    ok: false,
    refusal: "not-yours",
  });
});

test("a definition that asks for no approval lets the worker tell the next person", async () => {
  const db = await freshDatabase();
  const cohort = await aPublishedCohort(db, {
    seats: { game: 1 },
    people: chain,
    edit: (definition) => ({
      ...definition,
      notifications: definition.notifications.map((each) => ({ ...each, requiresApproval: false })),
    }),
  });
  const [ada] = cohort.people;
  const fillStart = windowOf(cohort.definition, "reserveFill").start;
  await declineOffer(db, ada!.applicant, {
    offerId: ada!.offerId!,
    arrivedAt: cohort.publishedAt,
    now: cohort.publishedAt,
  });
  await workOnSeats(db, fillStart);
  expect(await offers(db, cohort)).toEqual(["1:game:declined", "2:game:open"]);
});

test("the message names seat, number and deadline; the hours run from the first message that was accepted", async () => {
  const { db, cohort, grace, fillStart } = await aHeldSeat();
  const { cohortId, administrator } = cohort;
  await approveOffer(db, administrator, { cohortId, offerId: null, now: fillStart });
  const offer = await offerOf(db, grace.applicationId);
  const told = await db
    .selectFrom("outbox")
    .select("payload")
    .where("kind", "=", "reserve_promoted")
    .executeTakeFirstOrThrow();
  expect(offer.respondBy).toBe(hours(fillStart, 24).toISOString());
  expect(JSON.parse(told.payload).variables).toMatchObject({ trackName: "게임", reserveNo: "1" });

  await markOfferSent(db, offer.id, hours(fillStart, 3));
  expect(await settleReplyDeadlines(db, hours(fillStart, 4))).toEqual({ settled: 1 });
  expect(await settleReplyDeadlines(db, hours(fillStart, 5))).toEqual({ settled: 0 });
  expect((await offerOf(db, grace.applicationId)).respondBy).toBe(hours(fillStart, 27).toISOString());
});

test("while no channel accepted the message nobody's time runs out, and the seat can be accepted", async () => {
  const { db, cohort, grace, fillStart } = await aHeldSeat();
  const { cohortId, administrator } = cohort;
  await approveOffer(db, administrator, { cohortId, offerId: null, now: fillStart });
  const now = hours(fillStart, 30);

  expect(await lapseOffers(db, systemActor, { cohortId, now })).toEqual({ ok: true, value: { lapsed: 0, held: 0 } });
  const { id: offerId } = await offerOf(db, grace.applicationId);
  expect((await acceptOffer(db, grace.applicant, { offerId, pledged: true, arrivedAt: now, now })).ok).toBe(true);
});

test("a reserve who keeps silent lapses and the next is held, as often as needed", async () => {
  const { db, cohort, grace, fillStart } = await aHeldSeat();
  const { cohortId, administrator } = cohort;
  await approveOffer(db, administrator, { cohortId, offerId: null, now: fillStart });
  await markOfferSent(db, (await offerOf(db, grace.applicationId)).id, fillStart);

  await lapseOffers(db, systemActor, { cohortId, now: hours(fillStart, 25) });

  expect(await offers(db, cohort)).toEqual(["1:game:declined", "2:game:lapsed", "3:game:held"]);
  expect(await statuses(db, cohort)).toEqual(["declined", "lapsed", "reserved"]);
});

test("when the list ends everybody who waited is told once, and a seat still held stays empty with the reason", async () => {
  const { db, cohort } = await aHeldSeat();
  const { cohortId, validUntil } = cohort;

  expect(await endReserveList(db, systemActor, { cohortId, now: new Date(validUntil.getTime() - 1) })).toEqual({
    ok: true,
    value: { ended: 0 },
  });
  expect(await endReserveList(db, systemActor, { cohortId, now: validUntil })).toEqual({
    ok: true,
    value: { ended: 2 },
  });
  expect(await endReserveList(db, systemActor, { cohortId, now: validUntil })).toEqual({
    ok: true,
    value: { ended: 0 },
  });

  expect(await statuses(db, cohort)).toEqual(["declined", "not_selected", "not_selected"]);
  expect(await offers(db, cohort)).toEqual(["1:game:declined", "2:game:lapsed"]);
  expect(await messages(db)).toEqual(["declined", "reserve_list_ended", "reserve_list_ended"]);
  const [entry] = await db.selectFrom("auditEntry").select("payload").where("event", "=", "seat-unfilled").execute();
  expect(JSON.parse(entry!.payload!)).toEqual({ seats: 1, reason: "reserve_list_ended" });
});

test("a seat freed after the end of the list calls nobody", async () => {
  const db = await freshDatabase();
  const cohort = await aPublishedCohort(db, { seats: { game: 1 }, people: chain });
  const [ada] = cohort.people;
  const [at, after] = [cohort.publishedAt, hours(cohort.validUntil, 1)];
  await acceptOffer(db, ada!.applicant, { offerId: ada!.offerId!, pledged: true, arrivedAt: at, now: at });
  await declineOffer(db, ada!.applicant, { offerId: ada!.offerId!, arrivedAt: after, now: after });
  expect(await offers(db, cohort)).toEqual(["1:game:declined"]);
  expect(await events(db)).toEqual(["offer-accepted", "offer-given-up", "seat-unfilled"]);
});

test("a list that is used up takes people from another track who said yes, those who named it first", async () => {
  const db = await freshDatabase();
  const cohort = await aPublishedCohort(db, {
    seats: { game: 1, webtoon: 1 },
    people: [
      { standing: "selected", track: "game" },
      { standing: "selected", track: "webtoon" },
      { standing: "reserve", track: "webtoon", acceptOther: "no" },
      { standing: "reserve", track: "webtoon", acceptOther: "yes" },
      { standing: "reserve", track: "webtoon", acceptOther: "yes", secondTrack: "game" },
    ],
  });
  const [ada] = cohort.people;
  const now = hours(cohort.publishedAt, 1);
  await declineOffer(db, ada!.applicant, { offerId: ada!.offerId!, arrivedAt: now, now });

  expect(await offers(db, cohort)).toEqual(["1:game:declined", "2:webtoon:open", "5:game:held"]);
  const held = await db
    .selectFrom("offer")
    .select("choiceOrder")
    .where("status", "=", "held")
    .executeTakeFirstOrThrow();
  expect(held.choiceOrder).toBe(2);
  const entry = await db
    .selectFrom("auditEntry")
    .select("payload")
    .where("event", "=", "reserve-held")
    .executeTakeFirstOrThrow();
  const { applicationNumber } = cohort.people[2]!;
  expect(JSON.parse(entry.payload!).passedOver[0]).toEqual({
    applicationNo: applicationNumber,
    reason: "does_not_accept_other_tracks",
  });
});

test("a seat that the committee added is held for the next by the worker, and no other", async () => {
  const db = await freshDatabase();
  const selected = Array.from({ length: 7 }, () => ({ standing: "selected", track: "game" }) as const);
  const people = [...selected, ...chain.slice(1)];
  const cohort = await aPublishedCohort(db, { seats: { game: 7 }, people });
  const { cohortId, publishedAt: now } = cohort;
  await workOnSeats(db, now);
  expect(await offers(db, cohort)).toHaveLength(7);

  const seats = { cohortId, trackKey: "game", minuteNumber: "1", reason: "자리 추가", decidedBy: null, now };
  await insertSeatAddition(db, { ...seats, seats: 1 });
  await workOnSeats(db, now);
  expect((await offers(db, cohort)).slice(7)).toEqual(["8:game:held"]);
});
