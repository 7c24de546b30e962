import { describe, expect, test } from "vitest";
import { declineOffer } from "#app/use-cases/decline-offer.ts";
import { decideRefillTie } from "#app/use-cases/decide-refill-tie.ts";
import { excludeApplication } from "#app/use-cases/exclude-application.ts";
import { leaveReserveList } from "#app/use-cases/leave-reserve-list.ts";
import { workOnSeats } from "#app/use-cases/work-on-seats.ts";
import type { Db } from "#db/connect.ts";
import { brokenInvariants } from "#db/invariants.ts";
import { aPublishedCohort, type PublishedCohort } from "#tests/factories/published-cohort.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { events, hours, offers } from "./seats.ts";

/** The webtoon seat falls free, its own list is empty, and two people of other lists have equal merit. */
async function aSeatKeptFreeByATie(db: Db) {
  const cohort = await aPublishedCohort(db, {
    seats: { game: 1, animation: 1, webtoon: 1 },
    people: [
      { standing: "selected", track: "game" },
      { standing: "selected", track: "animation" },
      { standing: "selected", track: "webtoon" },
      { standing: "reserve", track: "game", secondTrack: "webtoon", acceptOther: "yes", meritRank: 4 },
      { standing: "reserve", track: "animation", secondTrack: "webtoon", acceptOther: "yes", meritRank: 4 },
    ],
  });
  const now = hours(cohort.publishedAt, 1);
  const { applicant, offerId } = cohort.people[2]!;
  await declineOffer(db, applicant, { offerId: offerId!, arrivedAt: now, now });
  const [one, other] = [cohort.people[3]!.applicationNumber, cohort.people[4]!.applicationNumber];
  const decision = { cohortId: cohort.cohortId, minuteNumber: "2025-7", reason: "위원회 의결", now };
  return { cohort, now, one, other, decision };
}

async function held(db: Db, cohort: PublishedCohort) {
  return (await offers(db, cohort)).filter((offer) => offer.endsWith(":held"));
}

describe("a tie over a seat that fell free", () => {
  test("keeps the seat empty until the committee's order is recorded, whose first then gets it", async () => {
    const db = await freshDatabase();
    const { cohort, now, one, other, decision } = await aSeatKeptFreeByATie(db);
    await workOnSeats(db, now);
    expect(await held(db, cohort)).toEqual([]);

    const answer = await decideRefillTie(db, cohort.administrator, { ...decision, numbers: [other, one] });

    expect(answer).toEqual({ ok: true, value: { held: [other] } });
    expect(await held(db, cohort)).toEqual(["5:webtoon:held"]);
    expect((await events(db)).slice(-2)).toEqual(["tie-decided", "reserve-held"]);
    expect(await decideRefillTie(db, cohort.administrator, { ...decision, numbers: [other, one] })).toMatchObject({
      refusal: "no-tie-to-decide",
    });
    expect(await brokenInvariants(db)).toEqual([]);
  });

  test("is decided with a minute, a reason and everybody named once, by the academy's own administrator, in time", async () => {
    const db = await freshDatabase();
    const { cohort, one, other, decision } = await aSeatKeptFreeByATie(db);
    const { administrator, validUntil } = cohort;
    const numbers = [one, other];
    const stranger = (await aSeatKeptFreeByATie(db)).cohort.administrator;
    const refused = [
      [stranger, { ...decision, numbers }, "not-yours"],
      [cohort.people[3]!.applicant, { ...decision, numbers }, "not-yours"],
      [administrator, { ...decision, numbers, minuteNumber: " " }, "minute-missing"],
      [administrator, { ...decision, numbers, reason: "" }, "reason-missing"],
      [administrator, { ...decision, numbers: [one] }, "order-incomplete"],
      [administrator, { ...decision, numbers: [one, one] }, "order-incomplete"],
      [administrator, { ...decision, numbers, now: validUntil }, "reserve-list-ended"],
    ] as const;
    for (const [actor, input, refusal] of refused) {
      expect(await decideRefillTie(db, actor, input)).toEqual({ ok: false, refusal });
    }
    expect(await held(db, cohort)).toEqual([]);
  });

  test("is none any more when one of them leaves or is excluded: the other gets the seat at once", async () => {
    const db = await freshDatabase();
    const left = await aSeatKeptFreeByATie(db);
    const { applicationId, applicant } = left.cohort.people[3]!;
    await leaveReserveList(db, applicant, { applicationId, now: left.now });
    expect(await held(db, left.cohort)).toEqual(["5:webtoon:held"]);

    const excluded = await aSeatKeptFreeByATie(db);
    const { cohortId, administrator, people } = excluded.cohort;
    const exclusion = { cohortId, applicationId: people[4]!.applicationId, reason: "자격 미달", now: excluded.now };
    await excludeApplication(db, administrator, exclusion);
    expect(await held(db, excluded.cohort)).toContain("4:webtoon:held");
    expect(await brokenInvariants(db)).toEqual([]);
  });
});
