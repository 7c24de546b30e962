import fc from "fast-check";
import { expect, test } from "vitest";
import { acceptOffer } from "#app/use-cases/accept-offer.ts";
import { approveOffer } from "#app/use-cases/approve-offer.ts";
import { cancelOffer } from "#app/use-cases/cancel-offer.ts";
import { declineOffer } from "#app/use-cases/decline-offer.ts";
import { leaveReserveList } from "#app/use-cases/leave-reserve-list.ts";
import { workOnSeats } from "#app/use-cases/work-on-seats.ts";
import type { Db } from "#db/connect.ts";
import { brokenInvariants } from "#db/invariants.ts";
import { aPublishedCohort, type PersonWish, type PublishedCohort } from "#tests/factories/published-cohort.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { hours, markOfferSent } from "./seats.ts";

const live = ["held", "open", "accepted"];
const tracks = ["game", "webtoon"] as const;

const reserve = fc.record({ track: fc.constantFrom(...tracks), other: fc.boolean() });
const act = fc.record({
  kind: fc.constantFrom("accept", "decline", "leave", "cancel", "approve", "send", "wait", "worker"),
  person: fc.nat(11),
});
const story = fc.record({
  seats: fc.record({ game: fc.integer({ min: 1, max: 3 }), webtoon: fc.integer({ min: 1, max: 2 }) }),
  reserves: fc.array(reserve, { maxLength: 6 }),
  acts: fc.array(act, { minLength: 1, maxLength: 25 }),
});

test("whatever people do, no seat is given twice, nobody is skipped, no seat is free while somebody entitled waits", async () => {
  const db = await freshDatabase();
  await fc.assert(
    fc.asyncProperty(story, async ({ seats, reserves, acts }) => {
      const cohort = await aPublishedCohort(db, { seats, people: peopleOf(seats, reserves) });
      let now = hours(cohort.publishedAt, 1);
      for (const { kind, person } of acts) {
        if (kind === "wait") now = hours(now, 30);
        await perform(db, cohort, { kind, person, now });
        if (kind === "wait" || kind === "worker") await workOnSeats(db, now);
        await expectSeatsRight(db, cohort, { seats, now });
      }
      await putAway(db, cohort);
    }),
    { numRuns: 40 },
  );
}, 60_000);

test("answers at the same moment give out every seat once", async () => {
  const db = await freshDatabase();
  await fc.assert(
    fc.asyncProperty(story, async ({ seats, reserves, acts }) => {
      const cohort = await aPublishedCohort(db, { seats, people: peopleOf(seats, reserves) });
      const now = hours(cohort.publishedAt, 1);
      await Promise.all(acts.map(({ kind, person }) => perform(db, cohort, { kind, person, now })));
      await expectSeatsRight(db, cohort, { seats, now });
      await putAway(db, cohort);
    }),
    { numRuns: 25 },
  );
}, 60_000);

/** The worker has nothing more to do with it: one database serves every story. */
async function putAway(db: Db, { cohortId }: PublishedCohort): Promise<void> {
  expect(await brokenInvariants(db)).toEqual([]);
  await db.updateTable("cohort").set({ phase: "archived" }).where("id", "=", cohortId).execute();
}

type Seats = Readonly<Record<(typeof tracks)[number], number>>;

function peopleOf(seats: Seats, reserves: readonly { track: string; other: boolean }[]): readonly PersonWish[] {
  const selected = tracks.flatMap((track) =>
    Array.from({ length: seats[track] }, () => ({ standing: "selected", track }) as const),
  );
  return [
    ...selected,
    ...reserves.map(({ track, other }) => ({
      standing: "reserve" as const,
      track,
      acceptOther: other ? ("yes" as const) : ("no" as const),
    })),
  ];
}

async function perform(
  db: Db,
  cohort: PublishedCohort,
  { kind, person, now }: { kind: string; person: number; now: Date },
) {
  const { people, cohortId, administrator } = cohort;
  const who = people[person % people.length]!;
  const offer = await db
    .selectFrom("offer")
    .select("id")
    .where("applicationId", "=", who.applicationId)
    .executeTakeFirst();
  if (kind === "approve") await approveOffer(db, administrator, { cohortId, offerId: null, now });
  if (kind === "leave") await leaveReserveList(db, who.applicant, { applicationId: who.applicationId, now });
  if (!offer) return;
  const offerId = offer.id;
  if (kind === "accept") await acceptOffer(db, who.applicant, { offerId, pledged: true, arrivedAt: now, now });
  if (kind === "decline") await declineOffer(db, who.applicant, { offerId, arrivedAt: now, now });
  if (kind === "cancel") await cancelOffer(db, administrator, { cohortId, offerId, reason: 0, now });
  if (kind === "send") await markOfferSent(db, offerId, now);
}

async function expectSeatsRight(db: Db, cohort: PublishedCohort, { seats, now }: { seats: Seats; now: Date }) {
  const offers = await db.selectFrom("offer").selectAll().where("cohortId", "=", cohort.cohortId).execute();
  const places = await db
    .selectFrom("reservePlace")
    .innerJoin("application", "application.id", "reservePlace.applicationId")
    .select(["reservePlace.trackKey", "reservePlace.number", "reservePlace.status", "application.acceptOther"])
    .where("reservePlace.cohortId", "=", cohort.cohortId)
    .execute();
  const waiting = places.filter(({ status }) => status === "waiting");
  for (const track of tracks) {
    const taken = offers.filter(({ trackKey, status }) => trackKey === track && live.includes(status)).length;
    expect(taken).toBeLessThanOrEqual(seats[track]);
    const entitled = waiting.filter(({ trackKey, acceptOther }) => trackKey === track || acceptOther === "yes");
    if (now < cohort.validUntil && entitled.length > 0) expect(taken).toBe(seats[track]);

    const firstWaiting = Math.min(...waiting.filter(({ trackKey }) => trackKey === track).map(({ number }) => number));
    const own = offers.filter(({ origin, trackKey }) => origin === "reserve" && trackKey === track);
    const called = own.flatMap(({ applicationId }) => {
      const person = cohort.people.find((each) => each.applicationId === applicationId)!;
      return person.track === track ? [person.reserveNumber!] : [];
    });
    expect(called.filter((number) => number > firstWaiting)).toEqual([]);
  }
}
