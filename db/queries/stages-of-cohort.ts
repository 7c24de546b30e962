import type { Selectable } from "kysely";
import type { Db } from "../connect.ts";
import { newId } from "../id.ts";
import type { Database } from "../schema.ts";

export type StageOfCohort = Pick<
  Selectable<Database["stage"]>,
  "id" | "stageKey" | "position" | "status" | "openedAt" | "closedAt" | "closedBy" | "approvedAt" | "publishedAt"
>;

/** In the order in which they are held; without their results, which can be long. */
export async function listStagesOfCohort(db: Db, cohortId: string): Promise<readonly StageOfCohort[]> {
  return db
    .selectFrom("stage")
    .select(["id", "stageKey", "position", "status", "openedAt", "closedAt", "closedBy", "approvedAt", "publishedAt"])
    .where("cohortId", "=", cohortId)
    .orderBy("position")
    .execute();
}

type StageOrder = { readonly cohortId: string; readonly stageKeys: readonly string[]; readonly now: Date };

/** Every stage of a new cohort waits; `stageKeys` in the order in which they are held. */
export async function insertStagesOfCohort(db: Db, { cohortId, stageKeys, now }: StageOrder): Promise<void> {
  for (const [index, stageKey] of stageKeys.entries()) await insertStage(db, { cohortId, stageKey, index, now });
}

/** After a change of the definition: new stages come in, waiting ones that are gone leave, positions follow. */
export async function alignStagesOfCohort(db: Db, { cohortId, stageKeys, now }: StageOrder): Promise<void> {
  const known = (await listStagesOfCohort(db, cohortId)).map(({ stageKey }) => stageKey);
  await db
    .deleteFrom("stage")
    .where("cohortId", "=", cohortId)
    .where("status", "=", "waiting")
    .where("stageKey", "not in", stageKeys)
    .execute();
  for (const [index, stageKey] of stageKeys.entries()) {
    if (known.includes(stageKey)) {
      await db
        .updateTable("stage")
        .set({ position: index + 1 })
        .where("cohortId", "=", cohortId)
        .where("stageKey", "=", stageKey)
        .execute();
    } else await insertStage(db, { cohortId, stageKey, index, now });
  }
}

type NewStage = { readonly cohortId: string; readonly stageKey: string; readonly index: number; readonly now: Date };

async function insertStage(db: Db, { cohortId, stageKey, index, now }: NewStage): Promise<void> {
  await db
    .insertInto("stage")
    .values({
      id: newId(now),
      cohortId,
      stageKey,
      position: index + 1,
      status: "waiting",
      openedAt: null,
      closedAt: null,
      closedBy: null,
      approvedAt: null,
      approvedBy: null,
      publishAt: null,
      publishedAt: null,
      digest: null,
      result: null,
    })
    .execute();
}
