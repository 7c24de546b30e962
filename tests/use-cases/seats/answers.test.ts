import { expect, test } from "vitest";
import { systemActor } from "#app/domain/access/actor.ts";
import { acceptOffer } from "#app/use-cases/accept-offer.ts";
import { cancelOffer } from "#app/use-cases/cancel-offer.ts";
import { declineOffer } from "#app/use-cases/decline-offer.ts";
import { lapseOffers } from "#app/use-cases/lapse-offers.ts";
import { leaveReserveList } from "#app/use-cases/leave-reserve-list.ts";
import { openHeldOffers } from "#app/use-cases/open-held-offers.ts";
import { verifyChain } from "#db/queries/audit-log.ts";
import { aPublishedCohort } from "#tests/factories/published-cohort.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { anApplicant } from "#tests/factories/cohort.ts";
import { events, hours, messages, offers, statuses } from "./seats.ts";

const oneSeat = {
  seats: { game: 1 },
  people: [
    { standing: "selected", track: "game" },
    { standing: "reserve", track: "game" },
    { standing: "reserve", track: "game" },
  ],
} as const;

async function aCohortWithOneSeat() {
  const db = await freshDatabase();
  const cohort = await aPublishedCohort(db, oneSeat);
  const [ada, grace, mary] = cohort.people;
  return { db, cohort, ada: ada!, grace: grace!, mary: mary!, offerId: ada!.offerId! };
}

test("accepting in time with the pledge confirms the seat and says so", async () => {
  const { db, cohort, ada, offerId } = await aCohortWithOneSeat();
  const arrivedAt = new Date(cohort.respondBy.getTime() - 1);

  expect((await acceptOffer(db, ada.applicant, { offerId, pledged: true, arrivedAt, now: cohort.respondBy })).ok).toBe(
    true,
  );

  expect(await statuses(db, cohort)).toEqual(["accepted", "reserved", "reserved"]);
  expect(await messages(db)).toEqual(["confirmed"]);
  expect(await events(db)).toEqual(["offer-accepted"]);
});

test("what arrives at the deadline's own instant is late, and nothing is changed", async () => {
  const { db, cohort, ada, offerId } = await aCohortWithOneSeat();
  const late = { offerId, arrivedAt: cohort.respondBy, now: cohort.respondBy };

  expect(await acceptOffer(db, ada.applicant, { ...late, pledged: true })).toEqual({
    ok: false,
    refusal: "deadline_passed",
  });
  expect(await declineOffer(db, ada.applicant, late)).toEqual({ ok: false, refusal: "deadline_passed" });

  expect(await statuses(db, cohort)).toEqual(["offered", "reserved", "reserved"]);
  expect(await messages(db)).toEqual([]);
});

test("the pledge that the definition asks for must be given", async () => {
  const { db, cohort, ada, offerId } = await aCohortWithOneSeat();
  const now = cohort.publishedAt;
  const answer = await acceptOffer(db, ada.applicant, { offerId, pledged: false, arrivedAt: now, now });
  expect(answer).toEqual({ ok: false, refusal: "pledge-missing" });
});

test("nobody answers for somebody else, staff neither", async () => {
  const { db, cohort, offerId } = await aCohortWithOneSeat();
  const now = cohort.publishedAt;
  for (const actor of [await anApplicant(db), cohort.administrator, systemActor]) {
    expect(await acceptOffer(db, actor, { offerId, pledged: true, arrivedAt: now, now })).toEqual({
      ok: false,
      refusal: "not-yours",
    });
    expect(await declineOffer(db, actor, { offerId, arrivedAt: now, now })).toEqual({
      ok: false,
      refusal: "not-yours",
    });
  }
});

test("declining holds the seat for the first reserve at once, who is not told before somebody approves", async () => {
  const { db, cohort, ada, offerId } = await aCohortWithOneSeat();
  const now = hours(cohort.publishedAt, 1);

  await declineOffer(db, ada.applicant, { offerId, arrivedAt: now, now });

  expect(await statuses(db, cohort)).toEqual(["declined", "reserved", "reserved"]);
  expect(await offers(db, cohort)).toEqual(["1:game:declined", "2:game:held"]);
  expect(await messages(db)).toEqual(["declined"]);
  expect(await events(db)).toEqual(["offer-declined", "reserve-held"]);
  const held = await db
    .selectFrom("offer")
    .select(["replacesOfferId", "origin"])
    .where("status", "=", "held")
    .execute();
  expect(held).toEqual([{ replacesOfferId: offerId, origin: "reserve" }]);
  expect((await verifyChain(db, cohort.cohortId)).brokenAt).toBeNull();
});

test("a decline is final", async () => {
  const { db, cohort, ada, offerId } = await aCohortWithOneSeat();
  const now = hours(cohort.publishedAt, 1);
  await declineOffer(db, ada.applicant, { offerId, arrivedAt: now, now });
  const again = await acceptOffer(db, ada.applicant, { offerId, pledged: true, arrivedAt: now, now });
  expect(again).toEqual({ ok: false, refusal: "already_answered" });
});

test("an accepted seat can be given up later and goes on to the next", async () => {
  const { db, cohort, ada, offerId } = await aCohortWithOneSeat();
  const now = hours(cohort.publishedAt, 1);
  const later = hours(cohort.respondBy, 48);
  await acceptOffer(db, ada.applicant, { offerId, pledged: true, arrivedAt: now, now });

  expect((await declineOffer(db, ada.applicant, { offerId, arrivedAt: later, now: later })).ok).toBe(true);

  expect(await offers(db, cohort)).toEqual(["1:game:declined", "2:game:held"]);
  expect(await events(db)).toEqual(["offer-accepted", "offer-given-up", "reserve-held"]);
});

test("silence lapses: the person reads that the seat lapsed, not that they declined", async () => {
  const { db, cohort } = await aCohortWithOneSeat();
  const { cohortId, respondBy } = cohort;

  expect(await lapseOffers(db, systemActor, { cohortId, now: respondBy })).toEqual({
    ok: true,
    value: { lapsed: 0, held: 0 },
  });
  const now = hours(respondBy, 1);
  expect(await lapseOffers(db, systemActor, { cohortId, now })).toEqual({ ok: true, value: { lapsed: 1, held: 1 } });
  expect(await lapseOffers(db, systemActor, { cohortId, now })).toEqual({ ok: true, value: { lapsed: 0, held: 0 } });

  expect(await statuses(db, cohort)).toEqual(["lapsed", "reserved", "reserved"]);
  expect(await offers(db, cohort)).toEqual(["1:game:lapsed", "2:game:held"]);
  expect(await messages(db)).toEqual(["seat_lapsed"]);
});

test("an answer that arrived in time counts although it is stored after the deadline", async () => {
  const { db, cohort, ada, offerId } = await aCohortWithOneSeat();
  const { cohortId, respondBy } = cohort;
  const now = new Date(respondBy.getTime() + 5_000);
  await lapseOffers(db, systemActor, { cohortId, now });
  const arrivedAt = new Date(respondBy.getTime() - 1);
  expect((await acceptOffer(db, ada.applicant, { offerId, pledged: true, arrivedAt, now })).ok).toBe(true);
});

test("staff take a seat back only for a reason of the definition, and the person reads it", async () => {
  const { db, cohort, ada, offerId } = await aCohortWithOneSeat();
  const { cohortId, administrator } = cohort;
  const now = hours(cohort.publishedAt, 1);

  expect(await cancelOffer(db, administrator, { cohortId, offerId, reason: 99, now })).toEqual({
    ok: false,
    refusal: "reason-unknown",
  });
  expect(await cancelOffer(db, ada.applicant, { cohortId, offerId, reason: 0, now })).toEqual({
    ok: false,
    refusal: "not-yours",
  });
  expect((await cancelOffer(db, administrator, { cohortId, offerId, reason: 1, now })).ok).toBe(true);

  expect(await statuses(db, cohort)).toEqual(["cancelled", "reserved", "reserved"]);
  expect(await offers(db, cohort)).toEqual(["1:game:cancelled", "2:game:held"]);
  const told = await db.selectFrom("outbox").select(["kind", "payload"]).executeTakeFirstOrThrow();
  expect(told.kind).toBe("seat_cancelled");
  expect(JSON.parse(told.payload)).toMatchObject({ reason: "자격 미달 확인", variables: { trackName: "게임" } });
});

test("who leaves the list is passed over, also when a seat is already held for them unknown to them", async () => {
  const { db, cohort, ada, grace, offerId } = await aCohortWithOneSeat();
  const now = hours(cohort.publishedAt, 1);
  await declineOffer(db, ada.applicant, { offerId, arrivedAt: now, now });

  expect((await leaveReserveList(db, grace.applicant, { applicationId: grace.applicationId, now })).ok).toBe(true);

  expect(await statuses(db, cohort)).toEqual(["declined", "withdrawn", "reserved"]);
  expect(await offers(db, cohort)).toEqual(["1:game:declined", "2:game:cancelled", "3:game:held"]);
  expect(await leaveReserveList(db, grace.applicant, { applicationId: grace.applicationId, now })).toEqual({
    ok: false,
    refusal: "not-on-the-list",
  });
});

test("a seat held for somebody who was excluded meanwhile goes to the next", async () => {
  const { db, cohort, ada, grace, offerId } = await aCohortWithOneSeat();
  const { cohortId } = cohort;
  const now = hours(cohort.publishedAt, 1);
  await declineOffer(db, ada.applicant, { offerId, arrivedAt: now, now });
  await db.updateTable("application").set({ status: "excluded" }).where("id", "=", grace.applicationId).execute();

  await openHeldOffers(db, systemActor, { cohortId, now });

  expect(await offers(db, cohort)).toEqual(["1:game:declined", "2:game:cancelled", "3:game:held"]);
});

test("when nobody is left the record says why the seat stays empty", async () => {
  const db = await freshDatabase();
  const cohort = await aPublishedCohort(db, { seats: { game: 1 }, people: [{ standing: "selected", track: "game" }] });
  const [ada] = cohort.people;
  const now = hours(cohort.publishedAt, 1);
  await declineOffer(db, ada!.applicant, { offerId: ada!.offerId!, arrivedAt: now, now });
  const entry = await db
    .selectFrom("auditEntry")
    .selectAll()
    .where("event", "=", "seat-unfilled")
    .executeTakeFirstOrThrow();
  expect(entry.subjectId).toBe("game");
  expect(JSON.parse(entry.payload!)).toEqual({ seats: 1, reason: "reserve_list_exhausted" });
});
