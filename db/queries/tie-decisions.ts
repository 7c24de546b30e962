import type { Db } from "../connect.ts";
import { newId } from "../id.ts";

export type TieDecision = {
  readonly id: string;
  /** Where the tie mattered. */
  readonly scope: string;
  /** Best first. */
  readonly numbers: readonly string[];
  readonly minuteNumber: string;
  readonly reason: string;
  readonly decidedByName: string | null;
  readonly decidedAt: string;
};

export async function listTieDecisions(db: Db, cohortId: string): Promise<readonly TieDecision[]> {
  const rows = await db
    .selectFrom("tieDecision")
    .leftJoin("account", "account.id", "tieDecision.decidedBy")
    .select([
      "tieDecision.id",
      "tieDecision.scope",
      "tieDecision.numbers",
      "tieDecision.minuteNumber",
      "tieDecision.reason",
      "tieDecision.decidedAt",
      "account.name as decidedByName",
    ])
    .where("tieDecision.cohortId", "=", cohortId)
    .orderBy("tieDecision.decidedAt")
    .orderBy("tieDecision.id")
    .limit(1000)
    .execute();
  return rows.map(({ numbers, ...row }) => ({ ...row, numbers: JSON.parse(numbers) as string[] }));
}

export type NewTieDecision = {
  readonly cohortId: string;
  readonly scope: string;
  /** The same for the same people, in whatever order. */
  readonly groupKey: string;
  readonly numbers: readonly string[];
  readonly minuteNumber: string;
  readonly reason: string;
  readonly decidedBy: string | null;
  readonly now: Date;
};

/** One decision a group: a later one corrects it, and both stand in the audit log. */
export async function saveTieDecision(db: Db, decision: NewTieDecision): Promise<void> {
  const { now, numbers, ...values } = decision;
  const row = { ...values, numbers: JSON.stringify(numbers), decidedAt: now.toISOString() };
  await db
    .insertInto("tieDecision")
    .values({ id: newId(now), ...row })
    .onConflict((conflict) =>
      conflict.columns(["cohortId", "scope", "groupKey"]).doUpdateSet({
        numbers: row.numbers,
        minuteNumber: row.minuteNumber,
        reason: row.reason,
        decidedBy: row.decidedBy,
        decidedAt: row.decidedAt,
      }),
    )
    .execute();
}
