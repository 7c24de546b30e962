import { sql } from "kysely";
import { liveOfferStatuses } from "#app/domain/offer/offer.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import type { Db } from "./connect.ts";
import { verifyChain } from "./queries/audit-log.ts";
import { getDefinition } from "./queries/definition-versions.ts";
import { sumSeatAdditions } from "./queries/seat-additions.ts";

/** Facts that must hold after every act. Each check answers a line for every record that breaks it, by its id. */
const checks: readonly ((db: Db) => Promise<readonly string[]>)[] = [
  noSeatTooMany,
  oneAcceptedOffer,
  oneLiveOffer,
  reserveNumbersWithoutGaps,
  everySelectedHasAnOffer,
  numbersOfApplications,
  messageKeysUnique,
  submittedSheetsWhole,
  recordsStayInTheirCohort,
  auditChainsVerify,
];

/** Everything that is wrong in the database, as sentences; empty when all is as it must be. */
export async function brokenInvariants(db: Db): Promise<readonly string[]> {
  const broken: string[] = [];
  for (const check of checks) broken.push(...(await check(db)));
  return broken;
}

/** Per track: offers that take up a seat, against its seats and what a committee added. */
async function noSeatTooMany(db: Db): Promise<readonly string[]> {
  const taken = await db
    .selectFrom("offer")
    .select(["cohortId", "trackKey", (eb) => eb.fn.countAll<number>().as("offers")])
    .where("status", "in", liveOfferStatuses)
    .groupBy(["cohortId", "trackKey"])
    .execute();
  const broken: string[] = [];
  for (const { cohortId, trackKey, offers } of taken) {
    const { tracks } = await definitionOf(db, cohortId);
    const capacity = tracks.find(({ id }) => id === trackKey)?.capacity ?? 0;
    const seats = capacity + ((await sumSeatAdditions(db, cohortId))[trackKey] ?? 0);
    if (offers > seats) broken.push(`cohort ${cohortId}, track ${trackKey}: ${offers} live offers for ${seats} seats`);
  }
  return broken;
}

/** Who has accepted has one accepted offer, and nobody else has one. */
async function oneAcceptedOffer(db: Db): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("application")
    .leftJoin("offer", (join) =>
      join.onRef("offer.applicationId", "=", "application.id").on("offer.status", "=", "accepted"),
    )
    .select(["application.id", "application.status", (eb) => eb.fn.count<number>("offer.id").as("offers")])
    .groupBy(["application.id", "application.status"])
    .having((eb) => eb.or([eb("application.status", "=", "accepted"), eb(eb.fn.count("offer.id"), ">", 0)]))
    .execute();
  return rows
    .filter(({ status, offers }) => offers !== (status === "accepted" ? 1 : 0))
    .map(({ id, status, offers }) => `application ${id} is ${status} with ${offers} accepted offers`);
}

async function oneLiveOffer(db: Db): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("offer")
    .select(["applicationId", (eb) => eb.fn.countAll<number>().as("offers")])
    .where("status", "in", liveOfferStatuses)
    .groupBy("applicationId")
    .having((eb) => eb.fn.countAll(), ">", 1)
    .execute();
  return rows.map(({ applicationId, offers }) => `application ${applicationId} has ${offers} live offers`);
}

async function reserveNumbersWithoutGaps(db: Db): Promise<readonly string[]> {
  const lists = await db
    .selectFrom("reservePlace")
    .select(({ fn }) => [
      "cohortId",
      "trackKey",
      fn.min<number>("number").as("first"),
      fn.max<number>("number").as("last"),
      fn.count<number>("number").distinct().as("numbers"),
      fn.countAll<number>().as("places"),
    ])
    .groupBy(["cohortId", "trackKey"])
    .execute();
  return lists
    .filter(({ first, last, numbers, places }) => first !== 1 || last !== places || numbers !== places)
    .map(({ cohortId, trackKey }) => `cohort ${cohortId}, track ${trackKey}: reserve numbers are not 1, 2, 3 …`);
}

async function everySelectedHasAnOffer(db: Db): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("decision")
    .leftJoin("offer", "offer.applicationId", "decision.applicationId")
    .select("decision.applicationId")
    .where("decision.outcome", "=", "selected")
    .where("offer.id", "is", null)
    .execute();
  return rows.map(({ applicationId }) => `application ${applicationId} was selected and has no offer`);
}

/** A number is given once in a cohort, at final submission: who submitted has one, a draft has none. */
async function numbersOfApplications(db: Db): Promise<readonly string[]> {
  const twice = await db
    .selectFrom("application")
    .select(["cohortId", "applicationNumber"])
    .where("applicationNumber", "is not", null)
    .groupBy(["cohortId", "applicationNumber"])
    .having((eb) => eb.fn.countAll(), ">", 1)
    .execute();
  const misplaced = await db
    .selectFrom("application")
    .select(["id", "status"])
    .where((eb) =>
      eb.or([
        eb.and([eb("applicationNumber", "is not", null), eb("status", "in", ["draft", "expired"])]),
        eb.and([eb("applicationNumber", "is", null), eb("status", "not in", ["draft", "expired", "withdrawn"])]),
      ]),
    )
    .execute();
  return [
    ...twice.map(({ cohortId, applicationNumber }) => `cohort ${cohortId}: two applications are ${applicationNumber}`),
    ...misplaced.map(({ id, status }) => `application ${id} is ${status}: its number must not be as it is`),
  ];
}

async function messageKeysUnique(db: Db): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("outbox")
    .select("messageKey")
    .groupBy("messageKey")
    .having((eb) => eb.fn.countAll(), ">", 1)
    .execute();
  return rows.map(({ messageKey }) => `message ${messageKey} is there more than once`);
}

/** A sheet that was handed in has a score for every criterion, and its total is their sum. */
async function submittedSheetsWhole(db: Db): Promise<readonly string[]> {
  const stages = await db.selectFrom("review").select(["cohortId", "stageKey"]).distinct().execute();
  const broken: string[] = [];
  for (const { cohortId, stageKey } of stages) {
    const stage = (await definitionOf(db, cohortId)).stages.find(({ id }) => id === stageKey);
    const criteria = (stage?.rubric.criteria ?? []).map(({ id }) => id);
    const sheets = await db
      .selectFrom("review")
      .leftJoin("reviewScore", "reviewScore.reviewId", "review.id")
      .select(({ fn }) => [
        "review.id",
        "review.totalHundredths as total",
        fn
          .count<number>("criterionKey")
          .filterWhere("criterionKey", "in", ["", ...criteria])
          .as("known"),
        fn.count<number>("criterionKey").as("scores"),
        fn.coalesce(fn.sum<number>("hundredths"), sql<number>`0`).as("sum"),
      ])
      .where("review.cohortId", "=", cohortId)
      .where("review.stageKey", "=", stageKey)
      .where("review.status", "=", "submitted")
      .groupBy(["review.id", "review.totalHundredths"])
      .execute();
    for (const { id, total, known, scores, sum } of sheets) {
      if (known !== criteria.length || scores !== known) broken.push(`review ${id} lacks a score, or has one too many`);
      if (total === null || total !== sum) broken.push(`review ${id} has total ${total}, its scores make ${sum}`);
    }
  }
  return broken;
}

const ofAnApplication = [
  "applicationSubmission",
  "consent",
  "bonusClaim",
  "eligibilityFlag",
  "file",
  "stageEntry",
  "conflict",
  "review",
  "importedScore",
  "decision",
  "offer",
  "reservePlace",
] as const;

/** What belongs to an application belongs to its cohort. */
async function recordsStayInTheirCohort(db: Db): Promise<readonly string[]> {
  const broken: string[] = [];
  for (const table of ofAnApplication) {
    const strays = await db
      .selectFrom(`${table} as own` as "stageEntry as own")
      .innerJoin("application", "application.id", "own.applicationId")
      .select("own.id")
      .whereRef("application.cohortId", "<>", "own.cohortId")
      .execute();
    broken.push(...strays.map(({ id }) => `${table} ${id} is in another cohort than its application`));
  }
  return broken;
}

async function auditChainsVerify(db: Db): Promise<readonly string[]> {
  const chains = await db
    .selectFrom("auditEntry")
    .select("chain")
    .union(db.selectFrom("auditChain").select("chain"))
    .execute();
  const broken: string[] = [];
  for (const { chain } of chains) {
    const { brokenAt } = await verifyChain(db, chain);
    if (brokenAt !== null) broken.push(`the audit log of ${chain} does not verify from entry ${brokenAt} on`);
  }
  return broken;
}

async function definitionOf(db: Db, cohortId: string): Promise<ProgrammeDefinition> {
  const { definitionId } = await db
    .selectFrom("cohort")
    .select("definitionId")
    .where("id", "=", cohortId)
    .executeTakeFirstOrThrow();
  return getDefinition(db, definitionId);
}
