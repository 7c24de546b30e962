import type { Db } from "../connect.ts";

type OfStage = { readonly cohortId: string; readonly stageKey: string };

/** One review of an application; `complete` = handed in. Scores are exact text by criterion. */
export type ReviewInput = {
  readonly applicationId: string;
  readonly reviewerId: string;
  readonly submitted: boolean;
  readonly scores: Readonly<Record<string, string>>;
};

/** Every review that can count: not cancelled, and not by somebody who declared a conflict. */
export async function listReviewInputs(db: Db, { cohortId, stageKey }: OfStage): Promise<readonly ReviewInput[]> {
  const counted = db
    .selectFrom("review")
    .leftJoin("conflict", (join) =>
      join
        .onRef("conflict.reviewerId", "=", "review.reviewerId")
        .onRef("conflict.applicationId", "=", "review.applicationId"),
    )
    .where("review.cohortId", "=", cohortId)
    .where("review.stageKey", "=", stageKey)
    .where("review.status", "<>", "cancelled")
    .where("conflict.id", "is", null);
  const reviews = await counted
    .select(["review.id", "review.applicationId", "review.reviewerId", "review.status"])
    .execute();
  const scores = await counted
    .innerJoin("reviewScore", "reviewScore.reviewId", "review.id")
    .select(["reviewScore.reviewId", "reviewScore.criterionKey", "reviewScore.hundredths"])
    .where("review.status", "=", "submitted")
    .execute();

  const scoresOf = new Map<string, Record<string, string>>();
  for (const { reviewId, criterionKey, hundredths } of scores) {
    const known = scoresOf.get(reviewId) ?? {};
    known[criterionKey] = `${hundredths}/100`;
    scoresOf.set(reviewId, known);
  }
  return reviews.map(({ id, applicationId, reviewerId, status }) => ({
    applicationId,
    reviewerId,
    submitted: status === "submitted",
    scores: scoresOf.get(id) ?? {},
  }));
}

/** The imported row of each application, by column as it stood in the file. */
export async function listImportedRows(
  db: Db,
  { cohortId, stageKey }: OfStage,
): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
  const values = await db
    .selectFrom("importedScore")
    .select(["applicationId", "columnKey", "value"])
    .where("cohortId", "=", cohortId)
    .where("stageKey", "=", stageKey)
    .execute();
  const rows = new Map<string, Record<string, string>>();
  for (const { applicationId, columnKey, value } of values) {
    const row = rows.get(applicationId) ?? {};
    row[columnKey] = value;
    rows.set(applicationId, row);
  }
  return rows;
}

/** Eligibility flags of people in the running that nobody has decided, with their application numbers. */
export async function listUndecidedFlags(
  db: Db,
  cohortId: string,
): Promise<readonly { readonly applicationId: string; readonly applicationNumber: string | null }[]> {
  return db
    .selectFrom("eligibilityFlag")
    .innerJoin("application", "application.id", "eligibilityFlag.applicationId")
    .select(["eligibilityFlag.applicationId", "application.applicationNumber"])
    .where("eligibilityFlag.cohortId", "=", cohortId)
    .where("eligibilityFlag.status", "=", "open")
    .where("application.status", "=", "submitted")
    .orderBy("application.applicationNumber")
    .execute();
}

/** Bonus claims of people in the running that are neither verified nor rejected. */
export async function countUndecidedClaims(db: Db, cohortId: string): Promise<number> {
  const { claims } = await db
    .selectFrom("bonusClaim")
    .innerJoin("application", "application.id", "bonusClaim.applicationId")
    .select((eb) => eb.fn.countAll<number>().as("claims"))
    .where("bonusClaim.cohortId", "=", cohortId)
    .where("bonusClaim.status", "=", "claimed")
    .where("application.status", "=", "submitted")
    .executeTakeFirstOrThrow();
  return Number(claims);
}
