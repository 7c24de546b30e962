import { parseAnswers, type Answers } from "#app/domain/application/answers.ts";
import { liveOfferStatuses } from "#app/domain/offer/offer.ts";
import type { Db } from "../connect.ts";

/** The answers of everybody for whom a seat is taken: held, open or accepted. */
export async function listHolderAnswers(db: Db, cohortId: string): Promise<readonly Answers[]> {
  const rows = await db
    .selectFrom("offer")
    .innerJoin("application", "application.id", "offer.applicationId")
    .select("application.answers")
    .where("offer.cohortId", "=", cohortId)
    .where("offer.status", "in", liveOfferStatuses)
    .execute();
  return rows.map(({ answers }) => parseAnswers(answers));
}
