import type { Selectable } from "kysely";
import type { Flag } from "#app/domain/application/eligibility.ts";
import { SAME_PERSON } from "#app/domain/application/same-person.ts";
import type { Db } from "../connect.ts";
import { newId } from "../id.ts";
import type { Database } from "../schema.ts";

export type EligibilityFlag = Omit<Selectable<Database["eligibilityFlag"]>, "detail"> & {
  readonly detail: Flag["detail"];
};

export async function listEligibilityFlags(db: Db, applicationId: string): Promise<readonly EligibilityFlag[]> {
  const rows = await db
    .selectFrom("eligibilityFlag")
    .selectAll()
    .where("applicationId", "=", applicationId)
    .orderBy("ruleKey")
    .execute();
  return rows.map((row) => ({ ...row, detail: JSON.parse(row.detail) as Flag["detail"] }));
}

/** The flags of the last submission, but for the built-in rule, which is about several applications. One that a person has already decided about is never taken away or reopened. */
export async function replaceOpenFlags(
  db: Db,
  {
    cohortId,
    applicationId,
    flags,
    now,
  }: { cohortId: string; applicationId: string; flags: readonly Flag[]; now: Date },
): Promise<void> {
  await db
    .deleteFrom("eligibilityFlag")
    .where("applicationId", "=", applicationId)
    .where("status", "=", "open")
    .where("ruleKey", "!=", SAME_PERSON)
    .execute();
  for (const { ruleKey, detail } of flags) {
    await db
      .insertInto("eligibilityFlag")
      .values({
        id: newId(now),
        cohortId,
        applicationId,
        ruleKey,
        detail: JSON.stringify(detail),
        status: "open",
      })
      .onConflict((conflict) => conflict.columns(["applicationId", "ruleKey"]).doNothing())
      .execute();
  }
}
