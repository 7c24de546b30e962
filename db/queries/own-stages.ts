import type { Db } from "../connect.ts";

/** The stages that an application has entered; told to its owner when the stage before was published. */
export async function listEnteredStages(db: Db, applicationId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("stageEntry")
    .innerJoin("application", "application.id", "stageEntry.applicationId")
    .select("stageEntry.stageKey")
    .whereRef("stageEntry.cohortId", "=", "application.cohortId")
    .where("application.id", "=", applicationId)
    .execute();
  return rows.map(({ stageKey }) => stageKey);
}
