import fc from "fast-check";
import { expect, test } from "vitest";
import { acceptOffer } from "#app/use-cases/accept-offer.ts";
import { approveOffer } from "#app/use-cases/approve-offer.ts";
import { cancelOffer } from "#app/use-cases/cancel-offer.ts";
import { decideRefillTie } from "#app/use-cases/decide-refill-tie.ts";
import { declineOffer } from "#app/use-cases/decline-offer.ts";
import { excludeApplication } from "#app/use-cases/exclude-application.ts";
import { leaveReserveList } from "#app/use-cases/leave-reserve-list.ts";
import { planRefill } from "#app/use-cases/promote-reserves.ts";
import { restoreApplication } from "#app/use-cases/restore-application.ts";
import { findSeatCohort } from "#app/use-cases/seat-context.ts";
import { withdrawApplication } from "#app/use-cases/withdraw-application.ts";
import { workOnSeats } from "#app/use-cases/work-on-seats.ts";
import type { Db } from "#db/connect.ts";
import { brokenInvariants } from "#db/invariants.ts";
import { aPublishedCohort, type PublishedCohort } from "#tests/factories/published-cohort.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { hours } from "./seats.ts";

const tracks = ["game", "webtoon", "animation"] as const;
const acts = [
  "accept",
  "decline",
  "leave",
  "cancel",
  "exclude",
  "exclude",
  "restore",
  "withdraw",
  "approve",
  "decideTie",
  "wait",
  "worker",
] as const;

const story = fc.record({
  reserves: fc.array(
    fc.record({
      track: fc.constantFrom(...tracks),
      second: fc.constantFrom(...tracks),
      other: fc.boolean(),
      merit: fc.integer({ min: 10, max: 11 }),
    }),
    { maxLength: 7, size: "max" },
  ),
  acts: fc.array(fc.record({ kind: fc.constantFrom(...acts), person: fc.nat(9) }), {
    minLength: 6,
    maxLength: 25,
    size: "max",
  }),
});

/** The webtoon seat falls free, and two people of other lists have equal merit. */
const aTie = {
  reserves: (["game", "animation"] as const).map((track) => ({
    track,
    second: "webtoon" as const,
    other: true,
    merit: 10,
  })),
  acts: (["decline", "decideTie", "exclude", "worker"] as const).map((kind) => ({ kind, person: 1 })),
};

test("whatever staff and applicants do to seats and lists, every fact of the database holds after every act", async () => {
  const db = await freshDatabase();
  let decided = 0;
  await fc.assert(
    fc.asyncProperty(story, async ({ reserves, acts: done }) => {
      const cohort = await aPublishedCohort(db, {
        seats: { game: 1, webtoon: 1, animation: 1 },
        people: [
          ...tracks.map((track) => ({ standing: "selected", track }) as const),
          ...reserves.map(({ track, second, other, merit }) => ({
            standing: "reserve" as const,
            track,
            ...(second === track ? {} : { secondTrack: second }),
            acceptOther: other ? ("yes" as const) : ("no" as const),
            meritRank: merit,
          })),
        ],
      });
      let now = hours(cohort.publishedAt, 1);
      for (const { kind, person } of done) {
        if (kind === "wait") now = hours(now, 20);
        decided += await perform(db, cohort, { kind, person, now });
        expect(await brokenFacts(db, cohort, now), `after ${kind}`).toEqual([]);
      }
      expect(await brokenInvariants(db)).toEqual([]);
      await db.updateTable("cohort").set({ phase: "archived" }).where("id", "=", cohort.cohortId).execute();
    }),
    { numRuns: 40, examples: [[aTie]] },
  );
  expect(decided).toBeGreaterThan(0);
}, 120_000);

type Act = { readonly kind: (typeof acts)[number]; readonly person: number; readonly now: Date };

/** Answers 1 where a tie of the refill was decided. */
async function perform(db: Db, cohort: PublishedCohort, { kind, person, now }: Act): Promise<number> {
  const { people, cohortId, administrator } = cohort;
  const who = people[person % people.length]!;
  const { applicationId, applicant } = who;
  const screening = { cohortId, applicationId, reason: "서류로 확인함", now };
  if (kind === "exclude") await excludeApplication(db, administrator, screening);
  if (kind === "restore") await restoreApplication(db, administrator, screening);
  if (kind === "withdraw") await withdrawApplication(db, applicant, { applicationId, now });
  if (kind === "leave") await leaveReserveList(db, applicant, { applicationId, now });
  if (kind === "approve") await approveOffer(db, administrator, { cohortId, offerId: null, now });
  if (kind === "wait" || kind === "worker") await workOnSeats(db, now);
  if (kind === "decideTie") {
    const numbers = (await freeNow(db, cohort, now)).flatMap(({ tie }) => tie);
    const decision = { cohortId, numbers: [...new Set(numbers)].toReversed(), minuteNumber: "2025-1", reason: "의결" };
    return (await decideRefillTie(db, administrator, { ...decision, now })).ok ? 1 : 0;
  }
  const offer = await db
    .selectFrom("offer")
    .select("id")
    .where("applicationId", "=", applicationId)
    .orderBy("heldAt", "desc")
    .executeTakeFirst();
  if (!offer) return 0;
  const offerId = offer.id;
  if (kind === "accept") await acceptOffer(db, applicant, { offerId, pledged: true, arrivedAt: now, now });
  if (kind === "decline") await declineOffer(db, applicant, { offerId, arrivedAt: now, now });
  if (kind === "cancel") await cancelOffer(db, administrator, { cohortId, offerId, reason: 0, now });
  return 0;
}

async function freeNow(db: Db, { cohortId }: PublishedCohort, now: Date) {
  const seats = await findSeatCohort(db, cohortId);
  return (await planRefill(db, { ...seats!, now })).refill.stillFree;
}

/** What a person's status says, their offers and their place say as well; no seat is free that somebody should have. */
async function brokenFacts(db: Db, cohort: PublishedCohort, now: Date): Promise<readonly string[]> {
  const { cohortId } = cohort;
  const applications = await db
    .selectFrom("application")
    .select(["id", "status"])
    .where("cohortId", "=", cohortId)
    .execute();
  const offers = await db.selectFrom("offer").selectAll().where("cohortId", "=", cohortId).execute();
  const places = await db.selectFrom("reservePlace").selectAll().where("cohortId", "=", cohortId).execute();
  const broken: string[] = [];
  for (const [index, { id, status }] of applications.entries()) {
    const live = offers.filter(
      (offer) => offer.applicationId === id && ["held", "open", "accepted"].includes(offer.status),
    );
    const place = places.find(({ applicationId }) => applicationId === id)?.status ?? "none";
    const states = `${status}, ${live.map((offer) => offer.status).join("+") || "no seat"}, ${place}`;
    if (!possible.some((pattern) => pattern.test(states))) broken.push(`person ${index + 1} is ${states}`);
  }
  for (const track of tracks) {
    const taken = offers.filter((offer) => offer.trackKey === track && /held|open|accepted/.test(offer.status)).length;
    if (taken > 1) broken.push(`${track} has ${taken} for one seat`);
  }
  const seats = await findSeatCohort(db, cohortId);
  const { refill } = await planRefill(db, { ...seats!, now });
  if (refill.fills.length > 0)
    broken.push(`a seat is free for ${refill.fills.map(({ applicationNo }) => applicationNo).join()}`);
  return broken;
}

const possible = [
  /^offered, open, (none|promoted)$/,
  /^accepted, accepted, (none|promoted)$/,
  /^(declined|lapsed|cancelled), no seat, (none|promoted)$/,
  /^reserved, no seat, waiting$/,
  /^reserved, held, promoted$/,
  /^(excluded|withdrawn), no seat, left$/,
  /^not_selected, no seat, (ended|promoted)$/,
];
