import type { Selectable } from "kysely";
import type { Db } from "../connect.ts";
import { newId } from "../id.ts";
import type { Database } from "../schema.ts";

export type BonusClaim = Selectable<Database["bonusClaim"]>;

export async function listBonusClaims(db: Db, applicationId: string): Promise<readonly BonusClaim[]> {
  return db
    .selectFrom("bonusClaim")
    .selectAll()
    .where("applicationId", "=", applicationId)
    .orderBy("itemKey")
    .execute();
}

/** Exactly these items are claimed: new ones are added, others removed, and what was decided about the rest stays. */
export async function replaceBonusClaims(
  db: Db,
  {
    cohortId,
    applicationId,
    itemKeys,
    now,
  }: { cohortId: string; applicationId: string; itemKeys: readonly string[]; now: Date },
): Promise<void> {
  let dropped = db.deleteFrom("bonusClaim").where("applicationId", "=", applicationId);
  if (itemKeys.length > 0) dropped = dropped.where("itemKey", "not in", itemKeys);
  await dropped.execute();
  for (const itemKey of itemKeys) {
    await db
      .insertInto("bonusClaim")
      .values({ id: newId(now), cohortId, applicationId, itemKey, status: "claimed" })
      .onConflict((conflict) => conflict.columns(["applicationId", "itemKey"]).doNothing())
      .execute();
  }
}
