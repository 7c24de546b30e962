import type { AccountActor, Role } from "#app/domain/access/actor.ts";
import type { Db } from "../connect.ts";
import { newId } from "../id.ts";

/** Staff of a demo academy in the order of their addresses: admin1 before admin2. */
export async function listStaffActors(
  db: Db,
  { academyId, role }: { academyId: string; role: Role },
): Promise<readonly AccountActor[]> {
  const rows = await db
    .selectFrom("account")
    .select(["id", "name", "email", "role", "language", "academyId"])
    .where("academyId", "=", academyId)
    .where("role", "=", role)
    .where("disabledAt", "is", null)
    .orderBy("email")
    .limit(500)
    .execute();
  return rows.map(({ id, ...person }) => ({ kind: "account" as const, accountId: id, ...person }));
}

export async function listPanelReviewers(
  db: Db,
  { academyId }: { academyId: string },
): Promise<readonly AccountActor[]> {
  return listStaffActors(db, { academyId, role: "reviewer" });
}

type Pledges = {
  readonly cohortId: string;
  readonly reviewers: readonly AccountActor[];
  readonly textSha256: string;
  readonly now: Date;
};

/** Every made-up reviewer has signed the cohort's pledge, once. */
export async function signMissingPledges(db: Db, { cohortId, reviewers, textSha256, now }: Pledges): Promise<void> {
  await db
    .insertInto("pledge")
    .values(
      reviewers.map(({ accountId, name }) => ({
        id: newId(now),
        cohortId,
        reviewerId: accountId,
        typedName: name,
        textSha256,
        address: "127.0.0.1",
        signedAt: now.toISOString(),
      })),
    )
    .onConflict((conflict) => conflict.columns(["cohortId", "reviewerId"]).doNothing())
    .execute();
}
