import { describe, expect, test } from "vitest";
import { systemActor } from "#app/domain/access/actor.ts";
import { windowOf } from "#app/domain/programme/calendar.ts";
import { acceptOffer } from "#app/use-cases/accept-offer.ts";
import { approveOffer } from "#app/use-cases/approve-offer.ts";
import { cancelOffer } from "#app/use-cases/cancel-offer.ts";
import { decideAppeal } from "#app/use-cases/decide-appeal.ts";
import { declineOffer } from "#app/use-cases/decline-offer.ts";
import { fileAppeal } from "#app/use-cases/file-appeal.ts";
import { lapseOffers } from "#app/use-cases/lapse-offers.ts";
import { workOnSeats } from "#app/use-cases/work-on-seats.ts";
import { memoryStore } from "#tests/factories/files.ts";
import { aPublishedCohort } from "#tests/factories/published-cohort.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { events, hours, markOfferSent, messages, offerOf, offers, statuses } from "#tests/use-cases/seats/seats.ts";

async function aCohortWithOneSeat() {
  const db = await freshDatabase();
  const cohort = await aPublishedCohort(db, {
    seats: { game: 1 },
    people: [
      { standing: "selected", track: "game" },
      { standing: "reserve", track: "game" },
      { standing: "reserve", track: "game" },
    ],
  });
  const [first, second, third] = cohort.people;
  const fillStart = windowOf(cohort.definition, "reserveFill").start;
  return { db, cohort, first: first!, second: second!, third: third!, offerId: first!.offerId!, fillStart };
}

/** The seat was declined and is offered to the first reserve. */
async function aPromotedReserve() {
  const made = await aCohortWithOneSeat();
  const { db, cohort, first, second, offerId, fillStart } = made;
  const { cohortId, administrator, publishedAt } = cohort;
  await declineOffer(db, first.applicant, { offerId, arrivedAt: publishedAt, now: publishedAt });
  const told = await approveOffer(db, administrator, { cohortId, offerId: null, now: fillStart });
  expect(told).toEqual({ ok: true, value: { approved: 1, opened: 1 } });
  return { ...made, promotedId: (await offerOf(db, second.applicationId)).id };
}

describe("KOREA 7.8: the reserve list", () => {
  test("reserve number 1 whom no message reaches loses no time; told and silent, the seat goes to number 2", async () => {
    const { db, cohort, promotedId, fillStart } = await aPromotedReserve();
    const { cohortId } = cohort;
    await lapseOffers(db, systemActor, { cohortId, now: hours(fillStart, 25) });
    expect(await offers(db, cohort)).toEqual(["1:game:declined", "2:game:open"]);

    await markOfferSent(db, promotedId, hours(fillStart, 3));
    await workOnSeats(db, hours(fillStart, 26));
    expect(await offers(db, cohort)).toEqual(["1:game:declined", "2:game:open"]);
    await workOnSeats(db, hours(fillStart, 28));
    expect(await offers(db, cohort)).toEqual(["1:game:declined", "2:game:lapsed", "3:game:held"]);
  });

  test("number 1 who declines after the promotion hands the seat on and does not come back", async () => {
    const { db, cohort, second, promotedId, fillStart } = await aPromotedReserve();
    const at = { arrivedAt: hours(fillStart, 1), now: hours(fillStart, 1) };
    expect((await declineOffer(db, second.applicant, { offerId: promotedId, ...at })).ok).toBe(true);
    expect(await offers(db, cohort)).toEqual(["1:game:declined", "2:game:declined", "3:game:held"]);
    const again = await acceptOffer(db, second.applicant, { offerId: promotedId, pledged: true, ...at });
    expect(again).toEqual({ ok: false, refusal: "already_answered" });
  });

  test("two places free at once go each to the first reserve of its own track", async () => {
    const db = await freshDatabase();
    const cohort = await aPublishedCohort(db, {
      seats: { game: 1, webtoon: 1 },
      people: [
        { standing: "selected", track: "game" },
        { standing: "selected", track: "webtoon" },
        { standing: "reserve", track: "webtoon", secondTrack: "game", acceptOther: "yes" },
        { standing: "reserve", track: "game", secondTrack: "webtoon", acceptOther: "yes" },
        { standing: "reserve", track: "game" },
      ],
    });
    const now = hours(cohort.respondBy, 1);
    const answer = await lapseOffers(db, systemActor, { cohortId: cohort.cohortId, now });
    expect(answer).toEqual({ ok: true, value: { lapsed: 2, held: 2 } });
    expect(await offers(db, cohort)).toEqual(["1:game:lapsed", "2:webtoon:lapsed", "3:webtoon:held", "4:game:held"]);
  });

  test("nobody is promoted after the list's validity, not by an administrator either", async () => {
    const { db, cohort, first, offerId } = await aCohortWithOneSeat();
    const { cohortId, administrator, publishedAt, validUntil } = cohort;
    await declineOffer(db, first.applicant, { offerId, arrivedAt: publishedAt, now: publishedAt });
    const approved = await approveOffer(db, administrator, { cohortId, offerId: null, now: validUntil });
    expect(approved).toMatchObject({ value: { opened: 0 } });
    expect(await messages(db)).toEqual(["declined"]);

    await workOnSeats(db, validUntil);
    expect(await offers(db, cohort)).toEqual(["1:game:declined", "2:game:lapsed"]);
    expect(await statuses(db, cohort)).toEqual(["declined", "not_selected", "not_selected"]);
    const again = await approveOffer(db, administrator, { cohortId, offerId: null, now: hours(validUntil, 1) });
    expect(again).toEqual({ ok: false, refusal: "nothing-to-approve" });
  });

  test("who confirms one minute late has lost the seat, and the next reserve holds it", async () => {
    const { db, cohort, first, offerId } = await aCohortWithOneSeat();
    const arrivedAt = new Date(cohort.respondBy.getTime() + 60_000);
    const late = await acceptOffer(db, first.applicant, { offerId, pledged: true, arrivedAt, now: arrivedAt });
    expect(late).toEqual({ ok: false, refusal: "deadline_passed" });
    await lapseOffers(db, systemActor, { cohortId: cohort.cohortId, now: hours(arrivedAt, 1) });
    expect(await offers(db, cohort)).toEqual(["1:game:lapsed", "2:game:held"]);
  });
});

describe("KOREA 7.9: cancelled, and upheld after the places are full", () => {
  test("a seat accepted and then taken back for the documents goes to the first reserve, and both acts are kept", async () => {
    const { db, cohort, first, offerId } = await aCohortWithOneSeat();
    const { cohortId, administrator, definition } = cohort;
    const now = hours(cohort.publishedAt, 1);
    await acceptOffer(db, first.applicant, { offerId, pledged: true, arrivedAt: now, now });
    const reason = definition.acceptance.cancelReasons.findIndex(({ ko }) => ko === "자격 미달 확인");
    expect((await cancelOffer(db, administrator, { cohortId, offerId, reason, now })).ok).toBe(true);
    expect(await offers(db, cohort)).toEqual(["1:game:cancelled", "2:game:held"]);
    expect(await statuses(db, cohort)).toEqual(["cancelled", "reserved", "reserved"]);
    expect(await events(db)).toEqual(["offer-accepted", "offer-cancelled", "reserve-held"]);
  });

  test("an appeal upheld when every place is taken takes none from anybody, and no seat comes beyond the capacity", async () => {
    const { db, cohort, first, third, offerId } = await aCohortWithOneSeat();
    const { cohortId, administrator } = cohort;
    const now = hours(cohort.publishedAt, 1);
    await acceptOffer(db, first.applicant, { offerId, pledged: true, arrivedAt: now, now });
    const { applicationId, applicant } = third;
    const wish = { about: "final", ground: "fact", statement: "제출한 서류가 없는 것으로 처리되었습니다.", files: [] };
    const store = memoryStore();
    const filed = await fileAppeal(db, applicant, { ...wish, applicationId, store, arrivedAt: now, now });
    if (!filed.ok) throw new Error(JSON.stringify(filed.refusal));
    const decision = { verdict: "upheld", answer: "서류가 확인되었습니다.", minuteNumber: "07", now };
    const { appealId } = filed.value;
    expect(await decideAppeal(db, administrator, { cohortId, appealId, ...decision })).toMatchObject({ ok: true });
    await workOnSeats(db, hours(now, 1));
    expect(await statuses(db, cohort)).toEqual(["accepted", "reserved", "reserved"]);
    expect(await offers(db, cohort)).toEqual(["1:game:accepted"]);
  });
});
